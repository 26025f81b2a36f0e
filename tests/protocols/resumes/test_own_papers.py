"""A resume that Askwell printed is read again as it was told, whatever its template, format and language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from askwell.protocols import papers
from askwell.protocols.papers import Layout, Template
from askwell.protocols.resumes import Job, Reader
from tests.factories.papers import RICH_RESUMES
from tests.protocols.resumes.round_trip import compared, kinds_of, written

TEMPLATES = {"pdf": tuple(Template), "docx": (Template.CLASSIC, Template.PLAIN, Template.CHINESE)}
"""As DOCX the others differ from classic in nothing that is read."""
LEAST = {"education": 0.98, "work": 0.99}
"""The share of fields that comes back; of every other kind all of them do."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


@pytest.mark.parametrize("form", TEMPLATES)
@pytest.mark.parametrize("language", RICH_RESUMES)
def test_a_resume_comes_back_from_every_template(reader: Reader, language: str, form: str) -> None:
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    wrong: list[tuple[str, str, str, str]] = []
    told = kinds_of(RICH_RESUMES[language])
    for template in TEMPLATES[form]:
        read = kinds_of(reader.read(written(RICH_RESUMES[language], template, form)).resume)
        for kind in told:
            for same, one, other in compared(told[kind], read[kind]):
                right[kind] += same
                every[kind] += 1
                wrong += [] if same else [(template.value, kind, one, other)]
    assert {kind: wrong for kind in every if right[kind] < LEAST.get(kind, 1) * every[kind]} == {}


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
