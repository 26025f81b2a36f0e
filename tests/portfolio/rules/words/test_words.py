"""The words of a posting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.portfolio.rules.words import terms_of
from tests.factories.documents import POSTING

CHINESE = """岗位职责：
1. 负责生鲜商品的需求预测和库存管理；
2. 使用 SAP 制作每周报表。
任职要求：英语流利，懂成本控制者优先。"""
FRENCH = (
    "Vos responsabilités\n• Assurer la planification de la demande pour les produits périssables\n• Maîtrise d'Excel"
)


def said(posting: str, *known: str) -> list[str]:
    return [term.text for term in terms_of(posting, known)]


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
    assert [
        term.text for term in terms_of("At Northwind Provisions we use SAP.", (), "", ("Northwind Provisions",))
    ] == ["SAP"]


def test_a_skill_of_the_story_is_a_term_in_whatever_number_and_case() -> None:
    assert said("You know pivot table work.", "Pivot Tables") == ["Pivot Tables"]


@given(posting=st.text(max_size=300), story_text=st.text(max_size=100))
def test_any_text_gives_terms_that_stand_in_it(posting: str, story_text: str) -> None:
    assert len(terms_of(posting, ["Excel"], story_text)) <= 18
