"""Single findings: severity and place; sets; topics; the bank's own questions; any text at all."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.questions import Code, Finding, Question, Severity, Share, check, mix, topic_of

BANK = [
    (language, question[field])
    for path in sorted(files("askwell.interviews.rules").joinpath("bank").iterdir(), key=lambda path: path.name)
    if path.name.endswith(".toml")
    for question in tomllib.loads(path.read_text("utf-8"))["question"]
    for language, field in (("en", "en"), ("zh-Hans", "zh_hans"), ("fr", "fr"))
]


def test_only_asking_for_a_job_stops() -> None:
    assert check(Question("Are there any openings in your team now?")) == (
        Finding(Code.CLOSED, Severity.WARN, (0, 3)),
        Finding(Code.ASKS_FOR_JOB, Severity.STOP, (10, 22)),
    )


def test_the_second_question_is_marked() -> None:
    text = "I liked your talk. How did you learn to weld, and what would you do differently?"
    assert check(Question(text)) == (Finding(Code.DOUBLE, Severity.WARN, (text.index("what"), len(text))),)


def test_marks_lie_in_the_text_as_typed() -> None:
    text = "C’est dur à apprendre, j’imagine. Est-ce que l’horaire est difficile ?"
    [finding] = check(Question(text))
    assert finding.code is Code.CLOSED
    assert finding.span is not None
    assert text[slice(*finding.span)] == "Est-ce"


@pytest.mark.parametrize("text", ["", "   ", "?", "。", "…"])
def test_nothing_typed_has_no_flaw(text: str) -> None:
    assert check(Question(text)) == ()


@pytest.mark.parametrize("tag", ["zh-Hans", "zh_hans", "zh", ""])
def test_any_spelling_of_the_language(tag: str) -> None:
    assert [finding.code for finding in check(Question("干这行累不累？", tag))] == [Code.CLOSED]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What will change in your field over the next five years?", "trends"),
        ("未来几年这一行会有什么变化？", "trends"),
        ("What does a hard day look like?", "insights"),
        ("If you were me, what would you learn first?", "advice"),
        ("如果您是我，会先学什么？", "advice"),
        ("Who else should I talk to?", "resources"),
        ("À qui d'autre devrais-je parler ?", "resources"),
        ("Which project taught you the most?", "assignments"),
        ("How did you get into this field?", "path"),
        ("您当初是怎么入行的？", "path"),
        ("May I use your name when I write to them?", "closing"),
    ],
)
def test_topics(text: str, topic: str) -> None:
    assert topic_of(text) == topic


def test_a_set_is_summed_up_by_chosen_topic_or_guess() -> None:
    summed = mix(
        [
            (Question("Is it hard?"), "insights"),
            (Question("How did you get into this field?"), "insights"),
            (Question("Can you forward my resume to your boss?"), ""),
            (Question("Which project taught you the most?"), ""),
        ]
    )
    assert (summed.count, summed.closed, summed.asking_for_job) == (4, 1, 1)
    assert summed.topics == {"insights": Share(3, 2), "assignments": Share(1, 0)}


@pytest.mark.parametrize(("language", "text"), BANK)
def test_the_bank_has_no_flaw(language: str, text: str) -> None:
    assert check(Question(text, language)) == ()


@given(st.text(max_size=80), st.sampled_from(["", "en", "zh-Hans", "fr", "de"]))
def test_any_text_is_judged_with_marks_inside_it(text: str, language: str) -> None:
    findings = check(Question(text, language))
    assert len({finding.code for finding in findings}) == len(findings)
    for finding in findings:
        assert finding.span is None or 0 <= finding.span[0] <= finding.span[1] <= len(text)
