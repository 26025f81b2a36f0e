"""Letters: the list, one of them, and what insiders said that may go into one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.documents.models import Letter
from askwell.documents.rules.letters import sender_lines
from askwell.interviews.models import Insight
from askwell.interviews.queries.insights import ClaimRow, claim_of, newest_claims
from askwell.lib.ids import id_of
from askwell.lib.text import clean
from askwell.portfolio.models import Story
from askwell.protocols import papers

INSIGHTS = 40


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter of the list."""

    id: UUID
    kind: str
    language: str
    recipient: str
    subject: str
    changed_at: datetime


def letters(workspace: Workspace) -> list[Kept]:
    """All, the one last changed first; one query."""
    columns = ("id", "kind", "language", "recipient", "subject", "changed_at")
    rows = Letter.kept(workspace).order_by("-changed_at", "-id").values_list(*columns)
    return [Kept(key, kind, code, clean(to.split("\n", 1)[0]), *rest) for key, kind, code, to, *rest in rows]


def letter_row(workspace: Workspace, letter_id: UUID) -> Letter:
    """Raises Letter.DoesNotExist."""
    return Letter.kept(workspace).get(pk=letter_id)


def written_letter(row: Letter) -> papers.Letter:
    """The letter as it is laid out, from whom it is included."""
    profile = profile_of(row.workspace)
    chinese = row.language == "zh-Hans"
    name = (profile.native_name if chinese else "") or profile.name or profile.native_name
    return papers.Letter(
        language=row.language,
        sender=sender_lines(name, _place(row, profile.place), profile.phone, profile.email, chinese=chinese),
        date=row.date,
        recipient=tuple(line for line in row.recipient.split("\n") if line.strip()),
        subject=row.subject,
        greeting=row.greeting,
        paragraphs=tuple(part for part in row.body.split("\n\n") if part.strip()),
        closing=row.closing,
        name=name,
    )


def _place(row: Letter, town: str) -> str:
    """Where the writer lives, with the province, as the story says both."""
    story = Story.objects.of(row.workspace).first()
    parts = [part for part in (town, story.region if story else "") if part]
    return "，".join(parts) if row.language == "zh-Hans" else ", ".join(parts)


def claims(workspace: Workspace, chosen: str = "") -> list[ClaimRow]:
    """What insiders said, for a letter to choose from, the newest first; the one that was chosen is among them."""
    newest = newest_claims(workspace, limit=INSIGHTS)
    named = claim_named(workspace, chosen)
    return newest if named is None or named in newest else [named, *newest]


def claim_named(workspace: Workspace, key: str) -> ClaimRow | None:
    """The claim that a form or an address names; None where there is no such one."""
    try:
        insight_id = id_of(key)
        return claim_of(workspace, insight_id) if insight_id else None
    except Insight.DoesNotExist:
        return None
