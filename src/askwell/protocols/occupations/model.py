"""What a release says, as plain values. `code` is an occupation's in its release; languages are "en" and "fr"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """An occupation in one language; `noc` is its code in NOC 2021 where that is known."""

    code: str
    language: str
    title: str
    about: str = ""
    noc: str = ""
    education: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """What an occupation is also called."""

    code: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class SkillName:
    """A skill in one language; `key` is its own in the release."""

    key: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class SkillOf:
    """That an occupation wants a skill: how much, 0 to 100. `is_tool` for software and machines."""

    code: str
    key: str
    importance: int
    is_tool: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What one does in an occupation; `number` is its place."""

    code: str
    language: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Interests:
    """How much the work is of each kind, 0 to 100: realistic, investigative, artistic, social, enterprising,
    conventional."""

    code: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wage:
    """What is earned in a region, in dollars an hour or a year ("hour", "year"); None where it is not told."""

    noc: str
    region: str
    low: float | None
    median: float | None
    high: float | None
    per: str
    period: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What could not be read. `code`: "encoding" (read as Windows-1252 instead), "short" (fewer fields than columns),
    "number" (no number, or none that can be), "unknown" (an occupation or skill that the release does not name),
    "missing_file", "missing_column", "wrong_release", "damaged". `line` counts from 1; 0 where it is about the whole
    file."""

    code: str
    file: str
    line: int = 0
    column: str = ""
    found: str = ""


Row = Head | Alternate | SkillName | SkillOf | Task | Interests | Wage | Remark
