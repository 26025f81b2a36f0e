"""Pages: what readers of PDF find on them, how they are filled, and what bad content does to them."""

import io
import re
import string
import subprocess
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.protocols import papers
from askwell.protocols.papers import Layout, Letter, Template, pdf, pictures
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.laying_letters import lay_letter
from askwell.protocols.resumes import Job, Link, Resume, Skill
from tests.factories.papers import LETTERS, LONG_RESUMES, RESUMES, SCHOLAR
from tests.protocols.papers.reading import by_pdftotext, by_pypdf, not_in_order, said

LANGUAGES = sorted(RESUMES)
READERS = pytest.mark.parametrize("reader", [by_pypdf, by_pdftotext])
Reader = Callable[[bytes], str]


@READERS
@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_read_back_in_order(language: str, template: Template, reader: Reader) -> None:
    for resume, beside_work in [(RESUMES[language], True), (LONG_RESUMES[language], False)]:
        layout = Layout(template, pages=2, volunteering_with_work=beside_work)
        assert not_in_order(said(lay(resume, layout)), reader(pdf(resume, layout).data)) == []


@READERS
@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_are_read_back_in_order(language: str, reader: Reader) -> None:
    for template in Template:
        data = pdf(LETTERS[language], Layout(template, paper="a4")).data
        assert not_in_order(said(lay_letter(LETTERS[language])), reader(data)) == []


@READERS
def test_publications_are_read_back_with_their_addresses(reader: Reader) -> None:
    layout = Layout(Template.ACADEMIC, pages=3)
    found = reader(pdf(SCHOLAR, layout).data)
    assert not_in_order(said(lay(SCHOLAR, layout)), found) == []
    assert "doi.example/10.0001/jul.2024.113" in found


@pytest.mark.parametrize("content", [RESUMES["fr"], LETTERS["fr"]])
def test_a_pdf_says_its_language_and_title_and_has_tagged_headings(content: Resume | Letter) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(content, Layout()).data))
    root = reader.root_object
    assert root["/Lang"] == "fr-CA"
    assert root["/MarkInfo"]["/Marked"].value
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert (reader.metadata.author, reader.metadata.creation_date) == ("Xiaowen Ma", None)
    assert reader.metadata.title


def test_headings_are_headings() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(RESUMES["en"], Layout()).data))
    outline = reader.outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == ["Xiaowen Ma 马晓雯"]
    assert [entry.title for entry in outline[1]] == [
        "Experience",
        "Volunteering",
        "Education",
        "Skills and languages",
        "Reference",
    ]


def test_the_same_content_gives_the_same_bytes() -> None:
    first = pdf(RESUMES["en"], Layout())
    pdf(RESUMES["fr"], Layout())
    assert pdf(RESUMES["en"], Layout(marked="Plan the holiday order")) == first


@pytest.mark.parametrize("template", Template)
def test_a_page_without_chinese_takes_less_than_thirty_kilobytes(template: Template) -> None:
    assert len(pdf(replace(RESUMES["en"], native_name=""), Layout(template)).data) < 30_000


def longer(resume: Resume, lines: int) -> Resume:
    job = replace(resume.work[0], lines=tuple(f"Line {number} of what was done there." for number in range(lines)))
    return replace(resume, work=(job,))


def test_what_fits_is_left_alone_what_does_not_is_tightened_and_what_cannot_is_said() -> None:
    roomy, tight, over = (pdf(longer(RESUMES["en"], lines), Layout()) for lines in (8, 20, 60))
    assert [(made.pages, made.overflow) for made in (roomy, tight, over)] == [(1, False), (1, False), (2, True)]
    assert 0.7 < roomy.fill < tight.fill <= 1
    sizes = [smallest(made.data) for made in (roomy, tight, over)]
    assert sizes[0] == pytest.approx(10.5, abs=0.6)
    assert sizes[0] > sizes[1] > sizes[2] >= 8.4


def smallest(data: bytes) -> float:
    """The size of the smallest letters on the first page."""
    sizes: set[float] = set()

    def see(text: str, _matrix: object, text_matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(abs(text_matrix[3]) * size)

    pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=see)
    return min(size for size in sizes if size > 1)


def test_a_section_never_ends_a_page_with_its_heading() -> None:
    for lines in range(12, 30):
        made = pdf(longer(RESUMES["en"], lines), Layout(pages=2))
        first = pypdf.PdfReader(io.BytesIO(made.data)).pages[0].extract_text()
        headings = [part.heading for part in lay(RESUMES["en"], Layout()).sections]
        assert first.rstrip().splitlines()[-1] not in headings


def test_pages_after_the_first_say_whose_they_are() -> None:
    made = pdf(LONG_RESUMES["fr"], Layout(Template.FRENCH, pages=2))
    assert by_pdftotext(made.data).split("\f")[1].startswith("Marie-Hélène Bélanger-Nguyễn 2")


def test_the_line_being_edited_is_marked_in_pictures_only() -> None:
    line = RESUMES["en"].work[1].lines[0]
    marked = Layout(volunteering_with_work=True, marked=f" {line}\n")
    assert ["#fbe8bd" in svg for svg in pictures(RESUMES["en"], marked).svgs] == [True]
    assert ["#fbe8bd" in svg for svg in pictures(RESUMES["en"], replace(marked, marked="")).svgs] == [False]
    assert pdf(RESUMES["en"], marked) == pdf(RESUMES["en"], replace(marked, marked=""))


def test_pictures_are_as_many_as_pages_and_need_no_style_or_script() -> None:
    made = pictures(LONG_RESUMES["zh-Hans"], Layout(Template.CHINESE, paper="a4", pages=2))
    assert (made.pages, len(made.svgs), made.overflow) == (2, 2, False)
    assert all(svg.startswith("<svg ") for svg in made.svgs)
    assert not any(
        word in svg
        for svg in made.svgs
        for word in ("style=", "<style", "<script", "<image", 'http://www.w3.org/1999/xlink" href')
    )


def test_letters_that_no_font_has_are_named_and_boxed() -> None:
    made = pdf(Resume(name="Ada 𒀀", summary="ᚠ and 𒀀"), Layout())
    assert made.missing_glyphs == ("ᚠ", "𒀀")
    assert by_pypdf(made.data).count("□") == 3


def test_nothing_that_was_written_is_ever_typst_code() -> None:
    markup = '#panic() $x$ *b* _i_ @z <end> [c] `d` \\ // e /* f */ #read("/etc/passwd") = g - h + i ~ -- "j" {{ k }}'
    job = Job(title=markup, organisation=markup, summary=markup, lines=(markup, "= no heading", "1. none"))
    resume = Resume(name=markup, headline=markup, summary=markup, work=(job,), skills=(Skill(markup, (markup,)),))
    for template in Template:
        layout = Layout(template, pages=2)
        found = squeezed(by_pypdf(pdf(resume, layout).data))
        assert not_in_order(map(squeezed, said(lay(resume, layout))), found) == []


def squeezed(text: str) -> str:
    return "".join(text.split())


BAD = {
    "nothing": Resume(),
    "from right to left": Resume(
        name="ליאת כהן", summary="מהנדסת עם שש שנות ניסיון ב-Excel.", work=(Job("מהנדסת", start="2018"),)
    ),
    "200 skills": Resume(name="A", skills=tuple(Skill(f"skill {number}") for number in range(200))),
    "a surname of 60 letters": Resume(name="Wolfe" * 12, headline="W" * 150, email=f"{'w' * 90}@mail.example"),
    "an address of 400 letters": Resume(
        name="A", url=f"https://a.example/{'x' * 400}", links=(Link("https://b.example/?q=" + "%20" * 120),)
    ),
    "300 lines": Resume(name="A", work=(Job("B", lines=tuple(f"Line {number}" for number in range(300))),)),
    "emoji": Resume(name="A 😀👩‍👩‍👧‍👦🏳️‍🌈", summary="❤️ ✅ ① 𝔘 ﬁ"),
    "accents upon accents": Resume(name="Z" + "\u0301\u0316" * 40),
    "no name": Resume(work=(Job("A", lines=("B",)),)),
    "no dates": replace(RESUMES["en"], work=tuple(replace(job, start="", end="") for job in RESUMES["en"].work)),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_content_gives_a_page_within_its_edges(case: str) -> None:
    for template in Template:
        made = pdf(BAD[case], Layout(template))
        assert made.overflow == (case == "300 lines")
        root = pypdf.PdfReader(io.BytesIO(made.data)).root_object
        assert "pdfuaid" in root["/Metadata"].get_data().decode()
        assert widest(made.data) <= 612 - 45


def widest(data: bytes) -> float:
    """How far to the right any word reaches, in points."""
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True).stdout
    return max([float(edge) for edge in re.findall(rb'xMax="([\d.]+)"', boxes)], default=0)


ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from(string.punctuation + " \n")), max_size=25)
ANY_TEXTS = st.lists(ANY_TEXT, max_size=2).map(tuple)
ANY_JOB = st.builds(Job, *[ANY_TEXTS if field.name == "lines" else ANY_TEXT for field in fields(Job)])
ANY_RESUME = st.builds(
    Resume,
    name=ANY_TEXT,
    native_name=ANY_TEXT,
    headline=ANY_TEXT,
    summary=ANY_TEXT,
    email=ANY_TEXT,
    url=ANY_TEXT,
    links=st.lists(st.builds(Link, ANY_TEXT, ANY_TEXT), max_size=2).map(tuple),
    work=st.lists(ANY_JOB, max_size=2).map(tuple),
    skills=st.lists(st.builds(Skill, ANY_TEXT, ANY_TEXTS), max_size=2).map(tuple),
    language=st.sampled_from([*LANGUAGES, "", "xx"]),
)


@given(ANY_RESUME, st.sampled_from(Template), ANY_TEXT)
@settings(max_examples=25)
def test_any_content_becomes_a_document_of_every_kind(resume: Resume, template: Template, marked: str) -> None:
    layout = Layout(template, marked=marked)
    made, shown = pdf(resume, layout), pictures(resume, layout)
    assert len(pypdf.PdfReader(io.BytesIO(made.data)).pages) == made.pages == len(shown.svgs)
    assert papers.docx(resume, layout).startswith(b"PK")
    assert papers.text(resume, resume.language).endswith("\n")


def test_threads_may_ask_at_once() -> None:
    wanted = {template: pdf(RESUMES["en"], Layout(template)) for template in (Template.CLASSIC, Template.PLAIN)}
    with ThreadPoolExecutor(4) as threads:
        asked = [template for template in wanted for _ in range(4)]
        found = list(threads.map(lambda template: pdf(RESUMES["en"], Layout(template)), asked))
    assert found == [wanted[template] for template in asked]


LONG_LINE = "that takes more than a line of any page, since it tells at length of what was done, by whom, when, and why"
SHAPES = ((("short",) * 5, 2), ((LONG_LINE,) * 3, 2), ((LONG_LINE, "short", "short"), 2), (("short",) * 3, 0))


def parted(template: Template, texts: tuple[str, ...], above: int) -> list[int]:
    """How many lines of one entry stand on each page on which it stands, where so many lines stand above it."""
    filler = Job(title="Filler", organisation="Above", lines=("fills",) * above)
    entry = Job(title="Begins", organisation="Here", lines=tuple(f"Line{n} {text}" for n, text in enumerate(texts)))
    work = (filler, entry, Job(title="Ends", organisation="There", lines=("fills",) * 9))
    data = pdf(Resume(name="Mei", work=work), Layout(template, pages=4)).data
    pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    rows = [(number, line) for number, page in enumerate(pages) for line in page if not re.match(r"Mei\s*\d", line)]
    begins, ends = (next(at for at, row in enumerate(rows) if word in row[1]) for word in ("Begins", "Ends"))
    first = next(at for at, row in enumerate(rows) if "Line0" in row[1])
    last = next(at for at in range(first, len(rows)) if re.search("Ends|There", rows[at][1]))
    assert rows[begins][0] == rows[first][0]  # its head is where its first line is
    return list(Counter(number for number, _line in rows[first : min(last, ends)]).values())


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize(("texts", "least"), SHAPES)
def test_an_entry_that_goes_on_on_the_next_page_has_two_lines_on_each_side(
    template: Template, texts: tuple[str, ...], least: int
) -> None:
    ways = [parted(template, texts, above) for above in range(30, 46)]

    broken = [lines for lines in ways if len(lines) > 1]
    assert bool(broken) == bool(least)
    assert [lines for lines in broken if min(lines) < 2] == []
