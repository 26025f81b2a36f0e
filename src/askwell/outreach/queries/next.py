"""*Whom next*: the people worth writing to, out of an address book of any size.

Ranking weighs facts that cost queries, so only a pool is weighed. It is drawn in the order in which
`rules.ranking` puts people, each source by an index and cut at a few times the number wanted:

1. Colleagues of somebody silent, and people introduced by name. If these are enough, nobody else is drawn:
   they outrank everybody else.
2. People at targets or with the title aimed at, and people with a tie, the closest first.
3. Only if these are too few: people known most recently.

Drawn are only people who may be suggested at all: nobody with an open thread, a no, a meeting, a recent
silence, a pass, a do-not-contact or an archived card.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries import profile_of
from askwell.accounts.queries.prepared import prepared
from askwell.lib.names import latin_name
from askwell.outreach.choices import FollowUpKind, Outcome, TargetKind, ThreadState
from askwell.outreach.models import FollowUp, Pass, Thread
from askwell.outreach.queries.candidates import Before, Context, candidate_of, suggestion_of
from askwell.outreach.queries.duties import open_now
from askwell.outreach.queries.targets import places_of, target_rows
from askwell.outreach.queries.values import Suggestion
from askwell.outreach.rules.ranking import REST_AFTER_SILENCE, rank
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Introduction, Person, Role, Tie
from askwell.people.queries import candidates_facts

SHARE, LEAST = 4, 20
Found: TypeAlias = "QuerySet[Any, Any]"
When = tuple[datetime, datetime]
"""Now, and until when a silence must have been closed to be over."""

TIED = [kind for kind in TieKind if kind is not TieKind.NONE]


def whom_next(
    workspace: Workspace, now: datetime, limit: int = 10, *, profile: Profile | None = None
) -> list[Suggestion]:
    """The `limit` best people to write to now, with their reasons; at most 16 queries, 15 where the profile is at hand.

    Clocks are compared with the current time zone.
    """
    context = _context(workspace, now, profile or profile_of(workspace))
    ids = list(_pool(workspace, context, now, limit))
    facts = candidates_facts(workspace, ids)
    before = _written_before(workspace, ids)
    candidates = [candidate_of(facts[key], context, before=before.get(key)) for key in ids if key in facts]
    digital = 1.0 if context.profile.digital else 0.0
    ranked = rank(candidates, today=timezone.localdate(now), digital=digital, limit=limit)
    return [suggestion_of(one, facts[UUID(one.candidate.key)]) for one in ranked]


def _context(workspace: Workspace, now: datetime, profile: Profile) -> Context:
    rows = target_rows(workspace)
    places = places_of(rows)
    employers = {row.organisation_id: places[row.id] for row in rows if row.organisation_id}
    occupations = [places[row.id] for row in rows if row.kind == TargetKind.OCCUPATION]
    return Context(profile, employers, occupations, _silent_at(workspace, now), now)


def _silent_at(workspace: Workspace, now: datetime) -> dict[UUID, tuple[str, str]]:
    """Employers where somebody has been silent for three business days, with that person's Latin and native name."""
    return {
        organisation: (latin_name(given, family, native) or native, native)
        for organisation, given, family, native in _silent(workspace, now)
        if organisation
    }


@prepared
def _silent(workspace: Workspace, now: datetime) -> Found:
    duties = FollowUp.objects.of(workspace).filter(open_now(now), kind=FollowUpKind.SECOND_PERSON)
    columns = ("thread__organisation", "person__given_name", "person__family_name", "person__native_name")
    return duties.order_by("-due_at").values_list(*columns)


def _pool(workspace: Workspace, context: Context, now: datetime, limit: int) -> Iterator[UUID]:
    """Ids without repetition, by the numbered sources above."""
    size = max(limit * SHARE, LEAST)
    when = (now, now - REST_AFTER_SILENCE)
    drawn = dict.fromkeys(_foremost(workspace, when, context, size))
    if len(drawn) < limit:
        drawn |= dict.fromkeys(_likely(workspace, when, context, size))
    if len(drawn) < limit:
        drawn |= dict.fromkeys(_ids(_known_last(workspace, *when, size)))
    return islice(drawn, size * 4)


def may_be_suggested(workspace: Workspace, now: datetime, rested_by: datetime) -> QuerySet[Person]:
    """Everybody of whom nothing says that they should not be written to now; threads that ended in silence up to
    `rested_by` say nothing any more."""
    rested = Q(state=ThreadState.CLOSED, outcome=Outcome.SILENT, closed_at__lte=rested_by)
    engaged = Thread.objects.of(workspace).filter(person=OuterRef("pk")).exclude(rested)
    passed = Pass.objects.of(workspace).filter(Q(until=None) | Q(until__gt=now), person=OuterRef("pk"))
    people = Person.objects.of(workspace).filter(archived_at=None, do_not_contact_at=None)
    return people.filter(~Exists(engaged), ~Exists(passed))


def _foremost(workspace: Workspace, when: When, context: Context, size: int) -> Iterator[UUID]:
    yield from _ids(_employed(workspace, *when, tuple(context.silent_at), size))
    yield from _ids(_introduced(workspace, *when, size))


def _likely(workspace: Workspace, when: When, context: Context, size: int) -> Iterator[UUID]:
    for active in (True, False):
        there = tuple(key for key, place in context.employers.items() if place.active is active)
        yield from _ids(_employed(workspace, *when, there, size))
    for place in context.occupations:
        titled = Role.objects.of(workspace).filter(is_current=True, title__icontains=place.name)
        people = may_be_suggested(workspace, *when).filter(pk__in=titled.values("person"))
        yield from people.order_by("pk").values_list("pk", flat=True)[:size]
    for strength in sorted(Strength, reverse=True):
        yield from _ids(_tied(workspace, *when, strength, size))


@prepared
def _employed(workspace: Workspace, now: datetime, rested: datetime, at: tuple[UUID, ...], size: int) -> Found:
    roles = Role.objects.of(workspace).filter(organisation__in=at, is_current=True)
    return _first(may_be_suggested(workspace, now, rested).filter(pk__in=roles.values("person")), size)


@prepared
def _introduced(workspace: Workspace, now: datetime, rested: datetime, size: int) -> Found:
    introduced = Introduction.objects.of(workspace).values("introduced")
    return _first(may_be_suggested(workspace, now, rested).filter(pk__in=introduced), size)


@prepared
def _tied(workspace: Workspace, now: datetime, rested: datetime, strength: int, size: int) -> Found:
    ties = Tie.objects.of(workspace).filter(kind__in=TIED, strength=strength)
    return _first(may_be_suggested(workspace, now, rested).filter(pk__in=ties.values("person")), size)


@prepared
def _known_last(workspace: Workspace, now: datetime, rested: datetime, size: int) -> Found:
    people = may_be_suggested(workspace, now, rested)
    return people.order_by("-known_since", "-id").values_list("pk")[:size]


def _first(people: QuerySet[Person], size: int) -> Found:
    return people.order_by("pk").values_list("pk")[:size]


def _ids(rows: list[tuple[Any, ...]]) -> Iterator[UUID]:
    return (row[0] for row in rows)


def _written_before(workspace: Workspace, ids: list[UUID]) -> dict[UUID, Before]:
    """How the last thread of each ended, of those who had one."""
    rows = _ended(workspace, tuple(ids))
    return {key: Before(outcome, closed_at, moved_at) for key, outcome, closed_at, moved_at in rows}


@prepared
def _ended(workspace: Workspace, ids: tuple[UUID, ...]) -> Found:
    threads = Thread.objects.of(workspace).filter(person_id__in=ids).order_by("opened_at")
    return threads.values_list("person_id", "outcome", "closed_at", "moved_at")
