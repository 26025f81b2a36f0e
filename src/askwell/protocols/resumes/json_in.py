"""JSON Resume (v1.0.0, and the older names of its fields) to a `Resume`.

What the schema has no field for stands in an object "askwell" beside the usual fields of an item (`json_out` writes
it), and is taken over as far as it is text of the right kind.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, get_args

from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.protocols.contacts.encodings import detect_encoding
from askwell.protocols.resumes.dates import parse_date
from askwell.protocols.resumes.found import Read, ResumeError
from askwell.protocols.resumes.json_values import Item, Notes
from askwell.protocols.resumes.model import (
    Award,
    Certificate,
    Interest,
    Job,
    Level,
    Link,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)
from askwell.protocols.resumes.tongues import language_of, level_of

OWN = "askwell"
_LISTS = (
    "work", "volunteer", "education", "certificates", "projects", "skills", "languages", "awards", "publications",
    "interests", "references",
)  # fmt: skip
_ABOUT_THE_FILE = ("$schema", "meta")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_DATES = ("start", "end", "date")
_BLOCKS = ("summary", "words")
T = TypeVar("T")


def read_json(data: bytes) -> Read:
    """What a file of JSON says. Raises ResumeError: "damaged", "too_deep", "not_a_resume"."""
    try:
        value = json.loads(data.decode(detect_encoding(data), "replace").lstrip("\ufeff"))
    except RecursionError as error:
        raise ResumeError("too_deep") from error
    except ValueError as error:
        raise ResumeError("damaged") from error
    return from_json_resume(value)


def from_json_resume(value: object) -> Read:
    """The resume that a decoded JSON holds, and remarks on all that has no place. Raises ResumeError."""
    lists = ("basics", "meta", *_LISTS)
    if not isinstance(value, dict) or not any(isinstance(value.get(name), dict | list) for name in lists):
        raise ResumeError("not_a_resume")
    notes = Notes()
    top = Item(value, "", notes)
    top.skip(*_ABOUT_THE_FILE)
    resume = basics(top.item("basics"))
    resume = replace(
        resume,
        work=_list(top, "work", work),
        volunteering=_list(top, "volunteer", volunteering),
        education=_list(top, "education", study),
        certificates=_list(top, "certificates", certificate),
        projects=_list(top, "projects", project),
        skills=_list(top, "skills", skill),
        languages=_list(top, "languages", spoken),
        awards=_list(top, "awards", award),
        publications=_list(top, "publications", publication),
        interests=_list(top, "interests", interest),
        references=_list(top, "references", reference),
    )
    top.rest()
    if not _says_its_language(value):
        resume = replace(resume, language=language_of(_prose(resume)))
    return Read(resume, "json", tuple(notes.remarks))


def _says_its_language(value: dict[str, Any]) -> bool:
    told = value.get("basics")
    own = told.get(OWN) if isinstance(told, dict) else None
    return isinstance(own, dict) and "language" in own


def _list(top: Item, name: str, read: Callable[[Item], T]) -> tuple[T, ...]:
    return tuple(_items(top, name, read))


def _items(top: Item, name: str, read: Callable[[Item], T]) -> Iterator[T]:
    for one in top.items(name):
        item = Item({_NAME_OF.get(name, "name"): one}, name, Notes()) if isinstance(one, str) else one
        found = finished(item, read(item))
        if has_content(found):
            yield found


_NAME_OF = {"languages": "language", "awards": "title", "education": "institution", "volunteer": "organization"}


def has_content(item: object) -> bool:
    """Whether an item says anything at all."""
    return any(getattr(item, name) for name in item.__dataclass_fields__)  # type: ignore[attr-defined]


def finished(item: Item, found: T) -> T:
    """With what `json_out` wrote beside the usual fields; remarks on the rest."""
    own = item.item(OWN)
    fields = {name: own_value(own, name, getattr(found, name)) for name in found.__dataclass_fields__}  # type: ignore[attr-defined]
    own.rest()
    item.rest()
    return replace(found, **{name: value for name, value in fields.items() if value is not None})  # type: ignore[type-var]


def own_value(own: Item, name: str, usual: object) -> object:
    """A field as our own object says it, None where it says nothing that may stand there."""
    if not own.has(name):
        return None
    if isinstance(usual, tuple):
        return own.texts(name) if not usual or isinstance(usual[0], str) else None
    text = own.block(name) if name in _BLOCKS else own.text(name)
    return text if not text or _may_stand(name, text) else None


def _may_stand(name: str, text: str) -> bool:
    if name == "level":
        return text in get_args(Level)
    if name == "url":
        return text == normalise_link(text)
    return text == parse_date(text) if name in _DATES else True


def basics(item: Item) -> Resume:
    place = item.item("location")
    country = place.text("countryCode")
    known = country.upper() if _COUNTRY.fullmatch(country) else ""
    found = Resume(
        name=item.text("name"),
        headline=item.text("label"),
        summary=item.block("summary"),
        email=item.email("email"),
        phone=item.text("phone"),
        url=item.link("url", "website"),
        place=place.text("city"),
        region=place.text("region"),
        country=known,
        address=place.block("address"),
        postal_code=place.text("postalCode"),
        links=_list(item, "profiles", link),
    )
    if country and not known:
        place.again("countryCode", country)
    place.rest()
    return finished(item, found)


def link(item: Item) -> Link:
    return Link(item.link("url"), item.text("network"), item.text("username"))


def job(item: Item, organisation: tuple[str, ...]) -> Job:
    return Job(
        title=item.text("position", "title"),
        organisation=item.text(*organisation),
        place=item.text("location"),
        start=item.date("startDate"),
        end=item.date("endDate"),
        about=item.text("description"),
        summary=item.block("summary"),
        lines=item.texts("highlights"),
        url=item.link("url", "website"),
    )


work = partial(job, organisation=("name", "company"))
volunteering = partial(job, organisation=("organization", "organisation"))


def study(item: Item) -> Study:
    return Study(
        institution=item.text("institution"),
        degree=item.text("studyType"),
        field=item.text("area"),
        start=item.date("startDate"),
        end=item.date("endDate"),
        score=item.text("score", "gpa"),
        courses=item.texts("courses"),
        url=item.link("url"),
    )


def certificate(item: Item) -> Certificate:
    return Certificate(item.text("name"), item.text("issuer"), item.date("date"), item.link("url"))


def project(item: Item) -> Project:
    roles = item.texts("roles")
    return Project(
        name=item.text("name"),
        role=", ".join(roles),
        organisation=item.text("entity"),
        start=item.date("startDate"),
        end=item.date("endDate"),
        summary=item.block("description", "summary"),
        lines=item.texts("highlights"),
        url=item.link("url"),
    )


def skill(item: Item) -> Skill:
    return Skill(item.text("name"), item.texts("keywords"), item.text("level"))


def spoken(item: Item) -> Spoken:
    said = item.text("fluency")
    return Spoken(item.text("language", "name"), level_of(said), said)


def award(item: Item) -> Award:
    return Award(item.text("title"), item.text("awarder"), item.date("date"), item.block("summary"))


def publication(item: Item) -> Publication:
    return Publication(
        title=item.text("name"),
        publisher=item.text("publisher"),
        date=item.date("releaseDate"),
        url=item.link("url", "website"),
        summary=item.block("summary"),
    )


def interest(item: Item) -> Interest:
    return Interest(item.text("name"), item.texts("keywords"))


def reference(item: Item) -> Reference:
    return Reference(name=item.text("name"), words=item.block("reference"))


def _prose(resume: Resume) -> str:
    texts = [resume.summary, resume.headline]
    for one in resume.work:
        texts += [one.title, one.organisation, one.summary, *one.lines]
    texts += [word for one in resume.education for word in (one.degree, one.institution)]
    return clean_block("\n".join(texts)) or clean(resume.name)
