"""An insider's own invitation as a real mail in a real mailbox, and the answer as the mail that leaves."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from askwell.accounts.models import Workspace
from askwell.interviews.actions.theirs import accept
from askwell.interviews.models import Interview, Notice
from askwell.outreach.actions.mail.fetching import fetch_mail
from askwell.outreach.actions.mail.posting import send_due
from askwell.outreach.models import Letter, Mailbox, Thread
from askwell.outreach.tasks import POST
from askwell.protocols.calendar import Answer, Method, read
from tests.factories.mail import a_mailbox
from tests.factories.mails import mail
from tests.factories.outreach import make_waiting
from tests.servers.fixtures import Dovecot, Sink

HELEN = "helen@harbour.example"


@pytest.fixture
def mailbox(workspace: Workspace, now: datetime, imap_server: Dovecot, smtp_server: Sink, mail_login: str) -> Mailbox:
    return a_mailbox(workspace, now=now, address=mail_login, imap_port=imap_server.port, smtp_port=smtp_server.port)


@pytest.fixture
def thread(workspace: Workspace, mailbox: Mailbox) -> Thread:
    return make_waiting(workspace, datetime.now(UTC) - timedelta(days=3), given="Helen", family="He", email=HELEN)


def calendar(mailbox: Mailbox, start: datetime, *, method: str = "REQUEST", sequence: int = 0) -> str:
    """As Exchange writes it: lines in its own order, names of its own."""
    status = "CANCELLED" if method == "CANCEL" else "CONFIRMED"
    return (
        f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nPRODID:Microsoft Exchange Server 2010\r\nVERSION:2.0\r\n"
        f"BEGIN:VEVENT\r\nORGANIZER;CN=Helen He:mailto:{HELEN}\r\n"
        f"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Mei:mailto:{mailbox.address}\r\n"
        f"SUMMARY;LANGUAGE=en-CA:Coffee chat\r\nDTSTART:{start:%Y%m%dT%H%M%SZ}\r\n"
        f"DTEND:{start + timedelta(minutes=30):%Y%m%dT%H%M%SZ}\r\nUID:040000008200E00074C5\r\nCLASS:PUBLIC\r\n"
        f"DTSTAMP:{datetime.now(UTC) + timedelta(seconds=sequence):%Y%m%dT%H%M%SZ}\r\nSTATUS:{status}\r\n"
        f"SEQUENCE:{sequence}\r\nLOCATION;LANGUAGE=en-CA:Microsoft Teams Meeting\r\n"
        "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def arrives(server: Dovecot, mailbox: Mailbox, text: str, method: str, *, sender: str = HELEN) -> list[Letter]:
    """The mail lies in the inbox and is fetched; the letters that were kept of it."""
    number = Letter.objects.of(mailbox.workspace).count()
    data = mail(
        text, sender=f"Helen He <{sender}>", to=mailbox.address, subject="Coffee chat", mail_id=f"{number}@x.example",
        at=datetime.now(UTC), kind=f"text/calendar; charset=utf-8; method={method}",
    )  # fmt: skip
    server.deliver(mailbox.login, data, "INBOX")
    found = fetch_mail(workspace=mailbox.workspace, mailbox_id=mailbox.pk, clock=lambda: datetime.now(UTC))
    assert found.trouble is None
    return list(Letter.objects.of(mailbox.workspace).filter(pk__in=found.letters))


def news(mailbox: Mailbox) -> list[str]:
    return list(Notice.objects.of(mailbox.workspace).filter(seen_at=None).values_list("what", flat=True))


def test_invited_accepted_moved_and_called_off(
    mailbox: Mailbox, thread: Thread, imap_server: Dovecot, smtp_server: Sink
) -> None:
    start = (datetime.now(UTC) + timedelta(days=5)).replace(microsecond=0, second=0)
    (letter,) = arrives(imap_server, mailbox, calendar(mailbox, start), "REQUEST")
    assert (letter.thread, letter.state, news(mailbox)) == (thread, "taken", ["cal_invite"])

    notice = Notice.objects.of(mailbox.workspace).get()
    assert accept(workspace=mailbox.workspace, notice_id=notice.pk, now=datetime.now(UTC))
    send_due(workspace=mailbox.workspace, clock=lambda: datetime.now(UTC), post=POST)
    assert smtp_server.accepted == [], "it waits a minute for an undo"
    for _again in range(2):
        send_due(workspace=mailbox.workspace, clock=lambda: datetime.now(UTC) + timedelta(minutes=2), post=POST)

    (left,) = smtp_server.accepted
    written = message_from_bytes(left.data, policy=policy.default)
    assert isinstance(written, EmailMessage)
    assert written["To"].addresses[0].addr_spec == HELEN
    assert [part["Content-Type"].params.get("method") for part in written.walk() if "calendar" in part["Content-Type"]]
    reading = read(left.data, zone="UTC")
    assert (reading.method, reading.answer, reading.attendee) == (Method.REPLY, Answer.ACCEPTED, mailbox.address)
    assert [event.uid for event in reading.events] == ["040000008200E00074C5"]
    talk = Interview.objects.of(mailbox.workspace).get()
    assert (talk.starts_at, talk.place, talk.calendar_uid) == (start, "Microsoft Teams Meeting", "040000008200E00074C5")

    arrives(imap_server, mailbox, calendar(mailbox, start + timedelta(hours=2), sequence=1), "REQUEST")
    assert news(mailbox) == ["cal_moved"]
    off = calendar(mailbox, start + timedelta(hours=2), method="CANCEL", sequence=2)
    arrives(imap_server, mailbox, off, "CANCEL")
    assert news(mailbox) == ["cal_off"]
    assert Interview.objects.of(mailbox.workspace).get().starts_at == start, "nothing is applied by itself"


def test_one_that_only_claims_to_be_hers_waits_as_a_letter(
    mailbox: Mailbox, thread: Thread, imap_server: Dovecot
) -> None:
    start = datetime.now(UTC) + timedelta(days=5)
    assert arrives(imap_server, mailbox, calendar(mailbox, start), "REQUEST", sender="eve@x.example") == []
    assert news(mailbox) == []
