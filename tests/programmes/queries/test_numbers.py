"""What a programme counts, and what of it is shown."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.programmes.choices import Breakdown, MatchState, Measure, OutcomeKind, ParticipantState, Side
from askwell.programmes.models import Cohort, Feedback, Match, Outcome, Participant, Programme, Round
from askwell.programmes.queries.counting import OTHER, counted, now_wanted, period_wanted
from askwell.programmes.queries.numbers import Period, live_numbers, period_numbers, row_of
from askwell.programmes.rules.hiding import Mark
from askwell.programmes.rules.showing import Shown
from tests.conftest import NOW
from tests.factories.programmes import fill_programme, make_insider, make_participant, make_programme


def make_cohort(programme: Programme, name: str = "Autumn") -> Cohort:
    return Cohort.objects.create(workspace=programme.workspace, name=name, created_at=NOW)


def make_round(programme: Programme) -> Round:
    number = Round.objects.of(programme.workspace).count() + 1
    return Round.objects.create(workspace=programme.workspace, number=number, week=date(2026, 11, 23), created_at=NOW)


def make_talk(
    participant: Participant,
    state: str = MatchState.HELD,
    *,
    useful: int | None = None,
    referrals: int = 0,
    **facts: Any,
) -> Match:
    """A talk of a round of its own."""
    programme = Programme.objects.of(participant.workspace).get()
    told = {"field": "Accounting", "language": "en", "asked_at": NOW, "starts_at": NOW, "cohort": participant.cohort}
    match = Match.objects.create(
        workspace=participant.workspace, round=make_round(programme), participant=participant,
        insider=make_insider(programme), state=state, **told | facts,
    )  # fmt: skip
    if useful:
        Feedback.objects.create(
            workspace=participant.workspace, match=match, side=Side.SEEKER, useful=useful, referrals=referrals,
            given_at=NOW,
        )  # fmt: skip
    return match


def make_seekers(programme: Programme, number: int, **facts: Any) -> list[Participant]:
    return [make_participant(programme, f"Seeker {place}", **facts) for place in range(number)]


def shown(value: int) -> Shown:
    return Shown(value)


SMALL, WITHHELD = Shown(None, Mark.SMALL), Shown(None, Mark.WITHHELD)


def test_every_active_seeker_waits_has_a_talk_ready_or_is_asked_for(programme: Programme) -> None:
    """What a closed round proposed leads to nothing; so does what came to nothing."""
    waiting = make_seekers(programme, 6)
    make_talk(waiting[0], MatchState.DECLINED)
    closed = make_talk(waiting[1], MatchState.PROPOSED).round
    Round.objects.of(programme.workspace).filter(pk=closed.pk).update(state="closed")
    ready = make_seekers(programme, 2)
    make_talk(ready[0], MatchState.WAITING)
    make_talk(ready[1], MatchState.PROPOSED)
    for state in (MatchState.ASKED, MatchState.AGREED, MatchState.HELD):
        seeker = make_participant(programme)
        make_talk(seeker, state)
        make_talk(seeker, MatchState.PROPOSED)
    make_participant(programme, state=ParticipantState.APPLIED)

    totals = live_numbers(programme, NOW, hides=False).totals

    told = [totals[one] for one in (Measure.WAITING, Measure.READY, Measure.TALKING)]
    assert told == [shown(6), shown(2), shown(3)]


def test_who_leads_sees_all_and_others_no_small_group(programme: Programme) -> None:
    """A cohort with nobody in it is about nobody: it shows noughts to everybody."""
    one, empty = make_cohort(programme, "Spring"), make_cohort(programme, "Empty")
    for seeker in make_seekers(programme, 3, cohort=one):
        make_talk(seeker)

    whole, hidden = (live_numbers(programme, NOW, hides=hides) for hides in (False, True))

    assert row_of(whole, one.pk)[Measure.HELD] == shown(3)
    assert row_of(hidden, one.pk)[Measure.HELD] == SMALL
    assert set(row_of(whole, empty.pk).values()) == set(row_of(hidden, empty.pk).values()) == {shown(0)}
    assert Measure.READY not in hidden.totals


def test_the_language_of_a_few_has_no_row_of_its_own(programme: Programme) -> None:
    """Else the row alone would tell in which language they talked; together they are counted as what they are."""
    for seeker in make_seekers(programme, 9):
        make_talk(seeker)
    for language in ("zh", "fr", "uk"):
        for seeker in make_seekers(programme, 2):
            make_talk(seeker, language=language)

    numbers = period_numbers(programme, Period(date(2026, 11, 1), date(2026, 12, 31)))
    table = numbers.table(Breakdown.LANGUAGE)
    held = {row.key: row.cells[table.measures.index(Measure.HELD)] for row in table.rows}

    assert held == {"en": shown(9), OTHER: shown(6)}
    whole = live_numbers(programme, NOW, hides=False).table(Breakdown.LANGUAGE)
    assert [row.key for row in whole.rows] == ["en", "fr", "uk", "zh"]


def test_home_and_report_count_the_same_talks_as_asked_for_and_held(programme: Programme) -> None:
    """Of everything that a programme shows: one that waits for its seeker, or for a letter to be passed on, was not
    asked for."""
    fill_programme(programme)
    for state in MatchState:
        make_talk(make_participant(programme), state)
    for state in (MatchState.PROPOSED, MatchState.WAITING, MatchState.ASKED, MatchState.CANCELLED):
        make_talk(make_participant(programme), state, asked_at=None, starts_at=None)
    days = (date(2026, 11, 1), date(2026, 12, 31))
    start, end = Period(*days).moments(programme.zone)

    live = counted(programme.workspace, now_wanted())
    told = counted(programme.workspace, period_wanted(start, end, *days))

    assert live[Measure.SENT].total.value == 8
    for measure in (Measure.SENT, Measure.HELD, Measure.SUCCESSFUL, Measure.REFERRALS, Measure.JOBS):
        assert live[measure] == told[measure]
    assert live[Measure.UNDER_WAY].total.value == 3  # asked, agreed, and the one of `fill_programme`


def test_a_talk_is_successful_by_the_seekers_own_word(programme: Programme) -> None:
    """4 or 5 of 5; an insider's word counts for nothing, nor does silence."""
    for seeker, useful in zip(make_seekers(programme, 12), [5, 4, 4, 5, 5, 3, 1, 2, 3, 3], strict=False):
        make_talk(seeker, useful=useful, referrals=1)
    silent = make_talk(make_participant(programme))
    Feedback.objects.create(workspace=programme.workspace, match=silent, side=Side.INSIDER, useful=5, given_at=NOW)

    totals = live_numbers(programme, NOW, hides=True).totals

    assert (totals[Measure.HELD], totals[Measure.SUCCESSFUL], totals[Measure.REFERRALS]) == (
        shown(11), shown(5), shown(10),
    )  # fmt: skip


def test_a_small_cohort_is_hidden_with_what_would_give_it_away(programme: Programme) -> None:
    spring, autumn, winter = (make_cohort(programme, name) for name in ("Spring", "Autumn", "Winter"))
    for cohort, number in ((spring, 9), (autumn, 3), (winter, 20)):
        make_seekers(programme, number, cohort=cohort)

    numbers = live_numbers(programme, NOW, hides=True)

    assert numbers.totals[Measure.WAITING] == shown(32)
    found = {row.name: row.cells[0] for row in numbers.table(Breakdown.COHORT).rows}
    assert found == {"Spring": WITHHELD, "Autumn": SMALL, "Winter": shown(20)}
    assert row_of(numbers, autumn.pk)[Measure.WAITING] == SMALL, "on the cohort's own page too"


def test_talks_of_few_people_are_hidden_however_many_they_are(programme: Programme) -> None:
    one = make_participant(programme)
    for _ in range(6):
        make_talk(one, field="Nursing")
    for seeker in make_seekers(programme, 7):
        make_talk(seeker)

    held = {row.name: row.cells[2] for row in live_numbers(programme, NOW, hides=True).table(Breakdown.FIELD).rows}

    assert held == {"Nursing": SMALL, "Accounting": WITHHELD}


def test_seekers_who_left_still_count(programme: Programme) -> None:
    for seeker in make_seekers(programme, 6):
        make_talk(seeker, useful=5)
    gone = make_talk(make_participant(programme), useful=5)
    Match.objects.of(programme.workspace).filter(pk=gone.pk).update(participant=None)
    for place in range(8):
        Outcome.objects.create(
            workspace=programme.workspace, participant=None if place > 5 else make_participant(programme),
            kind=OutcomeKind.JOB, happened_on=NOW.date(), told_at=NOW,
        )  # fmt: skip

    totals = live_numbers(programme, NOW, hides=True).totals

    assert (totals[Measure.HELD], totals[Measure.SUCCESSFUL], totals[Measure.JOBS]) == (shown(7), shown(7), shown(8))


@pytest.mark.parametrize(
    ("at", "is_in"),
    [
        (datetime(2026, 10, 1, 6, 59, tzinfo=UTC), False),  # 23:59 on 30 September in Vancouver
        (datetime(2026, 10, 1, 7, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 1, 6, 59, tzinfo=UTC), True),  # 23:59 on 31 October
        (datetime(2026, 11, 1, 7, 0, tzinfo=UTC), False),
    ],
)
def test_a_period_is_days_of_the_programmes_clock(programme: Programme, at: datetime, is_in: bool) -> None:
    for seeker in make_seekers(programme, 5, active_at=at):
        make_talk(seeker, starts_at=at, asked_at=at)

    totals = period_numbers(programme, Period(date(2026, 10, 1), date(2026, 10, 31))).totals

    expected = shown(5 if is_in else 0)
    assert {totals[one] for one in (Measure.CAME, Measure.SENT, Measure.HELD)} == {expected}


def test_a_period_has_the_day_on_which_clocks_change_in_whole(programme: Programme) -> None:
    """In Toronto 1 November 2026 has 25 hours."""
    programme.zone = "America/Toronto"
    last = datetime(2026, 11, 2, 4, 59, tzinfo=UTC)
    for seeker in make_seekers(programme, 5):
        make_talk(seeker, starts_at=last)
        make_talk(seeker, starts_at=last + timedelta(minutes=1))

    day = date(2026, 11, 1)

    assert period_numbers(programme, Period(day, day)).totals[Measure.HELD] == shown(5)


def test_another_programmes_people_are_not_counted(programme: Programme) -> None:
    other = make_programme("rita@rival.example", "Inlet Bridges")
    for seeker in make_seekers(other, 9):
        make_talk(seeker, useful=5)

    assert set(live_numbers(programme, NOW, hides=True).totals.values()) == {shown(0)}


@pytest.mark.parametrize("seekers", [1, 3, 60])
def test_numbers_take_the_same_queries_whatever_the_size(programme: Programme, seekers: int) -> None:
    cohort = make_cohort(programme)
    for seeker in make_seekers(programme, seekers, cohort=cohort):
        make_talk(seeker, useful=4)

    with CaptureQueriesContext(connection) as live:
        live_numbers(programme, NOW, hides=True)
    with CaptureQueriesContext(connection) as period:
        period_numbers(programme, Period(NOW.date(), NOW.date()))

    few = seekers < 5  # their language is counted with others of few
    assert (len(live), len(period)) == (11 + few, 10 + few)
