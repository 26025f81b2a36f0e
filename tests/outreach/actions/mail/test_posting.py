"""The worker and real servers: what was queued leaves once, or says why not."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiosmtpd.smtp import Envelope
from django.db import connection
from django.test.utils import CaptureQueriesContext

from askwell.accounts.models import Profile, Workspace
from askwell.outreach.actions.entries import log_answer
from askwell.outreach.actions.errors import HasLeftError
from askwell.outreach.actions.mail.fetching import fetch_mail
from askwell.outreach.actions.mail.filing import look_again
from askwell.outreach.actions.mail.outbox import cancel_dispatch, queue_mail
from askwell.outreach.actions.mail.post import Post, Smtp
from askwell.outreach.actions.mail.posting import send_due
from askwell.outreach.actions.mail.wording import mail_of
from askwell.outreach.actions.threads import undo_entry
from askwell.outreach.choices import Answer, Channel, LetterKind, MessageKind, Purpose
from askwell.outreach.models import Dispatch, FollowUp, Letter, Mailbox, Message, Thread
from askwell.outreach.queries.mail.outbox import whole_text
from askwell.outreach.rules.mail.sending import LEASE
from askwell.people.actions.stopping import stop_contacting
from askwell.people.models import ContactPoint
from askwell.protocols.mail.letters import read_letter
from askwell.protocols.mail.servers import MailError, Trouble
from tests.factories.outbox import Worker, make_mailbox, make_reader, queue, text_for
from tests.factories.outreach import send
from tests.servers.dovecot import Dovecot, free_port
from tests.servers.sink import DROP, HANG, Sink

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def mailbox(workspace: Workspace, mail_login: str) -> Mailbox:
    return make_mailbox(workspace, mail_login, NOW, saves_sent=True)


@pytest.fixture
def worker(mailbox: Mailbox, smtp_server: Sink, imap_server: Dovecot) -> Worker:
    """Its clock stands a minute after the moment at which the tests press send."""
    smtp_server.sent_of = mailbox.login
    return Worker(mailbox.workspace, smtp_server, imap_server, NOW + MINUTE)


def states(workspace: Workspace) -> list[tuple[str, str]]:
    return list(Dispatch.objects.of(workspace).order_by("id").values_list("state", "trouble"))


def ids_taken(worker: Worker) -> list[str]:
    return [read_letter(mail.data).message_id for mail in worker.smtp.accepted]


def test_a_letter_leaves_and_stands_on_the_timeline(worker: Worker) -> None:
    dispatch = queue(make_reader(worker.workspace, 1), NOW)
    assert worker.work() == 1
    [mail] = worker.smtp.accepted
    assert (mail.sender, mail.recipients) == (worker.smtp.sent_of, ("reader1@harbour.example",))
    letter, entry = read_letter(mail.data), Message.objects.of(worker.workspace).get()
    assert (letter.message_id, letter.subject, letter.text.strip()) == (dispatch.mail_id, dispatch.subject, entry.body)
    assert (entry.state, entry.number, entry.mail_id, entry.happened_at) == ("sent", 1, dispatch.mail_id, worker.now)
    assert states(worker.workspace) == [("sent", "")]
    assert Thread.objects.of(worker.workspace).get().state == "waiting"
    assert FollowUp.objects.of(worker.workspace).exists()


def test_nothing_leaves_before_its_time(worker: Worker) -> None:
    queue(make_reader(worker.workspace), NOW, at=NOW + DAY)
    assert (worker.work(), worker.work(DAY)) == (0, 1)


def test_letters_that_a_sleeping_computer_missed_do_not_leave_all_at_once(worker: Worker) -> None:
    for _ in range(3):
        queue(make_reader(worker.workspace), NOW, at=NOW + timedelta(hours=1))  # 11:00 in Vancouver
    assert worker.work(timedelta(hours=3)) == 1
    assert [worker.work(MINUTE) for _ in range(6)] == [0, 0, 1, 0, 0, 1]


def test_woken_at_night_they_wait_for_a_good_hour_and_what_was_to_leave_at_once_leaves(worker: Worker) -> None:
    for _ in range(2):
        queue(make_reader(worker.workspace), NOW, at=NOW + timedelta(hours=1))
    queue(make_reader(worker.workspace), NOW)
    assert worker.work(timedelta(hours=12)) == 1
    morning = datetime(2026, 11, 26, 15, 30, tzinfo=UTC)  # 8:30 in Vancouver
    due = Dispatch.objects.of(worker.workspace).filter(state="waiting").order_by("due_at")
    assert list(due.values_list("due_at", flat=True)) == [morning, morning + 3 * MINUTE]


def test_it_leaves_once_however_often_a_worker_comes_by(worker: Worker) -> None:
    queue(make_reader(worker.workspace), NOW)
    assert [worker.work(MINUTE) for _ in range(3)] == [1, 0, 0]
    assert len(worker.smtp.accepted) == 1


def test_what_was_called_back_stays(worker: Worker) -> None:
    cancel_dispatch(workspace=worker.workspace, dispatch_id=queue(make_reader(worker.workspace), NOW).pk)
    assert (worker.work(), worker.smtp.accepted) == (0, [])


def test_a_mail_that_left_cannot_be_taken_back(worker: Worker) -> None:
    queue(make_reader(worker.workspace), NOW)
    worker.work()
    entry = Message.objects.of(worker.workspace).get()
    with pytest.raises(HasLeftError):
        undo_entry(workspace=worker.workspace, message_id=entry.pk, now=worker.now)


def test_the_signature_stands_below_once_with_the_name(worker: Worker, mailbox: Mailbox) -> None:
    Mailbox.objects.of(worker.workspace).update(signature="Mei Chen\nVancouver")
    Profile.objects.filter(workspace=worker.workspace).update(name="Mei Chen")
    bare, own = make_reader(worker.workspace), make_reader(worker.workspace)
    queue(bare, NOW, text_for(bare, "Dear Daniel,\n\nMay I ask you about berths?"))
    queue(own, NOW, text_for(own, "Dear Daniel,\n\nHow did you begin, and why?\n\nKind regards,\nMei Chen"))
    worker.work()
    texts = [read_letter(mail.data).text.strip() for mail in worker.smtp.accepted]
    assert texts[0].endswith("berths?\n\nMei Chen\nVancouver")
    assert texts[1].endswith("Kind regards,\nMei Chen\nVancouver")


def test_a_reminder_to_oneself_is_not_signed(worker: Worker, mailbox: Mailbox) -> None:
    """Neither as it leaves nor as the outbox shows it."""
    Mailbox.objects.of(worker.workspace).update(signature="Mei Chen\nVancouver")
    reminder = queue_mail(
        workspace=worker.workspace, purpose=Purpose.REMINDER, thread_id=None, to=mailbox.address, to_name="Mei",
        subject="Your talk at 11:00", body="Your talk is in an hour.", now=NOW,
    )  # fmt: skip
    assert whole_text(worker.workspace, reminder.pk) == "Your talk is in an hour."
    assert worker.work() == 1
    [mail] = worker.smtp.accepted
    assert read_letter(mail.data).text.strip() == "Your talk is in an hour."


def test_greylisting_is_tried_again_and_the_others_leave_meanwhile(worker: Worker) -> None:
    worker.smtp.will("RCPT", "450 4.2.0 Greylisted, come back later")
    queue(make_reader(worker.workspace, 1), NOW)
    queue(make_reader(worker.workspace, 2), NOW)
    assert worker.work() == 1
    [late, other] = Dispatch.objects.of(worker.workspace).order_by("id")
    assert (late.state, late.trouble, late.trouble_said) == (
        "waiting", "refused_now", "450 4.2.0 Greylisted, come back later",
    )  # fmt: skip
    assert (late.due_at, other.state) == (worker.now + timedelta(minutes=30), "sent")
    assert [worker.work(timedelta(minutes=20)), worker.work(timedelta(minutes=11))] == [0, 1]
    assert sorted(ids_taken(worker)) == sorted([late.mail_id, other.mail_id])


def test_a_server_that_says_goodbye_in_mid_session_is_called_again(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def keep_and_close(sink: Sink, envelope: Envelope) -> None:
        keep(sink, envelope)
        if len(sink.accepted) == 1:
            sink.will("MAIL", "421 4.3.2 closing")

    keep = Sink._keep
    monkeypatch.setattr(Sink, "_keep", keep_and_close)
    for _ in range(3):
        queue(make_reader(worker.workspace), NOW)
    assert worker.work() == 2
    assert worker.work(timedelta(minutes=31)) == 1
    assert len(set(ids_taken(worker))) == 3


@pytest.mark.parametrize(
    ("step", "said", "trouble"),
    [("RCPT", "550 5.1.1 No such user", "refused"), ("DATA", "552 5.3.4 Message too big", "too_big")],
)
def test_a_refusal_for_good_opens_the_draft_again(worker: Worker, step: str, said: str, trouble: str) -> None:
    worker.smtp.will(step, said)  # type: ignore[arg-type]  # one of the steps
    person = make_reader(worker.workspace)
    draft = queue(person, NOW).message
    assert (worker.work(), worker.work(DAY)) == (0, 0)
    assert states(worker.workspace) == [("failed", trouble)]
    assert draft
    assert queue(person, worker.now, version=draft.version).state == "waiting"


def test_the_one_after_a_refused_one_leaves_in_the_same_session(worker: Worker) -> None:
    worker.smtp.will("RCPT", "550 5.1.1 No such user")
    for _ in range(2):
        queue(make_reader(worker.workspace), NOW)
    assert worker.work() == 1
    assert len(worker.smtp.logins) == 1


def test_a_wrong_password_leaves_everything_waiting(worker: Worker) -> None:
    worker.smtp.password = "another"
    for _ in range(2):
        queue(make_reader(worker.workspace), NOW)
    assert worker.work() == 0
    assert states(worker.workspace) == [("waiting", "login_refused")] * 2
    assert len(worker.smtp.logins) == 1
    worker.smtp.password = "abcdefghijklmnop"
    assert worker.work(timedelta(minutes=31)) == 2


def test_a_server_that_hangs_leaves_it_waiting(worker: Worker) -> None:
    worker.timeout = 0.5
    worker.smtp.will("RCPT", HANG)
    queue(make_reader(worker.workspace), NOW)
    assert worker.work() == 0
    assert states(worker.workspace) == [("waiting", "no_answer")]


@pytest.mark.parametrize("keeps", [True, False])
def test_a_lost_answer_is_looked_up_in_sent(worker: Worker, keeps: bool) -> None:
    """The server hung up after the whole mail came: whether it kept it, only Sent can tell."""
    worker.smtp.will("DATA", DROP)
    worker.smtp.keeps_dropped = keeps
    dispatch = queue(make_reader(worker.workspace), NOW)
    worker.work()
    assert states(worker.workspace) == [("sending", "lost_after_data")]
    worker.work(MINUTE)
    worker.work(LEASE + MINUTE)
    assert states(worker.workspace) == [("sent", "")]
    assert ids_taken(worker) == [dispatch.mail_id]


class Interrupted:
    """A mailbox's real server; what happens between the last byte and its answer is `meanwhile`."""

    def __init__(self, real: Smtp, meanwhile: Callable[[], object]) -> None:
        self.real, self.meanwhile = real, meanwhile

    def send(self, sender: str, recipients: Sequence[str], data: bytes, *, before_end: Callable[[], None]) -> str:
        def then() -> None:
            before_end()
            self.meanwhile()

        return self.real.send(sender, recipients, data, before_end=then)


def interrupted(post: Post, meanwhile: Callable[[], object]) -> Post:
    @contextmanager
    def smtp_of(mailbox: Mailbox, now: datetime) -> Iterator[Smtp]:
        with post.smtp_of(mailbox, now) as real:
            yield Interrupted(real, meanwhile)

    return replace(post, smtp_of=smtp_of)


@pytest.mark.parametrize("saves_sent", [True, False, None])
@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=30)])
def test_a_clock_that_jumps_before_the_answer_comes_sends_nothing_twice(
    worker: Worker, saves_sent: bool | None, jump: timedelta
) -> None:
    """Another worker takes the first for dead, and does not find the mail in Sent, for it is still on its way there."""
    Mailbox.objects.of(worker.workspace).update(saves_sent=saves_sent)
    queue(make_reader(worker.workspace), NOW - MINUTE)
    send_due(
        workspace=worker.workspace, clock=lambda: worker.now, post=interrupted(worker.post, lambda: worker.work(jump))
    )
    assert states(worker.workspace) == [("sent", "")]
    for _ in range(3):
        worker.work(LEASE + MINUTE)
    assert len(worker.smtp.accepted) == 1


def test_a_copy_in_sent_before_the_answer_is_no_letter_and_the_mail_leaves_once(worker: Worker) -> None:
    """The server files first and answers then; meanwhile the folder is looked through."""
    login = Mailbox.objects.of(worker.workspace).get().login
    Mailbox.objects.of(worker.workspace).update(imap_port=worker.imap.port)
    worker.smtp.sent_of = ""
    dispatch = queue(make_reader(worker.workspace), NOW - MINUTE)

    def filed() -> None:
        loaded = Dispatch.objects.of(worker.workspace).select_related("mailbox", "workspace", "message").get()
        worker.imap.deliver(login, mail_of(loaded, at=worker.now), "Sent")
        assert not fetch_mail(
            workspace=worker.workspace, mailbox_id=loaded.mailbox_id, clock=lambda: worker.now
        ).trouble

    send_due(workspace=worker.workspace, clock=lambda: worker.now, post=interrupted(worker.post, filed))
    assert states(worker.workspace) == [("sent", "")]
    assert not Letter.objects.of(worker.workspace).exists()
    assert [(one.kind, one.mail_id) for one in Message.objects.of(worker.workspace)] == [("first", dispatch.mail_id)]


@pytest.mark.parametrize("saves_sent", [None, False])
def test_without_a_sent_folder_that_tells_the_seeker_decides(worker: Worker, saves_sent: bool | None) -> None:
    Mailbox.objects.of(worker.workspace).update(saves_sent=saves_sent)
    worker.smtp.sent_of = ""
    worker.smtp.will("DATA", DROP)
    dispatch = queue(make_reader(worker.workspace), NOW)
    worker.work()
    worker.work(MINUTE)
    worker.work(LEASE + MINUTE)
    assert states(worker.workspace) == [("unsure", "lost_after_data")]
    assert worker.work(DAY) == 0
    worker.imap.deliver(Mailbox.objects.of(worker.workspace).get().login, worker.smtp.accepted[0].data, "Sent")
    look_again(workspace=worker.workspace, dispatch_id=dispatch.pk, clock=lambda: worker.now, post=worker.post)
    assert states(worker.workspace) == [("sent", "")]


def test_a_mail_that_its_server_gave_another_id_is_found_in_sent(worker: Worker) -> None:
    worker.smtp.sent_of = ""
    worker.smtp.will("DATA", DROP)
    dispatch = queue(make_reader(worker.workspace), NOW)
    worker.work()
    kept = renamed(worker.smtp.accepted[0].data, dispatch.mail_id)
    worker.imap.deliver(Mailbox.objects.of(worker.workspace).get().login, kept, "Sent")
    worker.work(LEASE + MINUTE)
    assert states(worker.workspace) == [("sent", "")]
    assert len(worker.smtp.accepted) == 1


def renamed(data: bytes, mail_id: str) -> bytes:
    """As Outlook.com keeps it."""
    ours, theirs = f"<{mail_id}>".encode(), b"<YQ1234@CANPRD01.PROD.OUTLOOK.COM>"
    return b"X-Microsoft-Original-Message-ID: " + ours + b"\r\n" + data.replace(ours, theirs)


def test_without_a_sent_folder_nothing_surely_did_not_leave(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askwell.protocols.mail.servers.imap.ImapClient.folders", lambda _self: [])
    worker.smtp.will("DATA", DROP)
    queue(make_reader(worker.workspace), NOW)
    worker.work()
    worker.work(MINUTE)
    worker.work(LEASE + MINUTE)
    assert states(worker.workspace) == [("unsure", "lost_after_data")]
    assert len(worker.smtp.accepted) == 1


def test_a_sent_folder_that_cannot_be_opened_leaves_it_to_the_seeker(worker: Worker) -> None:
    worker.smtp.will("DATA", DROP)
    queue(make_reader(worker.workspace), NOW)
    worker.imap_port = free_port()
    worker.work()
    worker.work(timedelta(minutes=50))
    assert states(worker.workspace) == [("sending", "lost_after_data")]
    worker.work(timedelta(minutes=20))
    assert states(worker.workspace) == [("unsure", "lost_after_data")]


def test_whether_the_server_keeps_what_it_sent_is_learned_from_the_first_mail(worker: Worker) -> None:
    Mailbox.objects.of(worker.workspace).update(saves_sent=None)
    queue(make_reader(worker.workspace), NOW)
    worker.work()
    mailbox = Mailbox.objects.of(worker.workspace).get()
    assert mailbox.saves_sent is True
    assert len(worker.imap.mails(mailbox.login, "Sent")) == 1


def test_where_the_server_keeps_nothing_we_do_once(worker: Worker) -> None:
    Mailbox.objects.of(worker.workspace).update(saves_sent=None)
    login, worker.smtp.sent_of = worker.smtp.sent_of, ""
    queue(make_reader(worker.workspace), NOW)
    worker.work()
    assert (Mailbox.objects.of(worker.workspace).get().saves_sent, worker.imap.mails(login, "Sent")) == (None, [])
    worker.work(timedelta(minutes=6))
    worker.work(MINUTE)
    assert Mailbox.objects.of(worker.workspace).get().saves_sent is False
    assert worker.imap.mails(login, "Sent") == [worker.smtp.accepted[0].data]
    queue(make_reader(worker.workspace), worker.now)
    worker.work(MINUTE)
    assert len(worker.imap.mails(login, "Sent")) == 2


def nudge(worker: Worker) -> Thread:
    """A follow-up that is due."""
    thread = send(make_reader(worker.workspace), NOW - timedelta(days=9)).thread
    queue(thread.person, NOW, text_for(thread.person, kind=MessageKind.NUDGE))
    return thread


def letter(thread: Thread, kind: LetterKind = LetterKind.REPLY) -> Letter:
    return Letter.objects.create(
        workspace=thread.workspace, thread=thread, kind=kind, key="x", written_at=NOW, fetched_at=NOW + MINUTE
    )


def test_before_a_follow_up_leaves_mail_is_fetched(worker: Worker) -> None:
    nudge(worker)
    assert (worker.work(), worker.fetched) == (1, [worker.smtp.sent_of])


def test_before_a_follow_up_each_mailbox_that_its_conversation_left_from_is_looked_into(worker: Worker) -> None:
    first = make_mailbox(worker.workspace, "earlier@mail.example", NOW, is_usual=False)
    thread = nudge(worker)
    Dispatch.objects.create(
        workspace=worker.workspace, mailbox=first, thread=thread, to="x", mail_id="earlier", state="sent",
        asked_at=NOW - 30 * DAY, due_at=NOW,
    )  # fmt: skip
    assert worker.work() == 1
    assert sorted(worker.fetched) == sorted(["earlier@mail.example", worker.smtp.sent_of])


def test_a_conversation_goes_on_from_the_mailbox_that_it_began_in(worker: Worker) -> None:
    person = make_reader(worker.workspace)
    dispatch = queue(person, NOW)
    worker.work()
    Mailbox.objects.of(worker.workspace).update(is_usual=False)
    other = make_mailbox(worker.workspace, "other@mail.example", NOW)
    again = queue(person, NOW + 10 * DAY, text_for(person, kind=MessageKind.NUDGE), version=0)
    assert (again.mailbox_id, queue(make_reader(worker.workspace), NOW).mailbox_id) == (dispatch.mailbox_id, other.pk)


def test_a_reminder_that_could_not_leave_in_time_leaves_no_more(worker: Worker) -> None:
    facts = {"workspace": worker.workspace, "purpose": Purpose.REMINDER, "thread_id": None, "to": "mei@mail.example"}
    words = {"to_name": "", "subject": "In an hour", "body": "Now", "now": NOW}
    queue_mail(**facts, **words, useless_after=NOW + 2 * MINUTE)
    assert worker.work(MINUTE) == 0
    assert states(worker.workspace) == [("cancelled", "")]


@pytest.mark.parametrize("change", [{"value": "helen@new.example"}, {"dead_at": NOW}], ids=["another", "dead"])
def test_an_invitation_waits_for_an_address_that_is_still_theirs(worker: Worker, change: dict[str, Any]) -> None:
    person = make_reader(worker.workspace)
    queue(person, NOW)
    thread, point = Thread.objects.of(worker.workspace).get(), person.contact_points.get()
    facts = {"workspace": worker.workspace, "purpose": Purpose.INVITATION, "thread_id": thread.pk}
    queue_mail(**facts, to=point.value, to_name="", subject="Invitation", body="Friday", now=NOW)
    worker.work()
    queue_mail(**facts, to=point.value, to_name="", subject="Invitation", body="Friday", now=NOW)
    ContactPoint.objects.of(worker.workspace).filter(pk=point.pk).update(**change)
    assert worker.work() == 0
    assert states(worker.workspace)[-1] == ("failed", "came_back" if "dead_at" in change else "not_possible")


def test_before_a_first_message_nothing_is_fetched(worker: Worker) -> None:
    queue(make_reader(worker.workspace), NOW)
    assert (worker.work(), worker.fetched) == (1, [])


@pytest.mark.parametrize("kind", [LetterKind.REPLY, LetterKind.CALENDAR])
def test_a_follow_up_is_held_when_something_came_meanwhile(worker: Worker, kind: LetterKind) -> None:
    thread = nudge(worker)
    worker.meanwhile = lambda: letter(thread, kind)
    assert (worker.work(), worker.smtp.accepted) == (0, [])
    assert states(worker.workspace) == [("failed", "heard_meanwhile")]


def test_a_follow_up_is_held_when_its_address_turned_out_to_be_dead(worker: Worker) -> None:
    thread = nudge(worker)
    points = ContactPoint.objects.of(worker.workspace).filter(person=thread.person)
    worker.meanwhile = lambda: points.update(dead_at=NOW + MINUTE)
    assert (worker.work(), worker.smtp.accepted) == (0, [])
    assert states(worker.workspace) == [("failed", "came_back")]


def test_while_another_worker_fetches_a_follow_up_waits_a_minute(worker: Worker) -> None:
    nudge(worker)
    worker.is_busy = True
    assert (worker.work(), states(worker.workspace)) == (0, [("waiting", "")])
    worker.is_busy = False
    assert worker.work(MINUTE) == 1


def test_an_absence_does_not_hold_a_follow_up(worker: Worker) -> None:
    thread = nudge(worker)
    worker.meanwhile = lambda: letter(thread, LetterKind.AUTO_REPLY)
    assert worker.work() == 1


@pytest.mark.parametrize("error", [MailError(Trouble.NO_ANSWER, permanent=False), ZeroDivisionError()])
def test_while_mail_cannot_be_fetched_a_follow_up_waits_and_the_rest_leaves(worker: Worker, error: Exception) -> None:
    def broken() -> None:
        raise error

    worker.meanwhile = broken
    nudge(worker)
    queue(make_reader(worker.workspace), NOW)
    assert worker.work() == 1
    assert states(worker.workspace) == [("waiting", "no_answer"), ("sent", "")]


def test_an_answer_logged_after_send_was_pressed_holds_the_follow_up(worker: Worker) -> None:
    thread = nudge(worker)
    told = {"answer": Answer.DECLINES, "channel": Channel.EMAIL, "at": NOW - timedelta(days=1)}
    log_answer(workspace=worker.workspace, thread_id=thread.pk, now=NOW, **told)
    assert (worker.work(), worker.smtp.accepted) == (0, [])


def test_after_a_no_nothing_leaves_even_if_its_row_still_waits(worker: Worker) -> None:
    person = make_reader(worker.workspace)
    dispatch = queue(person, NOW)
    stop_contacting(workspace=worker.workspace, person_id=person.pk, why="", now=NOW)
    Dispatch.objects.of(worker.workspace).filter(pk=dispatch.pk).update(state="waiting")
    assert (worker.work(), worker.smtp.accepted) == (0, [])


def test_an_address_that_is_theirs_no_more_gets_nothing(worker: Worker) -> None:
    person = make_reader(worker.workspace)
    queue(person, NOW)
    ContactPoint.objects.of(worker.workspace).filter(person=person).update(value="new@harbour.example", key="new")
    assert (worker.work(), states(worker.workspace)) == (0, [("failed", "not_possible")])


def test_nothing_leaves_from_a_mailbox_that_was_disconnected(worker: Worker) -> None:
    queue(make_reader(worker.workspace), NOW)
    Mailbox.objects.of(worker.workspace).update(removed_at=NOW, is_usual=False)
    assert (worker.work(), worker.smtp.logins) == (0, [])
    assert states(worker.workspace) == [("failed", "not_possible")]


def test_a_person_erased_in_the_last_moment_gets_nothing(worker: Worker) -> None:
    person = make_reader(worker.workspace)
    queue(person, NOW)
    steps = iter(range(100))

    def clock() -> datetime:
        """Called at each step; the claim is the third time."""
        if next(steps) == 4:
            person.delete()
        return worker.now

    send_due(workspace=worker.workspace, clock=clock, post=worker.post)
    assert worker.smtp.accepted == []


def test_a_dead_workers_claim_waits_again(worker: Worker) -> None:
    dispatch = queue(make_reader(worker.workspace), NOW)
    Dispatch.objects.of(worker.workspace).filter(pk=dispatch.pk).update(state="sending", began_at=NOW)
    assert worker.work() == 0
    assert worker.work(LEASE) == 1


def test_an_invitation_leaves_with_its_calendar_part(worker: Worker) -> None:
    queue_mail(
        workspace=worker.workspace, purpose=Purpose.INVITATION, thread_id=None, to="daniel@harbour.example",
        to_name="Daniel", subject="Coffee", body="See you.", calendar="BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        method="REQUEST", now=NOW,
    )  # fmt: skip
    assert worker.work() == 1
    assert read_letter(worker.smtp.accepted[0].data).calendar == b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"


def test_a_worker_with_nothing_to_do_asks_little(worker: Worker) -> None:
    with CaptureQueriesContext(connection) as queries:
        worker.work()
    assert len(queries) == 4
    assert worker.smtp.logins == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has no pragmas")
@pytest.mark.django_db(transaction=True)
def test_that_a_mail_is_handed_over_is_on_the_disk_before_the_last_byte(worker: Worker) -> None:
    """SQLite's synchronous: 1 is NORMAL (the last commits may be lost with the power), 2 is FULL."""
    queue(make_reader(worker.workspace), NOW)
    seen: list[tuple[str, bool, int]] = []

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith('UPDATE "outreach_dispatch" SET "state"'):
            seen.append((str(params[0]), '"handed_at" = NULL' not in sql, synchronous()))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        assert worker.work() == 1

    assert seen == [("sending", False, 1), ("sending", True, 2), ("sent", True, 1)]


def synchronous() -> int:
    return int(connection.connection.execute("PRAGMA synchronous").fetchone()[0])
