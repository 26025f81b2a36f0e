"""Resumes of people who do not exist, in layouts that were made before the reader saw them, are read whole."""

from collections.abc import Iterator
from typing import Any

import pytest

from askwell.lib.phones import normalise_phone
from askwell.lib.text import fold
from askwell.protocols.resumes import Reader, Resume
from tests.protocols.resumes.made import typeset, word, word_chinese
from tests.protocols.resumes.made.people import FILES, PEOPLE

REPORTLAB = sorted(path.name for path in FILES.glob("*_reportlab.pdf"))


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def truth_of(person: dict[str, Any]) -> dict[str, Any]:
    """What somebody's resume says, folded: case is the layout's."""
    jobs = [(one["title"], one["company"], one["start"], one["end"]) for one in person["work"]]
    return {
        "who": [fold(person[name]) for name in ("name", "email", "city", "headline")] + [person["phone"]],
        "work": [tuple(map(fold, job)) for job in jobs],
        "education": [
            tuple(fold(one[name]) for name in ("institution", "degree", "field", "start", "end"))
            for one in person["education"]
        ],
        "skills": list(map(fold, person["skills"])),
        "languages": [(fold(one["name"]), one["level"]) for one in person["languages"]],
        "certificates": [(fold(one["name"]), fold(one["issuer"]), fold(one["date"])) for one in person["certificates"]],
        "volunteering": [
            tuple(fold(one[name]) for name in ("role", "organisation", "start", "end")) for one in person["volunteer"]
        ],
    }


def told_by(resume: Resume) -> dict[str, Any]:
    def jobs(name: str) -> list[tuple[str, ...]]:
        listed = getattr(resume, name)
        return [tuple(map(fold, (job.title, job.organisation, job.start, job.end))) for job in listed]

    who = [fold(text) for text in (resume.name, resume.email, resume.place, resume.headline)]
    return {
        "who": [*who, normalise_phone(resume.phone)],
        "work": jobs("work"),
        "education": [
            tuple(map(fold, (one.institution, one.degree, one.field, one.start, one.end))) for one in resume.education
        ],
        "skills": [fold(part) for skill in resume.skills for part in (skill.parts or (skill.name,))],
        "languages": [(fold(one.name), one.level) for one in resume.languages],
        "certificates": [(fold(one.name), fold(one.issuer), fold(one.date)) for one in resume.certificates],
        "volunteering": jobs("volunteering"),
    }


@pytest.mark.parametrize(("name", "layout"), typeset.LAYOUTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_typeset_resume_is_read_whole(reader: Reader, name: str, layout: Any) -> None:
    read = reader.read(typeset.compiled(layout(PEOPLE[name])))
    assert told_by(read.resume) == truth_of(PEOPLE[name])
    assert (read.kind, read.remarks) == ("pdf", ())


@pytest.mark.parametrize(
    ("name", "layout"), [*word.LAYOUTS, *word_chinese.LAYOUTS], ids=lambda value: getattr(value, "__name__", value)
)
def test_a_word_document_is_read_whole(reader: Reader, name: str, layout: Any) -> None:
    read = reader.read(word.saved(layout(PEOPLE[name])))
    assert told_by(read.resume) == truth_of(PEOPLE[name])
    assert (read.kind, read.remarks) == ("docx", ())


@pytest.mark.parametrize("file", REPORTLAB)
def test_a_pdf_made_by_reportlab_is_read_whole(reader: Reader, file: str) -> None:
    read = reader.read((FILES / file).read_bytes())
    assert told_by(read.resume) == truth_of(PEOPLE[file.split("_")[0]])
