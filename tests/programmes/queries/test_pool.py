"""Who takes part in a round, and with what."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from askwell.programmes.choices import InsiderState, MatchState, ParticipantState
from askwell.programmes.models import Cohort, Insider, Match, Participant, Programme, Round
from askwell.programmes.queries.pool import pool
from askwell.programmes.rules.barriers import why_not
from askwell.programmes.rules.people import Window
from askwell.programmes.rules.tables import Tables
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.rounds import begun

DAY = 24 * 60


def talk(row: Round, seeker: Participant | None, insider: Insider, state: MatchState, **facts: Any) -> Match:
    told: dict[str, Any] = {"asked_at": NOW, "state": state, "participant": seeker, "insider": insider, "round": row}
    return Match.objects.create(workspace=row.workspace, **told | facts)


def against(row: Round, seeker: Participant, insider: Insider) -> tuple[str, ...]:
    the_round = pool(row, NOW)
    return why_not(the_round, Tables.of(the_round), (str(seeker.pk), str(insider.pk)))


def wanted(row: Round, seeker: Participant) -> int:
    return next(one.wanted for one in pool(row, NOW).seekers if one.id == str(seeker.pk))


def capacity(row: Round, insider: Insider) -> int | None:
    return next((one.capacity for one in pool(row, NOW).insiders if one.id == str(insider.pk)), None)


def test_only_active_seekers_of_its_cohort_take_part(programme: Programme) -> None:
    cohort = Cohort.objects.create(workspace=programme.workspace, name="Autumn", created_at=NOW)
    mine = make_participant(programme, cohort=cohort)
    make_participant(programme, "Jun Wang")
    make_participant(programme, "Ana Silva", cohort=cohort, state=ParticipantState.APPLIED)

    assert [one.id for one in pool(begun(programme, cohort_id=cohort.pk), NOW).seekers] == [str(mine.pk)]
    assert len(pool(begun(programme), NOW).seekers) == 2


def test_nobody_wants_more_than_the_programme_gives(programme: Programme) -> None:
    """And one talk before they have joined."""
    row, many, none = begun(programme), joined(programme, wanted=4)[0], make_participant(programme, wanted=-2)
    early = make_participant(programme, wanted=4)

    assert (wanted(row, many), wanted(row, none), wanted(row, early)) == (2, -2, 1)
    assert pool(row, NOW).later == {str(none.pk), str(early.pk)}


@pytest.mark.parametrize(
    ("facts", "free"),
    [
        ({"a_month": 3}, 3),
        ({"a_month": 0}, 0),
        ({"a_month": -1}, -1),
        ({"state": InsiderState.PAUSED}, None),
        ({"state": InsiderState.PAUSED, "paused_until": date(2026, 11, 26)}, None),
        ({"state": InsiderState.PAUSED, "paused_until": date(2026, 11, 25)}, 1),
        ({"state": InsiderState.INVITED}, None),
        ({"state": InsiderState.LEFT}, None),
        ({"zone": "Nowhere/Atall"}, 0),
    ],
)
def test_an_insiders_places(programme: Programme, facts: dict[str, Any], free: int | None) -> None:
    assert capacity(begun(programme), make_insider(programme, **facts)) == free


def test_talks_of_the_month_take_places(programme: Programme) -> None:
    insider = make_insider(programme, a_month=3)
    old, row = begun(programme), begun(programme)
    talk(old, None, insider, MatchState.AGREED, starts_at=NOW + timedelta(days=2))
    talk(old, None, insider, MatchState.DECLINED)
    talk(old, None, insider, MatchState.ASKED, asked_at=NOW - timedelta(days=31))

    assert capacity(row, insider) == 2


def test_who_rests_after_a_talk_comes_only_with_talks_on_their_way(programme: Programme) -> None:
    insider, seeker = make_insider(programme, a_month=3), make_participant(programme)
    old, row = begun(programme), begun(programme)
    talk(old, make_participant(programme), insider, MatchState.HELD, starts_at=NOW - timedelta(days=3))
    assert capacity(row, insider) is None

    talk(old, seeker, insider, MatchState.AGREED, starts_at=NOW + timedelta(days=3))

    assert capacity(row, insider) == 1
    assert pool(row, NOW).kept == {(str(seeker.pk), str(insider.pk))}


def test_who_missed_talks_takes_no_new_one_until_somebody_talked_with_them(programme: Programme) -> None:
    row = begun(programme)
    for side in ("seeker", "insider"):
        seeker, insider = make_participant(programme), make_insider(programme)
        for days in (20, 40):
            other = {"seeker": seeker} if side == "seeker" else {"insider": insider}
            told: dict[str, Any] = {"seeker": make_participant(programme), "insider": make_insider(programme)} | other
            talk(row, state=MatchState.MISSED, missed_by=side, ended_at=NOW - timedelta(days=days), **told)
        ids = [one.id for one in (*pool(row, NOW).seekers, *pool(row, NOW).insiders)]
        missing, there = (seeker, insider) if side == "seeker" else (insider, seeker)
        assert str(missing.pk) not in ids
        assert str(there.pk) in ids

        missing.talked_at = NOW
        missing.save()

        assert str(missing.pk) in [one.id for one in (*pool(row, NOW).seekers, *pool(row, NOW).insiders)]


def test_a_pair_for_which_send_was_pressed_is_kept(programme: Programme) -> None:
    """Of somebody who has not joined it only waits: no insider is asked for it."""
    seeker, other = joined(programme)[0], make_participant(programme, "Jun Wang")
    insider = make_insider(programme)
    row = begun(programme)
    for one in (seeker, other):
        talk(row, one, insider, MatchState.PROPOSED, asked_at=None)
    assert (pool(row, NOW).kept, pool(row, NOW).waiting) == (set(), set())

    Match.objects.of(row.workspace).update(send_at=NOW)

    found = pool(row, NOW)
    assert (found.kept, found.waiting) == ({(str(seeker.pk), str(insider.pk))}, {(str(other.pk), str(insider.pk))})


def test_talks_on_their_way_are_pinned_and_those_that_were_are_ruled_out(programme: Programme) -> None:
    seeker = make_participant(programme, wanted=1)
    asked, met, refused = (make_insider(programme, name) for name in ("Rosa Osei", "Tom Nguyen", "Ana Silva"))
    old, row = begun(programme), begun(programme)
    talk(old, seeker, asked, MatchState.ASKED)
    talk(old, seeker, met, MatchState.HELD, starts_at=NOW - timedelta(days=90))
    talk(old, seeker, refused, MatchState.DECLINED)

    the_round = pool(row, NOW)

    assert the_round.kept == the_round.pins == {(str(seeker.pk), str(asked.pk))}
    assert {insider for _seeker, insider in the_round.conflicts} == {str(met.pk), str(refused.pk)}
    assert wanted(row, seeker) == 1


def test_what_was_held_in_this_round_counts_as_met_in_it(programme: Programme) -> None:
    seeker, insider = make_participant(programme), make_insider(programme)
    row = begun(programme)
    talk(row, seeker, insider, MatchState.HELD, starts_at=NOW - timedelta(days=1))

    assert pool(row, NOW).kept == {(str(seeker.pk), str(insider.pk))}
    assert (pool(begun(programme), NOW).kept, pool(begun(programme), NOW).insiders) == (frozenset(), ())


def test_who_would_rather_not_meet_does_not(programme: Programme) -> None:
    row, seeker = (
        begun(programme),
        make_participant(programme, "José Álvarez", email="Jose@Mail.example", employer="Cédar Foods"),
    )
    by_name = make_insider(programme, "Rosa Osei", not_people=["jose alvarez"])
    by_mail = make_insider(programme, "Tom Nguyen", not_people=["jose@mail.EXAMPLE"])
    by_firm = make_insider(programme, "Ana Silva", not_employers=["cedar foods"])
    colleague = make_insider(programme, "Mia Chen", organisation="CEDAR  FOODS")
    open_to = make_insider(programme, "Ida Park", not_people=["Jo Alvarez"], not_employers=["Cedar"])

    assert against(row, seeker, by_name) == against(row, seeker, by_mail) == ("seeker_excluded",)
    assert against(row, seeker, by_firm) == ("employer_excluded",)
    assert against(row, seeker, colleague) == ("same_employer",)
    assert against(row, seeker, open_to) == ()


def test_topics_are_the_same_however_they_are_spelled(programme: Programme) -> None:
    make_participant(programme, goals={"Month-End Close": 2, "month end close": 3, "": 1})
    make_insider(programme, topics=["month-end  close", "MONTH-END CLOSE"])

    the_round = pool(begun(programme), NOW)

    [topic] = the_round.insiders[0].topics
    assert the_round.seekers[0].goals == {topic: 3}


@pytest.mark.parametrize(
    ("field", "theirs", "shared"),
    [
        ("Accounting", "会计", 1),
        ("Comptabilité", "Accounting / audit", 1),
        ("IT / software", "IT", 1),
        ("Lab technician", "Early childhood education", 0),
        ("", "Accounting", 0),
    ],
)
def test_a_field_is_a_topic_where_none_was_told(programme: Programme, field: str, theirs: str, shared: int) -> None:
    make_participant(programme, goals={}, field=field)
    make_insider(programme, topics=[], field=theirs)

    the_round = pool(begun(programme), NOW)

    goals = the_round.seekers[0].goals
    assert set(goals.values()) == ({2} if field else set())
    assert len(goals.keys() & set(the_round.insiders[0].topics)) == shared


def test_a_field_is_none_where_topics_were_told(programme: Programme) -> None:
    make_participant(programme, goals={"GMP": 3}, field="Beekeeping")
    make_insider(programme, topics=["quality control"], field="Beekeeping")

    the_round = pool(begun(programme), NOW)

    assert the_round.seekers[0].goals == {"GMP": 3}
    assert the_round.insiders[0].topics == ("quality control",)


def test_two_rows_of_one_address_are_one_account(programme: Programme) -> None:
    make_insider(programme, email="Rosa@Insider.example")
    make_insider(programme, email="rosa@insider.EXAMPLE")
    make_insider(programme, email="")

    accounts = [one.account for one in pool(begun(programme), NOW).insiders]

    assert accounts[0] == accounts[1] != ""
    assert accounts[2] == ""


@pytest.mark.parametrize(
    ("week", "chicago", "toronto", "london"),
    [(date(2026, 10, 26), 23, 22, 18), (date(2026, 11, 2), 24, 23, 18), (date(2027, 3, 15), 23, 22, 18)],
)
def test_hours_are_those_of_the_rounds_week_on_everybodys_own_clock(
    programme: Programme, week: date, chicago: int, toronto: int, london: int
) -> None:
    """In the last week of October clocks have changed in Europe and not yet in Canada; in March it is the other way."""
    evening = [[0, "18:00", "20:00"]]
    for zone in ("America/Chicago", "America/Toronto", "Europe/London"):
        make_participant(programme, windows=evening, zone=zone)

    windows = [one.windows[0] for one in pool(begun(programme, week=week), NOW).seekers]

    assert windows == [Window(60 * hour, 60 * (hour + 2)) for hour in (chicago, toronto, london)]


def test_an_hour_that_no_clock_has_is_kept_to_be_named(programme: Programme) -> None:
    bad = [[7, "18:00", "20:00"], [0, "6pm", "8pm"], [0, "18:00"], "Monday", [None, "18:00", "20:00"]]
    make_participant(programme, windows=bad)
    make_participant(programme, zone="Nowhere/Atall")

    one, other = pool(begun(programme), NOW).seekers

    assert one.windows == (Window(-1, -1),) * 5
    assert set(other.windows) == {Window(-1, -1)}


def test_it_looks_as_often_for_many_as_for_few(programme: Programme, django_assert_num_queries: Any) -> None:
    row = begun(programme)
    row = Round.objects.of(row.workspace).select_related("workspace").get()
    for count in (1, 3):
        for _ in range(count):
            talk(row, make_participant(programme), make_insider(programme), MatchState.ASKED)
        with django_assert_num_queries(6):
            pool(row, datetime(2026, 11, 25, 18, tzinfo=UTC))
