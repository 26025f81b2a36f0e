"""Cases worked out by hand for British Columbia, Quebec, China (with its make-up weekends of 2026), Hong Kong
and the United Kingdom, against the dates that the pinned holidays package gives."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.days import UnknownRegion, add_business_days, business_days_between, is_business_day

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
REGIONS = st.sampled_from(["CA-BC", "CA-QC", "CN", "HK", "TW", "SG", "US-WA", "FR", "GB-ENG", "IN-KA", "AE"])


@pytest.mark.parametrize(
    ("day", "region", "works"),
    [
        (date(2026, 2, 16), "CA-BC", False),  # Family Day
        (date(2026, 2, 16), "CA-ON", False),
        (date(2026, 2, 16), "CA-QC", True),
        (date(2026, 6, 24), "CA-QC", False),  # Saint-Jean-Baptiste
        (date(2026, 6, 24), "CA-BC", True),
        (date(2026, 9, 30), "CA-BC", False),  # Truth and Reconciliation
        (date(2026, 9, 30), "CA-ON", True),
        (date(2026, 11, 11), "CA-BC", False),  # Remembrance Day
        (date(2026, 12, 28), "CA-BC", True),
        (date(2026, 12, 28), "CA-ON", False),  # Boxing Day, observed
        (date(2026, 11, 26), "US-WA", False),  # Thanksgiving
        (date(2026, 10, 12), "CA-BC", False),  # Thanksgiving
        (date(2026, 7, 14), "FR", False),
        (date(2026, 8, 31), "GB-ENG", False),
        (date(2026, 8, 31), "GB-SCT", True),
        (date(2026, 11, 28), "CA-BC", False),  # a Saturday
        (date(2026, 10, 1), "CN", False),
        (date(2026, 10, 7), "CN", False),  # the last day of the National Day week
        (date(2026, 10, 8), "CN", True),
        (date(2026, 9, 20), "CN", True),  # a Sunday, worked for it
        (date(2026, 10, 10), "CN", True),  # a Saturday, worked for it
        (date(2026, 10, 10), "HK", False),
        (date(2026, 2, 14), "CN", True),  # a Saturday, worked for the Spring Festival
        (date(2026, 2, 23), "CN", False),
        (date(2026, 2, 17), "HK", False),
        (date(2026, 2, 19), "HK", False),
        (date(2026, 2, 20), "HK", True),
        (date(2026, 2, 18), "SG", False),
        (date(2026, 2, 20), "TW", False),
        (date(2026, 2, 17), "CA-BC", True),
    ],
)
def test_each_region_keeps_its_own_holidays(day: date, region: str, works: bool) -> None:
    assert is_business_day(day, region=region) is works


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 13), True),
        (date(2026, 2, 17), False),  # New Year's Day, a Tuesday
        (date(2026, 2, 18), False),
        (date(2026, 2, 19), False),
        (date(2026, 2, 20), True),
        (date(2027, 2, 5), False),  # the eve, a Friday
        (date(2027, 2, 8), False),  # the third day, a Monday
        (date(2027, 2, 9), True),
        (date(2025, 1, 28), False),  # the eve
        (date(2025, 1, 31), False),
    ],
)
def test_who_keeps_the_lunar_new_year_elsewhere_is_left_in_peace(day: date, works: bool) -> None:
    assert is_business_day(day, region="CA-ON", lunar_new_year=True) is works
    assert is_business_day(day, region="CA-ON") is True


@pytest.mark.parametrize(
    ("start", "count", "region", "lunar", "end"),
    [
        (date(2026, 12, 24), 3, "CA-BC", False, date(2026, 12, 30)),  # Christmas and a weekend
        (date(2026, 12, 24), 3, "CA-ON", False, date(2026, 12, 31)),  # and Boxing Day, observed
        (date(2026, 12, 24), 7, "CA-BC", False, date(2027, 1, 6)),
        (date(2026, 11, 27), 1, "CA-BC", False, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, "CA-BC", False, date(2026, 11, 30)),  # from a Saturday
        (date(2026, 9, 30), 3, "CN", False, date(2026, 10, 10)),  # 8, 9 and the worked Saturday
        (date(2026, 9, 30), 3, "HK", False, date(2026, 10, 6)),
        (date(2026, 9, 30), 3, "CA-BC", False, date(2026, 10, 5)),
        (date(2026, 6, 23), 1, "CA-QC", False, date(2026, 6, 25)),
        (date(2026, 6, 23), 1, "CA-BC", False, date(2026, 6, 24)),
        (date(2026, 2, 13), 3, "CA-ON", False, date(2026, 2, 19)),
        (date(2026, 2, 13), 3, "CA-ON", True, date(2026, 2, 24)),
        (date(2026, 2, 13), 3, "CN", False, date(2026, 2, 25)),  # the worked Saturday, then after the festival
        (date(2026, 11, 28), 0, "CA-BC", False, date(2026, 11, 30)),
        (date(2026, 11, 27), 0, "CA-BC", False, date(2026, 11, 27)),
        (date(2026, 12, 30), -3, "CA-BC", False, date(2026, 12, 24)),
    ],
)
def test_business_days_are_counted_from_the_next_one(
    start: date, count: int, region: str, lunar: bool, end: date
) -> None:
    assert add_business_days(start, count, region=region, lunar_new_year=lunar) == end


def test_days_between_count_the_end_and_not_the_start() -> None:
    assert business_days_between(date(2026, 12, 24), date(2026, 12, 30), region="CA-BC") == 3
    assert business_days_between(date(2026, 12, 30), date(2026, 12, 24), region="CA-BC") == -3
    assert business_days_between(date(2026, 12, 24), date(2026, 12, 24), region="CA-BC") == 0
    assert business_days_between(date(2026, 12, 24), date(2026, 12, 27), region="CA-BC") == 0


@given(DAYS, st.integers(1, 15), REGIONS, st.booleans())
def test_adding_and_counting_agree(start: date, count: int, region: str, lunar: bool) -> None:
    end = add_business_days(start, count, region=region, lunar_new_year=lunar)
    assert end > start
    assert is_business_day(end, region=region, lunar_new_year=lunar)
    assert business_days_between(start, end, region=region, lunar_new_year=lunar) == count
    assert business_days_between(start, end - timedelta(days=1), region=region, lunar_new_year=lunar) == count - 1


@pytest.mark.parametrize("region", ["", "XX", "CA-XX", "Vancouver", "ca"])
def test_unknown_regions_are_refused_by_name(region: str) -> None:
    with pytest.raises(UnknownRegion, match=f"^{region}$"):
        is_business_day(date(2026, 11, 25), region=region)
