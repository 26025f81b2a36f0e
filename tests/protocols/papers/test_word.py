"""Word documents: real structure, all words in order, nothing of the machine."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from askwell.protocols import papers
from askwell.protocols.papers import Layout, Template
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.laying_letters import lay_letter
from askwell.protocols.resumes import Job, Resume
from tests.factories.papers import LETTERS, LONG_RESUMES, RESUMES
from tests.protocols.papers.reading import by_python_docx, not_in_order, said

LANGUAGES = sorted(RESUMES)


def opened(resume: Resume, layout: Layout) -> docx.document.Document:
    return docx.Document(io.BytesIO(papers.docx(resume, layout)))


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_read_back_in_order(language: str, template: Template) -> None:
    for resume in (RESUMES[language], LONG_RESUMES[language]):
        layout = Layout(template, volunteering_with_work=True)
        assert not_in_order(said(lay(resume, layout)), by_python_docx(papers.docx(resume, layout))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_are_read_back_in_order(language: str) -> None:
    data = papers.docx(LETTERS[language], Layout())
    assert not_in_order(said(lay_letter(LETTERS[language])), by_python_docx(data)) == []


def test_headings_and_lists_are_styles_and_dates_stand_at_a_right_tab() -> None:
    document = opened(RESUMES["en"], Layout(order=("experience", "education")))
    assert [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs if paragraph.style][:7] == [
        ("Title", "Xiaowen Ma 马晓雯"),
        ("Normal", "Burnaby, British Columbia · 604-555-0142 · xiaowen.ma@mail.example · linkedin.example/xiaowenma"),
        ("Heading 1", "Experience"),
        ("Heading 2", "Shift Lead (from Cashier)\tJune 2023 to now"),
        ("Normal", "Maple Basket Market, Burnaby"),
        ("List Bullet", RESUMES["en"].work[0].lines[0]),
        ("List Bullet", RESUMES["en"].work[0].lines[1]),
    ]
    (stop,) = document.styles["Heading 2"].paragraph_format.tab_stops
    section = document.sections[0]
    assert stop.position == section.page_width - section.left_margin - section.right_margin


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_page_has_no_table_no_tab_and_no_picture(language: str) -> None:
    document = opened(LONG_RESUMES[language], Layout(Template.PLAIN))
    assert (len(document.tables), len(document.inline_shapes)) == (0, 0)
    assert "\t" not in "".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize(("language", "latin"), [("en", "en-CA"), ("fr", "fr-CA"), ("zh-Hans", "en-CA")])
def test_language_and_chinese_font_are_set(language: str, latin: str) -> None:
    document = opened(RESUMES[language], Layout())
    style = document.styles["Normal"].element.rPr
    assert style.find(qn("w:lang")).get(qn("w:val")) == latin
    assert style.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert style.rFonts.get(qn("w:eastAsia")) == "Microsoft YaHei"


def test_links_lead_where_they_say() -> None:
    document = opened(RESUMES["en"], Layout())
    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert links == ["tel:6045550142", "mailto:xiaowen.ma@mail.example", "https://linkedin.example/xiaowenma"]


def test_it_says_whose_it_is_and_nothing_of_how_or_when_it_was_made() -> None:
    data = papers.docx(RESUMES["en"], Layout())
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.title) == ("Xiaowen Ma", "Xiaowen Ma, Resume")
    assert (properties.last_modified_by, properties.comments, properties.created.year) == ("", "", 2000)
    assert {part.date_time for part in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert papers.docx(RESUMES["en"], Layout()) == data


def test_a_page_from_right_to_left_says_so() -> None:
    document = opened(Resume(name="ليلى حداد", work=(Job("محللة", lines=("خفضت الزمن.",)),)), Layout())
    assert all(paragraph._p.pPr.find(qn("w:bidi")) is not None for paragraph in document.paragraphs)


@pytest.mark.parametrize(("paper", "inches"), [("letter", (8.5, 11)), ("a4", (8.27, 11.69))])
def test_the_paper_is_the_one_asked_for(paper: str, inches: tuple[float, float]) -> None:
    section = opened(RESUMES["en"], Layout(paper=paper)).sections[0]  # type: ignore[arg-type]
    assert (section.page_width.inches, section.page_height.inches) == pytest.approx(inches, abs=0.01)
