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
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.lib.names import latin_name
from askwell.outreach.choices import FollowUpKind, Outcome, TargetKind, ThreadState
from askwell.outreach.models import FollowUp, Pass, Thread
from askwell.outreach.queries.candidates import Before, Context, candidate_of, suggestion_of
from askwell.outreach.queries.duties import open_now
from askwell.outreach.queries.fresh import kept
from askwell.outreach.queries.targets import places_of, target_rows
from askwell.outreach.queries.values import Suggestion
from askwell.outreach.rules.ranking import REST_AFTER_SILENCE, rank
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Introduction, Person, Role, Tie
from askwell.people.queries import candidates_facts

SHARE, LEAST = 4, 20
TIED = [kind for kind in TieKind if kind is not TieKind.NONE]


def whom_next(workspace: Workspace, now: datetime, limit: int = 10) -> list[Suggestion]:
    """The `limit` best people to write to now, with their reasons; at most 20 queries, two while nothing changes.

    Clocks are compared with the current time zone.
    """
    key = ("whom_next", workspace.pk, limit, timezone.get_current_timezone_name())
    return kept(key, now, lambda: (_holds_until(workspace, now), _ranked(workspace, now, limit)))


def _ranked(workspace: Workspace, now: datetime, limit: int) -> list[Suggestion]:
    context = _context(workspace, now)
    ids = list(_pool(workspace, context, now, limit))
    facts = candidates_facts(workspace, ids)
    before = _written_before(workspace, ids)
    candidates = [candidate_of(facts[key], context, before=before.get(key)) for key in ids if key in facts]
    digital = 1.0 if context.profile.digital else 0.0
    ranked = rank(candidates, today=timezone.localdate(now), digital=digital, limit=limit)
    return [suggestion_of(one, facts[UUID(one.candidate.key)]) for one in ranked]


def _holds_until(workspace: Workspace, now: datetime) -> datetime:
    """When time alone may change the list: a second person falls due, a pass runs out, or the hour is over
    (a rest ends, clocks elsewhere change)."""
    duties = FollowUp.objects.of(workspace).filter(kind=FollowUpKind.SECOND_PERSON, done_at=None, dismissed_at=None)
    opens = duties.filter(opens_at__gt=now).aggregate(at=Min("opens_at"))["at"]
    wakes = duties.filter(snoozed_until__gt=now).aggregate(at=Min("snoozed_until"))["at"]
    runs_out = Pass.objects.of(workspace).filter(until__gt=now).aggregate(at=Min("until"))["at"]
    soonest: datetime = min(one for one in (opens, wakes, runs_out, _next_hour(now)) if one)
    return soonest


def _next_hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _context(workspace: Workspace, now: datetime) -> Context:
    rows = target_rows(workspace)
    places = places_of(rows)
    employers = {row.organisation_id: places[row.id] for row in rows if row.organisation_id}
    occupations = [places[row.id] for row in rows if row.kind == TargetKind.OCCUPATION]
    return Context(profile_of(workspace), employers, occupations, _silent_at(workspace, now), now)


def _silent_at(workspace: Workspace, now: datetime) -> dict[UUID, tuple[str, str]]:
    """Employers where somebody has been silent for three business days, with that person's Latin and native name."""
    duties = FollowUp.objects.of(workspace).filter(open_now(now), kind=FollowUpKind.SECOND_PERSON)
    columns = ("thread__organisation", "person__given_name", "person__family_name", "person__native_name")
    return {
        organisation: (latin_name(given, family, native) or native, native)
        for organisation, given, family, native in duties.order_by("-due_at").values_list(*columns)
        if organisation
    }


def _pool(workspace: Workspace, context: Context, now: datetime, limit: int) -> Iterator[UUID]:
    """Ids without repetition, by the numbered sources above."""
    size = max(limit * SHARE, LEAST)
    people = may_be_suggested(workspace, now)
    drawn = dict.fromkeys(_foremost(workspace, people, context, size))
    if len(drawn) < limit:
        drawn |= dict.fromkeys(_likely(workspace, people, context, size))
    if len(drawn) < limit:
        drawn |= dict.fromkeys(people.order_by("-known_since", "-id").values_list("pk", flat=True)[:size])
    return islice(drawn, size * 4)


def may_be_suggested(workspace: Workspace, now: datetime) -> QuerySet[Person]:
    """Everybody of whom nothing says that they should not be written to now."""
    rested = Q(state=ThreadState.CLOSED, outcome=Outcome.SILENT, closed_at__lte=now - REST_AFTER_SILENCE)
    engaged = Thread.objects.of(workspace).exclude(rested)
    passed = Pass.objects.of(workspace).filter(Q(until=None) | Q(until__gt=now))
    people = Person.objects.of(workspace).filter(archived_at=None, do_not_contact_at=None)
    return people.exclude(pk__in=engaged.values("person")).exclude(pk__in=passed.values("person"))


def _foremost(workspace: Workspace, people: QuerySet[Person], context: Context, size: int) -> Iterator[UUID]:
    if context.silent_at:
        colleagues = Role.objects.of(workspace).filter(organisation__in=context.silent_at, is_current=True)
        yield from _ids(people.filter(pk__in=colleagues.values("person")), size)
    yield from _ids(people.filter(pk__in=Introduction.objects.of(workspace).values("introduced")), size)


def _likely(workspace: Workspace, people: QuerySet[Person], context: Context, size: int) -> Iterator[UUID]:
    roles = Role.objects.of(workspace).filter(is_current=True)
    for active in (True, False):
        there = [key for key, place in context.employers.items() if place.active is active]
        if there:
            yield from _ids(people.filter(pk__in=roles.filter(organisation__in=there).values("person")), size)
    for place in context.occupations:
        yield from _ids(people.filter(pk__in=roles.filter(title__icontains=place.name).values("person")), size)
    for strength in sorted(Strength, reverse=True):
        tied = Tie.objects.of(workspace).filter(kind__in=TIED, strength=strength)
        yield from _ids(people.filter(pk__in=tied.values("person")), size)


def _ids(people: QuerySet[Person], size: int) -> Iterator[UUID]:
    yield from people.values_list("pk", flat=True)[:size]


def _written_before(workspace: Workspace, ids: list[UUID]) -> dict[UUID, Before]:
    """How the last thread of each ended, of those who had one."""
    threads = Thread.objects.of(workspace).filter(person_id__in=ids).order_by("opened_at")
    rows = threads.values_list("person_id", "outcome", "closed_at", "moved_at")
    return {key: Before(outcome, closed_at, moved_at) for key, outcome, closed_at, moved_at in rows}
