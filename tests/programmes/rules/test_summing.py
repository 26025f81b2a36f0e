"""Why seekers have no talk, all together."""

from fractions import Fraction

from askwell.programmes.choices import Barrier, Unmet
from askwell.programmes.rules.people import Weights
from askwell.programmes.rules.reasons import Against, Helper, UnmetReason
from askwell.programmes.rules.summing import Cause, Opening, cause_of, causes, openings


def full(seeker: str, *helpers: tuple[str, int]) -> UnmetReason:
    told = tuple(Helper(insider, 80, Fraction(gain)) for insider, gain in helpers)
    return UnmetReason(seeker, Unmet.ALL_FULL, len(told), {}, told)


def nobody(seeker: str, **against: tuple[int, int]) -> UnmetReason:
    found = {Barrier(code): Against(*counts) for code, counts in against.items()}
    return UnmetReason(seeker, Unmet.NOBODY_ALLOWED, 0, found, ())


def test_the_barrier_that_most_often_stands_alone_is_the_cause() -> None:
    assert cause_of(nobody("s", no_common_hour=(20, 1), no_common_language=(9, 9))) == Barrier.LANGUAGE
    assert cause_of(nobody("s", no_common_hour=(20, 0), no_common_language=(9, 0))) == Barrier.HOUR
    assert cause_of(nobody("s")) == ""


def test_causes_are_counted_with_the_fields_in_which_places_lack_most() -> None:
    unmet = [full(name) for name in "abcdef"] + [nobody("g", no_common_hour=(3, 3))]
    fields = {"a": "Health", "b": "Health", "c": "Health", "d": "Tax", "e": "Tax", "f": "Law", "g": "Law"}

    assert causes(unmet, fields) == [
        Cause(Unmet.ALL_FULL, 6, (("Health", 3), ("Tax", 2))),
        Cause(Barrier.HOUR, 1),
    ]


def test_only_a_place_that_lets_somebody_more_meet_is_asked_for() -> None:
    """A place with Tom would only be a better one for somebody who has a talk."""
    unmet = [full("a", ("rosa", 10_080), ("tom", 90)), full("b", ("rosa", 10_080), ("ida", 10_050))]

    assert openings(unmet, Weights()) == [Opening("rosa", 2), Opening("ida", 1)]
