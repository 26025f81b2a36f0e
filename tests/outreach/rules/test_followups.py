"""3B7 and what surrounds it, as tables of dates.

Holidays of 2026 that matter here: in British Columbia 16 February, 30 September and 11 November; in China 1
to 7 October, with Saturday the 10th worked; Lunar New Year is on 17 February.
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from askwell.lib.times import at_local
from askwell.outreach.choices import Answer, FollowUpKind, FollowUpReason, MessageKind, Responder
from askwell.outreach.rules.followups import (
    FollowUp,
    Recipient,
    as_moments,
    follow_ups,
    is_open,
    is_overdue,
    responder,
    silence_plan,
)
from askwell.outreach.rules.threads import Event, Standing, state_of

K, A, F, R = MessageKind, Answer, FollowUpKind, FollowUpReason
VANCOUVER = Recipient(region="CA-BC", zone="America/Vancouver")
SHANGHAI = Recipient(region="CN", zone="Asia/Shanghai")
KEEPS_IT = Recipient(region="CA-BC", zone="America/Vancouver", keeps_lunar_new_year=True)


def at(month: int, day: int, hour: int = 10, minute: int = 0, *, zone: str = "America/Vancouver") -> datetime:
    return at_local(date(2026, month, day), hour, minute, zone)


def said(answer: Answer, when: datetime, until: date | None = None) -> Event:
    return Event(K.ANSWER, when, answer=answer, until=until)


def due(standing: Standing, recipient: Recipient, now: datetime, *, second: bool = True) -> dict[str, object]:
    return {one.kind.value: one.due for one in follow_ups(standing, recipient, now=now, second_person=second)}


SILENCE: list[tuple[str, Recipient, datetime, date, date]] = [
    # whom, sent, second person, nudge
    ("as on the draft page", VANCOUVER, at(11, 27, 8, 30), date(2026, 12, 2), date(2026, 12, 8)),
    ("Remembrance Day does not count", VANCOUVER, at(11, 5), date(2026, 11, 10), date(2026, 11, 17)),
    ("sent on a Saturday", VANCOUVER, at(11, 28), date(2026, 12, 2), date(2026, 12, 8)),
    ("sent on a Friday", VANCOUVER, at(11, 27), date(2026, 12, 2), date(2026, 12, 8)),
    ("the golden week, and its working Saturday", SHANGHAI, at(9, 29), date(2026, 10, 10), date(2026, 10, 15)),
    ("the same day in Vancouver", VANCOUVER, at(9, 29), date(2026, 10, 5), date(2026, 10, 9)),
    ("over the Lunar New Year, kept", KEEPS_IT, at(2, 13), date(2026, 2, 24), date(2026, 3, 2)),
    ("over the Lunar New Year, not kept", VANCOUVER, at(2, 13), date(2026, 2, 19), date(2026, 2, 25)),
    ("evening here is tomorrow there", SHANGHAI, at(11, 24, 20), date(2026, 11, 30), date(2026, 12, 4)),
    ("the same evening for here", VANCOUVER, at(11, 24, 20), date(2026, 11, 27), date(2026, 12, 3)),
]


@pytest.mark.parametrize(
    ("recipient", "sent", "second", "nudge"), [r[1:] for r in SILENCE], ids=[r[0] for r in SILENCE]
)
def test_three_and_seven_business_days(recipient: Recipient, sent: datetime, second: date, nudge: date) -> None:
    plan = silence_plan(sent, recipient)
    assert (plan.second_person_on, plan.nudge_on) == (second, nudge)
    waiting = state_of([Event(K.FIRST, sent)])
    assert due(waiting, recipient, sent) == {"second_person": second, "nudge": nudge}


ABSENCES: list[tuple[str, datetime, date | None, date, date]] = [
    # note came, back on, second person, nudge; the message went out on Tuesday 17 November
    ("until 1 December", at(11, 17, 11), date(2026, 12, 1), date(2026, 12, 4), date(2026, 12, 10)),
    ("back on a Sunday: read on Monday", at(11, 17, 11), date(2026, 11, 29), date(2026, 12, 3), date(2026, 12, 9)),
    ("without a date: five business days", at(11, 17, 11), None, date(2026, 11, 27), date(2026, 12, 3)),
    (
        "already over when the message went out",
        at(11, 17, 11),
        date(2026, 11, 16),
        date(2026, 11, 20),
        date(2026, 11, 26),
    ),
    ("the note came days later", at(11, 19), date(2026, 11, 23), date(2026, 11, 26), date(2026, 12, 2)),
]


@pytest.mark.parametrize(
    ("came", "back_on", "second", "nudge"), [r[1:] for r in ABSENCES], ids=[r[0] for r in ABSENCES]
)
def test_an_absence_moves_both_dates(came: datetime, back_on: date | None, second: date, nudge: date) -> None:
    away = state_of([Event(K.FIRST, at(11, 17)), Event(K.OUT_OF_OFFICE, came, until=back_on)])
    assert due(away, VANCOUVER, came) == {"second_person": second, "nudge": nudge}


def test_an_absence_after_the_nudge_moves_the_rest() -> None:
    nudged = [Event(K.FIRST, at(11, 5)), Event(K.NUDGE, at(11, 17))]
    away = Event(K.OUT_OF_OFFICE, at(11, 17, 11), until=date(2026, 11, 23))
    assert due(state_of(nudged), VANCOUVER, at(11, 18), second=False) == {"let_rest": date(2026, 11, 26)}
    assert due(state_of([*nudged, away]), VANCOUVER, at(11, 18), second=False) == {"let_rest": date(2026, 12, 2)}


def test_facts_say_how_long_it_has_been_silent() -> None:
    waiting = state_of([Event(K.FIRST, at(11, 17))])
    (nudge,) = follow_ups(waiting, VANCOUVER, now=at(11, 30))
    assert nudge == FollowUp(
        F.NUDGE,
        at(11, 17),
        date(2026, 11, 26),
        date(2026, 11, 26),
        R.SILENT_FOR_DAYS,
        {"business_days": 9, "since": date(2026, 11, 17), "moved": False},
    )
    away = state_of([Event(K.FIRST, at(11, 17)), Event(K.OUT_OF_OFFICE, at(11, 17), until=date(2026, 12, 1))])
    (nudge,) = follow_ups(away, VANCOUVER, now=at(11, 30))
    assert nudge.facts == {"business_days": 0, "since": date(2026, 12, 1), "moved": True}


def test_no_second_person_where_none_is_wanted_or_they_once_answered() -> None:
    waiting = state_of([Event(K.FIRST, at(11, 17))])
    assert due(waiting, VANCOUVER, at(11, 18), second=False) == {"nudge": date(2026, 11, 26)}
    second_round = state_of([Event(K.FIRST, at(11, 5)), said(A.ASKS, at(11, 6)), Event(K.REPLY, at(11, 17))])
    assert due(second_round, VANCOUVER, at(11, 18)) == {"nudge": date(2026, 11, 26)}


def test_the_second_person_is_counted_from_the_first_message_also_after_the_nudge() -> None:
    nudged = state_of([Event(K.FIRST, at(11, 17)), Event(K.NUDGE, at(11, 26))])
    assert due(nudged, VANCOUVER, at(11, 27)) == {
        "second_person": date(2026, 11, 20),
        "let_rest": date(2026, 12, 7),
    }


FIRST = Event(K.FIRST, at(11, 17))
MONDAY = at(11, 23, 9, 12)
NEXT_MORNING = at(11, 24, 9, 12)
ANSWERED: list[tuple[str, list[Event], list[tuple[FollowUpKind, object, FollowUpReason]]]] = [
    ("a booster's yes", [FIRST, said(A.ACCEPTS, at(11, 18))], [(F.REPLY_WITHIN_A_DAY, at(11, 19), R.BOOSTER_ANSWERED)]),
    ("a late yes", [FIRST, said(A.ACCEPTS, MONDAY)], [(F.REPLY_WITHIN_A_DAY, NEXT_MORNING, R.ANSWERED)]),
    ("a question", [FIRST, said(A.ASKS, MONDAY)], [(F.REPLY_WITHIN_A_DAY, NEXT_MORNING, R.ANSWERED)]),
    ("a no", [FIRST, said(A.DECLINES, MONDAY)], [(F.THANK, NEXT_MORNING, R.DECLINED)]),
    ("a name", [FIRST, said(A.REFERS, MONDAY)], [(F.THANK, NEXT_MORNING, R.REFERRED)]),
    (
        "a chance meeting",
        [FIRST, Event(K.CHANCE_MEETING, MONDAY)],
        [(F.REPLY_WITHIN_A_DAY, NEXT_MORNING, R.MET_BY_CHANCE)],
    ),
    (
        "not now, perhaps on Tuesday 12 January",
        [FIRST, said(A.DEFERS, MONDAY, date(2027, 1, 12))],
        [(F.REPLY_WITHIN_A_DAY, NEXT_MORNING, R.ANSWERED), (F.WRITE_AGAIN, date(2027, 1, 12), R.DEFERRED)],
    ),
    (
        "not now, acknowledged, perhaps on New Year's Day: the next business day",
        [FIRST, said(A.DEFERS, MONDAY, date(2027, 1, 1)), Event(K.THANKS, NEXT_MORNING)],
        [(F.WRITE_AGAIN, date(2027, 1, 4), R.DEFERRED)],
    ),
    (
        "not now, without a date: four weeks",
        [FIRST, said(A.DEFERS, MONDAY), Event(K.REPLY, NEXT_MORNING)],
        [(F.WRITE_AGAIN, date(2026, 12, 21), R.DEFERRED)],
    ),
    (
        "thanks for a yes do not offer times",
        [FIRST, said(A.ACCEPTS, MONDAY), Event(K.THANKS, MONDAY)],
        [(F.REPLY_WITHIN_A_DAY, NEXT_MORNING, R.ANSWERED)],
    ),
    (
        "a time that fell through",
        [FIRST, Event(K.SCHEDULED, at(11, 18), meets_at=at(11, 24)), Event(K.CANCELLED, MONDAY)],
        [(F.REPLY_WITHIN_A_DAY, NEXT_MORNING, R.BOOSTER_ANSWERED)],
    ),
    ("met", [FIRST, said(A.ACCEPTS, at(11, 18)), Event(K.MET, MONDAY)], [(F.THANK, NEXT_MORNING, R.MET)]),
    (
        "met, and written to, but not thanked",
        [FIRST, said(A.ACCEPTS, at(11, 18)), Event(K.MET, MONDAY), Event(K.REPLY, MONDAY)],
        [(F.THANK, NEXT_MORNING, R.MET)],
    ),
    ("met and thanked", [FIRST, said(A.ACCEPTS, at(11, 18)), Event(K.MET, MONDAY), Event(K.THANKS, MONDAY)], []),
    ("a no, thanked", [FIRST, said(A.DECLINES, MONDAY), Event(K.THANKS, MONDAY)], []),
    ("stopped", [FIRST, said(A.STOP, MONDAY)], []),
    ("let rest", [FIRST, Event(K.RESTED, MONDAY)], []),
    ("nothing sent", [], []),
]


@pytest.mark.parametrize(("events", "expected"), [r[1:] for r in ANSWERED], ids=[r[0] for r in ANSWERED])
def test_after_an_answer(events: list[Event], expected: list[tuple[FollowUpKind, object, FollowUpReason]]) -> None:
    found = follow_ups(state_of(events), VANCOUVER, now=MONDAY, second_person=True)
    assert [(one.kind, one.due, one.reason) for one in found] == expected


MEETS = at(11, 27, 12, 30)
CONFIRMING: list[tuple[str, datetime, datetime | None, datetime, list[tuple[datetime, datetime]]]] = [
    # agreed, wrote since, now, (opens, due)
    ("from 48 to 24 hours before", at(11, 18), None, at(11, 25), [(at(11, 25, 12, 30), at(11, 26, 12, 30))]),
    ("written to since, but early", at(11, 18), at(11, 24), at(11, 25), [(at(11, 25, 12, 30), at(11, 26, 12, 30))]),
    ("written to within the 48 hours", at(11, 18), at(11, 25, 13), at(11, 25, 14), []),
    ("agreed within the 48 hours", at(11, 26), None, at(11, 26), []),
    ("too late to confirm", at(11, 18), None, MEETS, []),
]


@pytest.mark.parametrize(
    ("agreed", "wrote", "now", "expected"), [r[1:] for r in CONFIRMING], ids=[r[0] for r in CONFIRMING]
)
def test_confirming(
    agreed: datetime, wrote: datetime | None, now: datetime, expected: list[tuple[datetime, datetime]]
) -> None:
    events = [FIRST, Event(K.SCHEDULED, agreed, meets_at=MEETS)]
    if wrote:
        events.append(Event(K.REPLY, wrote))
    found = follow_ups(state_of(events), VANCOUVER, now=now)
    assert [(one.opens, one.due) for one in found] == expected
    assert {(one.kind, one.about) for one in found} <= {(F.CONFIRM, MEETS)}


def test_see_you_then_needs_no_reply_but_a_question_does() -> None:
    agreed = [FIRST, Event(K.SCHEDULED, at(11, 18), meets_at=MEETS)]
    looking_forward = state_of([*agreed, said(A.ACCEPTS, at(11, 19))])
    asking = state_of([*agreed, said(A.ASKS, at(11, 19))])
    assert list(due(looking_forward, VANCOUVER, at(11, 19))) == ["confirm"]
    assert list(due(asking, VANCOUVER, at(11, 19))) == ["reply_within_a_day", "confirm"]


RESPONDERS: list[tuple[str, list[Event], datetime, Responder | None]] = [
    ("never asked", [], MONDAY, None),
    ("on the third business day", [FIRST, said(A.ACCEPTS, at(11, 20, 23, 30))], MONDAY, Responder.BOOSTER),
    (
        "half an hour later is Saturday, still the third",
        [FIRST, said(A.ASKS, at(11, 21, 0, 30))],
        MONDAY,
        Responder.BOOSTER,
    ),
    ("on the fourth", [FIRST, said(A.ACCEPTS, at(11, 23, 0, 30))], MONDAY, Responder.OBLIGATE),
    ("a quick no is quick", [FIRST, said(A.DECLINES, at(11, 18))], MONDAY, Responder.BOOSTER),
    (
        "only after the nudge",
        [FIRST, Event(K.NUDGE, at(11, 26)), said(A.ACCEPTS, at(11, 26, 12))],
        MONDAY,
        Responder.OBLIGATE,
    ),
    (
        "quick after the holiday",
        [FIRST, Event(K.OUT_OF_OFFICE, at(11, 17), until=date(2026, 12, 1)), said(A.ACCEPTS, at(12, 3))],
        MONDAY,
        Responder.BOOSTER,
    ),
    (
        "from the holiday itself",
        [FIRST, Event(K.OUT_OF_OFFICE, at(11, 17), until=date(2026, 12, 1)), said(A.ACCEPTS, at(11, 19))],
        MONDAY,
        Responder.BOOSTER,
    ),
    ("still silent", [FIRST], at(12, 31), None),
    ("silent after the nudge, sixth day", [FIRST, Event(K.NUDGE, at(11, 26))], at(12, 4, 23), None),
    ("silent after the nudge, seventh day", [FIRST, Event(K.NUDGE, at(11, 26))], at(12, 7, 0, 1), Responder.CURMUDGEON),
    ("let rest", [FIRST, Event(K.NUDGE, at(11, 26)), Event(K.RESTED, at(12, 1))], at(12, 1), Responder.CURMUDGEON),
]


@pytest.mark.parametrize(("events", "now", "expected"), [r[1:] for r in RESPONDERS], ids=[r[0] for r in RESPONDERS])
def test_who_answers(events: list[Event], now: datetime, expected: Responder | None) -> None:
    assert responder(state_of(events), VANCOUVER, now=now) is expected


def test_a_day_is_the_recipients() -> None:
    (nudge,) = follow_ups(state_of([Event(K.FIRST, at(11, 17))]), SHANGHAI, now=at(11, 17))
    assert nudge.due == date(2026, 11, 27)
    assert as_moments(nudge, SHANGHAI) == (
        datetime(2026, 11, 26, 16, 0, tzinfo=UTC),
        datetime(2026, 11, 27, 16, 0, tzinfo=UTC),
    )
    opens = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
    second = timedelta(seconds=1)
    assert [is_open(nudge, SHANGHAI, now=now) for now in (opens - second, opens)] == [False, True]
    closes = opens + timedelta(days=1)
    assert [is_overdue(nudge, SHANGHAI, now=now) for now in (closes, closes + second)] == [False, True]


def test_an_hour_is_the_same_everywhere() -> None:
    (reply,) = follow_ups(state_of([FIRST, said(A.ACCEPTS, MONDAY)]), SHANGHAI, now=MONDAY)
    assert as_moments(reply, SHANGHAI) == (MONDAY, MONDAY + timedelta(hours=24))
    assert is_open(reply, SHANGHAI, now=MONDAY)
    assert not is_overdue(reply, SHANGHAI, now=MONDAY + timedelta(hours=24))
    assert is_overdue(reply, SHANGHAI, now=MONDAY + timedelta(hours=24, seconds=1))


def test_what_reached_nobody_starts_no_silence_but_asks_for_another_way_within_a_day() -> None:
    sent = [Event(K.FIRST, at(11, 17)), Event(K.NOTE, at(11, 17, 11), came_back=True)]
    assert due(state_of(sent), VANCOUVER, at(11, 30)) == {"another_way": at(11, 18, 11)}
    again = state_of([*sent, Event(K.FIRST, at(11, 18))])
    assert due(again, VANCOUVER, at(11, 18), second=False) == {"nudge": date(2026, 11, 27)}
