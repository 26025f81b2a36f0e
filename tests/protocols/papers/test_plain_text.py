"""Documents as plain text."""

from dataclasses import replace

from askwell.protocols.papers import text
from askwell.protocols.resumes import Job, Resume, Skill
from tests.factories.papers import LETTERS

JOB = Job("Shift Lead", "Maple Basket", "Burnaby", "2023-06", lines=("Order the dairy wall.", "Plan the holidays."))


def test_a_resume_is_a_part_a_line_in_the_words_of_the_language_asked_for() -> None:
    resume = Resume(name="Xiaowen Ma", phone="604-555-0142", work=(JOB, JOB), skills=(Skill("Tools", ("Excel",)),))
    assert text(replace(resume, work=(JOB,)), "fr") == (
        "Xiaowen Ma\n604-555-0142\n\n"
        "Expérience professionnelle\nShift Lead\nMaple Basket, Burnaby\nde juin 2023 à aujourd'hui\n"
        "- Order the dairy wall.\n- Plan the holidays.\n\n"
        "Compétences\nTools\u00a0: Excel\n"
    )
    assert text(resume, "en").count("\n\nShift Lead\n") == 1


def test_nothing_to_say_is_an_empty_line() -> None:
    assert text(Resume(), "en") == "\n"


def test_a_letter_keeps_its_paragraphs_apart() -> None:
    assert text(LETTERS["zh-Hans"], "zh-Hans").endswith("此致\n敬礼\n\n马晓雯\n\n2026年11月27日\n")
    assert "January.\n\nAs someone in the field told me" in text(LETTERS["en"], "en")
