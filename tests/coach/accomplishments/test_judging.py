"""Lines judged whole. How often the judgement is right is measured by bench/cases.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.accomplishments import Code, Judgement, judge


def codes(judgement: Judgement) -> set[Code]:
    return {finding.code for finding in judgement.findings}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Trained 12 nurses on a new chart system after a merger, with no medication errors.", "en"),
        ("为食物银行开发报名程序，登记时间从10分钟缩短到2分钟。", "zh-Hans"),
        ("Organisé un salon pour nouveaux arrivants qui a attiré 600 visiteurs.", "fr"),
    ],
)
def test_a_line_with_everything_has_no_weakness(text: str, language: str) -> None:
    assert judge(text, language) == Judgement(True, True, True, True, ())


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Responsible for the front desk.", "en", {Code.DUTY_ONLY}),
        ("负责前台工作。", "zh-Hans", {Code.DUTY_ONLY}),
        ("Un nouveau système a été installé.", "fr", {Code.PASSIVE}),
        ("Hard-working team player with great communication skills.", "en", {Code.BUZZWORDS, Code.VAGUE}),
        ("Helped with various things.", "en", {Code.VAGUE}),
        ("I sold 300 phones in one month.", "en", {Code.FIRST_PERSON}),
    ],
)
def test_weaknesses_are_named(text: str, language: str, expected: set[Code]) -> None:
    assert codes(judge(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "better"),
    [
        ("I sold 300 phones in one month.", "en", "Sold 300 phones in one month."),
        (
            "I rebuilt the booking page and I trained two clerks.",
            "en",
            "Rebuilt the booking page and trained two clerks.",
        ),
        ("J'ai réduit l'attente de moitié.", "fr", "Réduit l'attente de moitié."),
        ("我把厨房浪费减少了30%。", "zh-Hans", "把厨房浪费减少了30%。"),
    ],
)
def test_the_first_person_is_taken_out(text: str, language: str, better: str) -> None:
    finding = next(one for one in judge(text, language).findings if one.code is Code.FIRST_PERSON)
    assert finding.better == better


def test_what_only_the_writer_knows_is_not_made_up() -> None:
    assert {finding.better for finding in judge("I was responsible for the till.", "en").findings} == {None}


def test_buzzwords_before_what_was_done_are_cut() -> None:
    finding = next(
        one
        for one in judge("Highly motivated team player; signed up 340 blood donors.", "en").findings
        if one.code is Code.BUZZWORDS
    )
    assert finding.better == "Signed up 340 blood donors."


def test_what_is_counted_has_its_place_and_is_sure() -> None:
    text = "Sold 300 phones with my brother in one month."
    finding = next(one for one in judge(text, "en").findings if one.code is Code.FIRST_PERSON)
    assert (text[slice(*finding.span or (0, 0))], finding.sure) == ("my", 1.0)


@pytest.mark.parametrize("text", ["", "   ", "\n", "…", "!!!", "🙂🙂"])
def test_a_line_without_words_holds_nothing(text: str) -> None:
    assert judge(text) == Judgement()


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "负" * 100_000,
        "I " * 50_000,
        "Sold 销售 vendu \u202eabc\u202c 👩‍🍳 12",
        "\x00\ud800",
        "مرحبا بالعالم",
    ],
)
def test_any_text_is_judged(text: str) -> None:
    for finding in judge(text).findings:
        assert 0 <= finding.sure <= 1
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= len(text)


@given(st.text(max_size=300), st.sampled_from(["", "en", "zh-Hans", "fr", "de"]))
def test_whatever_comes_a_judgement_is_given_and_is_the_same_again(text: str, language: str) -> None:
    assert judge(text, language) == judge(text, language)


@pytest.mark.parametrize(
    "line", ["Reduje los costos de compra en un 12 % al negociar con tres proveedores.", "구매 비용을 12% 줄였습니다."]
)
def test_a_language_that_is_not_known_is_said_so_and_nothing_else(line: str) -> None:
    judgement = judge(line)
    assert [one.code for one in judgement.findings] == [Code.UNKNOWN_LANGUAGE]
    assert judgement.parts == frozenset()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Participation à des réunions", Code.VAGUE),
        ("Took part in meetings", Code.VAGUE),
        ("参与会议", Code.VAGUE),
        ("Was responsible for a budget of $40,000", Code.DUTY_ONLY),
        ("Était responsable d'un budget de 40 000 $", Code.DUTY_ONLY),
        ("曾负责一个项目的预算", Code.DUTY_ONLY),
    ],
)
def test_being_there_and_being_in_charge_are_no_achievement(text: str, code: Code) -> None:
    assert code in {finding.code for finding in judge(text).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Won the 2024 safety award after my crew logged 300 days without an accident",
        "Took part in meetings that cut the backlog by half",
        "Was responsible for a budget of $40,000, which ended the year 8% under plan",
    ],
)
def test_a_result_beside_it_is(text: str) -> None:
    weak = {finding.code for finding in judge(text).findings}
    assert not weak & {Code.VAGUE, Code.DUTY_ONLY, Code.FIRST_PERSON}
