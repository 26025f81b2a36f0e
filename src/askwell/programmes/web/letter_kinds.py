"""The kinds of letters that wait to be passed on by hand, each with what the page and the table need of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest

from askwell.accounts.models import Workspace
from askwell.programmes.actions import writing
from askwell.programmes.actions.insiders import inviting
from askwell.programmes.choices import Audience
from askwell.programmes.models import Insider, Participant
from askwell.programmes.queries.insiders.inviting import to_invite
from askwell.programmes.queries.joining_letters import letters_to, to_write_to
from askwell.programmes.queries.uploads import stopping
from askwell.programmes.queries.wording import passed_on
from askwell.programmes.rules.letters import Words
from askwell.programmes.web.doors import At
from askwell.programmes.web.insiders.one import letter_to
from askwell.programmes.web.linking import joining_link, link_to


@dataclass(frozen=True, slots=True)
class Waiting:
    """A letter to pass on. `is_stopped`: they asked for no mail."""

    key: UUID
    code: str
    name: str
    native_name: str
    email: str
    link: str
    words: Words
    is_stopped: bool


class Mark(Protocol):
    """Marks the letters to some, or with None to all, as sent; how many."""

    def __call__(self, *, workspace: Workspace, chosen: Sequence[UUID] | None, now: datetime) -> int: ...


class Unmark(Protocol):
    """Undo of a Mark that was done at that moment; how many."""

    def __call__(self, *, workspace: Workspace, at: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """`rows` are those whose letter waits, `letters` what is written to them."""

    rows: Callable[[Workspace], QuerySet[Any]]
    letters: Callable[[HttpRequest, At, Sequence[Any]], list[Waiting]]
    mark: Mark
    unmark: Unmark


def _to_seekers(request: HttpRequest, at: At, rows: Sequence[Participant]) -> list[Waiting]:
    words = letters_to(at.programme, rows, lambda row: joining_link(request, row))
    told = [(f"S-{row.number:03}", row, joining_link(request, row), words[row.pk]) for row in rows]
    return _waiting(at, told)


def _to_insiders(request: HttpRequest, at: At, rows: Sequence[Insider]) -> list[Waiting]:
    told = []
    for row in rows:
        asking = letter_to(request, at, row)
        told.append((f"I-{row.number:03}", row, link_to(request, row), Words(asking.subject, asking.body)))
    return _waiting(at, told)


def _waiting(at: At, told: Sequence[tuple[str, Participant | Insider, str, Words]]) -> list[Waiting]:
    is_stopped = stopping(at.workspace)
    return [
        Waiting(
            row.pk, code, row.name, row.native_name, row.email, link,
            passed_on(at.programme, words, row.page_language), bool(row.email) and is_stopped(row.email),
        )
        for code, row, link, words in told
    ]  # fmt: skip


KINDS = {
    Audience.SEEKERS: Kind(to_write_to, _to_seekers, writing.mark_written, writing.unmark_written),
    Audience.INSIDERS: Kind(to_invite, _to_insiders, inviting.mark_all_asked, inviting.unmark_all_asked),
}
