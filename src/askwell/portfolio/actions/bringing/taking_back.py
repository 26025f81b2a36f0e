"""What keeping a resume made is taken back, but for what was changed since."""

from collections import Counter
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.bringing.errors import StoryFileStateError
from askwell.portfolio.actions.bringing.heads import tell
from askwell.portfolio.actions.bringing.saying import Moved, follow, unsay
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import (
    Accomplishment,
    Chapter,
    Proof,
    Reference,
    Skill,
    SpokenLanguage,
    StoryFile,
    Thing,
)
from askwell.portfolio.queries.bringing import head_now, links_now
from askwell.protocols.resumes import Link

_KINDS: dict[str, type[Thing]] = {
    kind.__name__: kind for kind in (Accomplishment, Chapter, Skill, SpokenLanguage, Reference)
}


@transaction.atomic
def take_resume_back(*, workspace: Workspace, story_file_id: UUID, now: datetime) -> int:
    """Undo `keep_resume`, also what was said in another language; the file is READY again, as long as
    one that was read now. Returns how many parts
    stay, because they were changed since, or something was hung on them. Raises StoryFileStateError unless KEPT,
    StoryFile.DoesNotExist."""
    file = StoryFile.objects.of(workspace).select_for_update().get(pk=story_file_id)
    if file.state != FileState.KEPT:
        raise StoryFileStateError(file.state)
    stays = _unsay(workspace, file)
    made = file.changes.get("made", [])
    for name in ("Accomplishment", "Skill", "SpokenLanguage", "Reference", "Chapter"):  # lines before their chapters
        for kind, key, version in made:
            if kind == name:
                stays[_take(workspace, _KINDS[kind], UUID(key), version)] += 1
    _take_head(workspace, file.changes.get("head", {}), file.changes.get("language", "en"))
    file.state, file.kept_at, file.touched_at, file.changes = FileState.READY, None, now, {}
    file.save(update_fields=["state", "kept_at", "touched_at", "changes"])
    return stays[False]


def _unsay(workspace: Workspace, file: StoryFile) -> Counter[bool]:
    """How much of what was said in the file's language is gone, and how much stays."""
    gone, every = Counter[bool](), Moved()
    for said in file.changes.get("said", []):
        is_gone, moved = unsay(_KINDS[said[0]], workspace, said, file.changes["language"])
        gone[is_gone] += 1
        every |= moved
    follow(workspace, every)
    return gone


def _take(workspace: Workspace, kind: type[Thing], key: UUID, version: int) -> bool:
    """Whether it is gone now."""
    row = kind.objects.of(workspace).filter(pk=key).first()
    if row is None:
        return True
    if row.version != version or _is_used(workspace, row):
        return False
    row.delete()
    return True


def _is_used(workspace: Workspace, row: Thing) -> bool:
    """Whether the seeker has hung something on it since."""
    if isinstance(row, Chapter):
        hung = (Accomplishment.kept(workspace), Proof.objects.of(workspace), Reference.kept(workspace))
        return any(rows.filter(chapter=row).exists() for rows in hung)
    proofs = Proof.objects.of(workspace)
    if isinstance(row, Skill):
        return proofs.filter(skill=row).exists()
    return isinstance(row, Accomplishment) and proofs.filter(accomplishment=row).exists()


def _take_head(workspace: Workspace, head: dict[str, list[Any]], language: str) -> None:
    """What still says what was kept says again what it said before."""
    now = head_now(workspace, language)
    told: dict[str, Any] = {
        column: before for column, (before, after) in head.items() if now.get(column) == after
    }  # fmt: skip
    if added := set(head.get("links", [[], []])[1]):
        links = links_now(workspace)
        told["links"] = tuple(Link(one.url, one.network) for one in links if one.url not in added)
    if told:
        tell(workspace, language, told)
