"""What is said of an answer in a mock job interview: one thing to change, and a report over all answers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from askwell.coach.answers import Code, Judgement, Star, judge
from askwell.coach.job_interviews import Kind

LONG = "long"
"""The one thing to change where the answer takes too long to say."""
LONGEST = {Kind.BEHAVIOURAL: 150}
USUALLY_LONGEST = 120
"""Seconds that an answer may take."""

_always_wrong = (Code.DISCLOSES_PROTECTED_INFO, Code.NEGATIVE_ABOUT_EMPLOYER)
_first = (*_always_wrong, Code.OFF_QUESTION, Code.NO_EXAMPLE, Code.TOO_SHORT)
_then = (Star.RESULT, Star.ACTION, Code.WE_NOT_I, Star.TASK, Star.SITUATION, Code.RAMBLING, LONG, Code.UNKNOWN_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Problem:
    """`words`: the sentence of the answer that shows it, empty: it is about the whole."""

    code: Code
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """On one answer. Only a question about what somebody did wants a story: then `star` has the words that show each
    part, and `band` is 1 (begin again) to 4 (very good); else they are empty and 0. `change`: the one thing to change,
    a value of `Star` or `Code`, or `LONG`; empty: nothing."""

    wants_story: bool
    star: dict[Star, str]
    problems: tuple[Problem, ...]
    band: int
    words: int
    seconds: int
    change: str

    @property
    def missing(self) -> tuple[Star, ...]:
        """The parts of the story that are not there."""
        return tuple(part for part in Star if part not in self.star) if self.wants_story else ()


@dataclass(frozen=True, slots=True)
class Report:
    """Over an interview: how many of its `stories` have each part, how often each problem came, the bands of the
    stories, how long one talked; `lesson`: what to change in most answers, as `Verdict.change`."""

    answered: int
    stories: int
    parts: Sequence[tuple[Star, int]]
    problems: Sequence[tuple[Code, int]]
    bands: Sequence[int]
    seconds: int
    lesson: str

    @property
    def always(self) -> tuple[Star, ...]:
        """The parts that every story has."""
        return tuple(part for part, times in self.parts if times == self.stories > 0)


def verdict(kind: Kind, question: str, answer: str, language: str) -> Verdict:
    """Judge one answer to a question of this kind."""
    said = judge(question, answer, language)
    is_known = all(one.code is not Code.UNKNOWN_LANGUAGE for one in said.findings)
    story = kind is Kind.BEHAVIOURAL and is_known
    problems = tuple(
        Problem(one.code, answer[slice(*one.span)] if one.span else "")
        for one in said.findings
        if one.code is not Code.NO_RESULT  # the story's missing part says it
        and (
            story
            or not is_known
            or one.code in _always_wrong
            or (one.code is Code.TOO_SHORT and kind is not Kind.CLOSING)
        )
    )
    star = {part: answer[slice(*span)] for part, span in said.star.items()} if story else {}
    is_long = is_known and said.seconds > LONGEST.get(kind, USUALLY_LONGEST)
    change = _change(said if story else None, [one.code for one in problems], is_long=is_long)
    return Verdict(story, star, problems, said.band if story else 0, said.words, said.seconds, change)


def _change(story: Judgement | None, problems: Sequence[Code], *, is_long: bool) -> str:
    wrong: set[str] = {*problems, *(story.missing if story else ())} | ({LONG} if is_long else set())
    return next((str(one) for one in (*_first, *_then) if one in wrong), "")


def report_of(answers: Sequence[tuple[Kind, Verdict]]) -> Report:
    """Sum up the answers of an interview."""
    said = [one for _kind, one in answers]
    stories = [one for one in said if one.wants_story]
    problems = Counter(problem.code for one in said for problem in one.problems)
    return Report(
        answered=len(said),
        stories=len(stories),
        parts=[(part, sum(part in one.star for one in stories)) for part in Star],
        problems=[(code, problems[code]) for code in Code if problems[code]],
        bands=[one.band for one in stories],
        seconds=sum(one.seconds for one in said),
        lesson=_lesson([one.change for one in said if one.change]),
    )


def _lesson(changes: Sequence[str]) -> str:
    """What was said most often; of two, what weighs more."""
    order = [str(one) for one in (*_first, *_then)]
    return max(changes, key=lambda one: (changes.count(one), -order.index(one)), default="")
