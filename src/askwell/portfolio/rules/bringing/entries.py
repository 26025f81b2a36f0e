"""A resume taken apart: each entry as a chapter of the story would have it, under a key of its own."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from askwell.lib.emails import find_emails
from askwell.lib.links import normalise_link
from askwell.portfolio.choices import ChapterKind
from askwell.protocols.resumes import Award, Certificate, Job, Project, Publication, Reference, Resume, Study

Some = TypeVar("Some")

WORDS = ("title", "organisation", "about", "field", "place", "note", "summary")
"""What of an entry is in a language; the columns are those of `models.Chapter`."""

_number = re.compile(r"\+?[\d()][\d()\s./-]{5,}\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """What would become a chapter; the columns are those of `models.Chapter`."""

    key: str
    kind: ChapterKind
    title: str = ""
    organisation: str = ""
    about: str = ""
    field: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    note: str = ""
    summary: str = ""
    url: str = ""
    lines: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.title or self.organisation)

    @property
    def words(self) -> dict[str, str]:
        """What it says in its language, by column."""
        return {column: text for column in WORDS if (text := getattr(self, column))}


@dataclass(frozen=True, slots=True)
class Named:
    """A skill, a language or a reference: its name, and what else is said of it."""

    key: str
    name: str
    group: str = ""
    level: str = ""
    note: str = ""
    email: str = ""
    phone: str = ""
    words: str = ""


def chapters(resume: Resume) -> tuple[Entry, ...]:
    """All that would become chapters, section by section as the story has them; what says nothing is left out."""
    found = (
        *_each(ChapterKind.WORK, resume.work, _job),
        *_each(ChapterKind.VOLUNTEERING, resume.volunteering, _job),
        *_each(ChapterKind.EDUCATION, resume.education, _study),
        *_each(ChapterKind.CERTIFICATE, resume.certificates, _certificate),
        *_each(ChapterKind.PROJECT, resume.projects, _project),
        *_each(ChapterKind.AWARD, resume.awards, _award),
        *_each(ChapterKind.PUBLICATION, resume.publications, _publication),
    )
    return tuple(one for one in found if not one.is_empty)


def skills(resume: Resume) -> tuple[Named, ...]:
    """Each by itself; of a group, its parts. Those of one name are told once."""
    every = (
        Named(f"skill-{place}-{n}", name, one.name if one.parts else "", one.level)
        for place, one in enumerate(resume.skills)
        for n, name in enumerate(one.parts or (one.name,))
    )
    return _once(every)


def languages(resume: Resume) -> tuple[Named, ...]:
    """`level` is a code; `note` what the resume says where that says more."""
    every = (
        Named(f"language-{n}", one.name, level=one.level, note=one.said if _says_more(one.level, one.said) else "")
        for n, one in enumerate(resume.languages)
    )
    return _once(every)


def references(resume: Resume) -> tuple[Named, ...]:
    return _once(_reference(f"reference-{n}", one) for n, one in enumerate(resume.references))


def _each(kind: ChapterKind, ones: Sequence[Some], made: Callable[[str, ChapterKind, Some], Entry]) -> Iterator[Entry]:
    return (made(f"{kind}-{n}", kind, one) for n, one in enumerate(ones))


def _once(every: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for one in every:
        if one.name:
            found.setdefault(one.name.casefold(), one)
    return tuple(found.values())


def _job(key: str, kind: ChapterKind, one: Job) -> Entry:
    return Entry(
        key, kind, one.title, one.organisation, one.about, "", one.place, one.start, one.end, one.note, one.summary,
        _address(one.url), one.lines,
    )  # fmt: skip


def _study(key: str, kind: ChapterKind, one: Study) -> Entry:
    note = "; ".join(filter(None, (one.score, one.note)))
    lines = (*one.lines, *([", ".join(one.courses)] if one.courses else []))
    return Entry(
        key, kind, one.degree, one.institution, "", one.field, one.place, one.start, one.end, note, "",
        _address(one.url), lines,
    )  # fmt: skip


def _certificate(key: str, kind: ChapterKind, one: Certificate) -> Entry:
    return Entry(key, kind, one.name, one.issuer, end=one.date, url=_address(one.url))


def _project(key: str, kind: ChapterKind, one: Project) -> Entry:
    return Entry(
        key, kind, one.name, one.organisation, start=one.start, end=one.end, note=one.role, summary=one.summary,
        url=_address(one.url), lines=one.lines,
    )  # fmt: skip


def _award(key: str, kind: ChapterKind, one: Award) -> Entry:
    return Entry(key, kind, one.title, one.giver, end=one.date, summary=one.summary)


def _publication(key: str, kind: ChapterKind, one: Publication) -> Entry:
    return Entry(
        key, kind, one.title, one.publisher, end=one.date, summary=one.summary, url=_address(one.url)
    )  # fmt: skip


def _reference(key: str, one: Reference) -> Named:
    email = next(iter(find_emails(one.reach)), "")
    number = _number.search(one.reach.replace(email, ""))
    role = one.role if not one.reach or email or number else "; ".join(filter(None, (one.role, one.reach)))
    return Named(key, one.name, note=role, email=email, phone=number.group() if number else "", words=one.words)


def _address(url: str) -> str:
    """Nothing where it is no web address: the reader remarks on that."""
    return (normalise_link(url) or "") if url else ""


def _says_more(level: str, said: str) -> bool:
    return bool(said) and (not level or any(char.isdigit() for char in said))
