"""Rules expanded within days that are asked for, beside dateutil's."""

import datetime as clock
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import dateutil.rrule
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.lib.times import zone
from askwell.protocols.calendar import Event
from askwell.protocols.calendar.occurring import starts, takes_place
from askwell.protocols.calendar.recurring import Budget, TooLong, UnreadableRule, days, parse_rule

START = date(2026, 1, 29)
_WEEKDAYS = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
_NTH = st.tuples(st.sampled_from(["1", "2", "-1", "5"]), _WEEKDAYS).map("".join)


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 4))}", f"WKST={draw(_WEEKDAYS)}"]
    if draw(st.booleans()):
        some = _NTH if freq in ("MONTHLY", "YEARLY") and draw(st.booleans()) else _WEEKDAYS
        parts.append("BYDAY=" + ",".join(draw(st.lists(some, min_size=1, max_size=3, unique=True))))
    if draw(st.booleans()):
        parts.append(f"BYMONTH={draw(st.sampled_from(['2', '1,6', '12,3']))}")
    if draw(st.booleans()) and freq != "WEEKLY":
        parts.append(f"BYMONTHDAY={draw(st.sampled_from(['1', '-1', '15,31', '29']))}")
    if len(parts) > 3 and freq != "WEEKLY" and draw(st.booleans()):  # dateutil counts a first week from its middle
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '2,3']))}")
    ending = draw(st.sampled_from(["", "COUNT=7", "UNTIL=20271231"]))
    return ";".join([*parts, *filter(None, [ending])])


@pytest.fixture(scope="module")
def _until_2040() -> Iterator[None]:
    """dateutil looks for a day that a rule never meets until the last year there is, which takes it minutes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dateutil.rrule, "datetime", SimpleNamespace(**{**vars(clock), "MAXYEAR": 2040}))
        yield


@pytest.mark.usefixtures("_until_2040")
@settings(max_examples=300)
@given(rules(), st.sampled_from([0, 1, 30, 700]), st.integers(0, 800))
def test_the_same_days_as_dateutil(rule: str, skip: int, length: int) -> None:
    first = START + timedelta(days=skip)
    last = first + timedelta(days=length)
    begin = datetime(START.year, START.month, START.day)
    moments = rrulestr(rule, dtstart=begin).between(
        datetime(first.year, first.month, first.day), datetime(last.year, last.month, last.day), inc=True
    )
    assert list(days(parse_rule(rule), START, first, last, Budget(100_000))) == [one.date() for one in moments]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=2",
        "FREQ=DAILY;BYHOUR=9,10",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;COUNT=",
        "FREQ=DAILY;COUNT=2,3",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=MONTHLY;BYMONTHDAY=0",
    ],
)
def test_what_is_not_expanded_is_refused(rule: str) -> None:
    with pytest.raises(UnreadableRule):
        parse_rule(rule)


def test_a_rule_that_no_day_meets_ends() -> None:
    never = parse_rule("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    assert list(days(never, START, START, date(2028, 1, 1), Budget(1_000))) == []


def test_a_count_from_long_ago_costs_no_more_than_was_allowed() -> None:
    old = parse_rule("FREQ=DAILY;COUNT=1000000")
    with pytest.raises(TooLong):
        list(days(old, date(1900, 1, 1), START, START, Budget(10_000)))


def test_without_a_count_the_years_before_cost_nothing() -> None:
    budget = Budget(30)
    assert list(days(parse_rule("FREQ=DAILY"), date(1900, 1, 1), START, START + timedelta(days=9), budget)) == [
        START + timedelta(days=number) for number in range(10)
    ]


def event(rrule: str, *, exdates: tuple[date, ...] = (), rdates: tuple[date, ...] = ()) -> Event:
    """Tuesdays at nine in Toronto, from before the clocks go forward on 14 March 2027."""
    start = datetime(2027, 3, 9, 14, tzinfo=UTC)
    return Event("e", start=start, zone=zone("America/Toronto"), rrule=rrule, exdates=exdates, rdates=rdates)


def found(one: Event) -> list[date]:
    begin = datetime(2027, 3, 1, tzinfo=UTC)
    return list(starts(one, begin, begin + timedelta(days=30), Budget(1_000)))


def test_a_series_keeps_its_hour_on_the_wall() -> None:
    assert found(event("FREQ=WEEKLY")) == [
        datetime(2027, 3, 9, 14, tzinfo=UTC),
        *(datetime(2027, 3, day, 13, tzinfo=UTC) for day in (16, 23, 30)),
    ]


def test_times_taken_out_and_put_in() -> None:
    extra = datetime(2027, 3, 20, 8, tzinfo=UTC)
    one = event("FREQ=WEEKLY;COUNT=3", exdates=(datetime(2027, 3, 16, 13, tzinfo=UTC),), rdates=(extra,))
    assert found(one) == [datetime(2027, 3, 9, 14, tzinfo=UTC), extra, datetime(2027, 3, 23, 13, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("until", "count"),
    [
        ("20270323T130000Z", 3),
        ("20270323T125959Z", 2),
        ("20270323T090000", 3),
        ("20270323T085959", 2),
        ("20270323", 3),
        ("20270322", 2),
    ],
)
def test_the_last_time_by_a_moment_or_by_the_wall(until: str, count: int) -> None:
    assert len(found(event(f"FREQ=WEEKLY;UNTIL={until}"))) == count


def test_whether_it_takes_place_then() -> None:
    one = event("FREQ=WEEKLY")
    assert takes_place(one, datetime(2027, 3, 16, 13, tzinfo=UTC), Budget(100))
    assert not takes_place(one, datetime(2027, 3, 16, 14, tzinfo=UTC), Budget(100))
