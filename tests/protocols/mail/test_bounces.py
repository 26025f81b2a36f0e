"""What mail servers of every kind tell of a letter that did not arrive; what is no such telling."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.mail.bounces import Bounce, Failure, Kind, read_bounce

ORIGINAL = """From: Ann Lee <ann@post.example>
To: wei@firm.example
Subject: A question about your work
Message-ID: <m1@post.example>
"""


def report(status: str, diagnosis: str, *, action: str = "failed", notice: str = "", recipient: str = "") -> bytes:
    """A report as servers write it since RFC 3464."""
    return f"""Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@relay.example>
To: ann@post.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <n1@relay.example>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain; charset=utf-8

{notice or "This is the mail system at host relay.example."}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; {recipient or "wei@firm.example"}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {diagnosis}

--b
Content-Type: message/rfc822

{ORIGINAL}
Hello
--b--
""".encode()


def notice(
    text: str, *, sender: str = "MAILER-DAEMON@relay.example", subject: str = "Delivery failed", more: str = ""
) -> bytes:
    """A notice for people, as servers write it that know no reports."""
    head = f"From: {sender}\nTo: ann@post.example\nSubject: {subject}\n{more}"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".encode()


def kind_of(data: bytes) -> Kind:
    bounce = read_bounce(data)
    assert bounce is not None
    assert [each.address for each in bounce.failures] == ["wei@firm.example"]
    return bounce.failures[0].kind


def test_a_report_says_who_why_and_which_letter() -> None:
    said = "Recipient address rejected: User unknown"
    assert read_bounce(report("5.1.1", f"550 5.1.1 <wei@firm.example>: {said}")) == (
        Bounce((Failure("wei@firm.example", Kind.PERMANENT, "5.1.1", said),), "m1@post.example")
    )


@pytest.mark.parametrize(
    ("status", "diagnosis", "kind"),
    [
        ("5.1.1", "550 5.1.1 No such user here", Kind.PERMANENT),
        ("5.0.0", "550 This mailbox does not exist", Kind.PERMANENT),
        ("5.0.0", "550 Unrouteable address", Kind.PERMANENT),
        ("5.1.2", "Host or domain name not found. Name service error for name=firm.example", Kind.PERMANENT),
        ("5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup", Kind.PERMANENT),
        ("5.1.1", "", Kind.PERMANENT),
        ("5.2.2", "552 5.2.2 The recipient's mailbox is full", Kind.MAILBOX_FULL),
        ("4.2.2", "452 4.2.2 Mailbox quota exceeded", Kind.MAILBOX_FULL),
        ("5.1.1", "550 The account wei has exceeded its disk quota", Kind.MAILBOX_FULL),
        ("5.2.2", "", Kind.MAILBOX_FULL),
        ("4.4.1", "connect to mx.firm.example[192.0.2.1]:25: Connection timed out", Kind.TEMPORARY),
        ("4.7.1", "450 4.7.1 Greylisted, come back in five minutes", Kind.TEMPORARY),
        ("5.4.6", "554 5.4.6 Too many hops", Kind.TEMPORARY),
        ("4.0.0", "421 Something odd", Kind.TEMPORARY),
        ("5.7.1", "550 5.7.1 Message classified as spam", Kind.BLOCKED),
        ("5.7.26", "550 5.7.26 This mail is unauthenticated: SPF and DKIM did not pass", Kind.BLOCKED),
        ("5.0.0", "554 Service unavailable; client [192.0.2.7] blocked using zen.spamhaus.org", Kind.BLOCKED),
        ("5.1.8", "553 5.1.8 Domain of sender address ann@post.example does not exist", Kind.BLOCKED),
        ("5.3.4", "552 5.3.4 Message size exceeds fixed limit", Kind.BLOCKED),
        ("5.0.0", "554 Refused", Kind.BLOCKED),
        ("5.0.0", "550 5.2.1 The account is disabled", Kind.TEMPORARY),
    ],
)
def test_the_words_and_codes_of_a_report_tell_its_kind(status: str, diagnosis: str, kind: Kind) -> None:
    assert kind_of(report(status, diagnosis)) == kind


def test_unknown_sender_is_not_unknown_recipient() -> None:
    said = "host mx said: 553 no such domain (in reply to MAIL FROM command)"
    assert kind_of(report("5.0.0", said)) == Kind.BLOCKED


def test_a_letter_refused_after_its_address_was_taken_does_not_mark_the_address() -> None:
    said = "host mx said: 550 User unknown (in reply to end of DATA command)"
    assert kind_of(report("5.0.0", said)) == Kind.BLOCKED
    transcript = "<wei@firm.example>\n>>> DATA\n<<< 550 Unknown user\n"
    assert kind_of(report("5.0.0", "550 Unknown user", notice=transcript)) == Kind.BLOCKED
    assert kind_of(report("5.1.1", "550 5.1.1 Unknown user", notice=transcript)) == Kind.PERMANENT


def test_a_delay_is_temporary_whatever_it_says() -> None:
    assert kind_of(report("4.4.1", "Host not found, will be tried again", action="delayed")) == Kind.TEMPORARY


@pytest.mark.parametrize(
    ("action", "notice", "delayed"),
    [
        ("delayed", "Delivery is delayed. We will keep trying.", True),
        ("failed", "4.4.7 Message expired: gave up after 4 days", False),
        ("failed", "The server will be retried", False),
    ],
)
def test_only_what_the_server_has_not_given_up_is_delayed(action: str, notice: str, delayed: bool) -> None:
    bounce = read_bounce(report("4.4.1", "Connection timed out", action=action, notice=notice))
    assert bounce
    assert [failure.is_delayed for failure in bounce.failures] == [delayed]


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_bounce(action: str) -> None:
    assert read_bounce(report("2.0.0", "250 OK", action=action)) is None


@pytest.mark.parametrize("gap", ["", "\n"])
def test_each_recipient_of_a_report_has_their_own_kind(gap: str) -> None:
    two = report("5.1.1", "550 User unknown").replace(
        b"\n--b\nContent-Type: message/rfc822",
        gap.encode() + b"Final-Recipient: rfc822; bo@firm.example\nAction: failed\nStatus: 5.2.2\n"
        b"Diagnostic-Code: smtp; 552 Mailbox full\n\n--b\nContent-Type: message/rfc822",
    )
    bounce = read_bounce(two)
    assert bounce is not None
    assert [(each.address, each.kind) for each in bounce.failures] == [
        ("wei@firm.example", Kind.PERMANENT),
        ("bo@firm.example", Kind.MAILBOX_FULL),
    ]


NOTICES = {
    "exim": (
        "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
        "delivered to one or more of its recipients. The following address failed:\n\n  wei@firm.example\n"
        "    host mx.firm.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:"
        "<wei@firm.example>:\n    550 No such person at this address\n\n"
        "------ This is a copy of your message ------\n\n",
        Kind.PERMANENT,
    ),
    "qmail": (
        "Hi. This is the qmail-send program at relay.example.\nI wasn't able to deliver your message to the following "
        "addresses.\n\n<wei@firm.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 552 Mailbox over "
        "quota\nGiving up on 192.0.2.1.\n\n--- Below this line is a copy of the message.\n\n",
        Kind.MAILBOX_FULL,
    ),
    "sendmail": (
        "   ----- The following addresses had permanent fatal errors -----\n<wei@firm.example>\n\n"
        "   ----- Transcript of session follows -----\n... while talking to mx.firm.example.:\n"
        ">>> RCPT To:<wei@firm.example>\n<<< 550 5.7.1 Message refused: your address is on our blacklist\n\n"
        "   ----- Original message follows -----\n\n",
        Kind.BLOCKED,
    ),
    "a gate that waits": (
        "The message to wei@firm.example has not yet been delivered: connection timed out. We will keep trying for "
        "three days.\n\n--- Original message ---\n\n",
        Kind.TEMPORARY,
    ),
    "exchange": (
        "Your message did not reach some or all of the intended recipients.\n\n      To: wei@firm.example\n\n"
        "The following recipient(s) cannot be reached:\n\n      wei@firm.example on 11/25/2026 10:00 AM\n"
        "            The e-mail account does not exist at the organization this message was sent to.\n",
        Kind.PERMANENT,
    ),
    "microsoft": (
        "Delivery has failed to these recipients or groups:\n\nwei@firm.example<mailto:wei@firm.example>\n"
        "The recipient's mailbox is full and can't accept messages now. Please try resending later.\n",
        Kind.MAILBOX_FULL,
    ),
    "google": (
        "** Address not found **\n\nYour message wasn't delivered to wei@firm.example because the address couldn't be "
        "found, or is unable to receive mail.\n\nThe response was:\n\n550 5.1.1 The account does not exist.\n",
        Kind.PERMANENT,
    ),
    "yahoo": (
        "Sorry, we were unable to deliver your message to the following address.\n\n<wei@firm.example>:\n554: Message "
        "not accepted for policy reasons.\n\n--- Below this line is a copy of the message.\n\n",
        Kind.BLOCKED,
    ),
    "qq": (
        "抱歉，您的邮件被退回来了……\n收件人：wei@firm.example\n"
        "退信原因：收件人邮件地址（wei@firm.example）不存在，邮件无法送达。\n",
        Kind.PERMANENT,
    ),
    "qq full": (
        "您的邮件被退回。\n收件人：wei@firm.example\n退信原因：对方邮箱空间已满，无法接收新邮件。\n",
        Kind.MAILBOX_FULL,
    ),
    "163": (
        "抱歉，您的邮件未能送达 wei@firm.example\n"
        "原因：对方服务器认为这是垃圾邮件，已拒收。\n建议：请修改内容后再发。\n",
        Kind.BLOCKED,
    ),
    "126": (
        "您的邮件暂时未能送达 wei@firm.example\n连接对方服务器超时，系统会继续尝试。\n",
        Kind.TEMPORARY,
    ),
    "hong kong": (
        "很抱歉，無法投遞給以下收件者：wei@firm.example\n原因：找不到收件者，該使用者帳號不存在。\n",
        Kind.PERMANENT,
    ),
    "french": (
        "Votre message n’a pas pu être remis à wei@firm.example.\nAdresse du destinataire inconnue.\n",
        Kind.PERMANENT,
    ),
    "french full": (
        "Échec de la remise à wei@firm.example : la boîte aux lettres du destinataire est pleine.\n",
        Kind.MAILBOX_FULL,
    ),
    "german": (
        "Ihre Nachricht konnte nicht zugestellt werden:\nwei@firm.example\nEmpfänger unbekannt\n",
        Kind.PERMANENT,
    ),
    "spanish": ("No se pudo entregar su mensaje a wei@firm.example: el usuario no existe.\n", Kind.PERMANENT),
    "russian": ("Письмо не доставлено: wei@firm.example\nТакой адрес не существует.\n", Kind.PERMANENT),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTICES)
def test_notices_for_people_are_understood(name: str) -> None:
    text, kind = NOTICES[name]
    assert kind_of(notice(text)) == kind


@pytest.mark.parametrize(
    ("sender", "subject"),
    [
        ("10000@qq.example", "系统退信/The email is returned"),
        ("Postmaster@163.example", "系统退信"),
        ("postmaster@firm.example", "Undeliverable: A question"),
        ("postmaster@firm.example", "Non remis : Une question"),
        ("Mail Delivery Subsystem <mailer-daemon@google.example>", "Delivery Status Notification (Failure)"),
    ],
)
def test_providers_are_known_by_sender_and_subject(sender: str, subject: str) -> None:
    text = "wei@firm.example\n550 5.1.1 User unknown\n"
    data = notice(text, sender=sender, subject=subject, more="Auto-Submitted: auto-generated\n")
    assert kind_of(data) == Kind.PERMANENT


def test_the_letter_that_came_back_in_the_text_is_named() -> None:
    text = f"Unable to deliver to wei@firm.example: user unknown\n\n--- Original message ---\n{ORIGINAL}"
    bounce = read_bounce(notice(text))
    assert bounce is not None
    assert bounce.message_id == "m1@post.example"


def test_without_an_address_in_the_notice_it_is_whom_the_letter_was_for() -> None:
    text = f"Your message was not delivered: the mailbox is full.\n\n--- Original message ---\n{ORIGINAL}"
    assert kind_of(notice(text)) == Kind.MAILBOX_FULL


def test_addresses_in_the_returned_letter_are_nobody_it_failed_for() -> None:
    text = f"Not delivered: wei@firm.example, user unknown\n\n--- Original message ---\n{ORIGINAL}Cc: bo@firm.example\n"
    assert kind_of(notice(text)) == Kind.PERMANENT


PERSON = "Wei Chen <wei@firm.example>"
NO_BOUNCES = {
    "a person": notice("Thursday at ten suits me.", sender=PERSON, subject="Re: A question"),
    "a person about a bounce": notice(
        "My last message could not be delivered to you, your mailbox is full!", sender=PERSON, subject="Delivery failed"
    ),
    "out of office": notice(
        "I am away until Monday.", sender=PERSON, subject="Automatic reply", more="Auto-Submitted: auto-replied\n"
    ),
    "out of office from nobody": notice(
        "I am travelling and cannot read mail.", sender=PERSON, subject="Away", more="Return-Path: <>\n"
    ),
    "自动回复": notice(
        "您好，邮件已收到，我会尽快回复。", sender=PERSON, subject="自动回复：你好", more="X-Autoreply: yes\n"
    ),
    "a program that answers": notice(
        "Your request was rejected, please write to the help desk.",
        sender="help@firm.example",
        subject="Message rejected",
        more="Auto-Submitted: auto-replied\n",
    ),
    "a help desk that quotes a subject": notice(
        "Your request was logged. Somebody will answer soon.",
        sender="help@firm.example",
        subject="Undeliverable? Re: hello",
        more="Auto-Submitted: auto-generated\n",
    ),
    "a newsletter": notice("How to avoid bounced mail", sender="news@firm.example", subject="Ten tips"),
    "nothing": b"",
    "no message": b"Hello",
}


@pytest.mark.parametrize("name", NO_BOUNCES)
def test_what_is_no_bounce_is_none(name: str) -> None:
    assert read_bounce(NO_BOUNCES[name]) is None


@pytest.mark.parametrize(
    ("kind", "part"),
    [("feedback-report", "message/feedback-report"), ("disposition-notification", "message/disposition-notification")],
)
def test_complaints_and_receipts_are_no_bounces(kind: str, part: str) -> None:
    data = report("5.1.1", "550 User unknown").replace(b"report-type=delivery-status", f"report-type={kind}".encode())
    assert read_bounce(data) is None
    data = report("5.1.1", "550 User unknown").replace(b"message/rfc822", part.encode())
    assert read_bounce(data) is None


SCRAPS = st.sampled_from(
    [b"From: mailer-daemon@a.example\n", b"Subject: failure notice\n", b"\n\n", b"wei@firm.example", b"550 5.1.1 ",
     b"Content-Type: multipart/report; boundary=b\n", b"\n--b\n", b"Content-Type: message/delivery-status\n\n",
     b"Final-Recipient: rfc822;", b"Status: 5.1.1\n", b"Action: failed\n", b"Diagnostic-Code: ", b"user unknown",
     b"Content-Type: message/rfc822\n\n", b"Message-ID: <", b">", b">>> DATA\n<<< 550 ", "退信".encode()]
)  # fmt: skip


@given(st.lists(st.one_of(SCRAPS, st.binary(max_size=4)), max_size=25).map(b"".join))
def test_any_bytes_end_in_a_bounce_or_none(data: bytes) -> None:
    bounce = read_bounce(data)
    assert bounce is None or (bounce.failures and all(each.kind in Kind for each in bounce.failures))


@pytest.mark.parametrize(
    "piece", ["wei@firm.example\n", "a@b.example ", "user ", "mailbox account ", ">>> data\n<<< 5", "- "]
)
def test_a_hostile_notice_takes_no_time(piece: str) -> None:
    started = time.process_time()
    read_bounce(notice(piece * (2_000_000 // len(piece))))
    assert time.process_time() - started < 5
