"""Days and hours as they are mentioned."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto


class Grain(Enum):
    """How exactly a mention names a day."""

    DAY = auto()
    LOOSE = auto()  # a month, a week, "in two weeks": good for "write again then", not for meeting


@dataclass(frozen=True, slots=True)
class Day:
    """A mention of a day, text[start:end]."""

    start: int
    end: int
    day: date
    grain: Grain = Grain.DAY


@dataclass(frozen=True, slots=True)
class Hour:
    """A mention of an hour, text[start:end]; of a range its beginning. `zone`: see `Start`."""

    start: int
    end: int
    hour: time
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """A start that is offered: a day of the writer's calendar, and the wall clock if an hour is said.

    text[start:end] holds the words that say it. `zone` is what they say of the clock (an IANA name, or one of `zones`:
    READER's, UNKNOWN); empty for the writer's own. Of an hour on an unknown clock only the day is kept.
    """

    day: date
    hour: time | None
    start: int
    end: int
    zone: str = ""

    def isoformat(self) -> str:
        """`2026-02-17T16:00`, or `2026-02-17` without an hour."""
        return f"{self.day.isoformat()}T{self.hour:%H:%M}" if self.hour else self.day.isoformat()


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock reading as written, before it is known which half of the day is meant.

    `half` is 0 when nothing says so, 12 for afternoon and evening, -1 for the morning. `link` says how it hangs on the
    reading before it: "to" ends a range, "or" is one more.
    """

    start: int
    end: int
    hour: int
    minute: int = 0
    half: int = 0
    link: str = ""
