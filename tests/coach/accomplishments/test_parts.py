"""The wizard of a line."""

import pytest

from askwell.coach.accomplishments import Judgement, Part, compose, judge, missing


def test_the_wizard_asks_for_what_was_done_first_and_for_whom_last() -> None:
    assert missing(Judgement()) == (Part.ACTION, Part.RESULT, Part.MEASURE, Part.TASK)
    assert missing(judge("Cooked for 120 seniors every day at a retirement home.", "en")) == (Part.RESULT,)


def test_parts_make_a_line() -> None:
    parts = {
        Part.RESULT: "which ended double bookings.",
        Part.ACTION: "replaced a paper schedule with an online tool",
        Part.TASK: "for a clinic with four doctors",
    }
    assert compose(parts, "en") == (
        "Replaced a paper schedule with an online tool for a clinic with four doctors, which ended double bookings."
    )


def test_in_chinese_the_reason_stands_first() -> None:
    parts = {Part.ACTION: "编写入住指南", Part.TASK: "为难民家庭", Part.RESULT: "被四家机构采用。"}
    assert compose(parts, "zh-Hans") == "为难民家庭编写入住指南，被四家机构采用。"


def test_empty_parts_are_left_out() -> None:
    assert compose({Part.ACTION: " Sold phones. ", Part.MEASURE: "  "}, "en") == "Sold phones."
    assert compose({}, "fr") == ""


@pytest.mark.parametrize(
    ("language", "result", "measure", "end"),
    [
        ("en", "Four hold their own licence", "from 0 to 4 in three years", " licence (from 0 to 4 in three years)."),
        ("zh-Hans", "六人中四人拿到执照", "三年内从0到4", "拿到执照（三年内从0到4）。"),
        ("en", "Late deliveries fell", "from 18 % to 6 %", "deliveries fell from 18 % to 6 %."),
    ],
)  # fmt: skip
def test_a_measure_stands_in_brackets_behind_a_result_that_says_how_much(
    language: str, result: str, measure: str, end: str
) -> None:
    parts = {Part.ACTION: "Reviewed their designs", Part.RESULT: result, Part.MEASURE: measure}
    assert compose(parts, language).endswith(end)


def test_a_line_of_all_parts_lacks_none() -> None:
    line = compose(
        {
            Part.ACTION: "Trained new cashiers",
            Part.TASK: "before the holiday rush",
            Part.RESULT: "cutting till errors",
            Part.MEASURE: "by 30%",
        },
        "en",
    )
    assert missing(judge(line, "en")) == ()
