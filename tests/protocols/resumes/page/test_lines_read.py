"""What a page says is read or given back: single traits of layouts, and lines of any kind."""

import re
from dataclasses import astuple
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.text import fold
from askwell.protocols.resumes import (
    Award,
    Certificate,
    Interest,
    Job,
    Link,
    Project,
    Publication,
    Read,
    Reference,
    Skill,
    Spoken,
    Study,
)
from askwell.protocols.resumes.page.headings import section_named
from askwell.protocols.resumes.page.lines import Line, Span, line_of
from askwell.protocols.resumes.page.reading import read_page

WORDS = (
    "Ana Teal", "Dyer", "Teal Mill Ltd", "Experience", "2019 – 2021", "Mar 2020 to Present", "Vancouver", "染坊",
    "染工", "工作经历", "2021年3月—至今", "Skills", "Indigo", "Ran the vats.", "ana@teal.example", "604-555-0101",
    "Languages: French", "Diploma in Textiles, Salt College", "Éducation", "• Dyed", "(", ")", "|", "\t", " — ", "？",
)  # fmt: skip


def read_of(*texts: str) -> Read:
    return read_page([line_of(text) for text in texts], (), kind="docx")


def line(*parts: tuple[str, bool], **traits: Any) -> Line:
    return Line([Span(text, bold) for text, bold in parts], **traits)


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), max_size=14), st.booleans())
def test_lines_of_any_kind_are_read_and_nothing_is_lost(texts: list[str], bold: bool) -> None:
    read = read_page([line((text, bold)) for text in texts], (), kind="pdf")
    told = fold(repr(astuple(read.resume)) + repr(read.unread)).replace(" ", "")
    for text in texts:
        letters = re.findall(r"[A-Za-z]{3,}|[染坊工]{2,}", re.sub(r"\b(?:Mar|Present)\b", "", text))
        missing = [word for word in letters if fold(word) not in told and not section_named(text.split(":")[0])]
        assert len("".join(missing)) <= max(12, 0.4 * len("".join(letters))) or any(map(section_named, text.split(" ")))


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_text_is_read(texts: list[str]) -> None:
    assert read_of(*texts).kind == "docx"


@pytest.mark.parametrize(
    ("top", "name", "native", "headline"),
    [
        (("Ana Teal 蓝安娜", "Dyer"), "Ana Teal", "蓝安娜", "Dyer"),
        (("蓝安娜 (Ana Teal)", "染工"), "Ana Teal", "蓝安娜", "染工"),
        (("RESUME", "Ana Teal, CPA", "Dyer | Open to work"), "Ana Teal", "", "Dyer | Open to work"),
        (("个 人 简 历", "姓    名：蓝安娜", "求职意向：染工"), "蓝安娜", "", "染工"),
        (("Ana Teal — Dyer",), "Ana Teal", "", "Dyer"),
    ],
)
def test_the_top_of_a_page_names_somebody(top: tuple[str, ...], name: str, native: str, headline: str) -> None:
    resume = read_of(*top, "ana@teal.example").resume
    assert (resume.name, resume.native_name, resume.headline) == (name, native, headline)


def test_ways_to_reach_somebody_are_told_apart() -> None:
    read = read_of(
        "Ana Teal", "T. 604-555-0101 · ana@teal.example · linkedin.com/in/anateal · teal.example",
        "12 Tidepool Drive, Richmond, BC V6X 1A1", "Salmon Arm, BC",
    )  # fmt: skip
    resume = read.resume
    assert (resume.phone, resume.email, resume.url) == ("604-555-0101", "ana@teal.example", "https://teal.example")
    assert resume.links == (Link("https://linkedin.com/in/anateal", "LinkedIn", "anateal"),)
    assert (resume.address, resume.place, resume.postal_code) == (
        "12 Tidepool Drive, Richmond, BC V6X 1A1", "Richmond", "V6X 1A1",
    )  # fmt: skip


def test_a_role_below_another_shares_its_employer() -> None:
    mill, blue, green = (
        line(("Teal Mill", True)),
        line(("Blue", False), bullet=True),
        line(("Green", False), bullet=True),
    )
    lines = [line_of("Experience"), mill, line_of("Dyer\t2021 – Present"), blue, line_of("Weaver\t2019 – 2021"), green]
    read = read_page(lines, (), kind="docx")
    assert read.resume.work == (
        Job("Dyer", "Teal Mill", start="2021", lines=("Blue",)),
        Job("Weaver", "Teal Mill", start="2019", end="2021", lines=("Green",)),
    )


def test_an_organisation_with_a_comma_and_a_title_with_one_stay_whole() -> None:
    work = read_of("Experience", "Manager, Dye Works — Teal, Weld & Sons Inc.\t2019 – 2021").resume.work
    assert work == (Job("Manager, Dye Works", "Teal, Weld & Sons Inc.", start="2019", end="2021"),)


def test_schooling_keeps_its_grade_its_courses_and_its_assessment() -> None:
    read = read_of(
        "Education", "Diploma in Textiles, Salt College, 2015–2017 (GPA: 3.8/4.0)", "Relevant courses: Indigo, Weld",
        "Assessed by WES as equal to a Canadian diploma",
    )  # fmt: skip
    assert read.resume.education == (
        Study("Salt College", "Diploma", "Textiles", "", "2015", "2017", "3.8/4.0",
              "Assessed by WES as equal to a Canadian diploma", (), ("Indigo", "Weld")),
    )  # fmt: skip


def test_lists_are_taken_apart() -> None:
    resume = read_of(
        "Skills", "Tools: Loom, Vat", "Indigo; weld", "Languages", "English and French (fluent)", "Teal — CLB 6",
        "Certificates", "Vat Safety (Dyers Guild), May 2021", "Interests", "Chess, rowing", "References", "Pat Loom",
        "Manager, Loom Ltd | pat@loom.example",
    ).resume  # fmt: skip
    assert resume.skills == (Skill("Tools", ("Loom", "Vat")), Skill("Indigo"), Skill("weld"))
    assert resume.languages == (
        Spoken("English", "full", "fluent"), Spoken("French", "full", "fluent"), Spoken("Teal", "limited", "CLB 6"),
    )  # fmt: skip
    assert resume.certificates == (Certificate("Vat Safety", "Dyers Guild", "2021-05"),)
    assert resume.interests == (Interest("Chess"), Interest("rowing"))
    assert resume.references == (Reference("Pat Loom", "Manager, Loom Ltd", "pat@loom.example"),)


@pytest.mark.parametrize("rows", [
    ("Dyeing: vats, indigo", "Tools: loom, vat", "Skills: weld, madder", "Languages: Chinese (Mandarin) (fluent), Twi"),
    ("Languages\tChinese (Mandarin) (fluent), Twi", "Dyeing\tvats, indigo", "Tools\tloom, vat", "Skills\tweld, madder"),
])  # fmt: skip
def test_skills_and_languages_below_one_heading_are_parted_by_their_labels(rows: tuple[str, ...]) -> None:
    resume = read_of("Ana Teal", "Skills and languages", *rows, "Interests", "Chess (blitz, by mail)").resume
    assert resume.skills == (
        Skill("Dyeing", ("vats", "indigo")), Skill("Tools", ("loom", "vat")), Skill("weld"), Skill("madder"),
    )  # fmt: skip
    assert resume.languages == (Spoken("Chinese (Mandarin)", "full", "fluent"), Spoken("Twi"))
    assert resume.interests == (Interest("Chess", ("blitz", "by mail")),)


def test_brackets_behind_a_title_say_when_and_behind_an_employer_how_large_it_is() -> None:
    resume = read_of(
        "Experience", "Dyer (part-time) | Teal Mill, Salmon Cove, Ghana (1,200 employees)\t2019 – 2021",
        "Weaver (volunteer, Saturdays) | Loom Ltd\t2018 – 2019", "Clerk (Wool) | Weld Inc.\t2016 – 2018",
    ).resume  # fmt: skip
    dyer, clerk = resume.work
    assert (dyer.title, dyer.note) == ("Dyer", "part-time")
    assert (dyer.organisation, dyer.place, dyer.about) == ("Teal Mill", "Salmon Cove, Ghana", "1,200 employees")
    assert (clerk.title, clerk.note) == ("Clerk (Wool)", "")
    assert [(job.title, job.note) for job in resume.volunteering] == [("Weaver", "Saturdays")]


def test_volunteering_is_read_in_the_order_that_work_shows() -> None:
    resume = read_of(
        "Experience", "Dyer\t2019 – 2021", "Teal Mill Ltd", "Volunteering", "Vat Watcher\t2018 – 2019", "Byrne Circle",
    ).resume  # fmt: skip
    assert resume.volunteering == (Job("Vat Watcher", "Byrne Circle", start="2018", end="2019"),)


def test_a_date_that_had_no_room_beside_its_header_belongs_to_it() -> None:
    work = read_of(
        "Experience", "Teal Mill Ltd | Dyer – 2021 to 2023", "• Blue", "Weld & Sons Inc. | Weaver of very long cloths",
        "2019 to 2021", "• Green",
    ).resume.work  # fmt: skip
    assert [(job.organisation, job.title, job.start) for job in work] == [
        ("Teal Mill Ltd", "Dyer", "2021"), ("Weld & Sons Inc.", "Weaver of very long cloths", "2019"),
    ]  # fmt: skip


def test_type_tells_a_name_from_who_gave_it() -> None:
    lines = [
        line_of("Certificates"),
        line(("Vat Safety, Level 2", True), (", Dyers Guild", False), ("\tMay 2021", False)),
        line(("First Aid, Level 1", True), ("\tMay 2020", False)),
        line_of("Awards"),
        line(("Blue Ribbon, second class", True), ("\t2022", False)),
        line(("For ten years of indigo", False)),
    ]
    resume = read_page(lines, (), kind="docx").resume
    assert resume.certificates == (
        Certificate("Vat Safety, Level 2", "Dyers Guild", "2021-05"),
        Certificate("First Aid, Level 1", "", "2020-05"),
    )
    assert resume.awards == (Award("Blue Ribbon, second class", "", "2022", "For ten years of indigo"),)


def test_publications_and_projects_keep_their_address_and_what_is_said_of_them() -> None:
    lines = [
        line_of("Publications"),
        line(("Blue, again", True), (" Wool Review 4(2), 11–14, wool.example/2020/14", False), ("\tMarch 2021", False)),
        line_of("What indigo does in cold water"),
        line_of("Projects"),
        line(("Vats, tomorrow", True), ("\t2019 – 2020", False)),
        line_of("author, vats.example"),
        line_of("A small book of vats."),
    ]
    resume = read_page(lines, (), kind="docx").resume
    assert resume.publications == (
        Publication("Blue, again", "Wool Review 4(2), 11–14", "2021-03", "https://wool.example/2020/14",
                    "What indigo does in cold water"),
    )  # fmt: skip
    assert resume.projects == (
        Project("Vats, tomorrow", "author", start="2019", end="2020", summary="A small book of vats.",
                url="https://vats.example"),
    )  # fmt: skip


def test_a_citation_on_a_line_of_its_own_stays_whole() -> None:
    said = ("Teal, A. (2020). Blue again. Wool Review, 4(2), 11–14.", "Teal, A., and Weld, B. Vats of the north")
    publications = read_of("Publications", *said).resume.publications
    assert [one.title for one in publications] == ["Teal, A. . Blue again. Wool Review, 4(2), 11–14.", said[1]]


def test_an_author_in_bold_is_no_title() -> None:
    lines = [
        line_of("Publications"),
        line(("Teal, A.", True), (" and Weld, B. Blue again. Wool Review, 2020", False)),
        line(("Weld, B. and ", False), ("Teal, A.", True), (" Green. Wool Review, 2021", False)),
    ]
    titles = [one.title for one in read_page(lines, (), kind="docx").resume.publications]
    assert titles == ["Teal, A. and Weld, B. Blue again. Wool Review", "Weld, B. and Teal, A. Green. Wool Review"]


def test_a_reference_may_stand_on_one_line_with_words_below() -> None:
    read = read_of(
        "References", "Pat Loom, Manager, Loom Ltd; pat@loom.example", "“Ana sees blue.”",
        "Kim Vat, Dyer, Vat Inc.; details on request",
    )  # fmt: skip
    assert read.resume.references == (
        Reference("Pat Loom", "Manager, Loom Ltd", "pat@loom.example", "Ana sees blue."),
        Reference("Kim Vat", "Dyer, Vat Inc."),
    )


def test_a_heading_in_the_margin_may_take_two_lines() -> None:
    resume = read_of(
        "Ana Teal", "Expérience\tTeal Mill\t2019 – 2021", "Teinturière", "Engagement\tCode en herbe\t01/2018 – 05/2021",
        "bénévole\tAnimatrice d’ateliers",
    ).resume  # fmt: skip
    (given,) = resume.volunteering
    assert (given.title, given.organisation, given.start) == ("Animatrice d’ateliers", "Code en herbe", "2018-01")


def test_what_has_no_place_is_given_back_with_its_heading() -> None:
    read = read_of("Ana Teal", "Additional information", "Driving licence", "References", "Available upon request")
    assert read.unread == ("Available upon request", "Additional information: Driving licence")


def test_lines_that_no_entry_takes_are_given_back() -> None:
    about = ("Five years in wool", "Two looms of my own", "Blue above all")
    read = read_of("Experience", *about, "Teal Mill — Clerk\t2019 – 2021")
    assert read.resume.work == (Job("Clerk", "Teal Mill", start="2019", end="2021"),)
    assert read.unread == about


@pytest.mark.parametrize("piece", ["a, ", "A B ", "2019 ", "604 ", "— ", "文，", "a\t"])
def test_one_piece_again_and_again_is_read(piece: str) -> None:
    headings = ("Experience", "Education", "Skills", "Languages", "Certificates", "References")
    texts = [text for heading in headings for text in (heading, piece * 100)]
    assert read_of(*texts).kind == "docx"
    assert read_of("Skills", piece * 2000).unread == ((piece * 2000).strip().replace("\t", " "),)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("W O R K  E X P E R I E N C E", "work"),
        ("Licences & Certificates:", "certificates"),
        ("二、教育背景", "education"),
        ("【自我评价】", "summary"),
        ("Bénévolat", "volunteering"),
        ("COMPÉTENCES", "skills"),
        ("Working with wool", ""),
    ],
)
def test_headings_are_known_in_three_languages(text: str, section: str) -> None:
    assert section_named(text) == section
