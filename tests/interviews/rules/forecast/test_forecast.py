"""When the goal is reached: what must never be the other way round, and sensible answers to odd cases."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import comb, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.interviews.rules.forecast import Case, Counts, Forecast, TieGroup, chances_by, forecast, tie_group
from askwell.interviews.rules.forecast.contacts import contacts_needed
from askwell.interviews.rules.forecast.rates import STARTING, Belief
from askwell.outreach.choices import Channel
from askwell.outreach.rules import silence
from askwell.people.choices import TieKind

TODAY = date(2026, 11, 25)
NEW = Case(TODAY, goal=10)
COLD = Counts(Channel.EMAIL, TieGroup.COLD)
FEW = settings(max_examples=30)


def in_days(days: int) -> date:
    return TODAY + timedelta(days)


@st.composite
def counts(draw: st.DrawFn, channel: Channel, tie: TieGroup) -> Counts:
    settled = draw(st.integers(0, 40))
    ages = draw(st.lists(st.integers(0, 90), max_size=8))
    agreed = draw(st.lists(st.integers(-5, 30), max_size=3))
    return Counts(
        channel, tie, settled, draw(st.integers(0, min(settled, 9))), tuple(ages), tuple(map(in_days, agreed))
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    groups = draw(st.lists(st.tuples(st.sampled_from(Channel), st.sampled_from(TieGroup)), max_size=3, unique=True))
    return Case(
        TODAY,
        goal=draw(st.integers(1, 15)),
        done=draw(st.integers(0, 9)),
        counts=tuple(draw(counts(*group)) for group in groups),
        weeks=tuple(draw(st.lists(st.integers(0, 20), max_size=8))),
        delays=tuple(draw(st.lists(st.integers(0, 60), max_size=5))),
    )


def dates(told: Forecast) -> tuple[date, date, date]:
    return told.low or date.max, told.expected or date.max, told.high or date.max


def contacts(told: Forecast) -> int:
    return 5001 if told.contacts is None else told.contacts


def never_later(sooner: Forecast, than: Forecast) -> bool:
    return all(one <= other for one, other in zip(dates(sooner), dates(than), strict=True))


@FEW
@given(case=cases())
def test_the_interval_holds_the_expected_day_and_begins_no_sooner_than_today(case: Case) -> None:
    low, expected, high = dates(forecast(case))
    assert TODAY <= low <= expected <= high


@FEW
@given(case=cases())
def test_one_more_done_is_never_later_and_a_higher_goal_never_sooner(case: Case) -> None:
    told = forecast(case)
    nearer, farther = forecast(replace(case, done=case.done + 1)), forecast(replace(case, goal=case.goal + 1))
    assert never_later(nearer, than=told)
    assert never_later(told, than=farther)
    assert contacts(nearer) <= contacts(told) <= contacts(farther)


@FEW
@given(case=cases())
def test_a_failure_turned_into_a_success_is_never_later(case: Case) -> None:
    luckier = tuple(replace(one, successful=min(one.settled, one.successful + 1)) for one in case.counts)
    assert never_later(forecast(replace(case, counts=luckier)), than=forecast(case))


@FEW
@given(case=cases())
def test_more_pace_is_never_later(case: Case) -> None:
    told = forecast(case)
    busier = replace(case, weeks=tuple(count + 1 for count in case.weeks))
    assert never_later(forecast(busier), than=told)
    assert (told.faster.expected or date.max) <= (told.expected or date.max)


@FEW
@given(case=cases())
def test_the_chance_grows_with_every_day(case: Case) -> None:
    chances = chances_by(case, [in_days(days) for days in range(0, 730, 30)])
    assert sorted(chances) == list(chances)
    assert all(0 <= chance <= 1 for chance in chances)


@pytest.mark.parametrize(("rate", "contacts"), [(0.05, 282), (0.10, 140), (0.20, 69), (0.30, 45), (0.40, 33)])
def test_a_certain_rate_needs_the_contacts_of_the_method(rate: float, contacts: int) -> None:
    assert contacts_needed([Belief(1.0, {}, rate, 0.0)], [[1.0]], 10) == contacts


@given(rate=st.floats(0.02, 0.9), still=st.integers(1, 15))
def test_a_certain_rate_agrees_with_what_is_shown_before_sending(rate: float, still: int) -> None:
    assert contacts_needed([Belief(1.0, {}, rate, 0.0)], [[1.0]], still) == silence.contacts_needed(rate, still)


def exactly(least: int, tries: int, yes: int, no: int) -> Fraction:
    """The beta-binomial tail for whole parameters, as a fraction."""

    def beta(a: int, b: int) -> Fraction:
        return Fraction(factorial(a - 1) * factorial(b - 1), factorial(a + b - 1))

    terms = (comb(tries, k) * beta(yes + k, no + tries - k) for k in range(least, tries + 1))
    return sum(terms, Fraction(0)) / beta(yes, no)


def test_doubt_about_the_rate_needs_more_contacts_by_the_beta_negative_binomial() -> None:
    doubtful = Belief(1.0, {}, 0.2, 0.16 / 41)  # Beta(8, 32): a fifth, as sure as 40 contacts make it
    assert contacts_needed([doubtful], [[1.0]], 10) == 89
    assert exactly(10, 88, 8, 32) < Fraction(9, 10) <= exactly(10, 89, 8, 32)


def test_without_data_everything_is_from_the_prior() -> None:
    told = forecast(NEW)
    assert (told.reached, told.still, told.groups) == (False, 10, ())
    assert (told.pace, told.pace_from_prior, told.rate.from_prior) == (5.0, True, True)
    assert told.rate.rate == pytest.approx(0.18, abs=0.02)
    assert None not in (told.low, told.expected, told.contacts)


def test_a_goal_reached_is_today() -> None:
    told = forecast(Case(TODAY, goal=10, done=11, goal_date=in_days(9)))
    assert (told.reached, told.low, told.expected, told.high) == (True, TODAY, TODAY, TODAY)
    assert (told.contacts, told.faster.days_gained, told.chance_by_goal_date) == (0, 0, 1.0)


def test_five_hundred_without_an_answer_lie_beyond_two_years() -> None:
    told = forecast(Case(TODAY, goal=10, counts=(replace(COLD, settled=500),), weeks=(40,) * 8))
    assert (told.low, told.expected, told.high, told.contacts, told.faster.expected) == (None,) * 5
    assert 0 < told.rate.rate < 0.005
    assert not told.groups[0].from_prior


def test_who_stopped_writing_is_told_what_two_a_week_would_bring() -> None:
    told = forecast(Case(TODAY, goal=10, done=2, weeks=(0,) * 8))
    assert (told.expected, told.faster.days_gained, told.pace_from_prior) == (None, None, False)
    assert told.faster.expected is not None


@pytest.mark.parametrize("goal_date", [None, in_days(-1), date(1999, 1, 1)])
def test_no_chance_is_told_without_a_goal_date_or_for_a_past_one(goal_date: date | None) -> None:
    assert forecast(replace(NEW, goal_date=goal_date)).chance_by_goal_date is None


def test_the_chance_by_the_expected_day_is_one_half() -> None:
    expected = forecast(NEW).expected
    assert forecast(replace(NEW, goal_date=expected)).chance_by_goal_date == pytest.approx(0.5, abs=0.02)


def test_a_message_of_three_days_ago_is_no_failure_yet() -> None:
    def rate(age: int) -> float:
        return forecast(replace(NEW, counts=(replace(COLD, open_ages=(age,) * 20),))).groups[0].rate

    untouched, due = forecast(replace(NEW, counts=(COLD,))).groups[0].rate, rate(400)
    assert rate(3) == pytest.approx(untouched, abs=0.001)
    assert due == pytest.approx(forecast(replace(NEW, counts=(replace(COLD, settled=20),))).groups[0].rate, abs=0.001)
    assert due < untouched / 2


def test_an_agreed_interview_counts_the_day_after_it_three_times_in_four() -> None:
    case = Case(TODAY, goal=1, counts=(replace(COLD, agreed=(in_days(10),)),), weeks=(0,) * 8)
    before, after = chances_by(case, [in_days(10), in_days(11)])
    assert before < 0.1
    assert after == pytest.approx(0.75, abs=0.06)


def test_success_in_one_group_raises_the_hope_in_another() -> None:
    linkedin = Counts(Channel.LINKEDIN, TieGroup.LOOSE)
    alone = forecast(replace(NEW, counts=(linkedin,))).groups[0]
    beside = forecast(replace(NEW, counts=(linkedin, replace(COLD, settled=20, successful=8)))).groups[1]
    assert beside.channel is Channel.LINKEDIN
    assert alone.rate < beside.rate
    assert beside.from_prior


@pytest.mark.parametrize("channel", Channel)
def test_starting_rates_are_the_methods_and_grow_with_the_tie(channel: Channel) -> None:
    rates = [STARTING[channel][tie] for tie in TieGroup]
    assert rates == sorted(rates)
    assert set(rates) <= {0.05, 0.10, 0.20, 0.30, 0.40}
    assert all(STARTING[Channel.IN_PERSON][tie] >= STARTING[channel][tie] for tie in TieGroup)


def test_own_counts_replace_the_prior() -> None:
    told = forecast(replace(NEW, counts=(replace(COLD, settled=400, successful=100),)))
    group = told.groups[0]
    assert group.rate == pytest.approx(0.25, abs=0.01)
    assert group.low < 0.25 < group.high
    assert (group.successful, group.settled, group.from_prior) == (100, 400, False)


def test_own_delays_move_the_date() -> None:
    quick, slow = (forecast(replace(NEW, delays=(days,) * 9)) for days in (5, 60))
    assert never_later(quick, than=slow)
    assert quick.expected != slow.expected


def test_every_tie_has_a_group() -> None:
    assert [kind for kind in TieKind if tie_group(kind) is TieGroup.COLD] == [TieKind.NONE]
    assert tie_group("") is TieGroup.COLD


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Case(TODAY, goal=0),
        lambda: Case(TODAY, goal=10, weeks=(-1,)),
        lambda: Case(TODAY, goal=10, counts=(COLD, COLD)),
        lambda: replace(COLD, settled=1, successful=2),
        lambda: replace(COLD, open_ages=(-1,)),
    ],
)
def test_numbers_that_cannot_be_are_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"\d|twice"):
        wrong()  # type: ignore[operator]  # a case of the table above
