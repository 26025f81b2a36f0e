"""An insider's own invitation: heard, accepted with one click, answered otherwise, moved, called off; one event."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest

from askwell.accounts.models import Profile, Workspace
from askwell.interviews.actions.errors import InvitationGoneError, NotAgreedError, PastTimeError
from askwell.interviews.actions.inviting import invite, take_refusal
from askwell.interviews.actions.meeting import agree, call_off
from askwell.interviews.actions.theirs import accept, counter, decline, take_answer_back
from askwell.interviews.models import CalendarWord, Interview, Notice
from askwell.interviews.queries.own_calendars import talks
from askwell.interviews.queries.theirs import calendars_of, event_called
from askwell.interviews.web.calendar import event_of
from askwell.outreach.actions.entries import log_note
from askwell.outreach.actions.errors import NotTheLastError
from askwell.outreach.choices import DispatchState, LetterKind, MeetingBy
from askwell.outreach.models import Dispatch, Letter, Mailbox, Thread, calendar_heard
from askwell.outreach.queries.duties import due_follow_ups
from askwell.protocols.calendar import Answer, Event, Method, Party, Reading, read_calendar
from tests.factories.interviews import make_agreed
from tests.factories.outreach import make_waiting

HELEN, MEI, UID = "helen@harbour.example", "mei@mail.example", "040000@harbour.example"


@pytest.fixture
def mailbox(workspace: Workspace, now: datetime) -> Mailbox:
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan")
    return Mailbox.objects.create(
        workspace=workspace, address=MEI, login=MEI, name="Mei Tan", imap_host="x.example", smtp_host="x.example",
        is_usual=True, created_at=now,
    )  # fmt: skip


@pytest.fixture
def thread(workspace: Workspace, now: datetime, mailbox: Mailbox) -> Thread:
    """Helen was written to three days ago, and has not answered."""
    where = {"time_zone": "America/Toronto", "region": "CA-ON"}
    return make_waiting(workspace, now - timedelta(days=3), given="Helen", family="He", email=HELEN, **where)


def theirs(
    now: datetime, *, days: float = 6, method: Method = Method.REQUEST, number: int = 0, **more: object
) -> Reading:
    start = now + timedelta(days=days)
    event = Event(
        uid=UID, sequence=number, stamp=now + timedelta(minutes=number), start=start,
        end=start + timedelta(minutes=30), organizer=Party(HELEN, "Helen He"),
        attendees=(Party(MEI, rsvp=True), Party(HELEN)), location="https://video.example/helen", summary="Coffee chat",
    )  # fmt: skip
    return Reading(method, (replace(event, **more),), sender=HELEN, sent=now + timedelta(minutes=number))  # type: ignore[arg-type]  # fields of an event


def hear(thread: Thread, reading: Reading, now: datetime, sender: str = HELEN) -> Letter:
    letter = Letter.objects.create(
        workspace=thread.workspace, thread=thread, key=str(Letter.objects.of(thread.workspace).count()),
        kind=LetterKind.CALENDAR, sender=sender, written_at=now, fetched_at=now,
    )  # fmt: skip
    calendar_heard.send(sender=Letter, letter=letter, reading=reading, now=now)
    letter.refresh_from_db()
    return letter


def news(thread: Thread) -> list[tuple[str, bool]]:
    rows = Notice.objects.of(thread.workspace).order_by("happened_at", "id")
    return [(what, seen is None) for what, seen in rows.values_list("what", "seen_at")]


def last(thread: Thread) -> Notice:
    notice = Notice.objects.of(thread.workspace).order_by("happened_at", "id").last()
    assert notice
    return notice


def sent(thread: Thread) -> list[tuple[str, str, Event]]:
    """What is on its way or gone, in order: method, to whom, the event."""
    rows = Dispatch.objects.of(thread.workspace).exclude(state=DispatchState.CANCELLED).order_by("asked_at", "id")
    return [(row.method, row.to, read_calendar(row.calendar.encode(), zone="UTC").events[0]) for row in rows]


def answers(thread: Thread) -> list[tuple[str, str, datetime | None]]:
    return [(method, event.attendees[0].answer, event.start) for method, _to, event in sent(thread)]


def gone(thread: Thread) -> None:
    Dispatch.objects.of(thread.workspace).filter(state=DispatchState.WAITING).update(state=DispatchState.SENT)


def the_talk(thread: Thread) -> Interview:
    return Interview.objects.of(thread.workspace).select_related("workspace", "thread", "person").get()


def yes(thread: Thread, now: datetime) -> bool:
    return accept(workspace=thread.workspace, notice_id=last(thread).pk, now=now)


def test_one_click_agrees_and_answers_the_organizer_once(thread: Thread, now: datetime) -> None:
    letter = hear(thread, theirs(now), now)
    assert (letter.state, news(thread), sent(thread)) == ("taken", [("cal_invite", True)], [])

    assert yes(thread, now)

    talk = the_talk(thread)
    assert (talk.state, talk.starts_at, talk.minutes) == ("confirmed", now + timedelta(days=6), 30)
    assert talk.place == "https://video.example/helen"
    ((method, to, event),) = sent(thread)
    assert (method, to, event.uid, event.sequence) == ("REPLY", HELEN, UID, 0)
    assert [(one.email, one.answer) for one in event.attendees] == [(MEI, Answer.ACCEPTED)]
    assert event.organizer
    assert event.organizer.email == HELEN
    mail = Dispatch.objects.of(thread.workspace).get()
    assert mail.subject.startswith("Accepted: Mei Tan, ")
    assert mail.due_at == now + timedelta(minutes=1)
    gone(thread)
    yes(thread, now + timedelta(hours=1))  # pressed again
    log_note(
        workspace=thread.workspace, thread_id=thread.pk, at=now, text="Ask about S&OP", now=now + timedelta(hours=1)
    )
    assert len(sent(thread)) == 1


def test_who_has_invited_is_not_reminded_of_their_silence(thread: Thread, now: datetime) -> None:
    later = now + timedelta(days=14)
    assert len(due_follow_ups(thread.workspace, later)) == 2
    hear(thread, theirs(now, days=20), now)
    assert due_follow_ups(thread.workspace, later) == []


def test_it_is_one_event_by_the_organizers_name_and_none_of_ours(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    assert [event_of(one).uid for one in talks(thread.workspace, now)] == [UID]
    told = calendars_of(the_talk(thread))
    assert (told.is_theirs, told.is_invited, told.said) == (True, False, Answer.ACCEPTED)
    with pytest.raises(NotAgreedError):
        invite(workspace=thread.workspace, interview_id=the_talk(thread).pk, now=now)
    assert [method for method, _to, _event in sent(thread)] == ["REPLY"]


def test_an_acceptance_is_undone_before_it_leaves(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    assert take_answer_back(workspace=thread.workspace, notice_id=last(thread).pk, now=now)
    assert sent(thread) == []
    assert news(thread) == [("cal_invite", True)]
    thread.refresh_from_db()
    assert (thread.state, the_talk(thread).called_by if Interview.objects.of(thread.workspace).exists() else "") == (
        "waiting",
        "",
    )
    assert yes(thread, now)
    assert answers(thread) == [("REPLY", Answer.ACCEPTED, now + timedelta(days=6))]


def test_an_acceptance_that_has_left_is_taken_back_by_a_no(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    gone(thread)
    assert take_answer_back(workspace=thread.workspace, notice_id=last(thread).pk, now=now + timedelta(hours=1))
    assert [answer for _method, answer, _at in answers(thread)] == [Answer.ACCEPTED, Answer.DECLINED]


def test_what_was_logged_since_is_not_lost_by_an_undo(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    log_note(workspace=thread.workspace, thread_id=thread.pk, at=now, text="Ask about S&OP", now=now)
    with pytest.raises(NotTheLastError):
        take_answer_back(workspace=thread.workspace, notice_id=last(thread).pk, now=now)


def test_a_no_leaves_with_the_seekers_words_and_ends_nothing_else(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    decline(workspace=thread.workspace, notice_id=last(thread).pk, text="I am on the ferry then.", now=now)
    ((method, _to, event),) = sent(thread)
    assert (method, event.attendees[0].answer, event.comment) == ("REPLY", Answer.DECLINED, "I am on the ferry then.")
    assert "I am on the ferry then." in Dispatch.objects.of(thread.workspace).get().body
    thread.refresh_from_db()
    assert thread.state == "answered"
    gone(thread)
    assert not take_answer_back(workspace=thread.workspace, notice_id=last(thread).pk, now=now + timedelta(hours=1))


def test_another_time_is_asked_for_and_agreed_when_they_send_it(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    other = now + timedelta(days=7)
    counter(workspace=thread.workspace, notice_id=last(thread).pk, at=other, text="After lunch?", now=now)
    ((method, _to, event),) = sent(thread)
    assert (method, event.start, event.end) == ("COUNTER", other, other + timedelta(minutes=30))
    assert event.attendees[0].answer is Answer.TENTATIVE
    assert the_talk(thread).state == "proposed"
    gone(thread)
    hear(thread, theirs(now, days=7, number=1), now + timedelta(hours=1))
    assert news(thread)[-1] == ("cal_moved", True)
    yes(thread, now + timedelta(hours=2))
    assert answers(thread)[-1] == ("REPLY", Answer.ACCEPTED, other)
    with pytest.raises(PastTimeError):
        counter(workspace=thread.workspace, notice_id=last(thread).pk, at=now, now=now)


def test_their_move_is_told_and_answered_again_only_by_a_click(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    gone(thread)
    first = last(thread)
    hear(thread, theirs(now, days=8, number=1), now + timedelta(hours=1))
    assert news(thread) == [("cal_invite", False), ("cal_moved", True)]
    log_note(workspace=thread.workspace, thread_id=thread.pk, at=now, text="x", now=now + timedelta(hours=1))
    assert (the_talk(thread).starts_at, len(sent(thread))) == (now + timedelta(days=6), 1)
    with pytest.raises(InvitationGoneError):
        accept(workspace=thread.workspace, notice_id=first.pk, now=now + timedelta(hours=1))
    yes(thread, now + timedelta(hours=2))
    assert the_talk(thread).starts_at == now + timedelta(days=8)
    (_, _, event) = sent(thread)[-1]
    assert (len(sent(thread)), event.sequence, event.start) == (2, 1, now + timedelta(days=8))


def test_their_call_off_is_told_and_one_press_from_being_off(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    gone(thread)
    hear(thread, theirs(now, method=Method.CANCEL, number=1), now + timedelta(hours=1))
    assert news(thread)[-1] == ("cal_off", True)
    assert the_talk(thread).state == "confirmed"
    take_refusal(workspace=thread.workspace, notice_id=last(thread).pk, now=now + timedelta(hours=1))
    assert the_talk(thread).state == "cancelled"
    assert len(sent(thread)) == 1, "nobody answers a call-off"


def test_it_stands_the_same_in_whatever_order_their_mails_arrive(thread: Thread, now: datetime) -> None:
    told = [theirs(now), theirs(now, days=8, number=1), theirs(now, days=8, method=Method.CANCEL, number=2)]
    for order in permutations(told):
        for reading in order:
            hear(thread, reading, now)
        stands = event_called(thread, UID, HELEN)
        assert stands
        assert stands.is_off
        waiting = [what for what, is_new in news(thread) if is_new]
        assert set(waiting) <= {"cal_off"}
        for model in (Notice, Letter, CalendarWord):
            model.objects.of(thread.workspace).all().delete()


def test_the_same_invitation_twice_is_news_once(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    hear(thread, theirs(now), now)
    assert news(thread) == [("cal_invite", True)]


def test_what_the_seeker_changes_is_told_by_itself(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    yes(thread, now)
    gone(thread)
    other, talk = now + timedelta(days=9), the_talk(thread)
    agree(
        workspace=thread.workspace, interview_id=talk.pk, starts_at=other, minutes=30, by=MeetingBy.VIDEO,
        now=now + timedelta(hours=1),
    )  # fmt: skip
    gone(thread)
    call_off(workspace=thread.workspace, interview_id=talk.pk, now=now + timedelta(hours=2))
    at = now + timedelta(days=6)
    assert answers(thread) == [
        ("REPLY", Answer.ACCEPTED, at),
        ("COUNTER", Answer.TENTATIVE, other),
        ("REPLY", Answer.DECLINED, at),
    ]


def test_their_event_takes_the_place_of_ours(workspace: Workspace, now: datetime, mailbox: Mailbox) -> None:
    talk = make_agreed(workspace, now, given="Helen", family="He", email=HELEN)
    invite(workspace=workspace, interview_id=talk.pk, now=now)
    gone(talk.thread)
    hear(talk.thread, theirs(now, days=2), now)
    yes(talk.thread, now)
    assert [(method, event.uid) for method, _to, event in sent(talk.thread)] == [
        ("REQUEST", f"{talk.pk}@askwell"),
        ("CANCEL", f"{talk.pk}@askwell"),
        ("REPLY", UID),
    ]
    assert [event_of(one).uid for one in talks(workspace, now)] == [UID]
    take_answer_back(workspace=workspace, notice_id=last(talk.thread).pk, now=now)
    assert [method for method, _to, _event in sent(talk.thread)] == ["REQUEST"]
    again = the_talk(talk.thread)
    assert (again.uid, again.called_by, again.invited_to) == (f"{talk.pk}@askwell", "", HELEN)


def test_without_a_mailbox_it_is_agreed_and_nothing_is_said_to_have_left(thread: Thread, now: datetime) -> None:
    hear(thread, theirs(now), now)
    Mailbox.objects.of(thread.workspace).update(removed_at=now, is_usual=False)
    assert not yes(thread, now)
    assert (the_talk(thread).state, sent(thread)) == ("confirmed", [])


@pytest.mark.parametrize("case", ["other address", "speaks for her", "letter from elsewhere", "ours", "every week"])
def test_nobody_elses_invitation_counts(workspace: Workspace, now: datetime, mailbox: Mailbox, case: str) -> None:
    talk = make_agreed(workspace, now, given="Helen", family="He", email=HELEN)
    invite(workspace=workspace, interview_id=talk.pk, now=now)
    eve, good = "eve@x.example", theirs(now)
    event = good.events[0]
    reading, sender = {
        "other address": (replace(good, sender=eve, events=(replace(event, organizer=Party(eve)),)), eve),
        "speaks for her": (replace(good, sender=eve), eve),
        "letter from elsewhere": (good, eve),
        "ours": (replace(good, events=(replace(event, uid=f"{talk.pk}@askwell"),)), HELEN),
        "every week": (replace(good, events=(replace(event, rrule="FREQ=WEEKLY"),)), HELEN),
    }[case]
    letter = hear(talk.thread, reading, now, sender)
    assert (letter.state, news(talk.thread)) == ("open", [])


def test_a_reply_goes_only_to_an_address_that_is_known_of_the_person(thread: Thread, now: datetime) -> None:
    """Also to whom is named as organizer beside it."""
    reading = theirs(now)
    hear(thread, replace(reading, events=(replace(reading.events[0], organizer=Party("eve@x.example")),)), now)
    assert news(thread) == []
