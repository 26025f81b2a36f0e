"""Taking a document out, and noting where it went."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.documents.actions.errors import GapsError, NoSuchChoiceError
from askwell.documents.choices import Form, Way
from askwell.documents.models import Letter, Resume, Version
from askwell.documents.queries.letters import written_letter
from askwell.documents.queries.resumes import Opened
from askwell.documents.rules.freezing import frozen, frozen_layout
from askwell.documents.rules.letters import gaps_in
from askwell.lib.text import clean
from askwell.protocols import papers, resumes
from askwell.protocols.papers import Layout

LETTER_PAGES = 2
Document = resumes.Resume | papers.Letter


@transaction.atomic
def take_out_resume(*, opened: Opened, form: str, now: datetime) -> Version:
    """Keep what a resume says now. Raises NoSuchChoiceError."""
    row = opened.row
    known = row.name.casefold()
    about = ", ".join(word for word in (row.title, row.employer) if word and word.casefold() not in known)
    name = f"{row.name} · {about}" if about else row.name
    return _kept(Version(resume=row, name=name), row, opened.resume, opened.layout(), form, now)


@transaction.atomic
def take_out_letter(*, letter: Letter, name: str, form: str, despite_gaps: bool, now: datetime) -> Version:
    """Keep what a letter says now; `name` is what its kind is called. Raises NoSuchChoiceError, GapsError."""
    written = written_letter(letter)
    gaps = gaps_in(written)
    if gaps and not despite_gaps:
        raise GapsError(gaps)
    if form == Form.JSON:
        raise NoSuchChoiceError
    layout = Layout(paper="a4" if letter.paper == "a4" else "letter", pages=LETTER_PAGES)
    to = clean(letter.recipient.split("\n", 1)[0])
    full = f"{name} · {to}" if to else name
    return _kept(Version(letter=letter, name=full[:300]), letter, written, layout, form, now)


def _kept(
    version: Version, row: Resume | Letter, document: Document, layout: Layout, form: str, now: datetime
) -> Version:
    """A new version, or the last one of this document where it is the very same."""
    if form not in set(Form):
        raise NoSuchChoiceError
    content, look = frozen(document), frozen_layout(layout)
    last = Version.kept(row.workspace).filter(resume=version.resume, letter=version.letter).order_by("-made_at").first()
    if last and last.form == form and last.layout == look and last.content == content:
        return last
    version.workspace, version.form, version.content, version.layout = row.workspace, form, content, look
    version.made_at = now
    version.save()
    return version


@transaction.atomic
def note_sent(
    *, workspace: Workspace, version_id: UUID, sent_to: str, sent_on: date | None, sent_by: str, note: str
) -> Version:
    """To whom it went, when and how; an empty `sent_to` takes it back. Raises NoSuchChoiceError,
    Version.DoesNotExist."""
    version = Version.kept(workspace).get(pk=version_id)
    if sent_by not in ("", *Way):
        raise NoSuchChoiceError
    version.sent_to, version.note = clean(sent_to, limit=200), clean(note, limit=300)
    version.sent_on, version.sent_by = (sent_on, sent_by) if version.sent_to else (None, "")
    version.save(update_fields=["sent_to", "sent_on", "sent_by", "note"])
    return version
