"""Whom a change in a calendar is told to."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from askwell.protocols.calendar import Answer, Event, Letter, ManyMeetings, ManyOrganizers, Method, Party, letters

START = datetime(2026, 12, 1, 18, tzinfo=UTC)
WEEK = timedelta(weeks=1)
RUI, MIN, ANA = Party("rui@example.org"), Party("min@example.org"), Party("ana@example.org")
TALK = Event("t1", 1, start=START, end=START + timedelta(minutes=20), organizer=RUI, attendees=(RUI, MIN, ANA))
SERIES = replace(TALK, rrule="FREQ=WEEKLY")


def told(found: tuple[Letter, ...]) -> list[tuple[str, str, bool]]:
    return [(one.method.value, one.to.email, one.significant) for one in found]


def test_a_new_meeting_is_told_to_everyone_but_its_organizer() -> None:
    assert told(letters([], [TALK], me=RUI.email)) == [("REQUEST", MIN.email, True), ("REQUEST", ANA.email, True)]
    assert letters([], [TALK], me="eve@example.org") == ()
    assert letters([], [replace(TALK, organizer=None)], me=RUI.email) == ()
    assert letters([], [], me=RUI.email) == ()


def test_one_who_is_left_out_gets_a_cancellation_and_the_others_a_word() -> None:
    after = replace(TALK, sequence=2, attendees=(RUI, MIN))
    found = letters([TALK], [after], me=RUI.email)
    assert told(found) == [("REQUEST", MIN.email, False), ("CANCEL", ANA.email, True)]
    (event,) = found[1].events
    assert ([one.email for one in event.attendees], event.status, event.sequence) == ([ANA.email], "CANCELLED", 2)


def test_a_meeting_taken_out_is_cancelled_for_all_with_the_next_sequence() -> None:
    found = letters([TALK], [], me=RUI.email)
    assert told(found) == [("CANCEL", MIN.email, True), ("CANCEL", ANA.email, True)]
    assert {one.events[0].sequence for one in found} == {2}


@pytest.mark.parametrize(
    ("change", "significant"),
    [
        ({"summary": "Other words"}, False),
        ({"rrule": "INTERVAL=1;FREQ=WEEKLY"}, False),
        ({"start": START - timedelta(hours=1)}, True),
        ({"end": START + timedelta(hours=1)}, True),
        ({"rrule": "FREQ=DAILY"}, True),
        ({"exdates": (START + WEEK,)}, True),
    ],
)
def test_a_change_is_significant_when_it_moves_somebody(change: dict[str, object], significant: bool) -> None:
    found = letters([SERIES], [replace(SERIES, **change)], me=RUI.email)  # type: ignore[arg-type]  # any field
    assert {one.significant for one in found} == {significant}


def test_nobody_learns_of_a_time_at_which_they_are_not_asked() -> None:
    without_ana = replace(TALK, recurrence_id=START + WEEK, start=START + WEEK, attendees=(RUI, MIN))
    first, second = letters([], [SERIES, without_ana], me=RUI.email)
    assert first.events == (SERIES, without_ana)
    assert second.events == (replace(SERIES, exdates=(START + WEEK,)),)


def test_an_answer_goes_to_the_organizer_alone() -> None:
    yes = replace(TALK, attendees=(RUI, replace(MIN, answer=Answer.ACCEPTED), ANA))
    (letter,) = letters([TALK], [yes], me=MIN.email)
    assert (letter.method, letter.to) == (Method.REPLY, RUI)
    assert letter.events == (replace(TALK, attendees=(replace(MIN, answer=Answer.ACCEPTED),)),)
    assert letters([yes], [yes], me=MIN.email) == ()
    assert letters([replace(TALK, status="CANCELLED")], [replace(yes, status="CANCELLED")], me=MIN.email) == ()


def test_a_time_taken_out_is_declined() -> None:
    (letter,) = letters([SERIES], [replace(SERIES, exdates=(START + WEEK,))], me=MIN.email)
    (event,) = letter.events
    assert (event.recurrence_id, event.start, event.end, event.rrule) == (
        START + WEEK,
        START + WEEK,
        START + WEEK + timedelta(minutes=20),
        "",
    )
    assert event.attendees == (replace(MIN, answer=Answer.DECLINED),)


def test_a_meeting_thrown_away_is_declined() -> None:
    (letter,) = letters([TALK], [], me=MIN.email)
    assert letter.events[0].attendees == (replace(MIN, answer=Answer.DECLINED),)


def test_two_meetings_or_two_organizers_are_refused() -> None:
    with pytest.raises(ManyMeetings):
        letters([], [TALK, replace(TALK, uid="t2")], me=RUI.email)
    with pytest.raises(ManyMeetings):
        letters([TALK], [replace(TALK, uid="t2")], me=RUI.email)
    with pytest.raises(ManyOrganizers):
        letters([], [TALK, replace(TALK, recurrence_id=START, organizer=MIN)], me=RUI.email)
