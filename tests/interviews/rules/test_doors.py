"""What opened doors: order, sums, and what may be said about the difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.interviews.rules.chances import jeffreys
from askwell.interviews.rules.doors import JOB_BOARD, Remark, Way, what_opened_doors
from askwell.outreach.choices import Channel

INTRODUCED = Way("introduced", Channel.EMAIL, 6, 9)
ALUMNI = Way("alumni", Channel.EMAIL, 5, 14)
COLD = Way("none", Channel.LINKEDIN, 2, 17)
BOARDS = Way(JOB_BOARD, None, 0, 23)


def test_job_boards_stand_beside_networking() -> None:
    found = what_opened_doors([BOARDS, COLD, ALUMNI, INTRODUCED])
    assert [one.way for one in found.ways] == [INTRODUCED, ALUMNI, COLD, BOARDS]
    assert found.networking is not None
    assert found.networking.way == Way("", None, 13, 40)
    assert found.job_boards is not None
    assert found.job_boards.way == BOARDS
    assert found.remark is Remark.DIFFERENCE
    assert found.best is not None
    assert (found.best.way, [one.way for one in found.behind]) == (INTRODUCED, [COLD, BOARDS])


def test_one_of_one_does_not_stand_before_six_of_nine() -> None:
    lucky = Way("friend", Channel.WECHAT, 1, 1)
    assert [one.way for one in what_opened_doors([lucky, INTRODUCED]).ways] == [INTRODUCED, lucky]


@pytest.mark.parametrize(
    ("ways", "remark"),
    [
        ([], Remark.NOTHING_YET),
        ([Way("none", Channel.EMAIL, 0, 0)], Remark.NOTHING_YET),
        ([INTRODUCED], Remark.TOO_FEW),
        ([INTRODUCED, Way("none", Channel.EMAIL, 0, 4)], Remark.TOO_FEW),
        ([INTRODUCED, Way("none", Channel.EMAIL, 0, 5)], Remark.DIFFERENCE),
        ([INTRODUCED, ALUMNI], Remark.NO_DIFFERENCE),
        ([COLD, BOARDS], Remark.NO_DIFFERENCE),
    ],
)
def test_what_may_be_said(ways: list[Way], remark: Remark) -> None:
    found = what_opened_doors(ways)
    assert found.remark is remark
    assert (found.best is None) == (remark is not Remark.DIFFERENCE)


def test_counts_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="^3 of 2$"):
        what_opened_doors([Way("none", Channel.EMAIL, 3, 2)])


@pytest.mark.parametrize(
    # quantiles of Beta(½, 10½) and Beta(5½, 5½), by adding up their densities in a million steps
    ("successes", "tries", "low", "high"),
    [(0, 10, 0.0, 0.1236), (10, 10, 0.8764, 1.0), (5, 10, 0.3099, 0.6901)],
)
def test_jeffreys(successes: int, tries: int, low: float, high: float) -> None:
    assert jeffreys(successes, tries) == pytest.approx((low, high), abs=1e-4)


@given(tries=st.integers(1, 300), data=st.data())
def test_the_interval_holds_the_share(tries: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, tries))
    low, high = jeffreys(successes, tries)
    assert 0 <= low <= successes / tries <= high <= 1
