"""What a sheet is given."""

import json

from askwell.protocols.papers import Layout
from askwell.protocols.papers.laying import lay
from askwell.protocols.papers.payload import payload
from askwell.protocols.resumes import Resume

NO_WIDTH = "\u200b"


def given(resume: Resume) -> dict[str, object]:
    layout = Layout()
    values = json.loads(payload(lay(resume, layout), layout)[0])
    assert isinstance(values, dict)
    return values


def test_a_word_longer_than_a_line_may_be_broken_its_address_may_not() -> None:
    values = given(Resume(name="W" * 40, url="https://a.example/" + "x" * 40))
    assert values["name"] == NO_WIDTH.join(["WWWW"] * 10)
    assert [piece["url"] for piece in values["reach"]] == ["https://a.example/" + "x" * 40]  # type: ignore[attr-defined]
    assert NO_WIDTH not in f"{values['title']}{values['author']}"


def test_an_address_that_fits_a_line_stays_on_it() -> None:
    resume = Resume(headline="see doi.example/10.0001/jul.2024.113, or ask a.b@mail.example.")
    assert given(resume)["headline"] == (
        "see \u2060doi.example/10.0001/jul.2024.113\u2060, or ask \u2060a.b@mail.example\u2060."
    )


def test_a_chinese_sentence_and_words_of_usual_length_are_left_alone() -> None:
    summary = "熟悉供应商沟通库存控制和需求预测惯用模型并能独立完成采购计划的编制与跟进工作。 Donaudampfschifffahrt"
    assert given(Resume(summary=summary))["sections"][0]["entries"][0]["text"] == summary  # type: ignore[index]


def test_a_number_and_its_sign_are_not_parted() -> None:
    values = given(Resume(headline="from 18 % to 6 % of 640 000 $"))
    assert values["headline"] == "from 18\u00a0% to 6\u00a0% of 640 000\u00a0$"
