"""The talk in the insider's calendar: invited, moved, called off, each once; and what their calendar answers."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations

import pytest
from django_tasks_db.models import DBTaskResult

from askwell.accounts.models import Profile, Workspace
from askwell.desk.queries.tables import rows_of
from askwell.interviews.actions.inviting import invite, take_refusal, take_time, uninvite
from askwell.interviews.actions.meeting import agree, call_off, mark_missed
from askwell.interviews.actions.pages import open_page
from askwell.interviews.actions.visiting import choose_time
from askwell.interviews.models import CalendarWord, Interview, Notice
from askwell.interviews.queries.inviting import stands
from askwell.interviews.queries.theirs import calendars_of
from askwell.interviews.queries.tokens import BOOKING, row_token
from askwell.outreach.actions import entries
from askwell.outreach.actions.errors import NoMailboxError, UnknownAddressError
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import DispatchState, LetterKind, MeetingBy
from askwell.outreach.models import Dispatch, Letter, Mailbox, Message, calendar_heard
from askwell.people.actions.stopping import stop_contacting
from askwell.people.models import ContactPoint
from askwell.protocols import calendar
from askwell.protocols.calendar import Event, Method, Party, Reading, answered, countered, read_calendar
from tests.factories.interviews import make_agreed

Committed = Callable[..., AbstractContextManager[object]]

HELEN, MEI = "helen@harbour.example", "mei@mail.example"


@pytest.fixture
def mailbox(workspace: Workspace, now: datetime) -> Mailbox:
    Profile.objects.filter(workspace=workspace).update(name="Mei Tan")
    return Mailbox.objects.create(
        workspace=workspace, address=MEI, login=MEI, name="Mei Tan", imap_host="x.example", smtp_host="x.example",
        is_usual=True, created_at=now,
    )  # fmt: skip


@pytest.fixture
def talk(workspace: Workspace, now: datetime, mailbox: Mailbox) -> Interview:
    """Agreed for the day after tomorrow, and she was invited."""
    made = make_agreed(
        workspace, now, given="Helen", family="He", email=HELEN, time_zone="America/Toronto", region="CA-ON"
    )  # fmt: skip
    invite(workspace=workspace, interview_id=made.pk, now=now)
    return again(made)


def again(talk: Interview) -> Interview:
    return Interview.objects.of(talk.workspace).select_related("workspace", "thread", "person").get(pk=talk.pk)


def test_a_worker_is_woken_when_the_minute_of_grace_is_over(
    workspace: Workspace, now: datetime, mailbox: Mailbox, django_capture_on_commit_callbacks: Committed
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        made = make_agreed(workspace, now, given="Helen", family="He", email=HELEN)
        invite(workspace=workspace, interview_id=made.pk, now=now)
    (waking,) = DBTaskResult.objects.filter(task_path__endswith="wake_outbox")
    assert (waking.args_kwargs["args"], waking.run_after) == ([str(workspace.pk)], now + timedelta(minutes=1))


def sent(talk: Interview) -> list[tuple[str, int, datetime | None]]:
    """The mails on their way or gone: method, SEQUENCE and start, in their order."""
    rows = Dispatch.objects.of(talk.workspace).exclude(state=DispatchState.CANCELLED).order_by("asked_at", "id")
    return [(row.method, event.sequence, event.start) for row in rows for event in read(row.calendar).events]


def read(data: str) -> Reading:
    return read_calendar(data.encode(), zone="UTC")


def gone(talk: Interview) -> None:
    """Everything has left."""
    Dispatch.objects.of(talk.workspace).filter(state=DispatchState.WAITING).update(state=DispatchState.SENT)


def move(talk: Interview, to: datetime, now: datetime) -> Message:
    return agree(
        workspace=talk.workspace, interview_id=talk.pk, starts_at=to, minutes=20, by=MeetingBy.VIDEO, now=now
    )  # fmt: skip


def last_event(talk: Interview) -> Event:
    ours = CalendarWord.objects.of(talk.workspace).filter(is_ours=True).order_by("said_at", "id").last()
    assert ours
    return read(ours.data).events[0]


def reply(talk: Interview, answer: calendar.Answer, at: datetime, sender: str = HELEN) -> Reading:
    event = answered(last_event(talk), me=Party(sender), answer=answer)
    return Reading(Method.REPLY, (replace(event, stamp=at),), sender, answer, sender, at)


def hear(talk: Interview, reading: Reading, now: datetime, sender: str = "") -> Letter:
    letter = Letter.objects.create(
        workspace=talk.workspace, thread=talk.thread, key=str(Letter.objects.of(talk.workspace).count()),
        kind=LetterKind.CALENDAR, sender=sender or reading.sender, written_at=now, fetched_at=now,
    )  # fmt: skip
    calendar_heard.send(sender=Letter, letter=letter, reading=reading, now=now)
    letter.refresh_from_db()
    return letter


def told(talk: Interview) -> list[str]:
    return list(Notice.objects.of(talk.workspace).order_by("happened_at", "id").values_list("what", flat=True))


def test_the_invitation_says_who_when_and_how_on_their_clock(talk: Interview, now: datetime) -> None:
    mail = Dispatch.objects.of(talk.workspace).get()
    (event,) = read(mail.calendar).events
    assert (mail.to, mail.method, mail.purpose) == (HELEN, "REQUEST", "invitation")
    assert (event.start, event.end) == (talk.starts_at, talk.starts_at + timedelta(minutes=20))
    assert (str(event.zone), event.sequence, event.uid) == ("America/Toronto", 0, f"{talk.pk}@askwell")
    assert event.organizer
    assert event.organizer.email == MEI
    assert [(one.email, one.rsvp) for one in event.attendees] == [(HELEN, True)]
    assert mail.subject.startswith("Invitation: Mei Tan, Friday 27 November, 13:00–13:20 in Toronto")
    assert "Hi Helen," in mail.body
    assert mail.due_at == now + timedelta(minutes=1)


def test_a_move_is_told_once_with_a_higher_sequence_and_a_call_off_ends_it(talk: Interview, now: datetime) -> None:
    gone(talk)
    later = now + timedelta(days=3)
    move(talk, later, now + timedelta(hours=1))
    gone(talk)
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now + timedelta(hours=2))
    assert sent(talk) == [("REQUEST", 0, talk.starts_at), ("REQUEST", 1, later), ("CANCEL", 2, later)]


def test_what_is_called_off_and_agreed_again_is_a_later_word_than_the_call_off(talk: Interview, now: datetime) -> None:
    gone(talk)
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now + timedelta(hours=1))
    gone(talk)
    assert talk.starts_at
    move(talk, talk.starts_at, now + timedelta(hours=2))
    assert [(method, number) for method, number, _start in sent(talk)] == [
        ("REQUEST", 0),
        ("CANCEL", 1),
        ("REQUEST", 2),
    ]


def test_what_is_undone_before_it_left_is_never_sent(talk: Interview, now: datetime) -> None:
    gone(talk)
    entry = call_off(workspace=talk.workspace, interview_id=talk.pk, now=now)
    assert len(sent(talk)) == 2
    undo_entry(workspace=talk.workspace, message_id=entry.pk, now=now)
    assert sent(talk) == [("REQUEST", 0, talk.starts_at)]
    assert CalendarWord.objects.of(talk.workspace).count() == 1


def test_an_invitation_can_be_called_back_until_it_has_left(talk: Interview, now: datetime) -> None:
    assert uninvite(workspace=talk.workspace, interview_id=talk.pk)
    assert sent(talk) == []
    assert again(talk).invited_at is None
    invite(workspace=talk.workspace, interview_id=talk.pk, now=now)
    gone(talk)
    assert not uninvite(workspace=talk.workspace, interview_id=talk.pk)
    assert again(talk).invited_to == HELEN


def test_an_invitation_that_was_put_off_is_called_back_with_its_time(talk: Interview, now: datetime) -> None:
    Dispatch.objects.of(talk.workspace).update(tries=1, trouble="refused_now", due_at=now + timedelta(minutes=30))
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now)
    assert sent(talk) == []


@pytest.mark.parametrize("state", [DispatchState.CANCELLED, DispatchState.FAILED])
def test_an_invitation_that_never_left_was_not_told(talk: Interview, now: datetime, state: DispatchState) -> None:
    Dispatch.objects.of(talk.workspace).update(state=state)
    assert not calendars_of(again(talk)).is_invited
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now + timedelta(minutes=5))
    assert Dispatch.objects.of(talk.workspace).count() == 1


def test_an_invitation_that_was_called_back_goes_out_again_only_when_asked(talk: Interview, now: datetime) -> None:
    Dispatch.objects.of(talk.workspace).update(state=DispatchState.CANCELLED)
    assert talk.starts_at
    later = {"starts_at": talk.starts_at + timedelta(hours=1), "minutes": 20, "by": MeetingBy.VIDEO}
    agree(workspace=talk.workspace, interview_id=talk.pk, **later, now=now + timedelta(hours=1))
    assert sent(talk) == []
    invite(workspace=talk.workspace, interview_id=talk.pk, now=now + timedelta(hours=2))
    assert [method for method, _, _ in sent(talk)] == ["REQUEST"]


def test_a_call_off_that_was_called_back_is_not_sent_again_by_itself(talk: Interview, now: datetime) -> None:
    gone(talk)
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now)
    Dispatch.objects.of(talk.workspace).filter(method="CANCEL").update(state=DispatchState.CANCELLED)
    entries.log_note(workspace=talk.workspace, thread_id=talk.thread_id, text="A word", at=now, now=now)
    assert [method for method, _, _ in sent(talk)] == ["REQUEST"]


def test_a_move_goes_to_the_address_that_is_theirs_by_now(talk: Interview, now: datetime) -> None:
    gone(talk)
    ContactPoint.objects.of(talk.workspace).filter(person=talk.person_id).update(value="helen@new.example")
    assert talk.starts_at
    later = {"starts_at": talk.starts_at + timedelta(hours=1), "minutes": 20, "by": MeetingBy.VIDEO}
    agree(workspace=talk.workspace, interview_id=talk.pk, **later, now=now + timedelta(hours=1))
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now + timedelta(hours=1, minutes=1))
    to = list(Dispatch.objects.of(talk.workspace).order_by("asked_at", "id").values_list("method", "to", "state"))
    assert to == [
        ("REQUEST", HELEN, "sent"), ("REQUEST", "helen@new.example", "cancelled"),
        ("CANCEL", "helen@new.example", "waiting"),
    ]  # fmt: skip


def test_what_has_not_left_is_not_exported_as_said(talk: Interview, now: datetime) -> None:
    assert list(rows_of(CalendarWord, talk.workspace)) == []
    gone(talk)
    assert len(list(rows_of(CalendarWord, talk.workspace))) == 1


def test_what_an_invitation_is_about_ends_it(talk: Interview, now: datetime) -> None:
    assert Dispatch.objects.of(talk.workspace).get().useless_after == talk.starts_at


def test_calendars_leave_from_the_mailbox_of_the_conversation(talk: Interview, now: datetime) -> None:
    gone(talk)
    Mailbox.objects.of(talk.workspace).update(is_usual=False)
    other = {"imap_host": "x.example", "smtp_host": "x.example", "is_usual": True, "created_at": now}
    Mailbox.objects.create(workspace=talk.workspace, address="other@mail.example", login="other", **other)
    call_off(workspace=talk.workspace, interview_id=talk.pk, now=now)
    assert Dispatch.objects.of(talk.workspace).get(method="CANCEL").mailbox.address == MEI


def test_a_missed_or_held_talk_tells_their_calendar_nothing(talk: Interview, now: datetime) -> None:
    gone(talk)
    after = now + timedelta(days=2, hours=1)
    mark_missed(workspace=talk.workspace, interview_id=talk.pk, now=after)
    assert len(sent(talk)) == 1


def test_another_place_is_told_too(talk: Interview, now: datetime) -> None:
    gone(talk)
    assert talk.starts_at
    agree(
        workspace=talk.workspace, interview_id=talk.pk, starts_at=talk.starts_at, minutes=20, by=MeetingBy.VIDEO,
        place="https://video.example/mei", now=now + timedelta(hours=1),
    )  # fmt: skip
    assert [(method, number) for method, number, _ in sent(talk)] == [("REQUEST", 0), ("REQUEST", 1)]
    assert last_event(talk).location == "https://video.example/mei"


def test_who_asked_not_to_be_contacted_gets_no_mail_more(talk: Interview, now: datetime) -> None:
    gone(talk)
    stop_contacting(workspace=talk.workspace, person_id=talk.person_id, why="", now=now)
    assert again(talk).state == "cancelled"
    assert len(sent(talk)) == 1


def test_without_mailbox_or_address_nothing_is_promised(workspace: Workspace, now: datetime) -> None:
    made = make_agreed(workspace, now, given="Ann")
    with pytest.raises(UnknownAddressError):
        invite(workspace=workspace, interview_id=made.pk, now=now)
    other = make_agreed(workspace, now, given="Bo", email="bo@x.example", in_days=3)
    with pytest.raises(NoMailboxError):
        invite(workspace=workspace, interview_id=other.pk, now=now)
    assert Interview.objects.of(workspace).exclude(invited_at=None).count() == 0


def test_what_both_agree_on_on_the_page_goes_into_both_calendars_by_itself(
    workspace: Workspace, now: datetime, mailbox: Mailbox
) -> None:
    made = make_agreed(workspace, now, given="Helen", family="He", email=HELEN)
    entries.cancel(workspace=workspace, thread_id=made.thread_id, now=now)
    time = now + timedelta(days=4)
    Interview.objects.of(workspace).update(offered=[time.isoformat()], offered_at=now)
    page = open_page(workspace=workspace, interview_id=made.pk, now=now)
    token = row_token(BOOKING, page, page.number)
    choose_time(token=token, starts_at=time, by=MeetingBy.PHONE, phone="604 555 0137", now=now)
    assert [(method, start) for method, _number, start in sent(made)] == [("REQUEST", time)]


@pytest.mark.parametrize(
    ("answer", "what"), [("ACCEPTED", "cal_yes"), ("DECLINED", "cal_no"), ("TENTATIVE", "cal_maybe")]
)
def test_their_calendars_answer_is_told_and_never_applied(
    talk: Interview, now: datetime, answer: str, what: str
) -> None:
    letter = hear(talk, reply(talk, calendar.Answer(answer), now), now)
    assert told(talk) == [what]
    assert stands(talk)[0] == answer
    assert again(talk).state == "confirmed"
    assert letter.state == "taken"
    hear(talk, reply(talk, calendar.Answer(answer), now), now)
    assert told(talk) == [what]


def test_an_answer_to_the_old_time_confirms_no_new_one(talk: Interview, now: datetime) -> None:
    yes = reply(talk, calendar.Answer.ACCEPTED, now)
    gone(talk)
    move(talk, now + timedelta(days=5), now + timedelta(hours=1))
    hear(talk, yes, now + timedelta(hours=2))
    assert told(talk) == []
    assert stands(again(talk))[0] is calendar.Answer.NONE


def test_it_stands_the_same_in_whatever_order_the_mails_arrive(talk: Interview, now: datetime) -> None:
    gone(talk)
    first = reply(talk, calendar.Answer.ACCEPTED, now)
    move(talk, now + timedelta(days=5), now + timedelta(hours=1))
    later = now + timedelta(hours=2)
    second, third = (
        reply(talk, calendar.Answer.DECLINED, later),
        reply(talk, calendar.Answer.ACCEPTED, later + timedelta(hours=1)),
    )
    found = set()
    for order in permutations([first, second, third]):
        CalendarWord.objects.of(talk.workspace).filter(is_ours=False).delete()
        for reading in order:
            hear(talk, reading, later)
        found.add(stands(again(talk))[0])
    assert found == {calendar.Answer.ACCEPTED}


def counter(talk: Interview, to: datetime, at: datetime) -> Reading:
    event = countered(
        last_event(talk), me=Party(HELEN), start=to, end=to + timedelta(minutes=20), comment="After lunch?"
    )
    return Reading(Method.COUNTER, (replace(event, stamp=at),), HELEN, calendar.Answer.TENTATIVE, HELEN, at)


def test_a_counter_proposal_is_one_press_away_and_told_back(talk: Interview, now: datetime) -> None:
    gone(talk)
    to = now + timedelta(days=2, hours=3)
    hear(talk, counter(talk, to, now), now)
    notice = Notice.objects.of(talk.workspace).get()
    assert (notice.what, notice.facts["meets_at"], notice.facts["text"]) == (
        "cal_other",
        to.isoformat(),
        "After lunch?",
    )
    assert stands(talk)[1:] == (to, "After lunch?")
    take_time(workspace=talk.workspace, notice_id=notice.pk, now=now + timedelta(hours=1))
    assert again(talk).starts_at == to
    assert sent(talk)[-1] == ("REQUEST", 1, to)
    assert stands(again(talk))[1] is None


def test_a_refusal_is_one_press_from_calling_it_off(talk: Interview, now: datetime) -> None:
    gone(talk)
    hear(talk, reply(talk, calendar.Answer.DECLINED, now), now)
    take_refusal(workspace=talk.workspace, notice_id=Notice.objects.of(talk.workspace).get().pk, now=now)
    assert again(talk).state == "cancelled"
    assert sent(talk)[-1][0] == "CANCEL"


def strangers_words(talk: Interview, now: datetime) -> list[tuple[Reading, str]]:
    """Forged answers, each with the address that its mail came from."""
    yes = reply(talk, calendar.Answer.DECLINED, now)
    unknown = replace(yes, events=(replace(yes.events[0], uid="somebody@elses"),))
    return [
        (reply(talk, calendar.Answer.DECLINED, now, "eve@x.example"), "eve@x.example"),  # somebody else, the right UID
        (replace(yes, sender="eve@x.example"), "eve@x.example"),  # speaks for her
        (yes, "eve@x.example"),  # the mail that was kept came from elsewhere
        (unknown, HELEN),
        (replace(yes, events=(replace(yes.events[0], uid=""),)), HELEN),
    ]


def test_forged_answers_say_nothing(talk: Interview, now: datetime) -> None:
    for reading, sender in strangers_words(talk, now):
        assert hear(talk, reading, now, sender).state == "open"
    assert told(talk) == []
    assert CalendarWord.objects.of(talk.workspace).filter(is_ours=False).count() == 0


def test_an_answer_that_only_the_subject_tells_is_told(talk: Interview, now: datetime) -> None:
    hear(talk, Reading(Method.NONE, (), HELEN, calendar.Answer.ACCEPTED, HELEN, now), now)
    assert told(talk) == ["cal_yes"]
