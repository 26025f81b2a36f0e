"""What a province's law names in a posting, and what fraud looks like."""

from datetime import date
from typing import Any

import pytest

from askwell.opportunities.choices import Kind
from askwell.opportunities.rules.flags import Code, Flag, Law, Posting, flags_of, law_of

NOV = date(2026, 11, 25)
PAID = {"salary_min": 60_000.0, "salary_max": 70_000.0, "unit": "year"}


def codes(text: str = "", location: str = "Toronto, ON", day: date = NOV, **more: Any) -> list[Code]:
    told = {"kind": Kind.JOB, "location": location, "day": day, "text": text} | more
    return [flag.code for flag in flags_of(Posting(**told))]


@pytest.mark.parametrize(
    ("place", "day", "law"),
    [
        ("Toronto, ON", date(2025, 12, 31), None), ("Toronto, ON", date(2026, 1, 1), Law.ONTARIO),
        ("Burnaby, BC", date(2023, 10, 31), None), ("Burnaby, BC", date(2023, 11, 1), Law.BRITISH_COLUMBIA),
        ("Charlottetown, PE", date(2022, 5, 31), None),
        ("Charlottetown, PE", date(2022, 6, 1), Law.PRINCE_EDWARD_ISLAND),
        ("Calgary, AB", NOV, None), ("", NOV, None),
    ],
)  # fmt: skip
def test_a_law_holds_in_its_province_from_its_day(place: str, day: date, law: Law | None) -> None:
    assert law_of(place, day) == law


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Our company raised $50 million last year.", False),
        ("We sell homes from $400,000. Bring a $20 gift.", False),
        ("Nous avons investi 3 000 000 $ dans l’usine.", False),
        ("公司去年营收500万元。", False),
        ("Pay ranges from 24.50 to $30.", True),
        ("$24.50 - $28.00", True),
        ("You get $31 per hour.", True),
        ("$70,000 annually", True),
        ("Earn up to $28", True),
        ("De 22,50 $ à 25 $ l’heure", True),
        ("Salaire : 22 $", True),
        ("时薪25加元", True),
        ("每月4000加元", True),
        ("待遇：4000加元每月", True),
        ("Minimum wage.", True),
    ],
)
def test_a_sum_is_pay_only_near_words_of_pay(text: str, is_named: bool) -> None:
    assert (Code.NO_PAY not in codes(text)) is is_named


@pytest.mark.parametrize("place", ["Toronto, ON", "Vancouver, BC", "Charlottetown, PE"])
def test_pay_is_missed_where_the_law_asks_for_it(place: str) -> None:
    assert Code.NO_PAY in codes("A good place to work.", place)
    assert Code.NO_PAY not in codes("Pay: $24.50 an hour.", place)
    assert Code.NO_PAY not in codes("", place, **PAID)


def test_elsewhere_nothing_is_missed() -> None:
    assert codes("A good place to work.", "Calgary, AB") == []


@pytest.mark.parametrize(
    ("least", "most", "unit", "wide"),
    [
        (60_000, 110_000, "year", False), (60_000, 110_001, "year", True), (150_000, 250_000, "year", False),
        (20, 50, "hour", True), (20, 40, "hour", False), (5_000, 10_000, "month", True),
    ],
)  # fmt: skip
def test_in_ontario_a_range_is_at_most_50_000_wide_up_to_200_000(
    least: float, most: float, unit: str, wide: bool
) -> None:
    found = codes("There is a vacancy.", salary_min=float(least), salary_max=float(most), unit=unit)
    assert found == ([Code.WIDE_PAY] if wide else [])


@pytest.mark.parametrize("text", ["From $20 per hour and up", "Up to $30 per hour"])
def test_in_british_columbia_a_range_has_two_ends(text: str) -> None:
    assert codes(text, "Surrey, BC") == [Code.OPEN_PAY]
    assert codes(text, "Surrey, BC", salary_min=20.0, unit="hour") == [Code.OPEN_PAY]
    assert codes("$20 to $30 per hour", "Surrey, BC") == []


@pytest.mark.parametrize(
    "text",
    [
        "Two years of Canadian experience required.", "You have Canadian work experience.",
        "Experience in Canada is a must.",
        "Expérience canadienne exigée.", "需有加拿大工作经验。", "Do not apply without Canadian experience.",
    ],
)  # fmt: skip
def test_in_ontario_canadian_experience_may_not_be_asked_for(text: str) -> None:
    found = flags_of(Posting(Kind.JOB, "Ottawa, ON", NOV, f"A vacancy. {text} Apply now.", 50_000.0, 60_000.0, "year"))
    assert found == (Flag(Code.CANADIAN_EXPERIENCE, Law.ONTARIO, text),)


@pytest.mark.parametrize(
    "text", ["Canadian experience is not required.", "No Canadian experience needed.", "不需要加拿大工作经验。"]
)
def test_what_is_not_asked_for_is_no_fault(text: str) -> None:
    assert codes(f"A vacancy. {text}", **PAID) == []


def test_what_ontario_wants_told_is_told_as_a_fact() -> None:
    assert codes("We use AI tools to screen applicants.", **PAID) == [Code.SCREENED_BY_AI, Code.NO_VACANCY_WORDS]
    assert codes("You will build AI tools. This is a vacancy.", **PAID) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Please pay a registration fee first.", Code.ASKS_MONEY), ("Send gift cards to begin.", Code.ASKS_MONEY),
        ("入职前需缴纳培训费。", Code.ASKS_MONEY), ("Veuillez payer les frais d’inscription.", Code.ASKS_MONEY),
        ("Send us your banking details.", Code.ASKS_BANK), ("请提供银行账号。", Code.ASKS_BANK),
        ("Include your SIN in the form.", Code.ASKS_SIN), ("Indiquez votre numéro d’assurance sociale.", Code.ASKS_SIN),
    ],
)  # fmt: skip
def test_fraud_is_seen_anywhere(text: str, code: Code) -> None:
    assert codes(text, "Calgary, AB") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "We pay your training.",
        "It is a sin to waste food.",
        "Provide your bank account once hired.",
        "You count cash and cards.",
    ],
)
def test_ordinary_words_are_no_fraud(text: str) -> None:
    assert codes(text, "Calgary, AB") == []


def test_a_course_may_cost_something_and_names_no_pay() -> None:
    assert codes("A registration fee of $40.", kind=Kind.COURSE) == []


def test_fraud_comes_first_and_facts_last() -> None:
    text = "Canadian experience required. Pay the visa fee."
    assert codes(text) == [Code.ASKS_MONEY, Code.NO_PAY, Code.CANADIAN_EXPERIENCE, Code.NO_VACANCY_WORDS]
