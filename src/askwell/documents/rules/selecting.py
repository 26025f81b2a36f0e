"""A story and what was chosen of it, put together: what is there, ticked or not, and how it reads.

What the story gained since is there too, ticked where there is room; what it lost is gone; a line that was worded
anew stays as it is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from askwell.documents.rules.choosing import Choice, Picked, Words, words_in
from askwell.portfolio.rules.telling import Ability, Line, Part, Telling, Tongue, Voucher

MOST_LINES = 5
"""Lines of one job that are ticked unasked."""
MOST_SKILLS, FEW_SKILLS = 15, 3
"""Skills that are ticked unasked; where fewer than a few are shown by anything in the story, also such as are not."""
PAUSE = "pause"
Fit = Callable[[str], int]
"""How well a text fits what the resume is for; more is better."""


class Known(Protocol):
    @property
    def id(self) -> UUID: ...


Some = TypeVar("Some", bound=Known)


@dataclass(frozen=True, slots=True)
class Chosen(Generic[Some]):
    """Something of the story, and whether it is ticked. `is_new`: it came into the story since the last choice."""

    it: Some
    on: bool
    is_new: bool = False

    @property
    def id(self) -> str:
        return str(self.it.id)


@dataclass(frozen=True, slots=True)
class ChosenLine(Chosen[Line]):
    """`text` is how it reads here. `is_own`: worded anew; `has_moved`: and the story's line was changed since.
    `is_untold`: the story does not tell it in the language of the page, which has it as it was told. `words` are those
    of every language in which it was worded anew."""

    text: str = ""
    is_own: bool = False
    has_moved: bool = False
    is_untold: bool = False
    words: Words = ()


@dataclass(frozen=True, slots=True)
class ChosenPart(Chosen[Part]):
    lines: tuple[ChosenLine, ...] = ()

    @property
    def used(self) -> tuple[ChosenLine, ...]:
        return tuple(line for line in self.lines if line.on and line.text)


@dataclass(frozen=True, slots=True)
class Selected:
    """Everything that a resume may say, in the order of its page."""

    telling: Telling
    choice: Choice
    headline: str
    summary: str
    parts: tuple[ChosenPart, ...]
    skills: tuple[Chosen[Ability], ...]
    languages: tuple[Chosen[Tongue], ...]
    references: tuple[Chosen[Voucher], ...]


def _no_fit(text: str) -> int:
    return 0


def select(telling: Telling, choice: Choice, fit: Fit = _no_fit) -> Selected:
    """The story as this choice has it. Where nothing was chosen yet, what fits best is ticked and stands first."""
    fresh = not choice.is_begun
    parts = tuple(_part(part, kept, telling, choice, fit) for part, kept in _ordered(telling.parts, choice.parts))
    few = _shows_few(telling)
    abilities = _fitting(
        telling.skills, lambda one: (few and has_evidence(one), fit(_all(one.name, one.others))), fresh
    )
    skills = tuple(_skills(_ordered(abilities, choice.skills), choice, few))
    return Selected(
        telling,
        choice,
        _own(choice.headline, telling.headline, telling.language),
        _own(choice.summary, telling.summary, telling.language),
        parts,
        skills,
        tuple(_simple(telling.languages, choice.languages, choice, lambda one: True)),
        tuple(_simple(telling.references, choice.references, choice, has_agreed)),
    )


def _own(words: Words, told: str, language: str) -> str:
    own = words_in(words, language)
    return own.text if own else told


def has_agreed(voucher: Voucher) -> bool:
    """Whether they may be named."""
    return voucher.agreed_on is not None and voucher.declined_on is None


def has_evidence(ability: Ability) -> bool:
    """Whether anything in the story shows the skill."""
    return bool(ability.lines or ability.parts)


def _all(text: str, others: str) -> str:
    return f"{text}\n{others}" if others else text


def _shows_few(telling: Telling) -> bool:
    return sum(map(has_evidence, telling.skills)) < FEW_SKILLS


def choice_now(selected: Selected) -> Choice:
    """The choice that gives exactly this, with nothing new in it: what is kept once somebody saw it. What the story
    does not hold now keeps its place and its words: it may be brought back."""
    choice = selected.choice
    kept = {part.id: part.lines for part in choice.parts}
    parts = (
        Picked(part.id, part.on, lines=_with_away(map(_picked, part.lines), kept.get(part.id, ())))
        for part in selected.parts
    )
    return replace(
        choice,
        parts=_with_away(parts, choice.parts),
        skills=_kept(selected.skills, choice.skills),
        languages=_kept(selected.languages, choice.languages),
        references=_kept(selected.references, choice.references),
    )


def _picked(line: ChosenLine) -> Picked:
    return Picked(line.id, line.on, line.words)


def _kept(some: Iterable[Chosen[Some]], kept: Sequence[Picked]) -> tuple[Picked, ...]:
    return _with_away((Picked(one.id, one.on) for one in some), kept)


def _with_away(there: Iterable[Picked], kept: Sequence[Picked]) -> tuple[Picked, ...]:
    """What is there, and what is away, each after what it followed."""
    row = list(there)
    known = {one.id for one in row}
    for place, one in enumerate(kept):
        if one.id not in known:
            before = kept[place - 1].id if place else ""
            row.insert(next((at + 1 for at, other in enumerate(row) if other.id == before), 0), one)
    return tuple(row)


def _ordered(told: Sequence[Some], kept: Sequence[Picked]) -> list[tuple[Some, Picked | None]]:
    """What the story holds, as it was ordered; what is new stands after what it follows in the story."""
    by_id = {str(one.id): one for one in told}
    places = {one.id: place for place, one in enumerate(one for one in kept if one.id in by_id)}
    picked = {one.id: one for one in kept}
    ranks: dict[str, tuple[float, int]] = {}
    last = -0.5
    for number, key in enumerate(by_id):
        last = places.get(key, last)
        ranks[key] = (float(last), 0 if key in places else number + 1)
    return [(by_id[key], picked.get(key)) for key in sorted(by_id, key=ranks.__getitem__)]


def _fitting(told: Sequence[Some], fit: Callable[[Some], Any], fresh: bool) -> Sequence[Some]:
    """The best fitting first, where nobody ordered them yet."""
    return sorted(told, key=fit, reverse=True) if fresh else told


def _part(part: Part, kept: Picked | None, telling: Telling, choice: Choice, fit: Fit) -> ChosenPart:
    told = _fitting(part.lines, lambda line: fit(_all(line.text, line.others)), kept is None)
    lines: list[ChosenLine] = []
    there = {str(line.id) for line in part.lines}
    room = MOST_LINES - sum(line.on for line in (kept.lines if kept else ()) if line.id in there)
    for line, one in _ordered(told, kept.lines if kept else ()):
        if one is None:
            one, room, is_new = Picked(str(line.id), room > 0), room - 1, choice.is_begun
        else:
            is_new = False
        lines.append(_line(line, one, telling.language, is_new))
    on = part.kind != PAUSE if kept is None else kept.on
    return ChosenPart(part, on, kept is None and choice.is_begun, tuple(lines))


def _line(line: Line, one: Picked, language: str, is_new: bool) -> ChosenLine:
    own = words_in(one.words, language)
    if own is None or own.text == line.text:
        return ChosenLine(line, one.on, is_new, line.text, is_untold=line.language != language, words=one.words)
    return ChosenLine(line, one.on, is_new, own.text, True, bool(own.told) and own.told != line.text, words=one.words)


def _skills(ordered: Iterable[tuple[Ability, Picked | None]], choice: Choice, few: bool) -> Iterable[Chosen[Ability]]:
    """`few`: so little shows any skill that those without evidence are told too."""
    room = MOST_SKILLS - sum(one.on for one in choice.skills)
    for ability, one in ordered:
        on = one.on if one else room > 0 and (few or has_evidence(ability))
        room -= one is None and on
        yield Chosen(ability, on, one is None and choice.is_begun)


def _simple(
    told: Sequence[Some], kept: Sequence[Picked], choice: Choice, usual: Callable[[Some], bool]
) -> Iterable[Chosen[Some]]:
    for one, picked in _ordered(told, kept):
        on = usual(one) if picked is None else picked.on and usual(one)
        yield Chosen(one, on, picked is None and choice.is_begun)
