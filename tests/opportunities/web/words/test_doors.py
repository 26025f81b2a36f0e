"""What opened doors, in words: no more than the counts say."""

from askwell.opportunities.choices import Source
from askwell.opportunities.rules.doors import Rate, compare
from askwell.opportunities.web.words.doors import remark, share_words


def test_a_few_are_told_without_a_range() -> None:
    assert share_words(Rate(1, 1)) == "1 of 1"
    assert share_words(Rate(2, 7)) == "2 of 7, probably between 12\u00a0% and 53\u00a0%"


def test_too_few_and_overlapping_are_told_apart() -> None:
    few = compare({Source.NETWORKING: [2], Source.BOARD: [1] * 4})
    near = compare({Source.NETWORKING: [2, 1, 1, 1, 1], Source.BOARD: [1] * 6})
    apart = compare({Source.NETWORKING: [2] * 8, Source.BOARD: [1] * 20})
    assert remark(few).startswith("There are too few applications")
    assert remark(near).startswith("The ranges overlap")
    assert "With 2 sources, one such difference may also come by chance." in remark(apart)
