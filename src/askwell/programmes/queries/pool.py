"""Who takes part in a round, as the matching knows them: by their ids."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.lib.times import UnknownZone, zone
from askwell.programmes.choices import InsiderState, MatchState, ParticipantState, RoundState, Side, WishKind
from askwell.programmes.models import Insider, Match, Participant, Programme, Round, Wish
from askwell.programmes.queries.insiders.standing import Standing, standing_of, talks_of
from askwell.programmes.rules import people
from askwell.programmes.rules.missing import Follow, follows
from askwell.programmes.rules.people import Pair
from askwell.programmes.rules.places import pauses
from askwell.programmes.rules.rows import aims, goals_of, known_by, known_topics, topics_of, windows_of
from askwell.programmes.rules.topics import Ideas, covering, idea_of, named
from askwell.programmes.rules.written import weights_of

OPEN = (MatchState.WAITING, MatchState.ASKED, MatchState.AGREED)
"""Talks that are on their way: they take a place of both."""
TAKING = (*OPEN, MatchState.HELD)
TAKES_PART = (InsiderState.ACTIVE, InsiderState.PAUSED)
AT_ONCE = 500
"""So many are named to the database in one question."""
PROPOSAL = Q(state=MatchState.PROPOSED, send_at=None)
"""A pair that the next solution may replace: nobody pressed Send."""
UNJOINED = Q(participant__isnull=False, participant__seeker_workspace=None)
PROMISED = UNJOINED & (Q(state=MatchState.WAITING) | Q(state=MatchState.PROPOSED, send_at__isnull=False))
"""A talk that waits for its seeker to join: no insider was asked, so whoever has joined may have its place."""

_seeker_columns = (
    "name", "native_name", "email", "field", "goals", "languages", "level", "wanted", "windows", "zone", "employer",
    "talked_at", "seeker_workspace",
)  # fmt: skip
_insider_columns = (
    "state", "email", "organisation", "field", "topics", "languages", "level", "a_month", "windows", "zone",
    "not_employers", "not_people", "paused_until", "talked_at",
)  # fmt: skip


def pool(row: Round, now: datetime) -> people.Round:
    """The active seekers of the round, and the insiders who are active or have a talk with one of them.

    A talk that is on its way, or was held in this round, enters as a pin and takes a place of both, so that who has it
    counts as met and comes after who has none. Whoever met or was asked before does not meet again. Who has not joined
    comes later, for one talk, or not at all, as the round has it, and what was promised to them keeps its place from
    nobody who has joined; an insider who said no in this round comes only for whom the coordinator pinned."""
    seekers = list(seekers_of(row).only(*_seeker_columns).order_by("number"))
    talks = _Talks.of(row, {str(one.pk) for one in seekers}, _sent(row))
    wishes = _wishes(row)
    making = _Making(row, Programme.objects.of(row.workspace).get(), talks, seekers, wishes, now)
    return making.round(seekers, _insiders(row.workspace, {insider for _seeker, insider in talks.kept | talks.waiting}))


def pool_of_two(row: Round, seeker: Participant, insider: Insider, now: datetime) -> people.Round:
    """The same of these two alone, each if they take part, as if they were to be pinned: with the places that their
    other talks and pins leave."""
    both, pair = Q(participant=seeker) | Q(insider=insider), (str(seeker.pk), str(insider.pk))
    sent, told = _sent(row).filter(both), _wishes(row, both)
    wishes: dict[str, frozenset[Pair]] = {
        WishKind.PIN: told[WishKind.PIN] | {pair},
        WishKind.FORBID: told[WishKind.FORBID] - {pair},
    }
    talks = _Talks.of(row, {pair[0]}, sent)
    making = _Making(row, Programme.objects.of(row.workspace).get(), talks, [seeker], wishes, now, [insider.pk])
    firm = sent.exclude(PROMISED).values_list("participant_id", "insider_id")
    there = {(str(one), str(other)) for one, other in firm}
    others = Counter(key for one in (wishes[WishKind.PIN] - there | talks.kept) - {pair} for key in one)
    in_round = seekers_of(row).filter(pk=seeker.pk)
    are_in = insider.state in TAKES_PART or pair in talks.kept
    found = making.round([seeker] if in_round.exists() else [], [insider] if are_in else [])
    return replace(
        found,
        seekers=tuple(replace(one, wanted=one.wanted - others[one.id]) for one in found.seekers),
        insiders=tuple(replace(one, capacity=one.capacity - others[one.id]) for one in found.insiders),
    )


def pool_of_one(row: Round, seeker: Participant, now: datetime) -> people.Round:
    """The same of this seeker alone with all insiders who are in."""
    wishes = _wishes(row, Q(participant=seeker))
    talks = _Talks.of(row, {str(seeker.pk)}, _sent(row))
    making = _Making(row, Programme.objects.of(row.workspace).get(), talks, [seeker], wishes, now)
    return making.round([seeker], _insiders(row.workspace, set()))


def seekers_of(row: Round) -> QuerySet[Participant]:
    """The active seekers of the round's cohort, or of the programme."""
    active = Participant.objects.of(row.workspace).filter(state=ParticipantState.ACTIVE)
    return active.filter(cohort=row.cohort_id) if row.cohort_id else active


def _insiders(workspace: Workspace, needed: set[str]) -> list[Insider]:
    """Those who are in, in the order in which they came, and those of `needed` who are not any more."""
    of = Insider.objects.of(workspace).only("number", *_insider_columns)
    found = list(of.filter(state__in=TAKES_PART))
    missing = [UUID(one) for one in needed - {str(one.pk) for one in found}]
    others = (of.filter(pk__in=missing[first : first + AT_ONCE]) for first in range(0, len(missing), AT_ONCE))
    return sorted([*found, *(one for some in others for one in some)], key=lambda one: one.number)


def _sent(row: Round) -> QuerySet[Match]:
    """Every talk of the programme but the proposals of this round and of closed ones, which lead to nothing."""
    every = Match.objects.of(row.workspace).exclude(insider=None).exclude(participant=None)
    return every.exclude(PROPOSAL & (Q(round=row) | Q(round__state=RoundState.CLOSED)))


def _wishes(row: Round, of: Q | None = None) -> dict[str, frozenset[Pair]]:
    found: dict[str, set[Pair]] = {kind: set() for kind in WishKind}
    rows = Wish.objects.of(row.workspace).filter(of or Q(), round=row)
    for seeker, insider, kind in rows.values_list("participant_id", "insider_id", "kind"):
        found[kind].add((str(seeker), str(insider)))
    return {kind: frozenset(pairs) for kind, pairs in found.items()}


@dataclass(frozen=True)
class _Talks:
    """All talks of the programme that the matching must know of, and when a seeker missed one."""

    kept: set[Pair]
    waiting: set[Pair]
    """What is promised, or proposed in another open round, to somebody who has not joined; see `PROMISED`."""
    conflicts: dict[Pair, str]
    missed: dict[UUID, list[datetime]]
    pressed: Counter[UUID]
    """By insider: for how many talks Send was pressed and no worker came by, or that another round proposes; they take
    places that nobody counts."""
    refused: set[str]
    """The insiders who said no in this round, or did not answer."""

    @classmethod
    def of(cls, row: Round, seekers: Collection[str], sent: QuerySet[Match]) -> "_Talks":
        talks = cls(set(), set(), {}, defaultdict(list), Counter(), set())
        columns = ("participant_id", "insider_id", "round_id", "state", "missed_by", "ended_at", "send_at")
        rows = sent.values_list(*columns, "participant__seeker_workspace")
        for seeker, insider, of, state, missed_by, ended_at, send_at, account in rows.iterator():
            if account is None and state in (MatchState.WAITING, MatchState.PROPOSED):
                talks.waiting.add((str(seeker), str(insider)))
                continue
            if missed_by == Side.SEEKER and ended_at:
                talks.missed[seeker].append(ended_at)
            talks.pressed[insider] += state == MatchState.PROPOSED
            if state == MatchState.DECLINED and of == row.pk:
                talks.refused.add(str(insider))
            if str(seeker) in seekers and (send_at or state != MatchState.PROPOSED):
                talks._add((str(seeker), str(insider)), state, is_of_this=of == row.pk)
        for pair in talks.waiting:
            talks.conflicts.pop(pair, None)
        return talks

    def hold(self, closed: Collection[str], seekers: Collection[str]) -> None:
        """What is promised with insiders who have a place for nobody new stays as it is: as a talk of `seekers` that is
        kept, and out of sight where it is somebody else's."""
        stays = {pair for pair in self.waiting if pair[1] in closed}
        self.waiting.difference_update(stays)
        self.kept.update(pair for pair in stays if pair[0] in seekers)

    def _add(self, pair: Pair, state: str, *, is_of_this: bool) -> None:
        if state in (*OPEN, MatchState.PROPOSED) or (state == MatchState.HELD and is_of_this):
            self.kept.add(pair)
            self.conflicts.pop(pair, None)
        elif pair not in self.kept:
            self.conflicts[pair] = state


class _Making:
    """People as the matching knows them."""

    def __init__(
        self,
        row: Round,
        programme: Programme,
        talks: _Talks,
        seekers: Sequence[Participant],
        wishes: Mapping[str, frozenset[Pair]],
        now: datetime,
        insiders: Collection[UUID] | None = None,
    ) -> None:
        self.row, self.programme, self.talks, self.wishes, self.now = row, programme, talks, wishes, now
        self.spelling, self.standing = Ideas(), talks_of(row.workspace, insiders, now, but=PROMISED)
        self.asked = {idea_of(str(goal)) for one in seekers for goal in aims(one.goals, one.field)}
        self.kept: Counter[str] = Counter()
        self.waiting = Counter(seeker for seeker, _insider in talks.waiting)
        self.pins = Counter(key for pair in wishes[WishKind.PIN] - talks.kept for key in pair)
        self.named: dict[str, list[str]] = defaultdict(list)
        for one in seekers:
            for name in known_by(one.name, one.native_name, one.email):
                self.named[name].append(str(one.pk))

    def round(self, seekers: Sequence[Participant], insiders: Sequence[Insider]) -> people.Round:
        unjoined = {str(one.pk) for one in seekers if one.seeker_workspace_id is None}
        closed = {str(one.pk) for one in insiders if self._free(one) is None or str(one.pk) in self.talks.refused}
        self.talks.hold(closed, unjoined if self.row.with_unjoined else ())
        self.kept.update(key for pair in self.talks.kept for key in pair)
        kept, there = frozenset(self.talks.kept), tuple(self.seekers(seekers))
        return people.Round(
            there,
            tuple(self.insiders(insiders)),
            conflicts=self.talks.conflicts,
            pins=self.wishes[WishKind.PIN] | kept,
            forbidden=self.wishes[WishKind.FORBID] - kept,
            kept=kept,
            unwilling=frozenset(self.talks.refused),
            later=frozenset(one.id for one in there if one.id in unjoined),
            waiting=frozenset(self.talks.waiting),
            weights=weights_of(self.row.weights),
        )

    def seekers(self, rows: Iterable[Participant]) -> Iterator[people.Seeker]:
        """Whoever pauses, or is left out, comes only with the talks that they have."""
        for one in rows:
            kept = self.kept[str(one.pk)]
            if not self._pauses(one) and (one.seeker_workspace_id or self.row.with_unjoined):
                has = kept + self.waiting[str(one.pk)]
                yield self._seeker(one, max(self._wanted(one), has) if has else self._wanted(one))
            elif kept:
                yield self._seeker(one, kept)

    def _wanted(self, one: Participant) -> int:
        """As they told it where that is none; one talk at most before they have joined."""
        most = self.programme.most_talks if one.seeker_workspace_id else min(1, self.programme.most_talks)
        return min(one.wanted, most) if one.wanted > 0 else one.wanted

    def _seeker(self, one: Participant, wanted: int) -> people.Seeker:
        return people.Seeker(
            str(one.pk),
            goals_of(aims(one.goals, one.field), self.spelling),
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
            topics_of([*known_topics(one.topics, one.field), *self._wider(one)], self.spelling),
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
        kept, free = self.kept[str(one.pk)], self._free(one)
        if free is None:
            return kept if kept or self._today(one) is None else None
        if str(one.pk) in self.talks.refused:
            free = min(free, self.pins[str(one.pk)])
        return free + kept if one.a_month > 0 or kept else one.a_month

    def _free(self, one: Insider) -> int | None:
        """Places for somebody new; None of who pauses or rests, or whose hours are named as impossible."""
        today = self._today(one)
        if today is None or pauses(one.state != InsiderState.ACTIVE, one.paused_until, today):
            return None
        standing = self._standing(one)
        rests = standing.rests_until or standing.follow is Follow.PAUSE
        return None if rests else max(0, standing.free - self.talks.pressed[one.pk])

    def _today(self, one: Insider) -> date | None:
        try:
            return self.now.astimezone(zone(one.zone)).date()
        except UnknownZone:
            return None

    def _standing(self, one: Insider) -> Standing:
        rules = self.programme
        told = {"rest_days": rules.rest_days, "most_missed": rules.most_missed}
        return standing_of(one, self.standing.get(one.pk), now=self.now, **told)

    def _pauses(self, one: Participant) -> bool:
        """Whether they missed talks, and nobody talked with them about it since."""
        missed, most = self.talks.missed[one.pk], self.programme.most_missed
        return follows(missed=missed, most_missed=most, talked_at=one.talked_at, now=self.now) is Follow.PAUSE
