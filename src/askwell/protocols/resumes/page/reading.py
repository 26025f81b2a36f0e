"""Lines of a page to a `Resume`: sections by their headings, entries by their dates, fields by what speaks for them."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.protocols.resumes.found import Kind, Read, Remark
from askwell.protocols.resumes.model import Job, Project, Resume
from askwell.protocols.resumes.page import lists
from askwell.protocols.resumes.page.contact import Person, person_of
from askwell.protocols.resumes.page.jobs import jobs
from askwell.protocols.resumes.page.leftover import leftover
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.sections import Section, sections
from askwell.protocols.resumes.page.studies import studies
from askwell.protocols.resumes.tongues import language_of

_LONGEST = 2_000


def read_page(lines: Sequence[Line], remarks: Sequence[Remark], *, kind: Kind) -> Read:
    """The resume that the lines tell, and the text that found no place in it; a line of over 2,000 letters is none
    that can be taken apart."""
    endless = [line.text for line in lines if len(line.text) > _LONGEST]
    lines = [line for line in lines if len(line.text) <= _LONGEST]
    parts = sections(lines)
    person = person_of(_lines(parts, "top"), _lines(parts, "contact"))
    about = [line.text.replace("\t", " ") for line in _lines(parts, "summary")]
    vouching, aside = lists.references(_lines(parts, "references"))
    resume = _with_person(person, about)
    resume = replace(
        resume,
        work=_jobs(parts, "work", person),
        volunteering=_jobs(parts, "volunteering", person),
        education=tuple(study for part in _named(parts, "education") for study in studies(part.lines)),
        certificates=lists.certificates(_lines(parts, "certificates")),
        projects=tuple(_project(job) for job in _jobs(parts, "projects", person)),
        skills=lists.skills(_lines(parts, "skills")),
        languages=lists.languages(_lines(parts, "languages")),
        awards=lists.awards(_lines(parts, "awards")),
        publications=lists.publications(_lines(parts, "publications")),
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


def _jobs(parts: Sequence[Section], name: str, person: Person) -> tuple[Job, ...]:
    town = person.located.town
    return tuple(job for part in _named(parts, name) for job in jobs(part.lines, person.headline, town))


def _project(job: Job) -> Project:
    name = job.organisation or job.title
    role = job.title if job.organisation else ""
    return Project(name, role, start=job.start, end=job.end, summary=job.summary, lines=job.lines)


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
