"""What a seeker has said about themselves so far, and what it suggests to ask insiders about."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.coach.self_reflection import (
    LEAST,
    MOST,
    Kind,
    Score,
    Side,
    Statement,
    Suggestion,
    profile,
    statements,
    to_ask,
    values,
)
from askwell.portfolio.choices import ReflectionKind
from askwell.portfolio.models import Reflection
from askwell.portfolio.rules.pairs import Choice, Standing, most, standing

PAGE = 10
"""Statements a page."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reflect and where it stands: `done` of `of`; for values the choices made, of those at most needed
    until the order stands."""

    kind: ReflectionKind
    done: int
    of: int
    id: UUID | None = None
    is_finished: bool = False

    @property
    def is_begun(self) -> bool:
        return self.id is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement with the answer that was given: 1 to 5, None where there is none."""

    statement: Statement
    answer: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of statements; `number` counts from 1, `next` is None on the last."""

    rows: Sequence[Asked]
    number: int
    of: int
    done: int
    total: int

    @property
    def previous(self) -> int | None:
        return self.number - 1 or None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.of else None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A value at its `place` (1 the first; equals share one), the values it was chosen over, those chosen over it,
    and those called equal."""

    id: str
    place: int
    over: tuple[str, ...]
    under: tuple[str, ...]
    equal: tuple[str, ...]
    is_must: bool


@dataclass(frozen=True, slots=True)
class Suggested:
    """Questions that one thing somebody said suggests: `about` is a scale with its `side`, or a value ("")."""

    about: str
    side: Side
    questions: tuple[str, ...]


def latest(workspace: Workspace, kind: ReflectionKind | str) -> Reflection | None:
    """The one that goes on, or is finished."""
    return Reflection.kept(workspace).filter(kind=kind).order_by("-begun_at").first()


def ways(workspace: Workspace) -> tuple[Way, ...]:
    """The three ways to reflect; one query."""
    rows = {row.kind: row for row in Reflection.kept(workspace).order_by("begun_at")}
    return tuple(_way(kind, rows.get(kind)) for kind in ReflectionKind)


def sheet(workspace: Workspace, kind: Kind, number: int = 0) -> Sheet:
    """A page of statements; 0 for the first on which one was not seen yet."""
    row = latest(workspace, kind)
    given = row.answers if row else {}
    every = _asked(kind)
    last = -(-len(every) // PAGE)
    if not number:
        unseen = next((place for place, one in enumerate(every) if one.id not in given), 0)
        number = unseen // PAGE + 1
    number = min(max(number, 1), last)
    shown = every[(number - 1) * PAGE : number * PAGE]
    rows = [Asked(one, given.get(one.id)) for one in shown]
    return Sheet(rows, number, last, _answered(given, kind), len(every))


def scores(workspace: Workspace, kind: Kind) -> tuple[Score, ...]:
    """What the answers say so far, scale by scale."""
    return _scores(latest(workspace, kind), kind)


def things(row: Reflection) -> list[str]:
    """The values in the order in which they are asked about: another for each seeker, so that nothing has the advantage
    of coming first."""
    mixed = list(values())
    random.Random(str(row.workspace_id)).shuffle(mixed)  # noqa: S311 # an order, no secret
    return mixed


def choices_of(row: Reflection) -> list[Choice]:
    """What was chosen, the first choice first."""
    return [Choice(*one) for one in row.answers.get("pairs", [])]


def musts_of(row: Reflection) -> list[str]:
    """What a job must have, as it was ticked."""
    return [key for key in row.answers.get("musts", []) if key in values()]


def stands(row: Reflection) -> Standing:
    """The next pair, or the order."""
    return standing(things(row), choices_of(row))


def about_values(workspace: Workspace) -> Reflection:
    """The choices that go on or are whole; an empty, unsaved row where none was made yet."""
    return latest(workspace, ReflectionKind.VALUES) or Reflection(workspace=workspace, kind=ReflectionKind.VALUES)


def ranking(row: Reflection) -> list[Ranked]:
    """The values in order, with what stood against what; empty until the order is whole."""
    choices, musts = choices_of(row), musts_of(row)
    ranked, before = [], 0
    for place in stands(row).order:
        ranked += [_ranked(key, before + 1, choices, key in musts) for key in place]
        before += len(place)
    return ranked


def suggested(workspace: Workspace, language: str) -> list[Suggested]:
    """What to ask insiders about, by what was said: traits, interests, then what a job must have and the first three
    values. `language` as the coach spells it; one query. Pages of interviews may offer these, too."""
    rows = {row.kind: row for row in Reflection.kept(workspace).order_by("begun_at")}
    kinds: tuple[Kind, ...] = ("traits", "interests")
    found = [one for kind in kinds for one in to_ask(_scores(rows.get(kind), kind))]
    return _grouped(found, language) + _about_values(rows.get(ReflectionKind.VALUES), language)


def _grouped(found: Sequence[Suggestion], language: str) -> list[Suggested]:
    leans = dict.fromkeys((one.scale, one.side) for one in found)
    return [
        Suggested(scale, side, tuple(one.told[language] for one in found if (one.scale, one.side) == (scale, side)))
        for scale, side in leans
    ]


def _about_values(row: Reflection | None, language: str) -> list[Suggested]:
    if row is None:
        return []
    first = [one.id for one in ranking(row)[:3]]
    return [
        Suggested(key, "", (values()[key].ask[language],)) for key in dict.fromkeys([*musts_of(row), *first])
    ]  # fmt: skip


def _way(kind: ReflectionKind, row: Reflection | None) -> Way:
    given, is_finished = row.answers if row else {}, bool(row and row.finished_at)
    if kind == ReflectionKind.VALUES:
        done = len(given.get("pairs", []))
        of = done if is_finished else most(len(values()))
    else:
        done, of = _answered(given, kind.value), len(_asked(kind.value))
    return Way(kind, done, of, row.pk if row else None, is_finished)


def _asked(kind: str) -> list[Statement]:
    return [one for one in statements().values() if one.kind == kind]


def _answered(given: dict[str, int | None], kind: str) -> int:
    return sum(given.get(one.id) is not None for one in _asked(kind))


def _scores(row: Reflection | None, kind: Kind) -> tuple[Score, ...]:
    given = row.answers if row else {}
    return profile({key: value for key, value in given.items() if value in range(LEAST, MOST + 1)}, kind)


def _ranked(key: str, place: int, choices: Sequence[Choice], is_must: bool) -> Ranked:
    over: list[str] = []
    under: list[str] = []
    equal: list[str] = []
    for one in choices:
        if key in (one.first, one.second):
            other = one.second if one.first == key else one.first
            won = one.outcome == ("first" if one.first == key else "second")
            (equal if one.outcome == "equal" else over if won else under).append(other)
    return Ranked(key, place, tuple(over), tuple(under), tuple(equal), is_must)
