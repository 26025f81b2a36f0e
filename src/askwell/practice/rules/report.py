"""What a report says: what went well first, at most three things to change, and where the talk turned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from askwell.practice.choices import Lesson, Moment, Praise
from askwell.practice.rules.record import SHARE, Line, Record

BEST = 3
TURNING = 6
TIARA = frozenset({"trends", "insights", "advice", "resources", "assignments"})
WIDE, NARROW = 3, 2
"""Kinds of things asked about: from so many on it is a wide talk, below so many a narrow one."""
ENOUGH = 4
"""Questions that a talk of ten minutes has at least."""
CLOSED_AT_MOST = 0.2
GONE = 2
"""So many of the stories that went by are shown, the rest is counted."""


@dataclass(frozen=True, slots=True)
class Well:
    """Something that went well, with the places that show it."""

    what: Praise
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Something to change, with the places that show it."""

    what: Lesson
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Turning:
    """A place where the talk turned: `at` is the seeker's turn or, of a story that went by, the insider's."""

    what: Moment
    at: int


@dataclass(frozen=True, slots=True)
class Report:
    well: tuple[Well, ...]
    change: tuple[Change, ...]
    turnings: tuple[Turning, ...]


def report_of(
    lines: Sequence[Line], record: Record, *, minutes: int, aim: str = "", before: Record | None = None
) -> Report:
    """`aim` is the Lesson that was practised, `before` the record of the rehearsal before this one. Of a talk in a
    language that the coach does not know only that it was held is told."""
    if not record.is_known:
        return Report((Well(Praise.ASKED, record.asked),), (), ())
    change = tuple(_changes(record, minutes))
    well = [one for one in _well(lines, record, before) if one.what != Praise.ASKED]
    if aim and aim not in {one.what for one in change}:
        well.insert(0, Well(Praise.AIM))
    return Report(
        tuple(well[:BEST]) or (Well(Praise.ASKED, record.asked),),
        change[:BEST],
        tuple(sorted(_turnings(lines, record), key=lambda one: one.at))[:TURNING],
    )


def topics(record: Record) -> int:
    """How many of the five kinds of things (TIARA) were asked about."""
    return len(TIARA & set(record.covered))


def _well(lines: Sequence[Line], record: Record, before: Record | None) -> Iterator[Well]:
    if len(record.follow_ups) > 1:
        yield Well(Praise.FOLLOWED, record.follow_ups)
    if named := tuple(place for place, line in enumerate(lines) if line.named):
        yield Well(Praise.NAMED, named)
    if record.closed_well:
        yield Well(Praise.CLOSED)
    if record.share <= SHARE and record.asked:
        yield Well(Praise.LISTENED)
    elif before and record.share < before.share:
        yield Well(Praise.LESS)
    if record.opened_well:
        yield Well(Praise.OPENED)
    if topics(record) >= WIDE:
        yield Well(Praise.RANGE)
    if len(record.asked) >= ENOUGH and not record.closed:
        yield Well(Praise.OPEN)


def _changes(record: Record, minutes: int) -> Iterator[Change]:
    if record.jobs:
        yield Change(Lesson.JOB, record.jobs)
    if _lets_stories_go(record):
        yield Change(Lesson.MISSED, record.missed)
    if record.personal:
        yield Change(Lesson.PERSONAL, record.personal)
    if record.share > SHARE:
        yield Change(Lesson.TALKED)
    if len(record.closed) > CLOSED_AT_MOST * len(record.asked):
        yield Change(Lesson.CLOSED, record.closed)
    if record.double:
        yield Change(Lesson.DOUBLE, record.double)
    if not record.closed_well:
        yield Change(Lesson.CLOSING)
    if not record.opened_well:
        yield Change(Lesson.OPENING)
    if len(record.asked) < ENOUGH * minutes / 10:
        yield Change(Lesson.FEW)
    if topics(record) < NARROW:
        yield Change(Lesson.RANGE)


def _lets_stories_go(record: Record) -> bool:
    """Nobody can ask on everywhere: more go by than are taken up."""
    return len(record.missed) > len(record.follow_ups)


def _turnings(lines: Sequence[Line], record: Record) -> Iterator[Turning]:
    yield from (Turning(Moment.JOB, place) for place in record.jobs)
    gone = [place for place in record.missed if place + 1 not in record.jobs] if _lets_stories_go(record) else []
    yield from (Turning(Moment.MISSED, place) for place in gone[:GONE])
    yield from (Turning(Moment.OPENED, place) for place in record.follow_ups if _told_more(lines, place))
    for place, line in enumerate(lines):
        if line.named:
            yield Turning(Moment.NAMED, place - 1)
        if line.cooler and place - 1 not in record.jobs:
            yield Turning(Moment.COOLED, place - 1)


def _told_more(lines: Sequence[Line], place: int) -> bool:
    """Whether the answer to this turn is as long as the talk's usual one, or longer."""
    answers = sorted(len(line.turn.text) for line in lines if not line.is_mine)
    after = lines[place + 1 : place + 2]
    return bool(after) and len(after[0].turn.text) >= answers[len(answers) // 2]
