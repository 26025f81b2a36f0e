"""The same rules and objective, written plainly: every pair looked at, every matching tried."""

from collections.abc import Collection
from fractions import Fraction
from functools import cache
from itertools import combinations

from hypothesis import strategies as st

from askwell.programmes.rules.people import WEEK, Insider, Pair, Round, Seeker, Weights, Window

LEVELS = ["student", "entry", "mid", "senior", "lead"]
FIT = {0: Fraction(6, 10), 1: Fraction(1), 2: Fraction(1), 3: Fraction(6, 10), 4: Fraction(3, 10)}


def meet(one: Window, other: Window) -> bool:
    """An hour at which both are free, in this week or round its end."""
    turns = [(other.start + turn, other.end + turn) for turn in (-WEEK, 0, WEEK)]
    return any(min(one.end, end) - max(one.start, start) >= 60 for start, end in turns)


def allowed(the_round: Round, seeker: Seeker, insider: Insider) -> bool:
    pair = (seeker.id, insider.id)
    return (
        bool(set(seeker.languages) & set(insider.languages))
        and any(meet(one, other) for one in seeker.windows for other in insider.windows)
        and not (seeker.employer and seeker.employer in (insider.employer, *insider.excluded_employers))
        and seeker.id not in insider.excluded_seekers
        and pair not in the_round.conflicts
        and pair not in the_round.forbidden
    )


def score(weights: Weights, seeker: Seeker, insider: Insider) -> int:
    total = sum(seeker.goals.values())
    covered = sum(weight for topic, weight in seeker.goals.items() if topic in insider.topics)
    topics = weights.topics * covered // total if total else 0
    steps = LEVELS.index(insider.level) - LEVELS.index(seeker.level)
    language = weights.language * min(2, len(set(seeker.languages) & set(insider.languages)))
    return topics + language + int(weights.seniority * FIT.get(steps, Fraction(0)))


def scores(the_round: Round) -> dict[Pair, int]:
    return {
        (seeker.id, insider.id): score(the_round.weights, seeker, insider)
        for seeker in the_round.seekers
        for insider in the_round.insiders
        if allowed(the_round, seeker, insider)
    }


def value(the_round: Round, matches: Collection[Pair]) -> Fraction:
    """The objective; the matching breaks no rule."""
    weights, insiders = the_round.weights, {insider.id: insider for insider in the_round.insiders}
    assert len(set(matches)) == len(matches)
    total = Fraction(0)
    for seeker in the_round.seekers:
        partners = [insiders[pair[1]] for pair in matches if pair[0] == seeker.id]
        assert all(allowed(the_round, seeker, insider) for insider in partners)
        assert len(partners) <= max(seeker.wanted, 0)
        own = sorted((score(weights, seeker, insider) for insider in partners), reverse=True)
        total += bool(own) * weights.first_talk + sum(points * weights.decay**k for k, points in enumerate(own))
    for insider in the_round.insiders:
        assert sum(pair[1] == insider.id for pair in matches) <= max(insider.capacity, 0)
    return total


def best(the_round: Round, confirmed: Collection[Pair] = ()) -> tuple[int, Fraction, int]:
    """Of all matchings: the most pins kept, then the most value, then the most of `confirmed`."""
    allowed_scores, weights = scores(the_round), the_round.weights
    names = [insider.id for insider in the_round.insiders]

    @cache
    def rest(place: int, left: tuple[int, ...]) -> tuple[int, Fraction, int]:
        if place == len(the_round.seekers):
            return 0, Fraction(0), 0
        seeker = the_round.seekers[place]
        open_to = [i for i, name in enumerate(names) if left[i] > 0 and (seeker.id, name) in allowed_scores]
        return max(
            take(place, left, chosen) for k in range(max(seeker.wanted, 0) + 1) for chosen in combinations(open_to, k)
        )

    def take(place: int, left: tuple[int, ...], chosen: tuple[int, ...]) -> tuple[int, Fraction, int]:
        pairs = [(the_round.seekers[place].id, names[i]) for i in chosen]
        own = sorted((allowed_scores[pair] for pair in pairs), reverse=True)
        points = bool(own) * weights.first_talk + sum(score * weights.decay**k for k, score in enumerate(own))
        after = rest(place + 1, tuple(room - (i in chosen) for i, room in enumerate(left)))
        pins, kept = (sum(pair in wished for pair in pairs) for wished in (the_round.pins, confirmed))
        return after[0] + pins, after[1] + points, after[2] + kept

    return rest(0, tuple(insider.capacity for insider in the_round.insiders))


windows = st.builds(
    lambda start, length: Window(start, start + length),
    st.sampled_from([0, 30, 45, 600, 660, 675, 9990, 10050]),
    st.sampled_from([60, 75, 90, 120, 180]),
)
names = st.sampled_from(["", "Cedar Foods", "Heron Cloud"])
tongues = st.lists(st.sampled_from(["en", "zh", "fr"]), min_size=1, max_size=3, unique=True).map(tuple)
topics = st.sampled_from(["tax", "audit", "cpa-path", "resume"])


def seekers(key: str) -> st.SearchStrategy[Seeker]:
    return st.builds(
        Seeker,
        st.just(key),
        st.dictionaries(topics, st.integers(1, 3), min_size=1, max_size=3),
        tongues,
        st.sampled_from(LEVELS),
        st.integers(1, 4),
        st.lists(windows, min_size=1, max_size=2).map(tuple),
        names,
    )


def insiders(key: str) -> st.SearchStrategy[Insider]:
    return st.builds(
        Insider,
        st.just(key),
        st.lists(topics, max_size=3, unique=True).map(tuple),
        tongues,
        st.sampled_from(LEVELS),
        st.integers(0, 3),
        st.lists(windows, min_size=1, max_size=2).map(tuple),
        names,
        st.lists(st.sampled_from(["s0", "s1"]), max_size=1).map(tuple),
        st.lists(st.just("Heron Cloud"), max_size=1).map(tuple),
    )


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """Small ones, in which hardly anybody has all they want."""
    some = draw(st.tuples(*(seekers(f"s{k}") for k in range(draw(st.integers(1, 5))))))
    others = draw(st.tuples(*(insiders(f"i{k}") for k in range(draw(st.integers(1, 4))))))
    pair = st.tuples(st.sampled_from([one.id for one in some]), st.sampled_from([one.id for one in others]))
    conflicts = draw(st.dictionaries(pair, st.just("family"), max_size=2))
    decay = draw(st.sampled_from([Fraction(1, 2), Fraction(1, 2), Fraction(2, 3), Fraction(1)]))
    first = draw(st.sampled_from([10_000, 10_000, 300, 0]))
    return Round(some, others, conflicts, forbidden=frozenset(draw(st.sets(pair, max_size=2))),
                 weights=Weights(first_talk=first, decay=decay))  # fmt: skip
