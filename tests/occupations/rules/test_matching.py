"""What of an occupation's skills a story shows."""

from collections.abc import Sequence
from uuid import UUID

import numpy as np
import pytest
from numpy.typing import NDArray

from askwell.coach.meaning import vectors
from askwell.occupations.rules.matching import Told, Wanted, compare

KEY = UUID(int=1)
NEGOTIATION = Wanted("Negotiation", ("Negotiation", "谈判", "Négociation"), 100)
FORECASTING = Wanted("Demand forecasting", ("Demand forecasting", "需求预测", "Prévision de la demande"), 80)
WELDING = Wanted("Welding", ("Welding", "焊接", "Soudage"), 60)


def nothing_alike(texts: Sequence[str]) -> NDArray[np.float32]:
    return np.zeros((len(texts), 1), np.float32)


def proof_of(wanted: Wanted, *told: Told, meaning: object = nothing_alike) -> Told | None:
    held, missing = compare([wanted], told, meaning)  # type: ignore[arg-type]
    assert len(held) + len(missing) == 1
    return held[0].told if held else None


def test_a_line_shows_a_skill_in_another_form_of_the_word() -> None:
    line = Told("line", KEY, "Negotiated yearly prices with 14 suppliers.")

    assert proof_of(NEGOTIATION, line) == line


SOFTWARE = Wanted(
    "Accounting software (QuickBooks and Sage)",
    (
        "Accounting software (QuickBooks and Sage)",
        "会计软件（QuickBooks和Sage）",
    ),
    50,
)
SHEETS = Wanted("Excel and spreadsheets", ("Excel and spreadsheets", "Excel和电子表格"), 50)


@pytest.mark.parametrize(
    ("wanted", "text", "is_shown"),
    [(SHEETS, "Excel", True), (SHEETS, "电子表格", True), (SOFTWARE, "Sage", True), (SOFTWARE, "Accounting", False),
     (SOFTWARE, "会计", False), (SOFTWARE, "–", False)],
)  # fmt: skip
def test_one_of_what_a_name_joins_shows_it_but_not_a_word_of_it(wanted: Wanted, text: str, is_shown: bool) -> None:
    assert (proof_of(wanted, Told("skill", KEY, text)) is not None) == is_shown


def test_a_skill_told_in_another_language_counts() -> None:
    assert proof_of(FORECASTING, Told("skill", KEY, "需求预测")) == Told("skill", KEY, "需求预测")
    assert proof_of(FORECASTING, Told("skill", KEY, "prévision de la demande")) is not None


def test_what_is_shown_is_the_same_in_whichever_language_the_story_is_shown() -> None:
    as_chinese = Told("skill", KEY, "客户沟通", others="Forecasting demand for a year")
    as_english = Told("skill", KEY, "Forecasting demand for a year", others="客户沟通")

    assert proof_of(FORECASTING, as_chinese) == as_chinese
    assert proof_of(FORECASTING, as_english) == as_english
    assert proof_of(FORECASTING, Told("skill", KEY, "客户沟通")) is None


def test_a_skill_with_more_proofs_comes_before_one_with_fewer_and_before_a_line() -> None:
    told = [
        Told("line", KEY, "Welding of frames"),
        Told("skill", KEY, "Welding", proofs=0),
        Told("skill", KEY, "Welding", proofs=3),
    ]

    assert proof_of(WELDING, *told) == told[2]


def test_what_only_means_nearly_the_same_is_marked() -> None:
    told = Told("skill", KEY, "Demand prediction")

    held, missing = compare([FORECASTING, WELDING], [told], vectors)

    assert [(one.wanted, one.told, one.by_words) for one in held] == [(FORECASTING, told, False)]
    assert missing == (WELDING,)


def test_without_a_story_everything_is_missing() -> None:
    assert compare([NEGOTIATION, WELDING], [], vectors) == ((), (NEGOTIATION, WELDING))
