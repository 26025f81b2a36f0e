"""What a change cost whom, in words that name nobody who is not concerned."""

from fractions import Fraction

import pytest

from askwell.programmes.models import Insider, Participant
from askwell.programmes.queries.board import Names
from askwell.programmes.rules.comparing import Difference, Shift
from askwell.programmes.web.words.changes import moved_lines

NAMES = Names({"s": Participant(name="Mei", number=1)}, {"a": Insider(name="Ana"), "b": Insider(name="Ben")})


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((), ("a",), "meets Ana"),
        (("a",), (), "meets nobody now; it was Ana"),
        (("a",), ("b",), "meets Ben in place of Ana"),
        (("a",), ("a", "b"), "meets Ben too"),
        (("a", "b"), ("b",), "no longer meets Ana"),
        (("gone",), ("b",), "meets Ben in place of somebody who left"),
    ],
)
def test_who_came_and_who_went(before: tuple[str, ...], after: tuple[str, ...], said: str) -> None:
    found = Difference(Fraction(0), 0, Fraction(0), (Shift("s", before, after, Fraction(0)),))

    assert [line.text for line in moved_lines(found, NAMES)] == [said]
