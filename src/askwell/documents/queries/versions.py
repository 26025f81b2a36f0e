"""What was taken out when, and where it went."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.documents.models import Resume, Version
from askwell.documents.rules.comparing import Change, compared
from askwell.documents.rules.freezing import layout_of, thawed
from askwell.opportunities.queries.values import Paper
from askwell.protocols import resumes
from askwell.protocols.papers import Layout, Letter, text
from askwell.ui.rooms import address

RECENT = 100
COLUMNS = ("id", "name", "form", "made_at", "note", "sent_to", "sent_on", "sent_by", "resume_id", "letter_id")


@dataclass(frozen=True, slots=True)
class Made:
    """A version of the list."""

    id: UUID
    name: str
    form: str
    made_at: datetime
    note: str
    sent_to: str
    sent_on: date | None
    sent_by: str
    resume_id: UUID | None
    letter_id: UUID | None


def versions(
    workspace: Workspace, *, resume: UUID | None = None, letter: UUID | None = None, only_sent: bool = False
) -> list[Made]:
    """The last ones, the newest first; one query."""
    rows = Version.kept(workspace)
    if resume or letter:
        rows = rows.filter(resume=resume) if resume else rows.filter(letter=letter)
    if only_sent:
        rows = rows.exclude(sent_to="")
    return [Made(*row) for row in rows.order_by("-made_at", "-id").values_list(*COLUMNS)[:RECENT]]


def written_for(workspace: Workspace, opportunity_id: UUID) -> list[Paper]:
    """The resumes for an opening, and what was taken out of them and of the letters beside them, the latest first; two
    queries."""
    for_it = Resume.kept(workspace).filter(opportunity=opportunity_id)
    rows = for_it.values_list("id", "name", "changed_at")
    papers = [Paper(address("documents:resume", key), name, at, "", None) for key, name, at in rows]
    beside = Q(resume__in=for_it.values("id")) | Q(letter__resume__in=for_it.values("id"))
    taken = Version.kept(workspace).filter(beside).values_list("id", "name", "made_at", "sent_to", "sent_on")
    papers += [Paper(address("documents:version", key), name, at, to, on) for key, name, at, to, on in taken]
    return sorted(papers, key=lambda paper: paper.made_at, reverse=True)


def version_row(workspace: Workspace, version_id: UUID) -> Version:
    """Raises Version.DoesNotExist."""
    return Version.kept(workspace).get(pk=version_id)


def document_of(version: Version) -> tuple[resumes.Resume | Letter, Layout]:
    return thawed(version.content), layout_of(version.layout)


def lines_of(version: Version) -> list[str]:
    """Its words, a line each."""
    document, layout = document_of(version)
    return [line.strip() for line in text(document, document.language, layout).splitlines() if line.strip()]


def difference(old: Version, new: Version) -> list[Change]:
    """Line by line: what stayed, what came, what went."""
    return compared(lines_of(old), lines_of(new))
