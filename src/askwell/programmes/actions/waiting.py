"""What is done by the clock: insiders who have not answered are reminded once, then released; both are asked how it
went. Safe to call at any time, twice, or by two at once."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.models import Booking
from askwell.programmes.actions.calling_off import held, release
from askwell.programmes.actions.errors import NotOpenError
from askwell.programmes.actions.letters import post
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Match, Programme
from askwell.programmes.queries import letters, wording
from askwell.programmes.queries.house import programme_of
from askwell.programmes.rules.standing import TALKED, release_at, remind_at

MOST = 500
"""A minute's work of each kind; the next sweep goes on."""
LONG_PAST = timedelta(days=14)


def remind_due(*, now: datetime) -> int:
    """How many were reminded."""
    due = [
        (workspace, key)
        for workspace, key, asked, days in _unanswered(reminded_at=None)
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


def release_due(*, now: datetime) -> int:
    """How many are waited for no more."""
    due = [(workspace, key) for workspace, key, asked, days in _unanswered() if release_at(asked, days) <= now]
    return sum(_release(workspace, key, now) for workspace, key in due[:MOST])


def inquire_due(*, now: datetime) -> int:
    """How many talks both were asked about."""
    rows = Match._base_manager.filter(  # of every programme
        state=MatchState.AGREED, inquired_at=None, starts_at__lte=now - TALKED, starts_at__gt=now - LONG_PAST
    )
    due = rows.order_by("starts_at").values_list("workspace_id", "pk")[:MOST]
    return sum(_inquire(workspace, key, now) for workspace, key in list(due))


def _unanswered(**more: object) -> Iterator[tuple[UUID, UUID, datetime, int]]:
    """Workspace, match, when they were asked, and how many days the programme waits."""
    rows = Match._base_manager.filter(state=MatchState.ASKED, answered_at=None, **more)  # of every programme
    days = dict(Programme._base_manager.values_list("workspace_id", "answer_days"))
    for workspace, key, asked in rows.exclude(asked_at=None).values_list("workspace_id", "pk", "asked_at"):
        if asked:
            yield workspace, key, asked, days[workspace]


@transaction.atomic
def _remind(workspace_id: UUID, key: UUID, now: datetime) -> bool:
    match = held(Workspace.objects.get(pk=workspace_id), key)
    if match.state != MatchState.ASKED or match.answered_at or match.reminded_at:
        return False
    match.reminded_at = now
    match.save(update_fields=["reminded_at"])
    programme, insider = _programme(match), letters.both(match)[1]
    booking = Booking._base_manager.filter(thread=match.thread_id).first()  # in the seeker's workspace
    if booking is None:
        return False
    link = wording.site_link(letters.meet_path(booking))
    words = letters.reminding(programme, match, link=link, own_page=wording.own_page(insider))
    return post(
        programme=programme, to=insider.email, to_name=insider.name, subject=words.subject, body=words.body, now=now
    )


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
    match.inquired_at = now
    match.save(update_fields=["inquired_at"])
    programme = _programme(match)
    participant, insider = letters.both(match)
    for side, one in ((Side.INSIDER, insider), (Side.SEEKER, participant)):
        words = letters.how(programme, match, side)
        post(programme=programme, to=one.email, to_name=one.name, subject=words.subject, body=words.body, now=now)
    return True


def _programme(match: Match) -> Programme:
    programme = programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    return programme
