"""How far the asking of a reference is."""

from datetime import date

from askwell.portfolio.rules.asking import Standing, is_stale, standing

DAY = date(2026, 3, 1)


def test_a_no_counts_more_than_a_yes_and_a_yes_more_than_a_question() -> None:
    assert standing(asked_on=None, agreed_on=None, declined_on=None) is Standing.NOT_ASKED
    assert standing(asked_on=DAY, agreed_on=None, declined_on=None) is Standing.ASKED
    assert standing(asked_on=DAY, agreed_on=DAY, declined_on=None) is Standing.AGREED
    assert standing(asked_on=DAY, agreed_on=None, declined_on=DAY) is Standing.DECLINED


def test_after_half_a_year_without_news_somebody_who_agreed_is_to_be_told() -> None:
    assert not is_stale(agreed_on=DAY, refreshed_on=None, today=date(2026, 8, 30))
    assert is_stale(agreed_on=DAY, refreshed_on=None, today=date(2026, 9, 1))
    assert not is_stale(agreed_on=DAY, refreshed_on=date(2026, 8, 1), today=date(2026, 9, 1))
    assert not is_stale(agreed_on=None, refreshed_on=DAY, today=date(2030, 1, 1))
