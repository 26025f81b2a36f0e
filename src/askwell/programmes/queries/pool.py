"""Who takes part in a round, as the matching knows them: by their ids."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.lib.times import UnknownZone, zone
from askwell.programmes.choices import InsiderState, MatchState, ParticipantState, Side, WishKind
from askwell.programmes.models import Insider, Match, Participant, Programme, Round, Wish
from askwell.programmes.queries.insiders.standing import Standing, standing_of, talks_of
from askwell.programmes.rules import people
from askwell.programmes.rules.missing import Follow, follows
from askwell.programmes.rules.people import Pair
from askwell.programmes.rules.places import pauses
from askwell.programmes.rules.rows import goals_of, known_by, topics_of, windows_of
from askwell.programmes.rules.topics import Ideas, covering, idea_of, named
from askwell.programmes.rules.written import weights_of

OPEN = (MatchState.WAITING, MatchState.ASKED, MatchState.AGREED)
"""Talks that are on their way: they take a place of both."""
TAKING = (*OPEN, MatchState.HELD)
PROPOSAL = Q(state=MatchState.PROPOSED, send_at=None)
"""A pair that the next solution may replace: nobody pressed Send."""

_seeker_columns = (
    "name", "native_name", "email", "goals", "languages", "level", "wanted", "windows", "zone", "employer",
    "talked_at",
)  # fmt: skip
_insider_columns = (
    "state", "email", "organisation", "field", "topics", "languages", "level", "a_month", "windows", "zone",
    "not_employers", "not_people", "paused_until", "talked_at",
)  # fmt: skip


def pool(row: Round, now: datetime) -> people.Round:
    """The active seekers of the round, and the insiders who are active or have a talk with one of them.

    A talk that is on its way, or was held in this round, enters as a pin and takes a place of both, so that who has it
    counts as met and comes after who has none. Whoever met or was asked before does not meet again."""
    seekers = list(seekers_of(row).only(*_seeker_columns).order_by("number"))
    talks = _Talks.of(row, {str(one.pk) for one in seekers})
    making = _Making(row, Programme.objects.of(row.workspace).get(), talks, seekers, now)
    insiders = tuple(making.insiders(_insiders(row.workspace, {insider for _seeker, insider in talks.kept})))
    wishes = _wishes(row)
    return people.Round(
        tuple(making.seekers(seekers)),
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
    """All talks of the programme that the matching must know of, and when a seeker missed one."""

    kept: set[Pair]
    conflicts: dict[Pair, str]
    missed: dict[UUID, list[datetime]]
    pressed: Counter[UUID]
    """By insider: for how many talks Send was pressed and no worker came by; they take places that nobody counts."""

    @classmethod
    def of(cls, row: Round, seekers: set[str]) -> "_Talks":
        talks = cls(set(), {}, defaultdict(list), Counter())
        sent = Match.objects.of(row.workspace).exclude(insider=None).exclude(participant=None).exclude(PROPOSAL)
        columns = ("participant_id", "insider_id", "round_id", "state", "missed_by", "ended_at")
        for seeker, insider, of, state, missed_by, ended_at in sent.values_list(*columns).iterator():
            if missed_by == Side.SEEKER and ended_at:
                talks.missed[seeker].append(ended_at)
            talks.pressed[insider] += state == MatchState.PROPOSED
            if str(seeker) in seekers:
                talks._add((str(seeker), str(insider)), state, is_of_this=of == row.pk)
        return talks

    def _add(self, pair: Pair, state: str, *, is_of_this: bool) -> None:
        if state in (*OPEN, MatchState.PROPOSED) or (state == MatchState.HELD and is_of_this):
            self.kept.add(pair)
            self.conflicts.pop(pair, None)
        elif pair not in self.kept:
            self.conflicts[pair] = state


class _Making:
    """People as the matching knows them."""

    def __init__(
        self, row: Round, programme: Programme, talks: _Talks, seekers: Sequence[Participant], now: datetime
    ) -> None:
        self.row, self.programme, self.talks, self.now = row, programme, talks, now
        self.spelling, self.standing = Ideas(), talks_of(row.workspace, None, now)
        self.asked = {idea_of(str(goal)) for one in seekers for goal in one.goals}
        self.kept = Counter(key for pair in talks.kept for key in pair)
        self.named: dict[str, list[str]] = defaultdict(list)
        for one in seekers:
            for name in known_by(one.name, one.native_name, one.email):
                self.named[name].append(str(one.pk))

    def seekers(self, rows: Iterable[Participant]) -> Iterator[people.Seeker]:
        """Whoever pauses comes only with the talks that they have."""
        for one in rows:
            kept = self.kept[str(one.pk)]
            if not self._pauses(one):
                wanted = min(one.wanted, self.programme.most_talks) if one.wanted > 0 else one.wanted
                yield self._seeker(one, max(wanted, kept) if kept else wanted)
            elif kept:
                yield self._seeker(one, kept)

    def _seeker(self, one: Participant, wanted: int) -> people.Seeker:
        return people.Seeker(
            str(one.pk),
            goals_of(one.goals, self.spelling),
            tuple(map(str, one.languages)),
            one.level,
            wanted,
            windows_of(one.windows, one.zone, self.row.week),
            fold(one.employer),
            fold(one.email),
        )

    def insiders(self, rows: Iterable[Insider]) -> Iterator[people.Insider]:
        """Whoever pauses or rests comes only with the talks that they have."""
        for one in rows:
            if (capacity := self._capacity(one)) is not None:
                yield self._insider(one, capacity)

    def _insider(self, one: Insider, capacity: int) -> people.Insider:
        shunned = dict.fromkeys(seeker for name in known_by(*one.not_people) for seeker in self.named.get(name, ()))
        return people.Insider(
            str(one.pk),
            topics_of([*one.topics, *self._wider(one)], self.spelling),
            tuple(map(str, one.languages)),
            one.level,
            capacity,
            windows_of(one.windows, one.zone, self.row.week),
            fold(one.organisation),
            tuple(shunned),
            tuple(known_by(*one.not_employers)),
            fold(one.email),
        )

    def _wider(self, one: Insider) -> list[str]:
        """Fields that somebody asks about as a whole, and that this insider knows: of them or of a part."""
        return [named(idea, "en") for idea in sorted(covering(one.topics, one.field) & self.asked)]

    def _capacity(self, one: Insider) -> int | None:
        """Free places and those of the talks that are kept; what was told as none or fewer stays so."""
        kept = self.kept[str(one.pk)]
        try:
            standing = self._standing(one)
            today = self.now.astimezone(zone(one.zone)).date()
        except UnknownZone:  # whose hours are named as impossible
            return kept
        is_away = pauses(one.state != InsiderState.ACTIVE, one.paused_until, today)
        if is_away or standing.rests_until or standing.follow is Follow.PAUSE:
            return kept or None
        free = max(0, standing.free - self.talks.pressed[one.pk])
        return free + kept if one.a_month > 0 or kept else one.a_month

    def _standing(self, one: Insider) -> Standing:
        rules = self.programme
        told = {"rest_days": rules.rest_days, "most_missed": rules.most_missed}
        return standing_of(one, self.standing.get(one.pk), now=self.now, **told)

    def _pauses(self, one: Participant) -> bool:
        """Whether they missed talks, and nobody talked with them about it since."""
        missed, most = self.talks.missed[one.pk], self.programme.most_missed
        return follows(missed=missed, most_missed=most, talked_at=one.talked_at, now=self.now) is Follow.PAUSE
