"""The same life in another language: which chapter an entry tells, and which line which."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.portfolio.rules.bringing.comparing import Found, compare
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.likeness import Marks, best_pairs
from tests.portfolio.rules.bringing.parts import Line, Part, entry

ZH = "zh-hans"
BUYER = Part("Buyer", "Lantian Home Appliances", "2013-03", "2019-08")


def one(new: Entry, *parts: Part, language: str = ZH) -> Found:
    return compare([new], parts, language)[0]


@pytest.mark.parametrize(
    ("new", "same"),
    [
        (entry("采购专员", "蓝田家电", "2013-03", "2019-08"), True),
        (entry("采购专员", "蓝田家电", "2013", "2019"), True),
        (entry("采购专员", "蓝田家电", "2013-04", "2019-08"), False),
        (entry("采购专员", "蓝田家电", "2013-03", ""), False),
        (entry("采购专员", "蓝田家电"), False),
        (entry("钢琴老师", "星星幼儿园", "2013", "2019"), False),
        (entry("工商管理学士", "锦江商学院", "2013-03", "2019-08", kind="education"), False),
        (entry("采购专员", "蓝田家电", "2013-03", "2019-08", kind="volunteering"), True),
    ],
    ids=[
        "to the month", "to the year, and of one meaning", "another month", "ended, and still there", "no dates",
        "to the year, and of another meaning", "a school is no employer", "filed under volunteering",
    ],
)  # fmt: skip
def test_work_is_the_same_by_its_dates(new: Entry, same: bool) -> None:
    found = one(new, BUYER)
    assert (found.part is BUYER, found.is_retold) == (same, same)


def test_what_goes_on_agrees_with_what_goes_on() -> None:
    here = Part("Shift lead", "Maple Basket Market", "2023-06")
    assert one(entry("领班", "枫篮超市", "2023-06"), here, BUYER).part is here


def test_a_chapter_that_is_told_in_the_language_is_not_told_by_its_dates() -> None:
    assert one(entry("采购专员", "蓝田家电", "2013-03", "2019-08"), replace(BUYER, language=ZH)).part is None


def test_nothing_is_told_where_nobody_knows_the_language() -> None:
    assert one(entry("采购专员", "蓝田家电", "2013-03", "2019-08"), BUYER, language="").part is None


def test_the_other_direction_and_french() -> None:
    chinese = Part("采购专员", "蓝田家电", "2013-03", "2019-08", language=ZH)
    assert one(entry("Buyer", "Lantian Home Appliances", "2013-03", "2019-08"), chinese, language="en").part is chinese
    assert one(entry("Acheteuse", "Électroménagers Lantian", "2013-03", "2019-08"), BUYER, language="fr").is_retold


def test_a_name_that_is_the_same_in_both_languages_still_gets_its_other_words() -> None:
    found = one(entry("采购专员", "Lantian Home Appliances", "2013-04", "2019-08"), BUYER)
    assert (found.part, found.is_retold) == (BUYER, True)
    assert not one(entry("Buyer", "Lantian Home Appliances", "2013-04", "2019-08"), BUYER).is_retold


def test_degrees_of_two_steps_are_two_even_at_one_time() -> None:
    master = Part("Master of Engineering", "Taihu University", "2010", "2013", "education")
    new = entry("工学学士", "太湖大学", "2010", "2013", kind="education")
    assert one(new, master).part is None
    assert one(replace(new, title="工学硕士"), master).part is master
    assert one(replace(new, start="", title="工学硕士"), master).part is master


def test_of_two_jobs_at_one_time_what_they_mean_decides() -> None:
    teacher = Part("Piano teacher", "Star Music School", "2013-03", "2019-08")
    entries = [
        entry("钢琴教师", "星星音乐学校", "2013-03", "2019-08"),
        entry("采购专员", "蓝田家电", "2013-03", "2019-08"),
    ]
    assert [found.part for found in compare(entries, [BUYER, teacher], ZH)] == [teacher, BUYER]


def test_where_nothing_decides_between_two_both_are_new() -> None:
    twin = Part(BUYER.title, BUYER.organisation, BUYER.start, BUYER.end)
    new = entry("采购专员", "蓝田家电", "2013-03", "2019-08")
    assert one(new, BUYER, twin).part is None


def test_courses_without_dates_are_the_same_by_what_they_mean() -> None:
    law, storm = Part("Engineering Law and Ethics", kind="course"), Part("Stormwater Design", kind="certificate")
    new = [entry("雨水设计", kind="certificate"), entry("工程法律与职业道德", kind="certificate")]
    new += [entry("急救", kind="certificate")]
    assert [found.part for found in compare(new, [law, storm], ZH)] == [storm, law, None]


def test_lines_are_paired_by_meaning_and_numbers_and_the_rest_is_new() -> None:
    lines = (
        Line("Brought leakage from 18 % to 11 % with district metering of 23 zones"),
        Line("Mentored six graduate engineers; four hold their own licence today"),
    )
    part = replace(BUYER, lines=lines)
    texts = ("带教六名毕业生工程师，其中四人已独立执业", "每天早上遛狗", "对23个片区实行分区计量，漏损率从18%降到11%")
    found = one(entry("采购专员", "蓝田家电", "2013-03", "2019-08", lines=texts), part)
    assert (found.pairs, found.more) == (((0, lines[1].id), (2, lines[0].id)), (1,))


def test_a_line_that_is_told_in_the_language_is_left_alone() -> None:
    lines = (Line("培训了两名采购员", ZH), Line("Saved 4 % on packaging"))
    part = replace(BUYER, lines=lines, language=ZH, title="采购专员", organisation="蓝田家电")
    found = one(entry("采购专员", "蓝田家电", "2013", "2019", lines=("培训过两名采购员。", "包装费用节省4%")), part)
    assert (found.is_retold, found.pairs, found.more, found.reworded) == (False, ((1, lines[1].id),), (0,), (0,))


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("Built a model with 9,400 nodes in PCSWMM", "用PCSWMM建立9400个节点的模型", {"9400", "pcswmm"}),
        ("between 0.2 and 1.5", "de 0,2 à 1,5", {"0.2", "1.5"}),
        ("1 200 clients", "1,200 customers", {"1200"}),
        ("Excel sheets", "用Excel做表", {"excel"}),
        ("Un plan de vente", "A plan on sales", set()),
    ],
)
def test_numbers_and_names_stay_as_they_are(one: str, other: str, both: set[str]) -> None:
    assert Marks.of(one).shared(Marks.of(other)) == both
    assert Marks.of(other).shared(Marks.of(one)) == both


PLACES = st.tuples(st.integers(0, 5), st.integers(0, 5))


@given(st.dictionaries(PLACES, st.floats(0.1, 3)), st.sampled_from([0.0, 0.05]))
def test_nobody_is_paired_twice_nor_with_what_fits_no_better(
    worth: dict[tuple[int, int], float], margin: float
) -> None:
    found = best_pairs(worth, margin=margin)
    assert len(set(found.values())) == len(found)
    assert set(found.items()) <= set(worth)
    if worth and not margin:
        assert max(worth.values()) in {worth[pair] for pair in found.items()}


TITLES = {"Buyer": "采购员", "Civil Engineer": "土木工程师", "Piano teacher": "钢琴教师", "Nurse": "护士"}
SPANS = st.lists(st.integers(2000, 2020), min_size=1, max_size=4, unique=True)


@settings(max_examples=15)
@given(SPANS, st.permutations(sorted(TITLES)))
def test_a_life_told_twice_is_the_same_whatever_the_order(years: list[int], titles: list[str]) -> None:
    pairs = list(zip(years, titles, strict=False))
    parts = [Part(title, "Lantian", f"{year}-03", f"{year}-09") for year, title in pairs]
    entries = [entry(TITLES[title], "蓝田", f"{year}-03", f"{year}-09") for year, title in reversed(pairs)]
    assert [found.part for found in compare(entries, parts, ZH)] == parts[::-1]
