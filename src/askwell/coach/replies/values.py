"""What goes in when a reply is read, and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum, auto

from askwell.coach.replies.when import Start


class Intent(StrEnum):
    """What an insider's answer means."""

    ACCEPTS_WITH_TIMES = "accepts_with_times"  # yes, with at least one day; also a counter-offer
    ACCEPTS = "accepts"  # yes, times still open; also "send your questions, I answer in writing"
    ASKS_QUESTION = "asks_question"  # neither yes nor no: wants something answered first
    DEFERS = "defers"  # not now, perhaps later
    DECLINES = "declines"
    REFERS = "refers"  # names somebody else to talk to
    AUTO_REPLY = "auto_reply"  # a machine wrote it
    STOP = "stop"  # wants no more messages
    OTHER = "other"  # thanks, wrong person, newsletter, after the talk


class Channel(StrEnum):
    PHONE = "phone"
    VIDEO = "video"
    IN_PERSON = "in_person"
    EMAIL = "email"


class Act(Enum):
    """What words do."""

    MACHINE = auto()  # only a program writes so
    AWAY = auto()  # says that the writer is absent
    STOP = auto()
    STRANGER = auto()  # reached the wrong person
    AFTERWARDS = auto()  # thanks, or speaks of a talk already held
    AGREES = auto()  # a polite word that may also mean yes
    YES = auto()
    WRITE = auto()  # will answer in writing
    WHEN = auto()  # asks the reader for a time: a yes
    NO = auto()
    LATER = auto()  # another time
    BUSY = auto()
    FIRST = auto()  # wants to know before answering
    ASKS = auto()  # asks about the reader or their wish
    ARRANGES = auto()  # asks about day, hour or channel
    SHUT = auto()  # a day on which they cannot


@dataclass(frozen=True, slots=True)
class Said:
    """An act, with the words text[start:end] that do it."""

    act: Act
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply to read.

    `text` is only its newest words (`askwell.protocols.mail.newest`); `received` in the insider's zone, for days are
    reckoned from its date. `sender` and `recipient` are names, empty when not known: neither is ever the person
    referred to. `address` is the sender's. `language` is en, fr or zh-Hans; empty for a guess.
    """

    text: str
    received: datetime
    subject: str = ""
    sender: str = ""
    address: str = ""
    recipient: str = ""
    language: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """A person whom the insider names; parts not given are empty."""

    name: str
    email: str = ""
    role: str = ""


_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reply means.

    `times` are the starts offered, on the writer's wall clock. `until` is the day named by a deferral or an absence:
    to write again or to be back. `channel` is what they offer or accept for the talk. `confidence` is between 0 and 1:
    how plainly the words say it, no measured likelihood. `withdraws`: they cannot come to a time that was
    agreed. `why` holds the places in the text, as (start, end).
    """

    intent: Intent
    confidence: float
    times: tuple[Start, ...] = ()
    until: date | None = None
    person: Named | None = None
    channel: Channel | None = None
    why: tuple[tuple[int, int], ...] = ()
    withdraws: bool = False

    @property
    def sure(self) -> bool:
        """Whether it may be acted on unasked; a guess may not, above all not a guess at "stop"."""
        return self.confidence >= _SURE
