"""A `Resume` as JSON Resume v1.0.0."""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from askwell.protocols.resumes import json_in
from askwell.protocols.resumes.json_values import Item, Notes
from askwell.protocols.resumes.model import (
    Award,
    Certificate,
    Interest,
    Job,
    Link,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_DATE = re.compile(r"[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?")
_FLUENCY = {
    "native": "Native or bilingual proficiency",
    "full": "Full professional proficiency",
    "working": "Professional working proficiency",
    "limited": "Limited working proficiency",
    "elementary": "Elementary proficiency",
}
T = TypeVar("T")


def to_json_resume(resume: Resume) -> dict[str, Any]:
    """The resume as the schema wants it: no empty fields, no address or date that it would refuse. What it has no
    field for stands in an object "askwell" beside the others, so that `from_json_resume` gives the same resume."""
    found = {
        "$schema": SCHEMA,
        "basics": _basics(resume),
        "work": [_item(one, _work(one), json_in.work) for one in resume.work],
        "volunteer": [_item(one, _volunteer(one), json_in.volunteering) for one in resume.volunteering],
        "education": [_item(one, _education(one), json_in.study) for one in resume.education],
        "certificates": [_item(one, _certificate(one), json_in.certificate) for one in resume.certificates],
        "projects": [_item(one, _project(one), json_in.project) for one in resume.projects],
        "skills": [_item(one, _skill(one), json_in.skill) for one in resume.skills],
        "languages": [_item(one, _language(one), json_in.spoken) for one in resume.languages],
        "awards": [_item(one, _award(one), json_in.award) for one in resume.awards],
        "publications": [_item(one, _publication(one), json_in.publication) for one in resume.publications],
        "interests": [_item(one, _interest(one), json_in.interest) for one in resume.interests],
        "references": [_item(one, _reference(one), json_in.reference) for one in resume.references],
        "meta": {"version": "v1.0.0"},
    }  # fmt: skip
    return _kept(found.items())


def _basics(resume: Resume) -> dict[str, Any]:
    place = {
        "address": resume.address,
        "postalCode": resume.postal_code,
        "city": resume.place,
        "region": resume.region,
        "countryCode": resume.country,
    }
    basics = {
        "name": resume.name,
        "label": resume.headline,
        "email": resume.email if "@" in resume.email else "",
        "phone": resume.phone,
        "url": _uri(resume.url),
        "summary": resume.summary,
        "location": _kept(place.items()),
        "profiles": [_item(one, _profile(one), json_in.link) for one in resume.links],
    }
    found = _item(resume, basics, json_in.basics)
    return found | {json_in.OWN: found.get(json_in.OWN, {}) | {"language": resume.language}}


def _item(one: object, fields: dict[str, Any], read: Callable[[Item], object]) -> dict[str, Any]:
    """The fields that say something, and our own object with what they do not give back."""
    kept = _kept(fields.items())
    again = read(Item(kept, "", Notes()))
    beside = {
        name: getattr(one, name)
        for name in one.__dataclass_fields__  # type: ignore[attr-defined]
        if _is_plain(getattr(one, name)) and getattr(one, name) != getattr(again, name)
    }
    return kept | ({json_in.OWN: _listed(beside)} if beside else {})


def _is_plain(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(one, str) for one in value))


def _kept(fields: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return _listed({name: value for name, value in fields if value})


def _listed(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _uri(url: str) -> str:
    return url if url.isascii() else ""


def _date(date: str) -> str:
    return date if _DATE.fullmatch(date) else ""


def _profile(link: Link) -> dict[str, Any]:
    return {"network": link.network, "username": link.username, "url": _uri(link.url)}


def _job(job: Job) -> dict[str, Any]:
    return {
        "position": job.title,
        "startDate": _date(job.start),
        "endDate": _date(job.end),
        "summary": job.summary,
        "highlights": job.lines,
        "url": _uri(job.url),
    }


def _work(job: Job) -> dict[str, Any]:
    return {"name": job.organisation, "location": job.place, "description": job.about} | _job(job)


def _volunteer(job: Job) -> dict[str, Any]:
    return {"organization": job.organisation} | _job(job)


def _education(study: Study) -> dict[str, Any]:
    return {
        "institution": study.institution,
        "studyType": study.degree,
        "area": study.field,
        "startDate": _date(study.start),
        "endDate": _date(study.end),
        "score": study.score,
        "courses": study.courses,
        "url": _uri(study.url),
    }


def _certificate(one: Certificate) -> dict[str, Any]:
    return {"name": one.name, "issuer": one.issuer, "date": _date(one.date), "url": _uri(one.url)}


def _project(one: Project) -> dict[str, Any]:
    return {
        "name": one.name,
        "roles": [one.role] if one.role else [],
        "entity": one.organisation,
        "startDate": _date(one.start),
        "endDate": _date(one.end),
        "description": one.summary,
        "highlights": one.lines,
        "url": _uri(one.url),
    }


def _skill(one: Skill) -> dict[str, Any]:
    return {"name": one.name, "keywords": one.parts, "level": one.level}


def _language(one: Spoken) -> dict[str, Any]:
    return {"language": one.name, "fluency": one.said or _FLUENCY.get(one.level, "")}


def _award(one: Award) -> dict[str, Any]:
    return {"title": one.title, "awarder": one.giver, "date": _date(one.date), "summary": one.summary}


def _publication(one: Publication) -> dict[str, Any]:
    return {
        "name": one.title,
        "publisher": one.publisher,
        "releaseDate": _date(one.date),
        "url": _uri(one.url),
        "summary": one.summary,
    }


def _reference(one: Reference) -> dict[str, Any]:
    return {"name": one.name, "reference": one.words}


def _interest(one: Interest) -> dict[str, Any]:
    return {"name": one.name, "keywords": one.parts}
