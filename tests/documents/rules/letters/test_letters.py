"""Every kind of letter in every language, with what was told and with gaps for what was not."""

from datetime import date

import pytest

from askwell.documents.choices import LANGUAGES, LetterKind
from askwell.documents.rules.letters import compose, dated, gaps_in, names_of, sender_lines, wording
from askwell.protocols.papers import Letter

EVERY = [(kind.value, language) for kind in LetterKind for language in LANGUAGES]


def letter(kind: str, language: str, facts: dict[str, str]) -> Letter:
    made = compose(kind, language, facts)
    return Letter(language, subject=made.subject, greeting=made.greeting, paragraphs=tuple(made.body.split("\n\n")))


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_kind_asks_for_the_same_in_every_language(kind: str, language: str) -> None:
    assert set(wording(kind, language).fields) == set(wording(kind, "en").fields)
    assert set(wording(kind, language).fields) <= set(names_of(language))


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_with_everything_told_there_is_no_gap_and_everything_is_said(kind: str, language: str) -> None:
    facts = {name: f"told {name}" for name in wording(kind, language).fields}

    written = letter(kind, language, facts)

    assert gaps_in(written) == ()
    text = "\n".join((written.subject, written.greeting, *written.paragraphs))
    assert {name for name in facts if f"told {name}" not in text and f"Told {name}" not in text} == set()


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_what_nobody_told_is_a_gap_in_the_words_of_the_language(kind: str, language: str) -> None:
    said = wording(kind, language)

    assert set(gaps_in(letter(kind, language, {}))) == {
        names_of(language)[name] for name in set(said.fields) - said.optional
    }


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_a_letter_is_short(kind: str, language: str) -> None:
    body = compose(kind, language, {}).body

    assert len(body) < 260 if language == "zh-Hans" else len(body.split()) < 130


def test_who_told_it_is_not_named_unless_that_was_told() -> None:
    without, with_name = (
        compose("cover", "en", {"insight": "they start with the forecast", **more}).body
        for more in ({}, {"insider": "Zhou Min"})
    )

    assert "As someone in the field told me: they start with the forecast." in without
    assert "As Zhou Min told me:" in with_name
    assert "told me" not in compose("cover", "en", {"insider": "Zhou Min"}).body


def test_braces_that_were_told_are_no_gaps() -> None:
    assert "{x}" not in compose("cover", "en", {"fit": "I wrote {x}"}).body


def test_a_sentence_ends_once() -> None:
    facts = {"fit": "It fell to 6 %.", "reason": "you plan by weekday."}

    body = compose("cover", "en", facts).body

    assert ".." not in body
    assert "because you plan by weekday." in body


def test_a_sentence_that_begins_with_what_was_told_has_a_capital() -> None:
    begun = compose("reference_thanks", "fr", {"outcome": "on m’a offert le poste"}).body
    after_a_colon = compose("decline", "en", {"reason": "the way is too long"}).body

    assert "\n\nOn m’a offert le poste." in begun
    assert "not to take it: the way is too long. It was" in after_a_colon


@pytest.mark.parametrize(
    ("language", "said"), [("en", "December 1, 2026"), ("zh-Hans", "2026年12月1日"), ("fr", "Le 1er décembre 2026")]
)
def test_a_day_is_worded_as_letters_have_it(language: str, said: str) -> None:
    assert dated(date(2026, 12, 1), language) == said


def test_a_chinese_letter_says_who_writes_at_its_end_only() -> None:
    assert sender_lines("马晓雯", "本拿比", "604-555-0142", "", chinese=True) == ("本拿比", "604-555-0142")


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        ("fr", "Qui décide", "Qui décide?"),
        ("zh-Hans", "谁来决定", "谁来决定？"),
        ("en", "Who decides?", "Who decides?"),
    ],
)
def test_a_question_ends_as_one(language: str, told: str, said: str) -> None:
    assert said in compose("enquiry", language, {"question": told}).body
