"""The words of a posting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.portfolio.rules.words import said_in, terms_of
from askwell.portfolio.rules.words.terms import MOST_TERMS
from tests.factories.documents import POSTING

CHINESE = """岗位职责：
1. 负责生鲜商品的需求预测和库存管理；
2. 使用 SAP 制作每周报表。
任职要求：英语流利，懂成本控制者优先。"""
FRENCH = (
    "Vos responsabilités\n• Assurer la planification de la demande pour les produits périssables\n• Maîtrise d'Excel"
)


def said(posting: str) -> list[str]:
    return [term.text for term in terms_of(posting)]


def test_terms_of_an_english_posting() -> None:
    assert {
        "demand planning", "perishable goods", "forecast accuracy", "S&OP", "Power BI", "Excel", "SAP", "Mandarin",
        "food safety audits",
    } <= set(said(POSTING))  # fmt: skip


def test_terms_of_a_chinese_posting() -> None:
    assert {"生鲜商品", "需求预测", "库存管理", "SAP", "英语", "成本控制"} <= set(said(CHINESE))


def test_terms_of_a_french_posting() -> None:
    assert {"planification de la demande", "produits périssables", "Excel"} <= set(said(FRENCH))


@pytest.mark.parametrize("word", ["strong", "experience", "responsibilities", "we", "and", "year"])
def test_what_every_posting_says_is_no_term(word: str) -> None:
    posting = f"{POSTING}\nWe look for strong experience and responsibilities, 3 years"

    assert word not in {term.lower() for term in said(posting)}


def test_the_employer_is_no_term() -> None:
    assert [term.text for term in terms_of("At Northwind Provisions we use SAP.", ("Northwind Provisions",))] == ["SAP"]


def test_words_of_one_trade_are_terms_though_no_story_says_them() -> None:
    posting = """Calibrate hydraulic models; asset management and project management of capital works.
- Public consultation with residents in Surrey. Valid Class 5 driver's licence
- Degree in civil engineering"""

    terms = said(posting)

    assert {
        "hydraulic models", "asset management", "project management", "public consultation", "driver's licence",
        "Degree", "civil engineering",
    } <= set(terms)  # fmt: skip
    assert not {"Surrey", "Valid", "asset", "Class"} & set(terms)


@pytest.mark.parametrize(
    ("posting", "text", "is_there"),
    [
        ("Calibrate hydraulic models", "Hydraulic modelling", True),
        ("Plan purchases of goods; purchase planning", "Purchasing planned", False),
        ("Mandarin an asset", "普通话：母语", True),
        ("英语流利", "English (working language)", True),
        ("Mandarin an asset", "Cantonese", False),
        ("A degree, in engineering", "Master of Applied Science", True),
        ("A degree, in engineering", "Certificate in welding", False),
        ("Scrum, a master's degree", "Bachelor of Arts", False),
        ("accounting, banking", "Opened accounts for a bank", False),
    ],
)
def test_a_text_says_a_term_in_another_form_or_by_another_name(posting: str, text: str, is_there: bool) -> None:
    terms = terms_of(posting)
    assert terms

    assert bool(said_in(text, terms)) is is_there


@given(posting=st.text(max_size=300))
def test_any_text_gives_terms_that_stand_in_it(posting: str) -> None:
    assert len(terms_of(posting)) <= MOST_TERMS
