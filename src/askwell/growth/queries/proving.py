"""What in the story stands behind a skill."""

from collections.abc import Sequence
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.occupations.rules.matching import Told
from askwell.portfolio.models import Proof


def proofs_of(workspace: Workspace, skills: Sequence[UUID]) -> dict[UUID, Told]:
    """The newest line or chapter that shows each of these skills; one query, none where there is no skill."""
    if not skills:
        return {}
    mine = (
        Proof.objects.of(workspace)
        .filter(skill__in=skills, chapter__removed_at=None)
        .select_related("chapter", "accomplishment")
    )
    return {one.skill_id: _told(one) for one in mine.order_by("id")}


def _told(proof: Proof) -> Told:
    line, chapter = proof.accomplishment, proof.chapter
    if line and not line.removed_at:
        return Told("line", line.pk, line.text, chapter.organisation)
    return Told("part", chapter.pk, chapter.title, chapter.organisation)
