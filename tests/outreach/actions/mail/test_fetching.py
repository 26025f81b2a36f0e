"""Mail of people in a conversation is heard, from a real server; everybody else's is left alone."""

import socket
import time
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from askwell.accounts.models import User, Workspace
from askwell.outreach.actions.mail import fetching
from askwell.outreach.actions.mail.fetching import due_mailboxes
from askwell.outreach.actions.mail.mailboxes import begin_anew
from askwell.outreach.choices import Answer, LetterKind, LetterState
from askwell.outreach.models import Dispatch, Folder, FollowUp, Letter, Mailbox, Message, Thread
from askwell.outreach.queries.mail.letters import open_letters
from askwell.outreach.tasks import wake_mailbox
from askwell.people.models import ContactPoint
from askwell.protocols.mail.servers import Security, Trouble
from tests.factories.mails import bounce, mail
from tests.factories.outreach import make_someone, make_waiting
from tests.outreach.actions.mail.conftest import ADDRESS, FIRST, SENT_AT, Post, answer
from tests.servers.scripted import scripted


def letters(workspace: Workspace) -> list[tuple[str, str, bool]]:
    return list(Letter.objects.of(workspace).order_by("id").values_list("kind", "state", "is_sure"))


def reloaded(thread: Thread) -> Thread:
    return Thread.objects.of(thread.workspace).get(pk=thread.pk)


def test_an_answer_is_kept_with_its_own_words_and_waits_for_the_seeker(post: Post, thread: Thread) -> None:
    meant = post.now.astimezone(ZoneInfo("America/Vancouver")) + timedelta(days=3)
    words = f"Yes, happy to. {meant:%A} at 10:00 works."
    post.put(answer(f"{words}\n\nOn Mon, Mei Tan <mei@seeker.example> wrote:\n> Dear Daniel\n", at=post.now))

    found = post.fetch()

    letter = Letter.objects.of(thread.workspace).get()
    assert (found.looked, found.letters, found.threads, found.trouble) == (1, [letter.pk], {thread.pk}, None)
    assert (letter.kind, letter.state, letter.is_sure) == (LetterKind.REPLY, LetterState.OPEN, True)
    assert letter.text == words
    assert "> Dear Daniel" in letter.whole
    assert letter.reading["intent"] == "accepts_with_times"
    assert letter.reading["times"] == [f"{meant:%Y-%m-%d}T10:00"]
    assert reloaded(thread).state == "waiting"


ROUND = "Dear all,\n\nOur winter food drive is on Saturday, December 5 at 11 am. We would love to see you there!"


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        (ROUND, ""),
        ("Saturday at 11 am at the hall. Happy to see you!\n\nTo unsubscribe, click here: https://x.example/u", ""),
        ("Happy to see you Saturday at 11 am!", "Cc: a@x.example, b@x.example, c@x.example, d@x.example\r\n"),
        ("大家好，周六上午十一点见，欢迎大家来！", ""),
    ],
)
def test_a_round_letter_by_somebody_known_is_no_yes(post: Post, thread: Thread, text: str, headers: str) -> None:
    post.put(mail(text, subject="Winter food drive", headers=headers))
    post.fetch()
    letter = Letter.objects.of(thread.workspace).get()
    assert (letter.reading["intent"], letter.state, letter.is_sure) == ("other", LetterState.OPEN, False)


def test_what_answers_us_is_read_whomever_it_greets(post: Post, thread: Thread) -> None:
    post.put(answer(ROUND))
    post.put(mail(ROUND, mail_id="again@x"))
    post.fetch()
    intents = {one.reading["intent"] for one in Letter.objects.of(thread.workspace)}
    assert intents == {"accepts_with_times"}


def test_an_answer_from_an_unknown_address_is_known_to_be_one(post: Post, thread: Thread) -> None:
    post.put(answer(sender="d.wong@home.example"))
    post.put(mail("Yes.", mail_id="other@x"))
    post.fetch()
    told = {one.sender: one.reading.get("answers", False) for one in Letter.objects.of(thread.workspace)}
    assert told == {"d.wong@home.example": True, ADDRESS: False}


def test_a_message_that_is_only_late_did_not_fail(post: Post, thread: Thread) -> None:
    why = "connect to mx.harbourline.example: Connection timed out"
    post.put(bounce(FIRST, status="4.4.1", why=why, action="delayed"))
    post.fetch()
    note = Message.objects.of(thread.workspace).get(kind="note")
    assert note.facts["bounced"] == "delayed"
    assert ContactPoint.objects.of(thread.workspace).get(key=ADDRESS).dead_at is None


def test_mail_of_others_is_never_stored(post: Post, thread: Thread) -> None:
    post.put(mail("A private matter", sender="friend@home.example", subject="Fifteen minutes about planning?"))
    post.put(mail("Newsletter", sender=ADDRESS, headers="List-Id: <news.harbourline.example>\r\n", mail_id="n@x"))
    post.put(mail("Older", sender=ADDRESS, mail_id="o@x"), "Archive")

    found = post.fetch()

    assert (found.looked, found.letters) == (2, [])
    assert letters(thread.workspace) == []


def test_nothing_new_costs_no_look(post: Post, thread: Thread) -> None:
    post.put(answer())
    post.fetch()
    assert post.fetch().looked == 0
    post.put(mail("One more thing", sender=ADDRESS, mail_id="second@x"))
    assert post.fetch().looked == 1


def test_the_same_mail_in_two_folders_is_one_letter(post: Post, thread: Thread) -> None:
    post.put(answer())
    post.put(answer(), "Junk")
    assert len(post.fetch().letters) == 1
    assert len(letters(thread.workspace)) == 1


def test_new_numbers_keep_nothing_twice_and_miss_nothing(post: Post, thread: Thread) -> None:
    post.put(answer())
    post.fetch()
    before = Folder.objects.of(thread.workspace).get(name="INBOX").uid_validity
    time.sleep(1.1)  # the numbers' name is the second in which they are given
    post.server.renumber(post.login)
    post.put(mail("One more thing", sender=ADDRESS, mail_id="second@x"))

    found = post.fetch()

    assert Folder.objects.of(thread.workspace).get(name="INBOX").uid_validity != before
    assert (found.looked, len(found.letters)) == (2, 1)
    assert len(letters(thread.workspace)) == 2


def test_a_plain_stop_from_whom_we_wrote_to_is_done_by_itself(post: Post, thread: Thread) -> None:
    post.put(answer("Please stop emailing me and remove me from your list."))
    post.fetch()
    assert letters(thread.workspace) == [(LetterKind.REPLY, LetterState.TAKEN, True)]
    assert (reloaded(thread).state, reloaded(thread).outcome) == ("closed", "stopped")
    assert reloaded(thread).person.do_not_contact_at is not None


def test_a_stop_that_anybody_could_have_written_only_waits(post: Post, thread: Thread) -> None:
    post.put(mail("Please stop emailing me and remove me from your list.", sender=ADDRESS))
    post.put(answer("Please stop emailing me.", sender="d.wong@home.example", mail_id="other@x"))
    post.fetch()
    assert letters(thread.workspace) == [(LetterKind.REPLY, LetterState.OPEN, False)] * 2
    assert reloaded(thread).person.do_not_contact_at is None
    assert reloaded(thread).state == "waiting"


def test_a_bounce_marks_the_address_only_where_nobody_can_be_reached(post: Post, thread: Thread) -> None:
    point = ContactPoint.objects.of(thread.workspace).get(key=ADDRESS)
    post.put(bounce(FIRST, status="4.2.2", why="452 4.2.2 mailbox full", mail_id="full@mx.example"))
    post.fetch()
    point.refresh_from_db()
    assert point.dead_at is None
    post.put(bounce(FIRST))
    post.fetch()
    point.refresh_from_db()
    assert point.dead_at is not None
    assert letters(thread.workspace) == [(LetterKind.BOUNCE, LetterState.TAKEN, True)] * 2
    notes = Message.objects.of(thread.workspace).filter(kind="note").order_by("number")
    assert [note.facts["bounced"] for note in notes] == ["mailbox_full", "permanent"]
    assert reloaded(thread).state == "waiting"
    open_duties = FollowUp.objects.of(thread.workspace).filter(done_at=None, dismissed_at=None)
    assert list(open_duties.values_list("kind", flat=True)) == ["another_way"]


def test_a_forged_bounce_marks_no_address(post: Post, thread: Thread) -> None:
    post.put(bounce("guessed@askwell.example"))
    post.put(bounce(FIRST, recipient="boss@harbourline.example", mail_id="forged@mx.example"))
    post.fetch()
    assert letters(thread.workspace) == [(LetterKind.BOUNCE, LetterState.OPEN, False)]
    (waiting,) = open_letters(thread.workspace, post.now)
    assert waiting.passed_on == "boss@harbourline.example"
    assert not thread.messages.filter(kind="note").exists()
    assert ContactPoint.objects.of(thread.workspace).get(key=ADDRESS).dead_at is None


def test_an_absence_moves_the_dates_and_its_echo_says_nothing_new(post: Post, thread: Thread) -> None:
    away = "I am out of the office until December 3, 2026."
    for number in range(3):
        post.put(answer(away, subject="Automatic reply: Fifteen minutes", headers="Auto-Submitted: auto-replied\r\n",
                        mail_id=f"away-{number}@x"))  # fmt: skip
    post.fetch()
    entries = Message.objects.of(thread.workspace).filter(kind="out_of_office")
    assert [entry.facts["until"] for entry in entries] == [date(2026, 12, 3).isoformat()]
    assert [state for _, state, _ in letters(thread.workspace)] == [LetterState.TAKEN, *[LetterState.ASIDE] * 2]
    assert Dispatch.objects.of(thread.workspace).count() == 0


def test_an_absence_that_only_sounds_like_one_waits_for_the_seeker(post: Post, thread: Thread) -> None:
    post.put(answer("I am out of the office until December 3, 2026.", subject="Out of office: Fifteen minutes"))
    post.fetch()
    assert letters(thread.workspace) == [(LetterKind.AUTO_REPLY, LetterState.OPEN, True)]
    assert not Message.objects.of(thread.workspace).filter(kind="out_of_office").exists()


def test_what_was_copied_and_sent_elsewhere_is_known_by_its_id(post: Post, workspace: Workspace) -> None:
    thread = make_waiting(workspace, post.now - timedelta(minutes=5), email=ADDRESS)
    message = Message.objects.of(workspace).get()
    own = mail(message.body, sender="mei@seeker.example", to=ADDRESS, mail_id="copied@seeker.example", at=post.now)
    post.put(own, "Sent")
    post.fetch()
    message.refresh_from_db()
    assert (message.mail_id, message.address, letters(workspace)) == ("copied@seeker.example", ADDRESS, [])
    post.put(mail("Please stop emailing me.", answers="copied@seeker.example"))
    post.fetch()
    assert letters(workspace) == [(LetterKind.REPLY, LetterState.TAKEN, True)]
    assert reloaded(thread).answer == Answer.STOP


def test_what_the_seeker_wrote_elsewhere_waits_to_be_taken_over(post: Post, thread: Thread) -> None:
    post.put(
        mail("Just one more word.", sender="mei@seeker.example", to=ADDRESS, mail_id="own-1@seeker.example"), "Sent"
    )
    post.put(mail("To a friend", sender="mei@seeker.example", to="friend@home.example", mail_id="own-2@x"), "Sent")
    post.fetch()
    assert letters(thread.workspace) == [(LetterKind.OWN, LetterState.OPEN, False)]


def test_a_mail_that_cannot_be_read_stops_nobody(post: Post, thread: Thread) -> None:
    deep = b"".join(b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(1000))
    head = f"From: {ADDRESS}\r\nMessage-ID: <deep@x>\r\nDate: Fri, 20 Nov 2026 17:00:00 +0000\r\n".encode()
    post.put(head + b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n" + deep)
    post.put(b"From: " + ADDRESS.encode() + b"\r\nSubject: =?utf-8?B?\xff\xfe?=\r\n\r\n\xff\xfe\x00")
    post.put(answer())
    found = post.fetch()
    assert (found.looked, found.trouble) == (3, None)
    assert Letter.objects.of(thread.workspace).filter(is_sure=True).count() == 1


@pytest.mark.parametrize("charset", ["idna", "punycode", "utf_16"])
def test_a_heading_in_a_charset_that_nobody_writes_stops_nobody(post: Post, thread: Thread, charset: str) -> None:
    for folder in ("INBOX", "Junk"):
        post.put(mail("hello", sender=f"=?{charset}?q?=ff=ff=ff?= <anybody@evil.example>", mail_id="p@x"), folder)
    post.put(answer())
    found = post.fetch()
    assert (found.looked, len(found.letters), found.trouble) == (3, 1, None)


@pytest.mark.parametrize("step", ["read_heading", "keep_mail"])
def test_a_mail_over_which_the_program_stumbles_is_passed_over(
    post: Post, thread: Thread, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, step: str
) -> None:
    was, calls = getattr(fetching, step), 0

    def stumbles(*args: Any, **said: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise ZeroDivisionError("private words")
        return was(*args, **said)

    monkeypatch.setattr(fetching, step, stumbles)
    post.put(mail("hello", sender=ADDRESS, mail_id="first@x"))
    post.put(answer())
    assert len(post.fetch().letters) == 1
    assert post.fetch().looked == 0
    assert "ZeroDivisionError" in caplog.text
    assert "private words" not in caplog.text


def test_two_workers_do_not_fetch_the_same_mailbox(post: Post, thread: Thread) -> None:
    post.mailbox.claimed_at = post.now
    post.mailbox.save()
    post.put(answer())
    assert post.fetch().busy
    assert letters(thread.workspace) == []


def test_a_server_that_is_gone_is_said_and_leaves_the_mailbox_free(post: Post, thread: Thread) -> None:
    post.mailbox.imap_port = 1
    post.mailbox.save()
    assert post.fetch().trouble == "no_server"
    post.mailbox.refresh_from_db()
    assert (post.mailbox.claimed_at, post.mailbox.checked_at) == (None, None)


def test_another_workspace_hears_nothing_of_it(post: Post, thread: Thread, stranger: User) -> None:
    assert stranger.workspace
    make_someone(stranger.workspace, email=ADDRESS)
    post.put(answer())
    post.fetch()
    assert letters(stranger.workspace) == []


def test_a_mailbox_is_due_again_after_a_few_minutes_unless_it_rests_or_is_gone(post: Post, thread: Thread) -> None:
    assert due_mailboxes(now=post.now) == [(thread.workspace.pk, post.mailbox.pk)]
    post.fetch()
    assert due_mailboxes(now=post.now + timedelta(minutes=2)) == []
    later = post.now + timedelta(minutes=4)
    assert due_mailboxes(now=later) == [(thread.workspace.pk, post.mailbox.pk)]
    for column in ("claimed_at", "rests_until", "removed_at"):
        Mailbox.objects.of(thread.workspace).update(**{column: later + timedelta(minutes=1)})
        assert due_mailboxes(now=later) == []
        Mailbox.objects.of(thread.workspace).update(**{column: None})


def test_a_server_that_is_away_is_looked_for_less_and_less_and_at_once_when_the_seeker_asks(
    post: Post, thread: Thread
) -> None:
    rows = Mailbox.objects.of(thread.workspace)
    rows.update(imap_port=1)
    looks = []
    for minute in range(3 * 60):  # a sweep that comes by every minute
        now = post.now + timedelta(minutes=minute)
        if due_mailboxes(now=now):
            looks.append(minute)
            post.fetch(lambda now=now: now)

    assert looks == [0, 2, 7, 22, 52, 82, 112, 142, 172]

    begin_anew(workspace=thread.workspace, mailbox_id=post.mailbox.pk)
    assert rows.values_list("missed", "rests_until").get() == (0, None)
    rows.update(imap_port=post.server.tls_port)
    assert post.fetch().trouble is None
    rows.update(imap_port=1)
    post.fetch()
    assert rows.get().rests_until == post.now + timedelta(minutes=2)


def test_what_the_sweep_queued_twice_is_one_try(post: Post, thread: Thread) -> None:
    """A queue that is long has a mailbox in it several times; a server that hangs must not take a worker each time."""
    rows = Mailbox.objects.of(thread.workspace)
    rows.update(imap_port=1)
    waiting = str(thread.workspace.pk), str(post.mailbox.pk)
    for _ in range(2):
        wake_mailbox.call(*waiting, only_if_due=True)
    assert rows.get().missed == 1
    wake_mailbox.call(*waiting)  # asked for
    assert rows.get().missed == 2


def test_a_server_that_lets_us_in_and_then_says_nothing_is_left_alone_longer_too(post: Post, thread: Thread) -> None:
    rows = Mailbox.objects.of(thread.workspace)
    with scripted(lets_in_and_hangs_up) as port:
        rows.update(imap_port=port, imap_security=Security.NONE)
        for _ in range(2):
            assert post.fetch().trouble is Trouble.NO_ANSWER

    assert rows.values_list("missed", "rests_until").get() == (2, post.now + timedelta(minutes=5))


def test_the_rest_of_a_refused_password_is_not_shortened(post: Post, thread: Thread) -> None:
    rows = Mailbox.objects.of(thread.workspace)
    until = post.now + timedelta(minutes=20)
    rows.update(refused=1, rests_until=until, trouble=Trouble.LOGIN_REFUSED)
    begin_anew(workspace=thread.workspace, mailbox_id=post.mailbox.pk)

    assert post.fetch().trouble is Trouble.LOGIN_REFUSED
    assert rows.values_list("missed", "rests_until").get() == (0, until)


def lets_in_and_hangs_up(sock: socket.socket) -> None:
    sock.sendall(b"* OK ready\r\n")
    with sock.makefile("rb") as heard:
        for line in heard:
            if b"LIST" in line:
                return
            sock.sendall(line.split()[0] + b" OK done\r\n")


def test_a_claim_that_another_worker_took_over_is_not_freed(post: Post, thread: Thread) -> None:
    def clock() -> datetime:  # this worker was silent for so long that another began, while it looked
        if asked:
            Mailbox.objects.of(thread.workspace).update(claimed_at=post.now + timedelta(hours=1))
        asked.append(True)
        return post.now

    asked: list[bool] = []
    post.put(answer())
    post.fetch(clock)
    assert Mailbox.objects.of(thread.workspace).get().claimed_at == post.now + timedelta(hours=1)


OUTLOOKS = "YQ1234@CANPRD01.PROD.OUTLOOK.COM"


def left_as(thread: Thread, post: Post) -> Dispatch:
    """The first message left from here, as a mail with the id FIRST."""
    message = Message.objects.of(thread.workspace).get(mail_id=FIRST)
    return Dispatch.objects.create(
        workspace=thread.workspace, mailbox=post.mailbox, thread=thread, message=message, to=ADDRESS, mail_id=FIRST,
        body=message.body, state="sent", asked_at=SENT_AT, due_at=SENT_AT, handed_at=SENT_AT, sent_at=SENT_AT,
    )  # fmt: skip


def own_copy(text: str, headers: str = "") -> bytes:
    subject = "Fifteen minutes about planning?"
    return mail(
        text, sender="mei@seeker.example", to=ADDRESS, subject=subject, mail_id=OUTLOOKS, headers=headers, at=SENT_AT
    )  # fmt: skip


def test_a_mail_that_its_server_gave_another_id_is_known_by_both(post: Post, thread: Thread) -> None:
    dispatch = left_as(thread, post)
    post.put(own_copy("Whatever", f"X-Microsoft-Original-Message-ID: <{FIRST}>\r\n"), "Sent")
    post.put(mail("Yes, happy to.", answers=OUTLOOKS))

    post.fetch()

    dispatch.refresh_from_db()
    assert (dispatch.seen_as, Message.objects.of(thread.workspace).get().mail_id) == (OUTLOOKS, OUTLOOKS)
    assert letters(thread.workspace) == [("reply", "open", True)]


def test_a_copy_under_an_id_that_nothing_ties_to_ours_is_known_by_its_words(post: Post, thread: Thread) -> None:
    dispatch = left_as(thread, post)
    dispatch.body = "Your talk on berths stayed with me.\n\nMay I ask you fifteen minutes about planning next week?"
    dispatch.handed_at = post.now
    dispatch.save()
    post.put(own_copy(dispatch.body), "Sent")
    post.put(bounce(OUTLOOKS))

    post.fetch()

    assert letters(thread.workspace) == [("bounce", "taken", True)]


def test_an_id_is_learned_from_the_sent_folder_alone(post: Post, thread: Thread) -> None:
    dispatch = left_as(thread, post)
    post.put(own_copy("Whatever", f"X-Microsoft-Original-Message-ID: <{FIRST}>\r\n"))
    post.fetch()
    dispatch.refresh_from_db()
    assert dispatch.seen_as == ""
