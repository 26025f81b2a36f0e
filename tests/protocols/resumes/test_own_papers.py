"""A resume that Askwell printed is read again as it was told, whatever its template, format and language."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from askwell.protocols import papers
from askwell.protocols.papers import Layout, Template, templates_for
from askwell.protocols.resumes import Job, Reader, Resume
from tests.factories.papers import LONG_RESUMES, RICH_RESUMES, SCHOLAR
from tests.protocols.resumes.round_trip import compared, kinds_of, written

TEMPLATES = {"pdf": tuple(Template), "docx": (Template.CLASSIC, Template.PLAIN, Template.CHINESE)}
"""As DOCX the others differ from classic in nothing that is read."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("form", TEMPLATES)
@pytest.mark.parametrize("language", RICH_RESUMES)
def test_a_resume_comes_back_from_every_template(reader: Reader, language: str, form: str) -> None:
    wrong = {template: changed(reader, RICH_RESUMES[language], template, form) for template in TEMPLATES[form]}
    assert wrong == dict.fromkeys(TEMPLATES[form], [])


@pytest.mark.parametrize("language", LONG_RESUMES)
def test_two_full_pages_come_back(reader: Reader, language: str) -> None:
    template, *_ = templates_for(LONG_RESUMES[language].language)
    assert changed(reader, LONG_RESUMES[language], template, "pdf") == []


def test_a_scholar_comes_back_with_publications_and_teaching(reader: Reader) -> None:
    assert changed(reader, SCHOLAR, Template.ACADEMIC, "pdf") == []


def changed(reader: Reader, resume: Resume, template: Template, form: str) -> list[tuple[str, str, str]]:
    """The fields that do not come back as they were told: their kind, what was told, what is read."""
    told, read = kinds_of(resume), kinds_of(reader.read(written(resume, template, form)).resume)
    each = ((kind, *pair) for kind in told for pair in compared(told[kind], read[kind]))
    return [(kind, one, other) for kind, same, one, other in each if not same]


def test_unpaid_work_printed_beside_paid_comes_back_as_unpaid(reader: Reader) -> None:
    resume = RICH_RESUMES["en"]
    (given,) = resume.volunteering
    resume = replace(resume, volunteering=(replace(given, note="Saturdays"),))
    made = papers.pdf(resume, Layout(pages=2, volunteering_with_work=True)).data
    read = reader.read(made).resume
    assert [(job.title, job.note) for job in read.volunteering] == [("Storm Drain Surveyor", "Saturdays")]
    assert len(read.work) == len(resume.work)


def test_running_heads_and_the_numbers_of_pages_are_no_text(reader: Reader) -> None:
    long = replace(RICH_RESUMES["en"], work=RICH_RESUMES["en"].work * 2)
    read = reader.read(papers.pdf(long, Layout(pages=3)).data)
    told = [read.resume.summary, *read.unread, *(line for job in read.resume.work for line in _texts(job))]
    assert not [text for text in told if "Yating Xu" in text]


def _texts(job: Job) -> tuple[str, ...]:
    return (job.title, job.organisation, job.place, job.summary, *job.lines)
