"""When an interview counts as successful, and what it still lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.interviews.rules.success import Missing, Record, Standing, missing, standing

WHOLE = {"held": True, "useful_insights": 1, "thanked": True, "persons_named": 1}
CASES = [
    # what differs from a successful interview -> what is missing, where it counts
    ({}, (), Standing.SUCCESSFUL),
    ({"persons_named": 0, "actions": 1}, (), Standing.SUCCESSFUL),
    ({"persons_named": 0, "later_contact_agreed": True}, (), Standing.SUCCESSFUL),
    ({"persons_named": 0}, (Missing.NEXT_STEP,), Standing.HELD),
    ({"useful_insights": 0}, (Missing.USEFUL_INSIGHT,), Standing.HELD),
    ({"thanked": False}, (Missing.THANKS,), Standing.HELD),
    ({"held": False}, (Missing.HELD,), Standing.NOT_HELD),
    ({"thanked": False, "useful_insights": 0}, (Missing.USEFUL_INSIGHT, Missing.THANKS), Standing.HELD),
]


@pytest.mark.parametrize(("differs", "lacks", "counts_as"), CASES)
def test_what_a_successful_interview_needs(
    differs: dict[str, int], lacks: tuple[Missing, ...], counts_as: Standing
) -> None:
    record = Record(**{**WHOLE, **differs})  # type: ignore[arg-type]
    assert (missing(record), standing(record)) == (lacks, counts_as)


def test_nothing_known_lacks_everything_in_the_order_it_happens() -> None:
    assert missing(Record()) == (Missing.HELD, Missing.USEFUL_INSIGHT, Missing.NEXT_STEP, Missing.THANKS)


@given(record=st.builds(Record, st.booleans(), st.integers(0, 2), st.booleans(), st.integers(0, 2)))
def test_successful_is_exactly_what_lacks_nothing(record: Record) -> None:
    assert (standing(record) is Standing.SUCCESSFUL) == (missing(record) == ())
