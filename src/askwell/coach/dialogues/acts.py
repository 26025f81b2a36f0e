"""What the seeker does in a talk besides asking: opens it, closes it, asks for a job."""

from collections.abc import Sequence
from itertools import islice

from askwell.coach.dialogues import words
from askwell.coach.dialogues.values import Turn
from askwell.coach.questions import Code, Question, check
from askwell.coach.questions.parts import plain, sentences
from askwell.coach.questions.requests import asks_for_next, asks_no_job
from askwell.coach.questions.ruled import by_rules

FIRST, LAST = 2, 3
"""How many turns of the seeker make the opening and the closing."""

_short = 60
MOST, LONGEST = 12, 2000
"""Sentences and characters of one turn that are looked at."""


def opened_well(said: Sequence[Turn]) -> bool:
    """Whether the seeker's first turn greets, thanks for the time, and says who they are or why this person. A greeting
    alone goes on in the turn after it."""
    opening = " ".join(turn.text[:LONGEST] for turn in said[: FIRST if said and len(said[0].text) < _short else 1])
    begins_by_who = words.SAYS_WHO.search(opening) or words.SAYS_WHY.search(opening)
    return bool(words.GREETS.search(opening) and words.THANKS.search(opening) and begins_by_who)


def closed_well(said: Sequence[Turn]) -> bool:
    """Whether the seeker's last turns thank, and one asks for another person to talk to."""
    last = said[-LAST:] if len(said) > 1 else []
    thanks = any(words.THANKS.search(turn.text[-LONGEST:]) for turn in last)
    return thanks and any(asks_for_next(part) for turn in last for part in sentences_of(turn.text))


def asks_for_job(text: str, language: str) -> bool:
    """Whether a sentence of a turn asks for a job, an opening or a referral."""
    return any(not asks_no_job(part) and _is_job(part, language) for part in sentences_of(text))


def sentences_of(text: str) -> list[str]:
    """The first sentences of a turn."""
    return [part.text for part in islice(sentences(plain(text[:LONGEST])), MOST)]


def _is_job(sentence: str, language: str) -> bool:
    """By its words; a question also by what it means, which was learned of questions alone."""
    if words.WANTS_WORK.search(sentence) or Code.ASKS_FOR_JOB in by_rules(sentence, language):
        return True
    findings = check(Question(sentence, language)) if sentence.endswith("?") else ()
    return any(finding.code is Code.ASKS_FOR_JOB for finding in findings)
