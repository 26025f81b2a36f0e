"""What is done by the clock: insiders who have not answered are reminded once, then released; both are asked how it
went. Safe to call at any time, twice, or by two at once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.programmes.actions.calling_off import held, release
from askwell.programmes.actions.errors import NotOpenError
from askwell.programmes.actions.letters import drop_for_hand, keep_for_hand, post_about
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Match, Programme
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.house import programme_of
from askwell.programmes.queries.talks import page_of_insider
from askwell.programmes.rules.letters import Kind
from askwell.programmes.rules.standing import TALKED, release_at, remind_at

MOST = 500
"""A minute's work of each kind; the next sweep goes on."""
LONG_PAST = timedelta(days=14)
HOW = (Kind.HOW_INSIDER, Kind.HOW_SEEKER)


def remind_due(*, now: datetime) -> int:
    """How many were reminded."""
    due = [
        (workspace, key)
        for workspace, key, asked, days in _unanswered(~Q(by_hand__contains=Kind.REMIND), reminded_at=None)
        if remind_at(asked, days) <= now
    ]
    return sum(_remind(workspace, key, now) for workspace, key in due[:MOST])


def remind_now(*, workspace: Workspace, match_id: UUID, now: datetime) -> bool:
    """One more time, because a coordinator says so; whether it leaves. Raises NotOpenError for who was not asked or has
    answered, Match.DoesNotExist."""
    match = Match.objects.of(workspace).get(pk=match_id)
    if match.state != MatchState.ASKED or match.answered_at or match.asked_at is None:
        raise NotOpenError
    Match.objects.of(workspace).filter(pk=match_id).update(reminded_at=None)
    return _remind(workspace.pk, match_id, now)


@transaction.atomic
def passed_on(*, workspace: Workspace, match_id: UUID, kind: Kind, now: datetime) -> Match:
    """A letter that could not leave was passed on by hand. Raises Match.DoesNotExist for one that waits for no such
    thing."""
    match = Match.objects.of(workspace).select_for_update().get(pk=match_id)
    if kind not in match.by_hand.split():
        raise Match.DoesNotExist
    drop_for_hand(match, kind)
    if kind is Kind.REMIND:
        match.reminded_at = now
    if kind in HOW and not set(HOW) & set(match.by_hand.split()):
        match.inquired_at = now
    match.save(update_fields=["reminded_at", "inquired_at"])
    return match


@transaction.atomic
def not_passed_on(*, workspace: Workspace, match_id: UUID, kind: Kind) -> Match:
    """Undo of `passed_on`. Raises Match.DoesNotExist."""
    match = Match.objects.of(workspace).select_for_update().get(pk=match_id)
    keep_for_hand(match, kind)
    if kind is Kind.REMIND:
        match.reminded_at = None
    if kind in HOW:
        match.inquired_at = None
    match.save(update_fields=["reminded_at", "inquired_at"])
    return match


def release_due(*, now: datetime) -> int:
    """How many are waited for no more."""
    due = [(workspace, key) for workspace, key, asked, days in _unanswered() if release_at(asked, days) <= now]
    return sum(_release(workspace, key, now) for workspace, key in due[:MOST])


def inquire_due(*, now: datetime) -> int:
    """How many talks both were asked about."""
    rows = Match._base_manager.filter(  # of every programme
        state=MatchState.AGREED, inquired_at=None, starts_at__lte=now - TALKED, starts_at__gt=now - LONG_PAST
    ).exclude(by_hand__contains="how")
    due = rows.order_by("starts_at").values_list("workspace_id", "pk")[:MOST]
    return sum(_inquire(workspace, key, now) for workspace, key in list(due))


def _unanswered(*which: Q, **more: object) -> Iterator[tuple[UUID, UUID, datetime, int]]:
    """Workspace, match, when they were asked, and how many days the programme waits; who waits longest first."""
    rows = Match._base_manager.filter(*which, state=MatchState.ASKED, answered_at=None, **more)  # of every programme
    days = dict(Programme._base_manager.values_list("workspace_id", "answer_days"))
    columns = rows.exclude(asked_at=None).order_by("asked_at").values_list("workspace_id", "pk", "asked_at")
    for workspace, key, asked in columns:
        if asked:
            yield workspace, key, asked, days[workspace]


@transaction.atomic
def _remind(workspace_id: UUID, key: UUID, now: datetime) -> bool:
    match = held(Workspace.objects.get(pk=workspace_id), key)
    if match.state != MatchState.ASKED or match.answered_at or match.reminded_at:
        return False
    programme, insider, there = _programme(match), letters.both(match)[1], page_of_insider(match)
    left = False
    if there:
        link = wording.site_link(letters.meet_path(there[0]))
        words = letters.reminding(programme, match, link=link, own_page=wording.own_page(insider))
        left = post_about(match, Kind.REMIND, programme=programme, to=insider, words=words, now=now)
    if left or Kind.REMIND not in match.by_hand.split():  # they want no mail, or have no page: it is not tried again
        match.reminded_at = now if left else match.asked_at
        match.save(update_fields=["reminded_at"])
    return left


def _release(workspace_id: UUID, key: UUID, now: datetime) -> bool:
    try:
        release(workspace=Workspace.objects.get(pk=workspace_id), match_id=key, now=now)
    except NotOpenError:
        return False
    return True


@transaction.atomic
def _inquire(workspace_id: UUID, key: UUID, now: datetime) -> bool:
    match = held(Workspace.objects.get(pk=workspace_id), key)
    if match.state != MatchState.AGREED or match.inquired_at:
        return False
    programme = _programme(match)
    participant, insider = letters.both(match)
    for kind, side, one in ((Kind.HOW_INSIDER, Side.INSIDER, insider), (Kind.HOW_SEEKER, Side.SEEKER, participant)):
        words = letters.how(programme, match, side)
        post_about(match, kind, programme=programme, to=one, words=words, now=now)
    if not set(HOW) & set(match.by_hand.split()):
        match.inquired_at = now
        match.save(update_fields=["inquired_at"])
    return True


def _programme(match: Match) -> Programme:
    programme = programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    return programme
