"""What a calendar says of meetings, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum


class UnreadableCalendar(ValueError):
    """Nothing can be read. `reason`: `no_calendar`, `too_large`, `too_many`, `too_nested`, or `unreadable_mail`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Method(StrEnum):
    """What a calendar sent to somebody is for (RFC 5546, 1.4); empty where nothing said it."""

    NONE = ""
    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    REPLY = "REPLY"
    ADD = "ADD"
    CANCEL = "CANCEL"
    REFRESH = "REFRESH"
    COUNTER = "COUNTER"
    DECLINECOUNTER = "DECLINECOUNTER"


class Answer(StrEnum):
    """How somebody who was invited answers (PARTSTAT); values that we do not know count as none."""

    NONE = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who calls a meeting or is asked to it. `email` in lower case. `invited` is False for one who
    answered without having been asked. `agent` and `force`: SCHEDULE-AGENT and SCHEDULE-FORCE-SEND (RFC 6638)."""

    email: str
    name: str = ""
    answer: Answer = Answer.NONE
    rsvp: bool = False
    role: str = ""
    invited: bool = True
    agent: str = ""
    force: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT.

    `start`, `end`, `recurrence_id`: moments in UTC, or days when `all_day` (`end` is the day after the last);
    None where nothing was said. `zone`: in which the start was written, None for days. `sure`: False when a
    zone's name meant nothing and the reader's own was taken. `stamp`: when this was said, in UTC. `rrule`: as
    written, not expanded. `following`: that the change is for this and all later occurrences.
    """

    uid: str
    sequence: int = 0
    stamp: datetime | None = None
    recurrence_id: date | None = None
    start: date | None = None
    end: date | None = None
    all_day: bool = False
    zone: tzinfo | None = None
    sure: bool = True
    summary: str = ""
    status: str = ""
    organizer: Party | None = None
    attendees: tuple[Party, ...] = ()
    rrule: str = ""
    exdates: tuple[date, ...] = ()
    rdates: tuple[date, ...] = ()
    location: str = ""
    description: str = ""
    url: str = ""
    comment: str = ""
    free: bool = False
    following: bool = False
    request_status: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A calendar that came. `attendee` and `answer`: for a reply or a counter-proposal who answers and how; for
    a mail without a calendar the sender, when its subject is an answer. `sender`: the mail's From, lower case,
    as anybody can write it; `sent`: its Date, in UTC."""

    method: Method
    events: tuple[Event, ...] = ()
    attendee: str = ""
    answer: Answer | None = None
    sender: str = ""
    sent: datetime | None = None

    @property
    def own_word(self) -> bool:
        """Whether the mail claims to come from the one whose word it carries: the attendee who answers, or
        the organizer of every event."""
        if self.attendee:
            return self.sender == self.attendee
        organizers = {event.organizer.email if event.organizer else "" for event in self.events}
        return organizers == {self.sender} and bool(self.sender)
