"""The sets that the coach learns from: what of a case is looked at, and what is learned about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from askwell.coach.accomplishments.counting import signs as accomplishment_signs
from askwell.coach.answers.counting import signs as answer_signs
from askwell.coach.answers.sentences import pieces
from askwell.coach.learned.features import Layout

Case = dict[str, Any]
Piece = tuple[str, str, Sequence[float]]
"""A text, one beside it, and signs."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A set. `labels` gives those of a case; of labels called FIELD:VALUE only one a field can be true.

    `text`, `beside` and `signs` are what the coach passes to `askwell.coach.learned.probabilities`.
    """

    text: Callable[[Case], str]
    labels: Callable[[Case], set[str]]
    folders: tuple[str, ...] = ()
    """Where its cases lie below `cases`, when not in a folder of its own name alone."""
    layout: Layout = Layout()
    beside: Callable[[Case], str] = lambda _: ""
    signs: Callable[[Case], Sequence[float]] = lambda _: ()
    strength: float = 30.0
    """How closely the weights follow the cases (the inverse of how much large weights cost)."""
    pieces: Callable[[Case], list[Piece]] | None = None
    """Where a label is learned of pieces of a text: a case has it when one of its pieces has."""
    tells: Callable[[Case], set[str] | None] = lambda _: None
    """The labels that a case says something about, where it is not all of them."""


def _question(case: Case) -> set[str]:
    return {*case["flaws"], *([f"topic:{case['topic']}"] if case["topic"] else [])}


def _accomplishment(case: Case) -> set[str]:
    return {*case["weak"], *(part for part in ("action", "task_context", "result", "measure") if case[f"has_{part}"])}


ANSWERS_COUNTED = {"no_example", "no_result", "too_short"}


def _answer(case: Case) -> set[str]:
    star = {part for part, is_there in case["star"].items() if is_there}
    return star | (set(case["problems"]) - ANSWERS_COUNTED) | ({"example"} if star else set())


def _said(case: Case) -> set[str]:
    return _answer(case) - OF_THE_WHOLE if "star" in case else set(case["problems"])


OF_THE_WHOLE = {"off_question", "rambling", "example"}


def _sentences(case: Case) -> list[Piece]:
    if "text" in case:
        return [(case["text"], "", (0.0, 0.0, 0.5))]
    return [(part.text, "", place) for part, place in pieces(case["answer"])]


SETS = {
    "questions": Learned(lambda case: case["text"], _question),
    "drafts": Learned(lambda case: case["body"], lambda case: set(case["flags"])),
    "insider": Learned(lambda case: case["text"], lambda case: {f"asks:{case['asks']}"}, strength=10.0),
    "accomplishments": Learned(
        lambda case: case["text"],
        _accomplishment,
        layout=Layout(signs=3),
        signs=lambda case: accomplishment_signs(case["text"], case["lang"]),
    ),
    "answers": Learned(
        lambda case: case["answer"],
        _answer,
        layout=Layout(sentences=True, ends=True, beside=True, signs=2),
        beside=lambda case: case["question"],
        signs=lambda case: answer_signs(case["answer"], case["lang"]),
    ),
    "answer_sentences": Learned(
        lambda case: "",
        _said,
        folders=("answers", "answer_sentences"),
        layout=Layout(signs=3),
        pieces=_sentences,
        tells=lambda case: None if "star" in case else {"negative_about_employer", "discloses_protected_info"},
    ),
}
