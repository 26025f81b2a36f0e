"""What opened doors, from counts."""

import pytest

from askwell.opportunities.choices import Source, Stage
from askwell.opportunities.rules.doors import Rate, compare, reached


def test_how_far_an_application_came() -> None:
    assert reached([Stage.INTERESTED]) == 0
    assert reached([Stage.INTERESTED, Stage.ASKED, Stage.APPLIED, Stage.SILENT]) == 1
    assert reached([Stage.INTERESTED, Stage.OFFER, Stage.DECLINED]) == 3


def test_what_came_further_counts_before_too() -> None:
    way = compare({Source.NETWORKING: [0, 1, 3, 4]}).ways[0]
    assert (way.found, way.applied, way.interviewed, way.offered, way.accepted) == (4, 3, 2, 2, 1)


def test_every_source_stands_there_also_without_an_opening() -> None:
    assert [way.source for way in compare({}).ways] == list(Source)


def test_the_range_of_a_rate() -> None:
    low, high = Rate(2, 7).bounds
    assert (low, high) == (pytest.approx(0.1217, abs=0.0005), pytest.approx(0.5270, abs=0.0005))
    assert Rate(0, 0).bounds == (0.0, 1.0)
    assert Rate(0, 0).share is None


def test_one_source_is_better_only_where_the_ranges_do_not_meet() -> None:
    near = compare({Source.NETWORKING: [2, 1, 1, 1, 1], Source.BOARD: [1] * 6})
    apart = compare({Source.NETWORKING: [2] * 8, Source.BOARD: [1] * 20})
    assert (near.best, near.worst) == (None, None)
    assert apart.best
    assert apart.worst
    assert (apart.best.source, apart.worst.source) == (Source.NETWORKING, Source.BOARD)


def test_four_applications_are_too_few_to_be_compared() -> None:
    assert compare({Source.NETWORKING: [2] * 4, Source.BOARD: [1] * 50}).best is None
