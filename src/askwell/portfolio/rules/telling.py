"""A story in one language as plain values, with the ids of its rows; `queries.telling` tells it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from askwell.protocols.resumes import Link


@dataclass(frozen=True, slots=True)
class Line:
    """An accomplishment as it reads. `language` is the one it is in: another than was asked for where nobody has
    said it in that yet; `others` is what it says in other languages, a line each, as of all that follows."""

    id: UUID
    text: str
    language: str
    source: str
    skills: tuple[str, ...] = ()
    others: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its lines; the columns are those of `models.Chapter`."""

    id: UUID
    kind: str
    language: str
    title: str
    organisation: str
    about: str
    field: str
    place: str
    start: str
    end: str
    note: str
    summary: str
    url: str
    assessed_as: str
    assessor: str
    assessed_on: date | None
    valid_until: date | None
    lines: tuple[Line, ...] = ()
    skills: tuple[str, ...] = ()
    others: str = ""


@dataclass(frozen=True, slots=True)
class Ability:
    """A skill, and how many accomplishments and chapters show it."""

    id: UUID
    name: str
    group: str
    level: str
    lines: tuple[UUID, ...] = ()
    parts: tuple[UUID, ...] = ()
    language: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A spoken language; the four are CLB, None where not tested."""

    id: UUID
    name: str
    level: str
    listening: int | None
    speaking: int | None
    reading: int | None
    writing: int | None
    tested_on: date | None
    note: str
    language: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class Voucher:
    """Someone who can attest something."""

    id: UUID
    name: str
    role: str
    organisation: str
    email: str
    phone: str
    attests: str
    words: str
    chapter_id: UUID | None
    asked_on: date | None
    agreed_on: date | None
    declined_on: date | None
    refreshed_on: date | None
    language: str = ""

    @property
    def may_be_named(self) -> bool:
        """Whether a document may say their name: only who agreed is listed anywhere."""
        return self.agreed_on is not None and self.declined_on is None


@dataclass(frozen=True, slots=True)
class Telling:
    """A story in one language (`language`, as settings.LANGUAGES spell it); parts newest first."""

    language: str
    name: str
    native_name: str
    email: str
    phone: str
    place: str
    region: str
    country: str
    links: tuple[Link, ...]
    landed: str
    headline: str
    summary: str
    parts: tuple[Part, ...]
    skills: tuple[Ability, ...]
    languages: tuple[Tongue, ...]
    references: tuple[Voucher, ...]
    head_language: str = ""
    others: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.parts or self.skills or self.summary or self.headline)
