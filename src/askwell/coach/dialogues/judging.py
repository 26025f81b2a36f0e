"""Judges how a seeker held a practice talk."""

import re
from collections.abc import Iterator, Sequence

from askwell.coach.dialogues import acts, follow_ups, subjects
from askwell.coach.dialogues.values import Band, Judgement, Turn
from askwell.coach.foreign import is_foreign
from askwell.coach.questions.languages import settled
from askwell.lib.text import HAN

LOW, HIGH = 0.33, 0.60
TELLING = 600
"""Characters that tell the language."""

MOST = 200
"""Turns of one talk that are judged."""

_han = re.compile(f"[{HAN}]")


def judge(turns: Sequence[Turn], language: str = "", role: str = "") -> Judgement:
    """Judge a talk, finished or not. `role` is the insider's; nothing is judged by it yet."""
    turns = turns[:MOST]
    said = [turn for turn in turns if turn.speaker == "seeker"]
    language = settled(language, " ".join(turn.text[:TELLING] for turn in turns)[:TELLING])
    share = ratio(turns, language)
    if is_foreign(" ".join(turn.text[:TELLING] for turn in said)):
        return Judgement(frozenset(), share, None, False, False, (), (), ())
    hooks = [(number, follow_ups.taken_up(turns[number].text, turns[number + 1].text)) for number in invitations(turns)]
    return Judgement(
        covered=frozenset(subjects.covered(said, language)),
        ratio=share,
        band=band(share),
        opened_well=acts.opened_well(said),
        closed_well=acts.closed_well(said),
        asked_for_job=tuple(_job(turns, language)),
        missed=tuple(number for number, taken in hooks if not taken),
        follow_ups=tuple(number + 1 for number, taken in hooks if taken),
    )


def ratio(turns: Sequence[Turn], language: str) -> float:
    """The seeker's share of all words, in Chinese of all characters; 0 when nobody said anything."""
    counts = {"seeker": 0, "insider": 0}
    for turn in turns:
        counts[turn.speaker] += len(_han.findall(turn.text)) if language == "zh-Hans" else len(turn.text.split())
    return counts["seeker"] / max(1, sum(counts.values()))


def band(share: float) -> Band:
    if share < LOW:
        return "low"
    return "balanced" if share <= HIGH else "high"


def invitations(turns: Sequence[Turn]) -> Iterator[int]:
    """The insider's turns that plainly invite a follow-up and that the seeker answered; a goodbye invites none."""
    for number, (turn, after) in enumerate(zip(turns, turns[1:], strict=False)):
        if turn.speaker == "insider" and after.speaker == "seeker" and follow_ups.invites(turn.text):
            yield number


def _job(turns: Sequence[Turn], language: str) -> Iterator[int]:
    for number, turn in enumerate(turns):
        if turn.speaker == "seeker" and acts.asks_for_job(turn.text, language):
            yield number
