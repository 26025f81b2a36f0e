from datetime import timedelta

from askwell.programmes.rules.missing import Follow, counted, follows, is_late
from tests.conftest import NOW

DAY = timedelta(days=1)


def test_first_a_note_then_a_talk_with_somebody() -> None:
    one, two = [NOW - DAY], [NOW - 20 * DAY, NOW - DAY]

    assert follows(missed=[], most_missed=2, talked_at=None, now=NOW) == Follow.NOTHING
    assert follows(missed=one, most_missed=2, talked_at=None, now=NOW) == Follow.NOTE
    assert follows(missed=two, most_missed=2, talked_at=None, now=NOW) == Follow.PAUSE
    assert follows(missed=one, most_missed=0, talked_at=None, now=NOW) == Follow.PAUSE


def test_a_talk_about_it_clears_what_was_before() -> None:
    two = [NOW - 20 * DAY, NOW - 9 * DAY]

    assert follows(missed=two, most_missed=2, talked_at=NOW - 8 * DAY, now=NOW) == Follow.NOTHING
    assert follows(missed=[*two, NOW], most_missed=2, talked_at=NOW - 8 * DAY, now=NOW) == Follow.NOTE


def test_what_was_missed_a_year_ago_is_forgotten() -> None:
    assert counted([NOW - 365 * DAY, NOW - 364 * DAY], None, NOW) == 1
    assert counted([NOW - 364 * DAY], NOW - 700 * DAY, NOW) == 1


def test_called_off_the_day_before_is_in_time() -> None:
    assert not is_late(NOW, NOW - timedelta(hours=24))
    assert is_late(NOW, NOW - timedelta(hours=23, minutes=59))
    assert is_late(NOW, NOW + DAY)
