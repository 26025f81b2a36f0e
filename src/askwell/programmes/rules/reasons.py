"""Why these two meet, and why a seeker meets nobody: codes and values, for others to put into words."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from askwell.programmes.choices import Barrier, Unmet
from askwell.programmes.rules.barriers import Barriers, Marks
from askwell.programmes.rules.pairs import score_parts
from askwell.programmes.rules.people import HOUR, WEEK, Insider, Round, Seeker, Window
from askwell.programmes.rules.solving import PINNED, Solution, in_points
from askwell.programmes.rules.tables import Bytes, Ints, Listed

SEEKERS_AT_ONCE = 64
HELPERS = 3


@dataclass(frozen=True, slots=True)
class PairReason:
    """`place` is 1 for the seeker's best talk; `share` is how much of its score counts there. `topics` are the goals
    that the insider covers, with their weights, `of_weight` is what all goals weigh. `steps` is by how many levels the
    insider is above. The points for topics, languages and seniority add up to `score`."""

    seeker: str
    insider: str
    place: int
    score: int
    share: Fraction
    topics: tuple[tuple[str, int], ...]
    of_weight: int
    languages: tuple[str, ...]
    steps: int
    points: tuple[int, int, int]
    hours: tuple[Window, ...]
    pinned: bool


@dataclass(frozen=True, slots=True)
class Against:
    """How many insiders a reason stands against, and how many of them have no other."""

    insiders: int
    alone: int


@dataclass(frozen=True, slots=True)
class Helper:
    """An insider who is full. One place more with them would be worth `gain` to the whole programme, and this seeker
    could take it for `score` points."""

    insider: str
    score: int
    gain: Fraction


@dataclass(frozen=True, slots=True)
class UnmetReason:
    """`allowed` insiders could meet the seeker, all of them full; the best of these are `helpers`. `against` tells of
    all others."""

    seeker: str
    why: Unmet
    allowed: int
    against: dict[Barrier, Against]
    helpers: tuple[Helper, ...]


def pair_reasons(solution: Solution) -> list[PairReason]:
    """One for each pair, by seeker and then from their best talk down."""
    held, tables, weights = solution.held, solution.tables, solution.the_round.weights
    seeker, place = np.nonzero(held.numbers >= 0)
    number = held.numbers[seeker, place]
    insider = solution.talks.pairs.insider[number].astype(np.int64)
    points = np.stack(score_parts(tables, weights, seeker, insider), axis=1)
    steps = tables.insider_levels[insider] - tables.seeker_levels[seeker]
    pinned = (solution.talks.standing[number] & PINNED) > 0
    rows = zip(*(values.tolist() for values in (seeker, insider, place, points, steps, pinned)), strict=True)
    return [_pair_reason(solution, *row) for row in rows]


def _pair_reason(
    solution: Solution, seeker: int, insider: int, place: int, points: list[int], steps: int, pinned: bool
) -> PairReason:
    one, other = solution.the_round.seekers[seeker], solution.the_round.insiders[insider]
    covered, spoken = set(other.topics), set(other.languages)
    return PairReason(
        seeker=one.id,
        insider=other.id,
        place=place + 1,
        score=sum(points),
        share=solution.the_round.weights.decay**place,
        topics=tuple((topic, weight) for topic, weight in one.goals.items() if topic in covered),
        of_weight=sum(one.goals.values()),
        languages=tuple(language for language in one.languages if language in spoken),
        steps=steps,
        points=(points[0], points[1], points[2]),
        hours=common_hours(one, other),
        pinned=pinned,
    )


def common_hours(seeker: Seeker, insider: Insider) -> tuple[Window, ...]:
    """When both are free for an hour or more."""
    found = []
    for one in seeker.windows:
        for other in insider.windows:
            for turn in (-WEEK, 0, WEEK) if max(one.end, other.end) > WEEK else (0,):
                start, end = max(one.start, other.start + turn), min(one.end, other.end + turn)
                if end - start >= HOUR:
                    found.append((start % WEEK, end - start + start % WEEK))
    return tuple(Window(start, end) for start, end in sorted(set(found)))


def unmet_reasons(solution: Solution) -> list[UnmetReason]:
    """One for each seeker who wants a talk and has none, in the order of the round."""
    left = np.flatnonzero((solution.held.count == 0) & (solution.talks.wanted > 0))
    barriers = Barriers(solution.the_round, solution.tables)
    return [
        _unmet_reason(solution, int(seeker), against)
        for first in range(0, len(left), SEEKERS_AT_ONCE)
        for seeker, against in _against(solution.the_round, barriers, left[first : first + SEEKERS_AT_ONCE])
    ]


def _unmet_reason(solution: Solution, seeker: int, against: dict[Barrier, Against]) -> UnmetReason:
    pairs, the_round = solution.talks.pairs, solution.the_round
    first, last = int(pairs.starts[seeker]), int(pairs.starts[seeker + 1])
    best = first + np.argsort(-pairs.score[first:last], kind="stable")[:HELPERS]
    helpers = [
        Helper(the_round.insiders[insider].id, score, in_points(the_round, int(solution.optimum.prices[insider])))
        for insider, score in zip(pairs.insider[best].tolist(), pairs.score[best].tolist(), strict=True)
    ]
    why = Unmet.ALL_FULL if last > first else Unmet.NOBODY_ALLOWED
    return UnmetReason(the_round.seekers[seeker].id, why, last - first, against, tuple(helpers))


def _against(the_round: Round, barriers: Barriers, seekers: Ints) -> Iterator[tuple[int, dict[Barrier, Against]]]:
    """What stands between these seekers and the insiders (only their candidates, where these are given)."""
    if the_round.among is None:
        counts = _of_all(barriers.of_seekers(seekers))
    else:
        counts = _of_candidates(barriers, seekers, barriers.tables.candidates(the_round.among, seekers))
    for place, seeker in enumerate(seekers.tolist()):
        rows = ((barrier, every[place], alone[place]) for barrier, (every, alone) in counts.items())
        yield seeker, {barrier: Against(int(every), int(alone)) for barrier, every, alone in rows if every}


def _of_all(found: dict[Barrier, Bytes]) -> dict[Barrier, tuple[Ints, Ints]]:
    """For each reason: for each seeker, how many insiders it stands against, and alone."""
    once, twice = np.zeros((2, *found[Barrier.HOUR].shape), np.uint8)
    for bits in found.values():
        twice |= once & bits
        once |= bits
    return {barrier: (_sum(bits), _sum(bits & ~twice)) for barrier, bits in found.items()}


def _sum(bits: Bytes) -> Ints:
    total: Ints = np.bitwise_count(bits).sum(axis=1, dtype=np.int64)
    return total


def _of_candidates(barriers: Barriers, seekers: Ints, named: Listed) -> dict[Barrier, tuple[Ints, Ints]]:
    found = barriers.of_pairs(seekers[named.owners], named.items)
    counts = np.sum(list(found.values()), axis=0)

    def of_each(marks: Marks) -> Ints:
        return np.bincount(named.owners[marks], minlength=len(seekers))

    return {barrier: (of_each(marks), of_each(marks & (counts == 1))) for barrier, marks in found.items()}
