"""Who takes part in a round, as the matching knows them: by their ids."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.programmes.choices import InsiderState, MatchState, ParticipantState, Side, WishKind
from askwell.programmes.models import Insider, Match, Participant, Programme, Round, Wish
from askwell.programmes.rules import people
from askwell.programmes.rules.missing import Follow, follows
from askwell.programmes.rules.people import Pair
from askwell.programmes.rules.places import pauses, places, rests_until
from askwell.programmes.rules.rows import Spelling, goals_of, known_by, topics_of, windows_of
from askwell.programmes.rules.written import weights_of

OPEN = (MatchState.WAITING, MatchState.ASKED, MatchState.AGREED)
"""Talks that are on their way: they take a place of both."""
TAKING = (*OPEN, MatchState.HELD)

_seeker_columns = (
    "name", "native_name", "email", "goals", "languages", "level", "wanted", "windows", "zone", "employer",
    "talked_at",
)  # fmt: skip
_insider_columns = (
    "state", "email", "organisation", "topics", "languages", "level", "a_month", "windows", "zone", "not_employers",
    "not_people", "paused_until", "talked_at",
)  # fmt: skip


def pool(row: Round, now: datetime) -> people.Round:
    """The active seekers of the round, and the insiders who are active or have a talk with one of them.

    A talk that is on its way, or was held in this round, enters as a pin and takes a place of both, so that who has it
    counts as met and comes after who has none. Whoever met or was asked before does not meet again. Whoever missed
    talks and was not talked with since gets no new one."""
    seekers = list(seekers_of(row).only(*_seeker_columns).order_by("number"))
    talks = _Talks.of(row, {str(one.pk) for one in seekers})
    making = _Making(row, Programme.objects.of(row.workspace).get(), talks, seekers, now)
    seekers = [one for one in seekers if making.kept[str(one.pk)] or not making.is_to_be_talked_with(one)]
    insiders = tuple(making.insiders(_insiders(row.workspace, {insider for _seeker, insider in talks.kept})))
    wishes = _wishes(row)
    return people.Round(
        tuple(map(making.seeker, seekers)),
        insiders,
        conflicts=talks.conflicts,
        pins=wishes[WishKind.PIN] | talks.kept,
        forbidden=wishes[WishKind.FORBID] - talks.kept,
        kept=frozenset(talks.kept),
        weights=weights_of(row.weights),
    )


def seekers_of(row: Round) -> QuerySet[Participant]:
    """The active seekers of the round's cohort, or of the programme."""
    active = Participant.objects.of(row.workspace).filter(state=ParticipantState.ACTIVE)
    return active.filter(cohort=row.cohort_id) if row.cohort_id else active


def _insiders(workspace: Workspace, needed: set[str]) -> list[Insider]:
    """Those who are in, in the order in which they came, and those of `needed` who are not any more."""
    of = Insider.objects.of(workspace).only("number", *_insider_columns)
    found = list(of.filter(state__in=(InsiderState.ACTIVE, InsiderState.PAUSED)))
    missing = needed - {str(one.pk) for one in found}
    return sorted([*found, *of.filter(pk__in=map(UUID, missing))], key=lambda one: one.number)


def _wishes(row: Round) -> dict[str, frozenset[Pair]]:
    found: dict[str, set[Pair]] = {kind: set() for kind in WishKind}
    for seeker, insider, kind in (
        Wish.objects.of(row.workspace).filter(round=row).values_list("participant_id", "insider_id", "kind")
    ):
        found[kind].add((str(seeker), str(insider)))
    return {kind: frozenset(pairs) for kind, pairs in found.items()}


@dataclass(frozen=True)
class _Talks:
    """All talks of the programme that the matching must know of."""

    kept: set[Pair]
    conflicts: dict[Pair, str]
    taken: dict[UUID, list[datetime]]
    held: dict[UUID, list[datetime]]
    missed: dict[UUID, list[datetime]]

    @classmethod
    def of(cls, row: Round, seekers: set[str]) -> "_Talks":
        talks = cls(set(), {}, defaultdict(list), defaultdict(list), defaultdict(list))
        sent = Match.objects.of(row.workspace).exclude(state=MatchState.PROPOSED).exclude(insider=None)
        columns = (
            "participant_id",
            "insider_id",
            "round_id",
            "state",
            "missed_by",
            "asked_at",
            "starts_at",
            "ended_at",
        )
        for talk in sent.values_list(*columns).iterator():
            talks._add(row, seekers, *talk)
        return talks

    def _add(
        self,
        row: Round,
        seekers: set[str],
        seeker: UUID | None,
        insider: UUID,
        of: UUID,
        state: str,
        missed_by: str,
        *times: Any,
    ) -> None:
        asked_at, starts_at, ended_at = times
        absent = {Side.INSIDER.value: insider, Side.SEEKER.value: seeker}.get(missed_by)
        if absent and ended_at:
            self.missed[absent].append(ended_at)
        if state in TAKING:
            self.taken[insider].append(starts_at or asked_at or row.created_at)
        if state == MatchState.HELD and starts_at:
            self.held[insider].append(starts_at)
        if str(seeker) not in seekers:
            return
        pair = (str(seeker), str(insider))
        if state in OPEN or (state == MatchState.HELD and of == row.pk):
            self.kept.add(pair)
            self.conflicts.pop(pair, None)
        elif pair not in self.kept:
            self.conflicts[pair] = state


class _Making:
    """People as the matching knows them."""

    def __init__(
        self, row: Round, programme: Programme, talks: _Talks, seekers: Iterable[Participant], now: datetime
    ) -> None:
        self.row, self.programme, self.talks, self.now = row, programme, talks, now
        self.spelling = Spelling()
        self.kept = Counter(key for pair in talks.kept for key in pair)
        self.named: dict[str, list[str]] = defaultdict(list)
        for one in seekers:
            for name in known_by(one.name, one.native_name, one.email):
                self.named[name].append(str(one.pk))

    def seeker(self, one: Participant) -> people.Seeker:
        wanted = min(one.wanted, self.programme.most_talks) if one.wanted > 0 else one.wanted
        return people.Seeker(
            str(one.pk),
            goals_of(one.goals, self.spelling),
            tuple(map(str, one.languages)),
            one.level,
            max(wanted, self.kept[str(one.pk)]) if self.kept[str(one.pk)] else wanted,
            windows_of(one.windows, one.zone, self.row.week),
            fold(one.employer),
            fold(one.email),
        )

    def insiders(self, rows: Iterable[Insider]) -> Iterator[people.Insider]:
        """Whoever pauses or rests comes only with the talks that they have."""
        for one in rows:
            if (capacity := self._capacity(one)) is not None:
                yield self._insider(one, capacity)

    def is_to_be_talked_with(self, one: Participant | Insider) -> bool:
        """Whether somebody of the programme talks with them first."""
        missed, most = self.talks.missed[one.pk], self.programme.most_missed
        return follows(missed=missed, most_missed=most, talked_at=one.talked_at, now=self.now) is Follow.PAUSE

    def _insider(self, one: Insider, capacity: int) -> people.Insider:
        shunned = dict.fromkeys(seeker for name in known_by(*one.not_people) for seeker in self.named.get(name, ()))
        return people.Insider(
            str(one.pk),
            topics_of(one.topics, self.spelling),
            tuple(map(str, one.languages)),
            one.level,
            capacity,
            windows_of(one.windows, one.zone, self.row.week),
            fold(one.organisation),
            tuple(shunned),
            tuple(known_by(*one.not_employers)),
            fold(one.email),
        )

    def _capacity(self, one: Insider) -> int | None:
        """Free places and those of the talks that are kept; what was told as none or fewer stays so."""
        kept, there = self.kept[str(one.pk)], _on_their_clock(self.now, one.zone)
        taken, held = self.talks.taken[one.pk], self.talks.held[one.pk]
        is_away = pauses(one.state != InsiderState.ACTIVE, one.paused_until, there.date())
        is_away = is_away or self.is_to_be_talked_with(one)
        if is_away or rests_until(self.programme.rest_days, held, there):
            return kept or None
        if one.a_month < 1 and not kept:
            return one.a_month
        free = places(
            a_month=one.a_month,
            rest_days=self.programme.rest_days,
            taken=taken,
            held=held,
            paused_until=one.paused_until,
            is_paused=is_away,
            now=there,
        )
        return free + kept


def _on_their_clock(now: datetime, zone: str) -> datetime:
    try:
        return now.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return now
