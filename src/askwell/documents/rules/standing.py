"""Where the parts of a story stand on the page: under which head, in which order."""

from collections.abc import Sequence
from dataclasses import replace

from askwell.documents.rules.changing import arranged, moved
from askwell.documents.rules.choosing import Choice
from askwell.documents.rules.selecting import ChosenPart, Selected
from askwell.protocols.papers import Group, recency

HEADS = {
    "work": "experience",
    "pause": "experience",
    "volunteering": "volunteering",
    "education": "education",
    "project": "projects",
    "award": "awards",
    "publication": "publications",
}
UNPAID = "volunteering"


def head_of(part: ChosenPart, choice: Choice) -> str:
    """The section that a part stands in: a course or a certificate that has more to say than its name, who gave it and
    when stands among the schools."""
    if part.it.kind in ("certificate", "course"):
        return "education" if part.used or part.it.assessed_as else "certificates"
    return "experience" if part.it.kind == UNPAID and choice.beside else HEADS[part.it.kind]


def under(head: str, selected: Selected) -> list[ChosenPart]:
    """The parts of a section in the order of the page."""
    choice = selected.choice
    some = [part for part in selected.parts if head_of(part, choice) == head]
    if head != "experience" or not choice.beside or choice.by_hand:
        return some
    some.sort(key=lambda part: part.it.kind == UNPAID)
    return sorted(some, key=lambda part: recency(part.it.start, part.it.end), reverse=True)


def mixed(selected: Selected) -> tuple[bool, ...]:
    """Of each job on the page whether it is unpaid, where jobs of both kinds were moved by hand."""
    if not (selected.choice.beside and selected.choice.by_hand):
        return ()
    return tuple(part.it.kind == UNPAID for part in under("experience", selected) if part.on)


def move_part(selected: Selected, choice: Choice, key: str, step: int) -> Choice:
    """A part past its neighbour on the page. A job that is moved is no longer where its dates would have it."""
    part = next(part for part in selected.parts if part.id == key)
    head = head_of(part, choice)
    keys = [one.id for one in under(head, selected)]
    if head == "experience" and choice.beside:
        choice = replace(arranged(choice, keys), by_hand=True)
    return moved(choice, key, step, keys)


def move_section(groups: Sequence[Group], code: str, step: int) -> tuple[str, ...]:
    """The order in which the section that `code` is in stands one place further up (-1) or down (1)."""
    row = [group.codes for group in groups]
    here = next((place for place, codes in enumerate(row) if code in codes), -1)
    there = here + step
    if here >= 0 and 0 <= there < len(row):
        row[here], row[there] = row[there], row[here]
    return tuple(code for codes in row for code in codes)
