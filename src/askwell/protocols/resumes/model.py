"""A resume as data: what every reader here gives and every writer takes.

Close to JSON Resume v1.0.0 (https://jsonresume.org/schema), in the glossary's words. A date is text: "2021-03-15",
"2021-03", "2021", or "" where nothing is said; an `end` of "" beside a start means still there. Text is as it was
written, without markup. Nothing is None: what is not said is "" or ().
"""

from dataclasses import dataclass
from typing import Literal

Level = Literal["", "elementary", "limited", "working", "full", "native"]
"""How well a language is spoken, in five steps from LinkedIn's list; "" where it is not said."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the web; `network` is where it leads ("LinkedIn", "GitHub", "" for a page of one's own)."""

    url: str
    network: str = ""
    username: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """Work, paid or not: a role at an organisation. `about` says what the organisation is, `note` anything in between
    ("Saturdays"), `summary` is a paragraph, `lines` what was done, each a line."""

    title: str = ""
    organisation: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    about: str = ""
    note: str = ""
    summary: str = ""
    lines: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """Schooling: `degree` ("Bachelor of Arts"), `field` ("Statistics"); `note` carries an assessment of a foreign
    credential."""

    institution: str = ""
    degree: str = ""
    field: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    score: str = ""
    note: str = ""
    lines: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, licence or finished course; `date` when it was given."""

    name: str
    issuer: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    name: str
    role: str = ""
    organisation: str = ""
    start: str = ""
    end: str = ""
    summary: str = ""
    lines: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill by itself, or a group of them: `name` "Tools", `parts` ("Excel", "SAP"); `level` as it was written."""

    name: str
    parts: tuple[str, ...] = ()
    level: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A language; `said` is how well in the words of its source ("CLB 8", "native or bilingual proficiency")."""

    name: str
    level: Level = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    title: str
    giver: str = ""
    date: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Interest:
    name: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Someone who vouches: who they are ("Warehouse Lead, Harbourlight Food Bank"), how to reach them, their words."""

    name: str
    role: str = ""
    reach: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Resume:
    """Who somebody is and what they did, in one language (`language`: "en", "zh-Hans", "fr", "" if unknown). Lists
    stand in the order of the page; readers give the newest first where the source does. `country` is a two-letter
    code where it is known; `place` is the town, `region` the province or state."""

    name: str = ""
    native_name: str = ""
    headline: str = ""
    summary: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    place: str = ""
    region: str = ""
    country: str = ""
    address: str = ""
    postal_code: str = ""
    links: tuple[Link, ...] = ()
    work: tuple[Job, ...] = ()
    volunteering: tuple[Job, ...] = ()
    education: tuple[Study, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    projects: tuple[Project, ...] = ()
    skills: tuple[Skill, ...] = ()
    languages: tuple[Spoken, ...] = ()
    awards: tuple[Award, ...] = ()
    publications: tuple[Publication, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    language: str = ""
