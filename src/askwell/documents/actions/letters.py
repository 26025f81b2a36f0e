"""Letters: begun from a wording, written on."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.documents.actions.errors import ChangedElsewhereError, NoSuchChoiceError
from askwell.documents.choices import LANGUAGES, PAPERS, LetterKind
from askwell.documents.models import Letter
from askwell.documents.queries.resumes import resume_row
from askwell.documents.rules.letters import compose, dated, wording
from askwell.lib.text import clean, clean_block

LONGEST_BODY, LONGEST_FACT = 12_000, 600
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """A letter as somebody typed it."""

    date: str = ""
    recipient: str = ""
    subject: str = ""
    greeting: str = ""
    body: str = ""
    closing: str = ""
    paper: str = "letter"


@transaction.atomic
def begin_letter(
    *,
    workspace: Workspace,
    kind: str,
    language: str,
    facts: Mapping[str, str],
    recipient: str = "",
    resume_id: UUID | None = None,
    day: date,
    now: datetime,
) -> Letter:
    """A letter of this kind with what is told in its place; gaps stay marked. Raises NoSuchChoiceError,
    Resume.DoesNotExist."""
    if kind not in set(LetterKind) or language not in LANGUAGES:
        raise NoSuchChoiceError
    told = {name: clean(facts.get(name, ""), limit=LONGEST_FACT) for name in wording(kind, language).fields}
    made = compose(kind, language, told)
    return Letter.objects.create(
        workspace=workspace, kind=kind, language=language, facts=told, date=dated(day, language),
        recipient=clean_block(recipient, limit=600), subject=made.subject[:200], greeting=made.greeting[:200],
        body=made.body, closing=made.closing, resume=resume_row(workspace, resume_id) if resume_id else None,
        created_at=now, changed_at=now,
    )  # fmt: skip


@transaction.atomic
def write_letter(
    *, workspace: Workspace, letter_id: UUID, text: LetterText, version: int, editor: str, now: datetime
) -> Letter:
    """Keep what was typed. `version` is that of the page it was typed on, `editor` names the page, which may go on
    saving. Raises ChangedElsewhereError, NoSuchChoiceError, Letter.DoesNotExist."""
    row = Letter.kept(workspace).select_for_update().get(pk=letter_id)
    if row.version != version and not (editor and row.editor == editor):
        raise ChangedElsewhereError
    if text.paper not in PAPERS:
        raise NoSuchChoiceError
    before = _typed(row)
    put(row, text)
    if _typed(row) != before:
        row.version, row.editor, row.changed_at = row.version + 1, editor[:40], now
        row.save()
    return row


def _typed(row: Letter) -> tuple[str, ...]:
    return tuple(getattr(row, field.name) for field in fields(LetterText))


def put(row: Letter, text: LetterText) -> None:
    """The typed words into the row, tidied; nothing is saved."""
    row.date, row.subject = clean(text.date, limit=60), clean(text.subject, limit=200)
    row.greeting, row.closing = clean(text.greeting, limit=200), clean_block(text.closing, limit=200)
    row.recipient, row.body = clean_block(text.recipient, limit=600), clean_block(text.body, limit=LONGEST_BODY)
    row.paper = text.paper if text.paper in PAPERS else "letter"
