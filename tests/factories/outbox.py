"""A mailbox at the test's own servers, letters in the outbox, and a worker with a clock that can be set."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from askwell.accounts.models import Workspace
from askwell.outreach.actions.mail.outbox import queue_letter
from askwell.outreach.actions.mail.post import Clock, Post
from askwell.outreach.actions.mail.posting import send_due
from askwell.outreach.choices import Channel, MessageKind
from askwell.outreach.models import Dispatch, Mailbox
from askwell.outreach.queries.drafts import DraftText
from askwell.people.models import Person
from askwell.protocols.mail.servers import Credentials, Security, Server
from askwell.protocols.mail.servers.imap import open_imap
from askwell.protocols.mail.servers.smtp import open_smtp
from tests.factories.mail import a_mailbox
from tests.factories.outreach import make_someone
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.sink import Sink

ZONE = "America/Vancouver"
_number = count(1)


def make_mailbox(workspace: Workspace, login: str, now: datetime, **more: Any) -> Mailbox:
    """Connected; its servers are the test's, whatever stands here."""
    usual = {"address": login, "imap_port": 993, "smtp_port": 465, "name": "Mei Chen"}
    return a_mailbox(workspace, now=now, **{**usual, **more})


def text_for(person: Person, body: str = "", kind: MessageKind = MessageKind.FIRST, **more: Any) -> DraftText:
    """A letter to somebody, unlike any other."""
    words = (
        body or f"Dear {person.given_name},\n\nYour talk no. {next(_number)} stayed with me. May I ask you about it?"
    )
    point = person.contact_points.first()
    values = {"subject": "A question about berths", "address": point.value if point else "", **more}
    return DraftText(kind=kind, channel=Channel.EMAIL, language="en", body=words, **values)


def make_reader(workspace: Workspace, number: int = 0, **more: Any) -> Person:
    """Somebody with an e-mail address, at an employer of their own."""
    number = number or next(_number)
    values = {"employer": f"Harbour {number}", "email": f"reader{number}@harbour.example", **more}
    return make_someone(workspace, f"Daniel{number}", "Wong", **values)


def queue(person: Person, now: datetime, text: DraftText | None = None, **more: Any) -> Dispatch:
    values = {"version": 0, "zone": ZONE, "now": now, **more}
    return queue_letter(workspace=person.workspace, person_id=person.pk, text=text or text_for(person), **values)


@dataclass
class Worker:
    """`now` is what its clock says; `fetched` what was fetched, by address; `meanwhile` happens when it fetches."""

    workspace: Workspace
    smtp: Sink
    imap: Dovecot
    now: datetime
    fetched: list[str] = field(default_factory=list)
    meanwhile: Callable[[], object] = lambda: None
    timeout: float = 5
    is_busy: bool = False
    imap_port: int = 0

    def work(self, later: timedelta = timedelta(0)) -> int:
        """Empty the outbox, so much later."""
        self.now += later
        return send_due(workspace=self.workspace, clock=lambda: self.now, post=self.post)

    @property
    def post(self) -> Post:
        imap_port = self.imap_port or self.imap.port

        def credentials(mailbox: Mailbox) -> Credentials:
            return Credentials(login=mailbox.login, secret=PASSWORD)

        def fetch(mailbox: Mailbox, _clock: Clock) -> bool:
            self.fetched.append(mailbox.address)
            self.meanwhile()
            return not self.is_busy

        return Post(
            smtp_of=lambda mailbox, _now: open_smtp(
                Server("127.0.0.1", self.smtp.port, Security.NONE), credentials(mailbox), timeout=self.timeout
            ),
            imap_of=lambda mailbox, _now: open_imap(
                Server("127.0.0.1", imap_port, Security.NONE), credentials(mailbox), timeout=self.timeout
            ),
            fetch=fetch,
        )
