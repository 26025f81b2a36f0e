"""Lines of a page to a `Resume`: sections by their headings, entries by their dates, fields by what speaks for them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from askwell.protocols.resumes.found import Kind, Read, Remark
from askwell.protocols.resumes.model import Job, Resume
from askwell.protocols.resumes.page import given, lists
from askwell.protocols.resumes.page.contact import Person, person_of
from askwell.protocols.resumes.page.jobs import jobs
from askwell.protocols.resumes.page.leftover import leftover
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.projects import projects
from askwell.protocols.resumes.page.sections import Section, sections
from askwell.protocols.resumes.page.studies import studies
from askwell.protocols.resumes.tongues import language_of

_LONGEST = 2_000
_UNPAID = re.compile(r"^(?:volunteer|bénévole|志愿者)(?:\s*[,，]\s*|$)", re.IGNORECASE)


def read_page(lines: Sequence[Line], remarks: Sequence[Remark], *, kind: Kind) -> Read:
    """The resume that the lines tell, and the text that found no place in it; a line of over 2,000 letters is none
    that can be taken apart."""
    endless = [line.text for line in lines if len(line.text) > _LONGEST]
    lines = [line for line in lines if len(line.text) <= _LONGEST]
    parts = sections(lines)
    person = person_of(_lines(parts, "top"), _lines(parts, "contact"))
    about = [line.text.replace("\t", " ") for line in _lines(parts, "summary")]
    vouching, aside = lists.references(_lines(parts, "references"))
    work, volunteering = _jobs(parts, person)
    resume = _with_person(person, about)
    resume = replace(
        resume,
        work=work,
        volunteering=volunteering,
        education=tuple(study for part in _named(parts, "education") for study in studies(part.lines)),
        certificates=given.certificates(_lines(parts, "certificates")),
        projects=tuple(project for part in _named(parts, "projects") for project in projects(part.lines)),
        skills=lists.skills(_lines(parts, "skills")),
        languages=lists.languages(_lines(parts, "languages")),
        awards=given.awards(_lines(parts, "awards")),
        publications=given.publications(_lines(parts, "publications")),
        interests=lists.interests(_lines(parts, "interests")),
        references=vouching,
        language=language_of("\n".join(line.text for line in lines)),
    )
    others = [f"{part.heading}: {line.text}" for part in _named(parts, "other") for line in part.lines]
    unread = [*person.unread, *aside, *others, *endless]
    unread += leftover(lines, resume, unread, {part.heading for part in parts})
    return Read(resume, kind, tuple(remarks), tuple(text.replace("\t", " ") for text in unread))


def _named(parts: Sequence[Section], name: str) -> list[Section]:
    return [part for part in parts if part.name == name]


def _lines(parts: Sequence[Section], name: str) -> list[Line]:
    return [line for part in _named(parts, name) for line in part.lines]


def _jobs(parts: Sequence[Section], person: Person) -> tuple[tuple[Job, ...], tuple[Job, ...]]:
    """Paid and unpaid work; what says "volunteer" beside its title among the paid is unpaid."""
    held = [part for part in parts if part.name in ("work", "volunteering")]
    told = jobs([part.lines for part in held], person.headline, person.located.town)
    every = [(job, part.name) for part, section in zip(held, told, strict=True) for job in section]
    unpaid = [_without_unpaid(job) if name == "work" else job for job, name in every if _is_unpaid(job, name)]
    return tuple(job for job, name in every if not _is_unpaid(job, name)), tuple(unpaid)


def _is_unpaid(job: Job, section: str) -> bool:
    return section == "volunteering" or bool(_UNPAID.match(job.note))


def _without_unpaid(job: Job) -> Job:
    return replace(job, note=_UNPAID.sub("", job.note))


def _with_person(person: Person, about: Sequence[str]) -> Resume:
    return Resume(
        name=person.name,
        native_name=person.native_name,
        headline=person.headline,
        summary="\n".join([*person.summary, *about]),
        email=person.email,
        phone=person.phone,
        url=person.url,
        place=person.located.town,
        region=person.located.region,
        country=person.located.country,
        address=person.address,
        postal_code=person.located.postal_code,
        links=tuple(person.links),
    )
