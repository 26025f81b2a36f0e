"""What outreach's pages and those above it read: small frozen values, no model instances.

Codes come from `askwell.outreach.choices`; their words are template filters (`{% load outreach %}`).
Moments are aware, UTC.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from askwell.lib import names
from askwell.outreach.choices import (
    Answer,
    Channel,
    Direction,
    FollowUpKind,
    FollowUpReason,
    MessageKind,
    MessageState,
    Outcome,
    ReasonCode,
    ThreadState,
    WarningCode,
)


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a row names them, with their current role."""

    id: UUID
    given: str
    family: str
    native: str
    title: str = ""
    organisation: str = ""

    @property
    def latin(self) -> str:
        return names.latin_name(self.given, self.family, self.native)

    @property
    def face(self) -> str:
        return names.face(self.given, self.family, self.native)

    @property
    def call_name(self) -> str:
        """What a sentence calls them: the given name, or all there is."""
        return self.given or self.native or self.family


class StageCode(StrEnum):
    """Where things stand with a person, over all threads."""

    NOT_WRITTEN = "not_written"
    DRAFTING = "drafting"
    WAITING = "waiting"
    NUDGED = "nudged"
    ANSWERED = "answered"
    SCHEDULED = "scheduled"
    MET = "met"
    DECLINED = "declined"
    SILENT = "silent"
    STOPPED = "stopped"
    JOINED = "joined"


class Turn(StrEnum):
    YOURS = "yours"
    THEIRS = "theirs"
    NOBODYS = "nobodys"


@dataclass(frozen=True, slots=True)
class Last:
    """The last thing on a thread's timeline."""

    kind: MessageKind
    channel: Channel
    direction: Direction
    at: datetime


@dataclass(frozen=True, slots=True)
class Duty:
    """An open follow-up. It can be done from `opens_at`, should be before `due_at` (for a day: the midnight that
    ends it where they are). Facts as at FollowUpReason, and `employer`: where they worked when it began.
    """

    id: UUID
    kind: FollowUpKind
    reason: FollowUpReason
    facts: Mapping[str, Any]
    opens_at: datetime
    due_at: datetime
    snoozed_until: datetime | None = None

    @property
    def due_by(self) -> datetime:
        """The last second to do it, for naming its day."""
        return self.due_at - timedelta(seconds=1)

    def is_open(self, now: datetime) -> bool:
        """Whether it can be done at `now`; snoozing puts that off."""
        return max(self.opens_at, self.snoozed_until or self.opens_at) <= now


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A duty that can be done now, for *Do next*; one that an event brings has no thread. `minutes` is about how
    long it takes (our own guess)."""

    duty: Duty
    who: Who
    thread_id: UUID | None
    channel: Channel
    overdue: bool
    minutes: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Where it stands with one person: for list rows."""

    code: StageCode
    turn: Turn
    thread_id: UUID
    last: Last | None
    answer: Answer | None
    meets_at: datetime | None
    meets_by: str
    next: Duty | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a timeline. `facts` may hold until (date), meets_at (datetime), meets_by, how."""

    id: UUID
    thread_id: UUID
    kind: MessageKind
    direction: Direction
    state: MessageState
    channel: Channel
    language: str
    subject: str
    body: str
    answer: Answer | None
    facts: Mapping[str, Any]
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class Card:
    """A thread on the board or in the list; `quote` is the beginning of what they last wrote, `letters` how many of
    theirs wait to be looked at."""

    thread_id: UUID
    who: Who
    state: ThreadState
    outcome: Outcome | None
    answer: Answer | None
    last: Last | None
    moved_at: datetime
    meets_at: datetime | None
    meets_by: str
    next: Duty | None
    later: Duty | None
    quote: str
    turn: Turn
    letters: int


class ColumnCode(StrEnum):
    WAITING = "waiting"
    NUDGE_DUE = "nudge_due"
    ANSWERED = "answered"
    SCHEDULED = "scheduled"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Column:
    code: ColumnCode
    cards: tuple[Card, ...]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.cards)


@dataclass(frozen=True, slots=True)
class Board:
    columns: tuple[Column, ...]
    moving: int
    closed: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Opener:
    """Of `tried` first messages to people with this tie, over this channel, `yes` were answered with a yes."""

    tie_kind: str
    channel: Channel
    yes: int
    tried: int

    @property
    def percent(self) -> int:
        return round(100 * self.yes / self.tried) if self.tried else 0


@dataclass(frozen=True, slots=True)
class Effort:
    """What the seeker did: messages sent this week and in all, people written to, met, and owed something."""

    this_week: int
    in_all: int
    written_to: int
    met: int
    your_turn: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why someone is named; facts as at ReasonCode."""

    code: ReasonCode
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Someone to write to next, with why, the strongest reason first."""

    who: Who
    tie_kind: str
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class BalanceWarning:
    """One-sided effort; facts as at WarningCode."""

    code: WarningCode
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A row of the LAMP table. `known` people work there now, `advocates` of them with a good tie."""

    id: UUID
    kind: str
    name: str
    organisation_id: UUID | None
    known: int
    advocates: int
    motivation: int | None
    posting: int | None
    is_active: bool
    is_own_company: bool
    created_on: date
