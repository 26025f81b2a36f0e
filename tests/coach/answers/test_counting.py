"""Length, time and band of an answer."""

import pytest

from askwell.coach.answers import Code, Star, counting

STORY = (Star.SITUATION, Star.TASK, Star.ACTION, Star.RESULT)


@pytest.mark.parametrize(
    ("star", "problems", "band"),
    [
        (STORY, (), 4),
        (STORY, (Code.WE_NOT_I,), 3),
        (STORY[:3], (Code.NO_RESULT,), 3),
        (STORY[:2], (Code.NO_RESULT,), 2),
        (STORY, (Code.RAMBLING, Code.WE_NOT_I), 2),
        (STORY, (Code.OFF_QUESTION,), 1),
        (STORY, (Code.TOO_SHORT,), 1),
        ((), (Code.NO_EXAMPLE,), 1),
    ],
)
def test_the_band_follows_from_missing_parts_and_problems(
    star: tuple[Star, ...], problems: tuple[Code, ...], band: int
) -> None:
    assert counting.band(star, problems) == band


def test_short_is_under_25_words_or_40_characters() -> None:
    assert [counting.too_short("word " * count, "en") for count in (24, 25)] == [True, False]
    assert [counting.too_short("字 " * count, "zh-Hans") for count in (39, 40)] == [True, False]


def test_a_minute_is_130_words_or_220_characters() -> None:
    assert counting.seconds("word " * 130, "fr") == 60
    assert counting.seconds("字" * 110, "zh-Hans") == 30
