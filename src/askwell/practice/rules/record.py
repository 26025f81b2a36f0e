"""What the coach says of a talk, in figures: kept when it ends, so that sessions can be compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any

from askwell.coach import dialogues, questions
from askwell.coach.dialogues import Turn
from askwell.coach.foreign import is_foreign
from askwell.coach.insider import KINDS, Persona
from askwell.coach.questions import Code, Finding, Question, Severity
from askwell.coach.safety import Concern
from askwell.practice.choices import INSIDER, SEEKER, SpokenBy

SHARE = 40
"""Per cent of the words that are the seeker's at most (METHOD.md, grade B)."""

COURTESIES = frozenset(
    [
        "greet",
        "introduce",
        "no_job",
        "announced",
        "how_are_you",
        "good_time",
        "thanks_for_time",
        "names",
        "may_use_name",
        "time_check",
        "repeat",
        "reword",
        "close",
    ]  # fmt: skip
)
"""What may be asked with yes or no: these are manners, not questions about the work."""

JOB = "job"
"""What the insider understood when a job was asked for: only what both they and the judge took so counts."""

MANNERS = COURTESIES | {JOB, "personal", "told", "rapport", "silence"} | frozenset(Concern)
"""What neither takes up a story nor lets it go by: the end of the talk, manners, and slips of their own."""

NOT_HEARD = {"unclear", ""}

FOLLOWED = ("go_on", "mirror")
"""What the insider understood when their own words were taken up."""

IN_A_TALK = (Code.CLOSED, Code.DOUBLE, Code.TOO_PERSONAL)
"""Flaws that weigh in a talk; a short "And then?" may be vague there."""


@dataclass(frozen=True, slots=True)
class Line:
    """A turn, `at` so many seconds. Of the insider's: what was `heard`, and the other marks of a Reply, and
    by whom it was `spoken_by`, a SpokenBy."""

    turn: Turn
    at: int
    heard: str = ""
    hook: str = ""
    named: str = ""
    cooler: bool = False
    spoken_by: str = ""

    @property
    def is_mine(self) -> bool:
        return self.turn.speaker == SEEKER


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Tuples of numbers are places in the talk, from 0: of the seeker's turns, in `missed` of the insider's. Where
    `is_known` is false the seeker spoke a language that the coach does not know: only share and time are told."""

    seconds: int
    share: int
    covered: tuple[str, ...]
    opened_well: bool
    closed_well: bool
    jobs: tuple[int, ...]
    missed: tuple[int, ...]
    follow_ups: tuple[int, ...]
    asked: tuple[int, ...]
    closed: tuple[int, ...]
    double: tuple[int, ...]
    personal: tuple[int, ...] = ()
    is_known: bool = True

    def stored(self) -> dict[str, Any]:
        """As JSON values."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def record_of(lines: Sequence[Line], persona: Persona) -> Record:
    """Judge a talk with this insider, as far as it has come."""
    said = dialogues.judge([line.turn for line in lines], persona.language, persona.title)
    taken, missed = _stories(lines, said)
    flaws = {place: flaws_at(lines, place) for place, line in enumerate(lines) if line.is_mine}
    return Record(
        seconds=lines[-1].at if lines else 0,
        share=round(said.ratio * 100),
        covered=tuple(sorted(said.covered | {KINDS[line.heard] for line in lines if line.heard in KINDS})),
        opened_well=said.opened_well,
        closed_well=said.closed_well or _parted_well(lines),
        jobs=tuple(place for place in said.asked_for_job if _answer_to(lines, place) == JOB),
        missed=missed,
        follow_ups=taken,
        asked=tuple(place for place in flaws if _asks(lines[place].turn.text)),
        closed=_with(flaws, Code.CLOSED),
        double=_with(flaws, Code.DOUBLE),
        personal=_with(flaws, Code.TOO_PERSONAL),
        is_known=said.band is not None,
    )


def _parted_well(lines: Sequence[Line]) -> bool:
    """Whether the built-in insider was thanked at the end, and asked for a name a little before: the judge of any talk
    looks at the last turns only."""
    heard = [_answer_to(lines, place) for place, line in enumerate(lines) if line.is_mine]
    return "names" in heard[-6:] and not {"close", "thanks_for_time"}.isdisjoint(heard[-3:])


def _stories(lines: Sequence[Line], said: dialogues.Judgement) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The seeker's turns that took up a story, and the insider's whose story went by. The built-in insider knows where
    it left one open (`hook`) and what it was asked; of a language model's words the coach judges that."""
    model = {place for place, line in enumerate(lines) if line.spoken_by == SpokenBy.MODEL}
    taken = {place for place in said.follow_ups if place - 1 in model} | set(_taken_up(lines, model))
    open_at = {place for place in said.missed if place in model} | set(_left_open(lines))
    taken = {place for place in taken if _answer_to(lines, place) not in set(Concern)}
    open_at = {place for place in open_at if _answer_to(lines, place + 1) not in set(Concern)}
    return tuple(sorted(taken)), tuple(sorted(place for place in open_at if place + 1 not in taken))


def _taken_up(lines: Sequence[Line], model: set[int]) -> Iterator[int]:
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if before and line.is_mine and not before.is_mine and place - 1 not in model:
            answer = _answer_to(lines, place)
            hooked = before.hook and answer not in MANNERS and _echoes(before.turn.text, line.turn.text)
            if hooked or (answer in FOLLOWED and _has_story(lines, place)):
                yield place


def _has_story(lines: Sequence[Line], place: int) -> bool:
    """Whether there is something to go on with: not after manners or an insult, but for an earlier story."""
    if lines[place - 1].heard not in MANNERS:
        return True
    return any(one.hook and dialogues.echoes(one.turn.text, lines[place].turn.text) for one in lines[:place])


def _echoes(said: str, then: str) -> bool:
    """Both signs are wanted where the insider understood another question: they were told something else."""
    return dialogues.echoes(said, then) and dialogues.taken_up(said, then)


def _left_open(lines: Sequence[Line]) -> Iterator[int]:
    """Where a story was open and the next turn was a question, and no mere courtesy."""
    for place, line in enumerate(lines[:-1]):
        if line.hook and lines[place + 1].is_mine and _answer_to(lines, place + 1) not in NOT_HEARD | MANNERS:
            yield place


def flaws_at(lines: Sequence[Line], place: int) -> tuple[Finding, ...]:
    """What is wrong with the question of one of the seeker's turns. Manners are not judged as questions, nor is the
    greeting; "A jar? Tell me more" is one question; whether a job was asked for is told by the talk (`Record.jobs`).
    What is in a language that the coach does not know has only that finding."""
    if is_foreign(lines[place].turn.text):
        return (Finding(Code.UNKNOWN_LANGUAGE, Severity.WARN),)
    answer = _answer_to(lines, place)
    is_first = not any(line.is_mine for line in lines[:place])
    if is_first or answer in COURTESIES or not _asks(lines[place].turn.text):
        return ()
    found = questions.check(Question(lines[place].turn.text))
    return tuple(one for one in found if one.code in IN_A_TALK and not (one.code is Code.DOUBLE and answer in FOLLOWED))


def restored(stored: Mapping[str, Any]) -> Record | None:
    """What `stored` made; None where it is none."""
    needed = {field.name for field in fields(Record) if field.default is MISSING}
    if not needed <= stored.keys():
        return None
    values: dict[str, Any] = {field.name: stored[field.name] for field in fields(Record) if field.name in stored}
    whole: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in values.items()}
    return Record(**whole)


def _answer_to(lines: Sequence[Line], place: int) -> str:
    """What the insider understood; empty where they did not answer."""
    return next((line.heard for line in lines[place + 1 : place + 2] if line.turn.speaker == INSIDER), "")


def _asks(text: str) -> bool:
    return "?" in text or "？" in text


def _with(flaws: Mapping[int, tuple[Finding, ...]], code: Code) -> tuple[int, ...]:
    return tuple(place for place, found in flaws.items() if any(one.code is code for one in found))
