"""One change of a choice: something ticked, moved, or worded anew."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from askwell.documents.rules.choosing import Choice, Picked, word_anew

Some = tuple[Picked, ...]


def moved(choice: Choice, key: str, step: int, among: Collection[str] | None = None) -> Choice:
    """`key` one place up (-1) or down (1) past its next neighbour of `among`; the same where there is none."""
    return _in_lists(choice, lambda some: _moved(some, key, step, among))


def _moved(some: Some, key: str, step: int, among: Collection[str] | None) -> Some:
    row = list(some)
    here = next((place for place, one in enumerate(row) if one.id == key), -1)
    there = here + step
    while 0 <= there < len(row) and among is not None and row[there].id not in among:
        there += step
    if here >= 0 and 0 <= there < len(row):
        row[here], row[there] = row[there], row[here]
    return tuple(row)


def arranged(choice: Choice, keys: Sequence[str]) -> Choice:
    """These parts in this order, in the places that they hold among the others."""
    by_id = {part.id: part for part in choice.parts}
    following = iter(by_id[key] for key in keys if key in by_id)
    return replace(choice, parts=tuple(next(following) if part.id in keys else part for part in choice.parts))


def left_out(choice: Choice, keys: Collection[str]) -> Choice:
    """Without these on the page."""
    return _in_lists(choice, lambda some: tuple(replace(one, on=one.on and one.id not in keys) for one in some))


def ticked(choice: Choice, key: str) -> Choice:
    """With this on the page, and the part that it stands in."""
    return _in_lists(choice, lambda some: tuple(_ticked(one, key) for one in some))


def _ticked(one: Picked, key: str) -> Picked:
    inside = any(line.id == key for line in one.lines)
    return replace(one, on=True) if one.id == key or inside else one


def reworded(choice: Choice, key: str, language: str, text: str | None, told: str = "") -> Choice:
    """The line in other words in one language; None: as the story has it."""

    def changed(some: Some) -> Some:
        return tuple(
            replace(one, words=word_anew(one.words, language, text, told)) if one.id == key else one for one in some
        )

    return _in_lists(choice, changed)


def _in_lists(choice: Choice, change: Callable[[Some], Some]) -> Choice:
    """The choice with every list changed, and the lines of every part."""
    return replace(
        choice,
        parts=tuple(replace(part, lines=change(part.lines)) for part in change(choice.parts)),
        skills=change(choice.skills),
        languages=change(choice.languages),
        references=change(choice.references),
    )
