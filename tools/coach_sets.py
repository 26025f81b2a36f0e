"""The sets that the coach learns from: what of a case is looked at, and what is learned about it."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from askwell.coach.accomplishments.counting import signs as accomplishment_signs
from askwell.coach.answers.counting import signs as answer_signs
from askwell.coach.answers.sentences import pieces
from askwell.coach.answers.subjects import OFF
from askwell.coach.answers.subjects import signs as subject_signs
from askwell.coach.dialogues import follow_ups, subjects
from askwell.coach.dialogues.values import Turn
from askwell.coach.drafts import judging as drafts_judging
from askwell.coach.drafts.ruled import by_rules
from askwell.coach.learned.features import Layout
from askwell.coach.questions import judging
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import plain

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))
from cases_drafts import message

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
    layout: Layout = Layout()
    folders: tuple[str, ...] = ()
    """Where its cases lie below `cases`, when not in a folder of its own name alone."""
    beside: Callable[[Case], str] = lambda _: ""
    signs: Callable[[Case], Sequence[float]] = lambda _: ()
    strength: float = 10.0
    """How closely the weights follow the cases (the inverse of how much large weights cost)."""
    pieces: Callable[[Case], list[Piece]] | None = None
    """Where a label is learned of pieces of a text: a case has it when one of its pieces has."""
    cases: Callable[[Case], list[Case]] = lambda case: [case]
    """What is learned from, where a case of a folder holds several."""
    tells: Callable[[Case], set[str] | None] = lambda _: None
    """The labels that a case says something about, where it is not all of them."""


def _question(case: Case) -> set[str]:
    return {*case["flaws"], *([f"topic:{case['topic']}"] if case["topic"] else [])}


def _accomplishment(case: Case) -> set[str]:
    return {*case["weak"], *(part for part in ("action", "task_context", "result", "measure") if case[f"has_{part}"])}


NOT_OF_TEXT = {"no_example", "no_result", "too_short", OFF}
"""Problems that are counted, follow from others, or are learned with the question."""


def _answer(case: Case) -> set[str]:
    star = {part for part, is_there in case["star"].items() if is_there}
    return star | (set(case["problems"]) - NOT_OF_TEXT) | ({"example"} if star else set())


def _said(case: Case) -> set[str]:
    return _answer(case) - OF_THE_WHOLE if "star" in case else set(case["problems"])


OF_THE_WHOLE = {"rambling", "example"}


def _sentences(case: Case) -> list[Piece]:
    if "text" in case:
        return [(case["text"], "", (0.0, 0.0, 0.5))]
    return [(part.text, "", place) for part, place in pieces(case["answer"])]


def _seeker(case: Case) -> list[Turn]:
    return [Turn(**turn) for turn in case["turns"] if turn["speaker"] == "seeker"]


def _asked(case: Case) -> list[Piece]:
    if "turns" not in case:
        return [(plain(case["text"]), "", (1.5, 0.5))]
    return [(text, "", place) for text, place in subjects.asked(_seeker(case), case["lang"])] or [("", "", (0.0, 0.5))]


def _topics(case: Case) -> set[str]:
    return set(case["covered_topics"]) if "turns" in case else {case["topic"]} - {None}


Pair = tuple[str, str, bool]


def pairs(case: Case) -> Iterator[Pair]:
    """What the insider said, what the seeker said then, and whether that missed an invitation."""
    for number, (turn, after) in enumerate(zip(case["turns"], case["turns"][1:], strict=False)):
        if turn["speaker"] == "insider":
            yield turn["text"], after["text"], number in case["missed_follow_ups"]


def _turns(case: Case) -> list[Case]:
    """An insider's turn that was missed invites; one that was not taken up and not missed does not; of others nothing
    is known."""
    return [
        {"text": said, "invites": missed, "lang": case["lang"]}
        for said, then, missed in pairs(case)
        if missed or not follow_ups.points_back(said, then)
    ]


def _after_turns(case: Case) -> list[Case]:
    return [
        {"said": said, "next": then, "follows": False, "lang": case["lang"]}
        for said, then, missed in pairs(case)
        if missed
    ]


SETS = {
    "questions": Learned(
        lambda case: plain(case["text"]),
        _question,
        judging.LAYOUT,
        signs=lambda case: judging.signs(plain(case["text"]), settled(case["lang"], case["text"])),
    ),
    "drafts": Learned(
        lambda case: case["body"],
        lambda case: set(case["flags"]),
        drafts_judging.LAYOUT,
        signs=lambda case: drafts_judging.signs(by_rules(message(case))),
    ),
    "parts": Learned(lambda case: case["text"], lambda case: {case["part"]} - {"none"}),
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
    OFF: Learned(
        lambda case: case["answer"],
        lambda case: {OFF} & set(case["problems"]),
        folders=("answers",),
        layout=Layout(sentences=True, beside=True, across=False, words=False, signs=5),
        beside=lambda case: case["question"],
        signs=lambda case: subject_signs(case["question"], case["answer"], case["lang"]),
        strength=3.0,
    ),
    "answer_subjects": Learned(lambda case: case["text"], lambda case: {f"subject:{case['subject']}"}, strength=1.0),
    "answer_sentences": Learned(
        lambda case: "",
        _said,
        folders=("answers", "answer_sentences"),
        layout=Layout(signs=3),
        pieces=_sentences,
        tells=lambda case: None if "star" in case else {"negative_about_employer", "discloses_protected_info"},
    ),
    "dialogue_turns": Learned(
        lambda case: "",
        _topics,
        folders=("dialogues", "questions"),
        layout=Layout(signs=2),
        pieces=_asked,
        tells=lambda case: None if "turns" in case or case["topic"] else set(),
    ),
    "hooks": Learned(
        lambda case: "",
        lambda case: {"invites"} if case["invites"] else set(),
        folders=("hooks", "dialogues"),
        cases=lambda case: [case] if "text" in case else _turns(case),
        pieces=lambda case: [(text, "", ()) for text in follow_ups.pieces(case["text"])],
    ),
    "follow_ups": Learned(
        lambda case: case["next"],
        lambda case: {"follows"} if case["follows"] else set(),
        folders=("follow_ups", "dialogues"),
        layout=Layout(beside=True, signs=4),
        cases=lambda case: [case] if "next" in case else _after_turns(case),
        beside=lambda case: case["said"],
        signs=lambda case: follow_ups.signs(case["said"], case["next"]),
    ),
}
"""The last three say whether a talk touched a topic, and whether an insider's turn invited what came after it."""
