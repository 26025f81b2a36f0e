"""What is proposed for a letter: only what its conversation allows, with the facts that can still be true."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.choices import Answer, LetterKind, MeetingBy, MessageKind
from askwell.outreach.rules.mail.proposing import Proposal, proposed
from askwell.outreach.rules.threads import Event, Standing, state_of

SENT = datetime(2026, 11, 16, 18, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 18, tzinfo=UTC)
FIRST = Event(MessageKind.FIRST, SENT)
WAITING = state_of([FIRST])


def of(reading: dict[str, Any], kind: LetterKind = LetterKind.REPLY, standing: Standing = WAITING) -> Proposal:
    return proposed(kind, reading, zone="America/Toronto", standing=standing, now=NOW)


def test_times_are_on_the_writers_clock_and_those_gone_by_are_left_out() -> None:
    reading = {"intent": "accepts_with_times", "times": ["2026-11-24T10:00", "2026-11-19T10:00", "2026-11-25"]}
    proposal = of(reading)
    assert proposal.times == (datetime(2026, 11, 24, 15, tzinfo=UTC),)
    assert proposal.days == (date(2026, 11, 25),)


@pytest.mark.parametrize(
    ("intent", "answer"),
    [
        ("accepts", Answer.ACCEPTS),
        ("asks_question", Answer.ASKS),
        ("defers", Answer.DEFERS),
        ("declines", Answer.DECLINES),
        ("refers", Answer.REFERS),
        ("stop", Answer.STOP),
        ("auto_reply", Answer.OUT_OF_OFFICE),
        ("other", None),
        ("nonsense", None),
    ],
)
def test_an_intent_becomes_an_answer(intent: str, answer: Answer | None) -> None:
    assert of({"intent": intent}).answer is answer


def test_after_a_stop_nothing_is_proposed() -> None:
    stopped = state_of([FIRST, Event(MessageKind.ANSWER, SENT, Answer.STOP)])
    assert of({"intent": "accepts"}, standing=stopped) == Proposal()


def test_after_the_talk_a_time_is_no_longer_agreed_on() -> None:
    met = state_of([FIRST, Event(MessageKind.SCHEDULED, SENT, meets_at=SENT), Event(MessageKind.MET, SENT)])
    proposal = of({"intent": "accepts_with_times", "times": ["2026-11-24T10:00"]}, standing=met)
    assert (proposal.answer, proposal.times) == (Answer.ACCEPTS, ())


def test_a_yes_before_our_first_message_was_logged_can_agree_on_a_time() -> None:
    assert of({"intent": "accepts_with_times", "times": ["2026-11-24T10:00"]}, standing=Standing()).times


def test_an_invitation_is_a_yes_with_its_time_and_a_refused_one_says_no_more() -> None:
    moment = "2026-11-24T15:00:00+00:00"
    asked = of({"method": "REQUEST", "moments": [moment]}, LetterKind.CALENDAR)
    assert (asked.answer, asked.times) == (Answer.ACCEPTS, (datetime(2026, 11, 24, 15, tzinfo=UTC),))
    assert of({"method": "REPLY", "partstat": "DECLINED"}, LetterKind.CALENDAR).answer is None


def test_the_seekers_own_mail_stands_as_what_the_conversation_allows() -> None:
    answered = state_of([FIRST, Event(MessageKind.ANSWER, SENT, Answer.ACCEPTS)])
    kinds = [of({}, LetterKind.OWN, standing).kind for standing in (Standing(), WAITING, answered)]
    assert kinds == [MessageKind.FIRST, MessageKind.NUDGE, MessageKind.REPLY]


def test_a_time_said_on_another_clock_is_told_with_what_was_said() -> None:
    reading = {
        "intent": "accepts_with_times",
        "times": ["2026-11-24T15:00", "2026-11-24T12:00"],
        "zones": ["America/Toronto", "America/Vancouver"],
    }
    proposal = of(reading)
    assert proposal.times == (datetime(2026, 11, 24, 19, tzinfo=UTC), datetime(2026, 11, 24, 20, tzinfo=UTC))
    assert [clock and (clock.wall.hour, clock.zone) for clock in proposal.clocks] == [
        (12, "America/Vancouver"), (15, "America/Toronto"),
    ]  # fmt: skip


def test_two_names_of_one_moment_are_offered_once() -> None:
    said = {"times": ["2026-11-24T15:00", "2026-11-24T18:00"], "zones": ["America/Los_Angeles", "America/Toronto"]}
    assert of({"intent": "accepts_with_times", **said}).times == (datetime(2026, 11, 24, 23, tzinfo=UTC),)


def test_who_cannot_come_to_the_agreed_time_moves_it() -> None:
    meets = datetime(2026, 11, 27, 17, tzinfo=UTC)
    agreed = state_of([FIRST, Event(MessageKind.SCHEDULED, SENT, meets_at=meets)])
    reading = {"intent": "accepts_with_times", "times": ["2026-12-01T15:00"], "withdraws": True}
    assert of(reading, standing=agreed).moves == meets
    assert of({**reading, "withdraws": False}, standing=agreed).moves is None
    assert of(reading).moves is None


def test_the_way_they_name_goes_with_it() -> None:
    assert of({"intent": "accepts", "channel": "phone"}).by is MeetingBy.PHONE
    assert of({"intent": "accepts", "channel": "email"}).by is None


@given(st.dictionaries(st.sampled_from(["intent", "until", "channel", "method", "partstat"]), st.just("")))
def test_an_empty_reading_proposes_nothing(reading: dict[str, str]) -> None:
    assert of(reading).answer is None
