"""What of a resume the story has already: the same organisation at overlapping times, or the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.rules.bringing.comparing import compare
from askwell.portfolio.rules.bringing.entries import Entry
from askwell.portfolio.rules.bringing.matching import is_alike, is_same
from tests.portfolio.rules.bringing.parts import Line, Part, entry

WORK, VOLUNTEERING, STUDY, CERTIFICATE = "work", "volunteering", "education", "certificate"

BUYER = Part("Buyer", "Lantian Home Appliances", "2013-03", "2019-08")


@pytest.mark.parametrize(
    ("new", "same"),
    [
        (entry("Buyer", "Lantian Home Appliances", "2013-03", "2019-08"), True),
        (entry("BUYER", "Lantian Home Appliances Co., Ltd.", "2013", "2019"), True),
        (entry("Purchasing specialist", "Lantian Home Appliances", "2013-04", "2019-07"), True),
        (entry("Purchasing manager", "Lantian Home Appliances", "2019-08", "2021-01"), False),
        (entry("Buyer", "Lantian Home Appliances", "2020-01", "2021-01"), False),
        (entry("Buyer", "Another Firm", "2013-03", "2019-08"), False),
        (entry("Buyer", "", "2014", "2015"), True),
        (entry("Buyer", "Lantian Home Appliances"), True),
        (entry("Something else", "Lantian Home Appliances"), False),
        (entry("Buyer", "Lantian Home Appliances", "2013-03", "2019-08", kind=STUDY), False),
        (entry("Buyer", "Lantian Home Appliances", "2013-03", "2019-08", kind=VOLUNTEERING), True),
    ],
    ids=[
        "the same", "other letters and a legal form", "other title, the same years", "promoted afterwards",
        "back again later", "elsewhere", "no organisation", "no dates", "no dates and another title",
        "a school is no employer", "filed under volunteering",
    ],
)  # fmt: skip
def test_work_is_the_same_at_one_place_and_time(new: Entry, same: bool) -> None:
    assert is_same(new, BUYER) is same


@pytest.mark.parametrize(
    ("issuer", "same"), [("Fraser Bridge College", True), ("", True), ("Somebody else", False)]
)  # fmt: skip
def test_a_certificate_is_the_same_by_its_name(issuer: str, same: bool) -> None:
    there = Part("Supply chain planning", "Fraser Bridge College", end="2024-06", kind="course")
    assert is_same(entry("Supply Chain Planning", issuer, end="2021", kind=CERTIFICATE), there) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Maple Basket", "Maple Basket Market Ltd.", True),
        ("Maple", "Maple Basket Market", False),
        ("蓝田家电", "蓝田家电有限公司", True),
        ("藍田家電", "蓝田家电", True),
        ("蓝田", "蓝田家电", False),
        ("Café Léa", "CAFE LEA", True),
        ("", "", False),
        ("Inc.", "Ltd.", False),
    ],
)
def test_names_are_alike_in_other_letters_but_not_by_one_word(one: str, other: str, alike: bool) -> None:
    assert is_alike(one, other) is alike
    assert is_alike(other, one) is alike


def test_of_what_is_there_only_new_lines_are_offered() -> None:
    there = Part("Buyer", "Lantian", "2013", "2019", lines=(Line("Trained two buyers."),))
    found = compare([entry("Buyer", "Lantian", "2013", "2019", lines=("trained two buyers", "Saved 4 %."))], [there])
    assert [(one.part, one.more) for one in found] == [(there, (1,))]


def test_a_chapter_answers_for_one_entry_only() -> None:
    twice = [entry("Buyer", "Lantian", "2013", "2019")] * 2
    assert [one.part is None for one in compare(twice, [Part("Buyer", "Lantian", "2013", "2019")])] == [False, True]


TEXTS = st.sampled_from(["", "Buyer", "Lantian", "Maple Basket", "蓝田家电"])
DATES = st.sampled_from(["", "2013", "2013-03", "2019-08-02"])


@given(TEXTS, TEXTS, DATES, DATES, st.sampled_from([*ChapterKind]))
def test_what_was_kept_as_it_came_is_found_again(title: str, house: str, start: str, end: str, kind: str) -> None:
    part = Part(title, house, start, end, kind)
    new = entry(title, house, start, end, kind)
    if title and not (start and end and start > end):
        assert is_same(new, part)
