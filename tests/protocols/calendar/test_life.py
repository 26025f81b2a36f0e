"""One meeting, told by mails in any order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.lib.times import zone
from askwell.protocols.calendar import Answer, Event, Meeting, Method, Occurrence, Party, Proposal, Reading, settle

UID = "m1@example.org"
ORGANIZER = Party("lei@example.org", "Lei")
MIN, ANA = Party("min@example.org", "Min", rsvp=True), Party("ana@example.org", "Ana")
TEN = datetime(2027, 4, 15, 17, tzinfo=UTC)
THREE = TEN + timedelta(hours=5)


def at(hour: int) -> datetime:
    return datetime(2026, 11, 18, hour, tzinfo=UTC)


def said(method: Method, sequence: int, hour: int, start: datetime | None = TEN, **more: object) -> Reading:
    """One message of one event, stamped at that hour; `who` and `answer` for an attendee's."""
    who, answer = more.pop("who", None), more.pop("answer", None)
    assert isinstance(who, Party | None)
    assert isinstance(answer, Answer | None)
    parties = (replace(who, answer=answer or Answer.NONE, rsvp=False),) if who else (MIN, ANA)
    event = Event(
        UID,
        sequence,
        at(hour),
        start=start,
        end=start + timedelta(minutes=30) if start else None,
        zone=UTC,
        organizer=ORGANIZER,
        attendees=parties,
    )
    return Reading(method, (replace(event, **more),), who.email if who else "", answer)  # type: ignore[arg-type]  # any field


def invited(sequence: int = 0, hour: int = 1, start: datetime | None = TEN, **more: object) -> Reading:
    return said(Method.REQUEST, sequence, hour, start, **more)


def replied(who: Party, answer: Answer, sequence: int = 0, hour: int = 2, **more: object) -> Reading:
    return said(Method.REPLY, sequence, hour, **{"who": who, "answer": answer, "start": TEN, **more})  # type: ignore[arg-type]  # any field


def cancelled(sequence: int = 1, hour: int = 3, start: datetime = TEN, **more: object) -> Reading:
    return said(Method.CANCEL, sequence, hour, start, **more)


def countered(sequence: int = 0, hour: int = 2, start: datetime = THREE, **more: object) -> Reading:
    return said(Method.COUNTER, sequence, hour, start, who=MIN, answer=Answer.TENTATIVE, **more)


def whole(*readings: Reading, me: frozenset[str] = frozenset()) -> Occurrence:
    meeting = settle(UID, readings, me=me)
    assert meeting
    assert meeting.whole
    return meeting.whole


def test_an_answer_is_kept_with_its_attendee_alone() -> None:
    found = whole(invited(), replied(MIN, Answer.ACCEPTED), replied(ANA, Answer.DECLINED))
    assert found.event.attendees == (
        replace(MIN, answer=Answer.ACCEPTED, rsvp=False),
        replace(ANA, answer=Answer.DECLINED),
    )
    assert (found.cancelled, found.event.start, found.proposals) == (False, TEN, ())


def test_the_latest_answer_counts_whichever_came_last() -> None:
    yes, no = replied(MIN, Answer.ACCEPTED, hour=2), replied(MIN, Answer.DECLINED, hour=5)
    assert whole(no, invited(), yes).answer_of(MIN.email) is Answer.DECLINED


def test_answers_stamped_alike_count_by_when_they_were_sent() -> None:
    yes = replace(replied(MIN, Answer.ACCEPTED), sent=at(9))
    no = replace(replied(MIN, Answer.DECLINED), sent=at(8))
    assert whole(invited(), yes, no).answer_of(MIN.email) is Answer.ACCEPTED


def test_an_answer_to_an_old_time_does_not_confirm_a_new_one() -> None:
    late = replied(MIN, Answer.ACCEPTED, sequence=0, hour=9)
    found = whole(invited(), invited(1, 4, THREE), late)
    assert (found.event.start, found.answer_of(MIN.email)) == (THREE, Answer.NONE)
    assert whole(invited(1, 4, THREE), late).answer_of(MIN.email) is Answer.NONE


def test_a_time_moved_without_a_word_is_not_confirmed_by_an_answer_to_the_old_one() -> None:
    """Programs that never raise the SEQUENCE; a reply need not repeat the time, nor be understood."""
    moved, yes = invited(0, 4, THREE), replied(MIN, Answer.ACCEPTED)
    assert whole(invited(), moved, yes).answer_of(MIN.email) is Answer.NONE
    for other in (replied(MIN, Answer.ACCEPTED, start=None), replied(MIN, Answer.ACCEPTED, sure=False)):
        assert whole(invited(), moved, other).answer_of(MIN.email) is Answer.ACCEPTED


def test_an_answer_outlives_a_change_that_leaves_the_time() -> None:
    found = whole(invited(), replied(MIN, Answer.ACCEPTED), invited(1, 4, location="Room 2"))
    assert (found.event.location, found.answer_of(MIN.email)) == ("Room 2", Answer.ACCEPTED)


def test_an_answer_does_not_outlive_a_time_that_was_moved_and_moved_back() -> None:
    found = whole(invited(), replied(MIN, Answer.ACCEPTED), invited(1, 4, THREE), invited(2, 5))
    assert found.answer_of(MIN.email) is Answer.NONE


def test_the_organizers_list_counts_where_nobody_answered_since() -> None:
    listed = invited(1, 4, THREE, attendees=(replace(MIN, answer=Answer.ACCEPTED), ANA))
    assert whole(invited(), listed).answer_of(MIN.email) is Answer.ACCEPTED
    assert whole(listed, replied(MIN, Answer.DECLINED, 1, 5, start=THREE)).answer_of(MIN.email) is Answer.DECLINED


def test_a_stale_update_changes_nothing() -> None:
    assert whole(invited(2, 5, THREE), invited(1, 9)).event.start == THREE
    assert whole(invited(1, 5, THREE), invited(1, 4)).event.start == THREE


def test_a_cancelled_meeting_stays_cancelled() -> None:
    for other in (invited(0, 9), invited(1, 9), invited(2, 2), replied(MIN, Answer.ACCEPTED, 1, 9)):
        found = whole(invited(), cancelled(1, 3), other)
        assert (found.cancelled, found.event.status) == (True, "CANCELLED")


def test_a_meeting_called_again_with_a_higher_sequence_is_on() -> None:
    assert not whole(cancelled(1, 3), invited(2, 4)).cancelled


def test_a_request_that_says_cancelled_cancels() -> None:
    assert whole(invited(), invited(1, 3, status="CANCELLED")).cancelled


def test_a_cancellation_of_others_takes_them_out() -> None:
    uninvited = cancelled(0, 3, attendees=(ANA,))
    me = frozenset({MIN.email})
    assert whole(invited(), uninvited, me=me).event.attendees == (MIN,)
    assert not whole(invited(), uninvited, me=me).cancelled
    assert whole(invited(), uninvited, me=frozenset({ANA.email})).cancelled
    assert whole(invited(), cancelled(0, 3, attendees=(ANA,), status="CANCELLED"), me=me).cancelled


def test_a_counter_proposal_is_open_until_something_is_said() -> None:
    counter = countered(comment="Later?")
    proposal = Proposal(MIN.email, THREE, THREE + timedelta(minutes=30), "Later?")
    found = whole(counter, invited())
    assert (found.event.start, found.answer_of(MIN.email), found.proposals) == (TEN, Answer.TENTATIVE, (proposal,))
    for closing in (
        invited(1, 4, THREE),
        replied(MIN, Answer.ACCEPTED, hour=4),
        said(Method.DECLINECOUNTER, 0, 4, attendees=(MIN,)),
        cancelled(),
    ):
        assert whole(invited(), closing, counter).proposals == ()
    assert whole(invited(), replied(ANA, Answer.ACCEPTED, hour=4), counter).proposals == (proposal,)


def test_one_who_was_not_asked_is_marked() -> None:
    eve = Party("eve@example.org", "Eve")
    found = whole(invited(), replied(eve, Answer.ACCEPTED))
    assert found.event.attendees[-1] == replace(eve, answer=Answer.ACCEPTED, invited=False)
    assert found.answer_of(eve.email) is Answer.NONE


def test_a_stranger_who_knows_the_uid_changes_nothing() -> None:
    eve = Party("eve@example.org")
    forged = [cancelled(9, 9, organizer=eve), invited(9, 9, THREE, organizer=eve), cancelled(9, 9, organizer=None)]
    meeting = settle(UID, [invited(), *forged], organizer=ORGANIZER.email)
    assert meeting == settle(UID, [invited()])


def test_what_was_only_published_asks_for_nothing() -> None:
    published, asked = settle(UID, [said(Method.PUBLISH, 0, 1)]), settle(UID, [invited()])
    assert published
    assert asked
    assert (published.asked, asked.asked) == (False, True)


def test_nothing_is_known_without_the_organizer() -> None:
    assert settle(UID, [replied(MIN, Answer.ACCEPTED), cancelled(), countered()]) is None
    assert settle("other", [invited()]) is None
    assert settle("", [invited(uid="")]) is None


SERIES = invited(rrule="FREQ=WEEKLY;COUNT=4")
SECOND = TEN + timedelta(weeks=1)


def exceptions(*readings: Reading) -> dict[date | None, Occurrence]:
    meeting = settle(UID, readings)
    assert meeting
    return {one.event.recurrence_id: one for one in meeting.exceptions}


def test_an_answer_to_one_time_is_to_that_time_alone() -> None:
    found = settle(UID, [SERIES, replied(MIN, Answer.ACCEPTED), replied(MIN, Answer.DECLINED, recurrence_id=SECOND)])
    assert isinstance(found, Meeting)
    assert found.whole
    assert found.whole.answer_of(MIN.email) is Answer.ACCEPTED
    (one,) = found.exceptions
    assert (one.event.start, one.event.end, one.event.rrule) == (SECOND, SECOND + timedelta(minutes=30), "")
    assert one.answer_of(MIN.email) is Answer.DECLINED


def test_an_answer_to_a_time_that_is_none_is_ignored() -> None:
    assert exceptions(SERIES, replied(MIN, Answer.ACCEPTED, recurrence_id=SECOND + timedelta(hours=1))) == {}
    assert exceptions(SERIES, replied(MIN, Answer.ACCEPTED, recurrence_id=TEN + timedelta(weeks=4))) == {}


def test_a_later_answer_to_the_whole_counts_for_its_times() -> None:
    found = exceptions(
        SERIES, replied(MIN, Answer.DECLINED, recurrence_id=SECOND), replied(MIN, Answer.ACCEPTED, hour=5)
    )
    assert found[SECOND].answer_of(MIN.email) is Answer.ACCEPTED


def test_an_answer_to_the_whole_does_not_confirm_a_time_that_was_moved() -> None:
    moved = invited(0, 2, SECOND + timedelta(hours=1), recurrence_id=SECOND)
    found = exceptions(SERIES, moved, replied(MIN, Answer.ACCEPTED, hour=4))
    assert found[SECOND].answer_of(MIN.email) is Answer.NONE


def test_one_time_called_off() -> None:
    found = exceptions(SERIES, cancelled(0, 3, SECOND, recurrence_id=SECOND))
    assert found[SECOND].cancelled
    assert settle(UID, [SERIES, cancelled()]) == Meeting(UID, whole(SERIES, cancelled()))


def test_the_whole_told_again_takes_back_its_exceptions() -> None:
    moved = invited(0, 2, SECOND + timedelta(hours=1), recurrence_id=SECOND)
    again = invited(1, 5, rrule="FREQ=WEEKLY;COUNT=3")
    assert exceptions(SERIES, moved, again) == {}
    together = replace(again, events=(*again.events, *moved.events))
    assert exceptions(SERIES, together)[SECOND].event.start == SECOND + timedelta(hours=1)


def test_a_zone_is_no_part_of_a_time() -> None:
    toronto = replied(MIN, Answer.DECLINED, recurrence_id=SECOND.astimezone(zone("America/Toronto")))
    assert list(exceptions(SERIES, toronto)) == [SECOND]


_PARTIES = st.sampled_from([MIN, ANA, Party("eve@example.org")])
_READINGS = st.builds(
    said,
    st.sampled_from(list(Method)),
    st.integers(0, 3),
    st.integers(1, 4),
    st.sampled_from([TEN, THREE]),
    who=st.none() | _PARTIES,
    answer=st.sampled_from([None, *Answer]),
    recurrence_id=st.sampled_from([None, TEN, SECOND]),
    rrule=st.sampled_from(["", "FREQ=WEEKLY;COUNT=4"]),
    status=st.sampled_from(["", "CANCELLED"]),
)
_MAILS = st.lists(st.lists(_READINGS, min_size=1, max_size=2).map(lambda some: joined(*some)), max_size=8)


def joined(first: Reading, *others: Reading) -> Reading:
    """One mail that tells of several occurrences."""
    return replace(first, events=(*first.events, *(event for one in others for event in one.events)))


@settings(max_examples=150)
@given(_MAILS, st.data(), st.sampled_from([frozenset(), frozenset({MIN.email})]))
def test_any_order_of_the_same_mails_ends_in_the_same_state(
    mails: list[Reading], data: st.DataObject, me: frozenset[str]
) -> None:
    shuffled = data.draw(st.permutations(mails))
    again = data.draw(st.lists(st.sampled_from(mails), max_size=3)) if mails else []
    assert settle(UID, mails, me=me) == settle(UID, [*shuffled, *again], me=me)


@given(_MAILS)
def test_after_the_highest_cancellation_it_is_off(mails: list[Reading]) -> None:
    found = settle(UID, [invited(), *mails, cancelled(9, 9, status="CANCELLED")])
    assert found
    assert found.whole
    assert found.whole.cancelled
    assert found.exceptions == ()


@given(_MAILS)
def test_nobody_is_taken_for_having_accepted_who_never_did(mails: list[Reading]) -> None:
    found = settle(UID, [invited(), *mails])
    parties = [party for one in mails for event in one.events for party in event.attendees]
    said_yes = {one.attendee for one in mails if one.answer is Answer.ACCEPTED}
    said_yes |= {party.email for party in parties if party.answer is Answer.ACCEPTED}
    assert found
    every = ([found.whole] if found.whole else []) + list(found.exceptions)
    accepted = {party.email for one in every for party in one.event.attendees if party.answer is Answer.ACCEPTED}
    assert accepted <= said_yes
