"""A resume taken apart: every part becomes an entry, and what has no place of its own is not lost."""

import pytest

from askwell.portfolio.rules.bringing.entries import chapters, languages, references, skills
from askwell.portfolio.rules.bringing.heads import facts, new_links
from askwell.protocols.resumes import Award, Job, Link, Publication, Reference, Skill, Spoken, Study
from tests.factories.resumes import MEI, only


def test_each_section_becomes_chapters_of_its_kind() -> None:
    found = [(one.kind.value, one.title, one.organisation) for one in chapters(MEI)]
    assert found == [
        ("work", "Shift lead", "Maple Basket Market"),
        ("work", "Buyer", "Lantian Home Appliances"),
        ("volunteering", "Stock helper", "Harbourlight Food Bank"),
        ("education", "Bachelor of Management", "Jinjiang Institute of Commerce"),
        ("certificate", "Supply chain planning", "Fraser Bridge College"),
        ("project", "Forecast for a bakery", ""),
    ]


def test_awards_and_publications_have_one_date() -> None:
    resume = only(
        awards=(Award("Employee of the year", "Lantian", "2018"),),
        publications=(Publication("On stock", "The Trade", "2017-05", "https://trade.example/on-stock"),),
    )
    assert [(one.start, one.end, one.url) for one in chapters(resume)] == [
        ("", "2018", ""),
        ("", "2017-05", "https://trade.example/on-stock"),
    ]


def test_marks_and_courses_of_a_school_are_kept() -> None:
    one = chapters(only(education=(Study("School", score="3.8", note="with honours", courses=("Law", "Tax")),)))[0]
    assert (one.note, one.lines) == ("3.8; with honours", ("Law, Tax",))


def test_what_has_neither_title_nor_place_is_no_chapter() -> None:
    assert chapters(only(work=(Job(start="2020", lines=("Did something.",)),))) == ()


def test_an_address_that_is_none_is_left_out() -> None:
    assert chapters(only(work=(Job("Buyer", url="javascript:alert(1)"),)))[0].url == ""


def test_skills_of_a_group_stand_by_themselves_and_once() -> None:
    resume = only(skills=(Skill("Tools", ("Excel", "SAP")), Skill("excel"), Skill("Negotiation", level="good")))
    assert [(one.name, one.group, one.level) for one in skills(resume)] == [
        ("Excel", "Tools", ""), ("SAP", "Tools", ""), ("Negotiation", "", "good"),
    ]  # fmt: skip


def test_a_test_of_a_language_is_kept_beside_its_level() -> None:
    resume = only(
        languages=(
            Spoken("English", "working", "CLB 8"),
            Spoken("French", "limited", "Limited"),
            Spoken("Wu", "", "at home"),
        )
    )
    assert [(one.name, one.level, one.note) for one in languages(resume)] == [
        ("English", "working", "CLB 8"), ("French", "limited", ""), ("Wu", "", "at home"),
    ]  # fmt: skip


def test_how_to_reach_a_reference_is_told_apart() -> None:
    resume = only(
        references=(
            Reference("Tom", "Lead", "tom@bank.example, 604-555-0101"),
            Reference("Ana", "Chief", "604-555-0102"),
            Reference("Li", "Head", "on request"),
        )
    )
    assert [(one.email, one.phone, one.note) for one in references(resume)] == [
        ("tom@bank.example", "604-555-0101", "Lead"), ("", "604-555-0102", "Chief"), ("", "", "Head; on request"),
    ]  # fmt: skip


def test_of_the_head_only_what_is_said_is_offered() -> None:
    found = facts(
        only(name="Mei Lin", place="Burnaby"), {"name": "Lin Mei", "place": "burnaby", "email": "x@y.example"}
    )
    assert [(one.column, one.is_blank, one.is_same) for one in found] == [
        ("name", False, False), ("place", False, True),
    ]  # fmt: skip
    assert [one.is_blank for one in facts(only(name="Mei"), {})] == [True]


@pytest.mark.parametrize(
    ("said", "now", "offered"),
    [
        ("林梅", {"name": "Mei Lin"}, [("native_name", "林梅", True)]),
        ("Mei Lin", {"name": "林梅"}, [("name", "Mei Lin", True), ("native_name", "林梅", True)]),
        ("Mei Lin", {"name": "林梅", "native_name": "林美"}, [("name", "Mei Lin", False)]),
        ("Lin Mei", {"name": "Mei Lin"}, [("name", "Lin Mei", False)]),
        ("林梅", {}, [("name", "林梅", True)]),
    ],
    ids=["Chinese beside Latin", "Latin beside Chinese", "another Chinese name", "the same letters", "the first"],
)
def test_a_name_in_the_other_script_goes_beside_the_one_that_is_there(
    said: str, now: dict[str, str], offered: list[tuple[str, str, bool]]
) -> None:
    assert [(one.column, one.said, one.is_safe) for one in facts(only(name=said), now)] == offered


def test_a_headline_goes_beside_the_one_in_another_language() -> None:
    (fact,) = facts(only(headline="需求计划"), {}, {"headline": "Planner"})
    assert (fact.is_blank, fact.beside) == (True, "Planner")


def test_web_addresses_are_offered_once_and_only_where_they_are_new() -> None:
    there = (Link("https://Mei.example/"),)
    resume = only(
        url="mei.example", links=(Link("https://git.example/mei", "Git"), Link("git.example/mei"), Link("no address"))
    )
    assert [one.link.url for one in new_links(resume, there)] == ["https://git.example/mei"]
