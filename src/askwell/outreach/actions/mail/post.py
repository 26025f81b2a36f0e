"""How the outbox reaches a mailbox's servers: passed in, so that nothing here opens a connection by itself."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from askwell.outreach.models import Mailbox
from askwell.protocols.mail.servers.folders import FolderName

Clock = Callable[[], datetime]


class Smtp(Protocol):
    """What `open_smtp` gives, as far as sending needs it."""

    def send(self, sender: str, recipients: Sequence[str], data: bytes, *, before_end: Callable[[], None]) -> str: ...


class Imap(Protocol):
    """What `open_imap` gives, as far as sending needs it."""

    def folders(self) -> list[FolderName]: ...
    def select(self, name: str) -> object: ...
    def find(self, mail_id: str) -> bool: ...
    def append(self, folder: str, data: bytes, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Post:
    """`smtp_of` and `imap_of` open a mailbox's servers; `fetch` brings in what came to it, False while another worker
    is at that. All raise MailError."""

    smtp_of: Callable[[Mailbox, datetime], AbstractContextManager[Smtp]]
    imap_of: Callable[[Mailbox, datetime], AbstractContextManager[Imap]]
    fetch: Callable[[Mailbox, Clock], bool]
