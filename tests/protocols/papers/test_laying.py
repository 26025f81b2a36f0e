"""From a resume and a layout to the words on the page."""

from dataclasses import replace

import pytest

from askwell.protocols.papers import Layout, Template, groups, order_of, templates_for, whole_order
from askwell.protocols.papers.laid import Entry, Section
from askwell.protocols.papers.laying import lay
from askwell.protocols.resumes import Award, Certificate, Interest, Job, Reference, Resume, Skill, Spoken, Study
from tests.factories.papers import RESUMES, SCHOLAR


def section(code: str, resume: Resume, layout: Layout | None = None) -> Section:
    (found,) = (section for section in lay(resume, layout or Layout()).sections if section.code == code)
    return found


def test_headings_are_in_the_language_of_the_document_and_in_the_order_of_its_template() -> None:
    headings = {
        (language, template): [section.heading for section in lay(RESUMES[language], Layout(template)).sections]
        for language, template in [("en", Template.CLASSIC), ("zh-Hans", Template.CHINESE), ("fr", Template.FRENCH)]
    }
    assert headings == {
        ("en", "classic"): ["", "Experience", "Volunteering", "Education", "Skills and languages", "Reference"],
        ("zh-Hans", "chinese"): ["教育背景", "工作经历", "志愿者经历", "技能与语言", "自我评价", "推荐人"],
        ("fr", "french"): [
            "Profil",
            "Compétences et langues",
            "Expérience professionnelle",
            "Bénévolat",
            "Formation",
            "Référence",
        ],
    }


def test_only_the_sections_that_are_named_are_printed_in_their_order() -> None:
    laid = lay(RESUMES["en"], Layout(order=("education", "summary", "unheard of", "education")))
    assert [(part.code, part.heading) for part in laid.sections] == [("education", "Education"), ("summary", "Summary")]


def test_unpaid_work_can_stand_beside_paid_what_goes_on_first() -> None:
    together = Layout(volunteering_with_work=True)
    entries = section("experience", RESUMES["en"], together).entries
    assert [(entry.first, entry.when) for entry in entries] == [
        ("Shift Lead (from Cashier)", "June 2023 to now"),
        ("Stock Helper (volunteer, Saturdays)", "April 2024 to now"),
        ("Purchasing Specialist", "2013 to 2019"),
    ]
    assert not [part for part in lay(RESUMES["en"], together).sections if part.code == "volunteering"]


def test_or_as_they_were_mixed_the_rest_what_goes_on_first() -> None:
    mixed = Layout(volunteering_with_work=True, mixed=(True,))
    assert [entry.first for entry in section("experience", RESUMES["en"], mixed).entries] == [
        "Stock Helper (volunteer, Saturdays)", "Shift Lead (from Cashier)", "Purchasing Specialist",
    ]  # fmt: skip


def test_a_group_is_what_is_printed_with_what_has_nothing_to_say() -> None:
    found = groups(RESUMES["en"], Layout(order=("languages", "skills", "awards", "summary", "experience", "interests")))
    assert [(group.heading, group.codes) for group in found] == [
        ("Skills and languages", ("languages", "skills", "awards")),
        ("Summary", ("summary",)),
        ("Experience", ("experience", "interests")),
    ]


def test_a_section_that_an_order_does_not_name_follows_the_one_before_it_in_the_template() -> None:
    usual = order_of(Template.CLASSIC)
    assert whole_order(Template.CLASSIC, usual) == usual
    assert whole_order(Template.CLASSIC, ("skills", "summary"))[:4] == (
        "skills",
        "languages",
        "interests",
        "references",
    )
    assert sorted(whole_order(Template.CLASSIC, ("skills",))) == sorted(usual)


def test_alone_it_need_not_be_said_that_it_is_unpaid() -> None:
    assert [entry.first for entry in section("volunteering", RESUMES["en"]).entries] == ["Stock Helper (Saturdays)"]


def test_a_chinese_page_names_the_employer_before_the_role() -> None:
    job = Job("采购专员", "蓝田家电", "成都", "2013", "2019", about="1200名员工")
    resume = Resume(work=(job,), language="zh-Hans")
    assert section("experience", resume, Layout(Template.CHINESE)).entries == (
        Entry("蓝田家电（1200名员工）", "采购专员，成都", "2013年至2019年"),
    )
    assert section("experience", resume).entries == (
        Entry("采购专员", "蓝田家电，成都（1200名员工）", "2013年至2019年"),
    )


def test_an_assessed_degree_says_so() -> None:
    study = Study("Jinjiang Institute", "Bachelor of Management", "Logistics", "Chengdu", end="2013", note="Assessed.")
    assert section("education", Resume(education=(study,))).entries == (
        Entry("Bachelor of Management (Logistics)", "Jinjiang Institute, Chengdu", "2013", "Assessed."),
    )


def test_skills_and_languages_share_a_heading_only_side_by_side() -> None:
    resume = Resume(
        skills=(Skill("Tools", ("Excel", "SAP")), Skill("driving")), languages=(Spoken("Yoruba", "native"),)
    )
    assert section("skills and languages", resume).entries == (
        Entry("Tools", "Excel, SAP"),
        Entry("Skills", "driving"),
        Entry("Languages", "Yoruba (first language)"),
    )
    apart = lay(resume, Layout(order=("skills", "summary", "languages")))
    assert [(part.heading, part.shape) for part in apart.sections] == [("Skills", "rows"), ("Languages", "text")]


@pytest.mark.parametrize(
    ("language", "levels", "asked"),
    [
        ("en", "English (fluent), Dari (CLB 4)", "Tom Reyes, Lead; details on request"),
        ("zh-Hans", "English（流利）、Dari（CLB 4）", "Tom Reyes，Lead；联系方式备索"),
        ("fr", "English (courant), Dari (CLB 4)", "Tom Reyes, Lead; coordonnées sur demande"),
    ],
)
def test_words_of_ours_are_those_of_the_language(language: str, levels: str, asked: str) -> None:
    resume = Resume(
        languages=(Spoken("English", "full"), Spoken("Dari", "limited", "CLB 4")),
        references=(Reference("Tom Reyes", "Lead"),),
        language=language,
    )
    assert section("languages", resume).entries == (Entry(text=levels),)
    assert section("references", resume).entries == (Entry(text=asked),)


def test_two_references_are_references_and_words_of_theirs_are_quoted() -> None:
    resume = Resume(references=(Reference("A", reach="a@b.example", words="Good."), Reference("B")), language="fr")
    found = section("references", resume)
    assert found.heading == "Références"
    assert found.entries[0] == Entry(text="A; a@b.example", lines=("«\u00a0Good.\u00a0»",))


def test_an_academic_page_has_teaching_apart_from_other_work() -> None:
    laid = lay(SCHOLAR, Layout(Template.ACADEMIC))
    titles = {part.code: [entry.first for entry in part.entries] for part in laid.sections}
    assert titles["teaching"] == [
        "Teaching Assistant, Introduction to Statistics",
        "Sessional Lecturer, Maps and Their Uses",
    ]
    assert titles["experience"] == ["Assistant Professor", "Postdoctoral Fellow"]
    assert len(titles["publications"]) == 4


def test_one_word_alone_stands_where_the_first_would() -> None:
    resume = Resume(
        work=(Job(organisation="Lantian"),),
        certificates=(Certificate("", issuer="Harbour"),),
        awards=(Award("", date="2020"),),
        interests=(Interest("choir", ("alto",)),),
    )
    laid = lay(resume, Layout())
    assert [part.entries for part in laid.sections] == [
        (Entry("Lantian"),),
        (Entry("Harbour"),),
        (Entry(when="2020"),),
        (Entry(text="choir (alto)"),),
    ]


def test_a_page_runs_from_right_to_left_when_most_letters_do() -> None:
    arabic = Resume(name="ليلى حداد", summary="محللة بيانات تجيد Excel.")
    assert lay(arabic, Layout()).right_to_left
    assert not lay(replace(arabic, summary="A data analyst who knows Excel well."), Layout()).right_to_left


def test_every_language_has_templates_and_every_template_an_order() -> None:
    assert [templates_for(language)[0].value for language in ("en", "zh-Hans", "fr", "de")] == [
        "classic",
        "chinese",
        "french",
        "classic",
    ]
    assert {frozenset(order_of(template)) for template in Template} == {frozenset(order_of(Template.CLASSIC))}
