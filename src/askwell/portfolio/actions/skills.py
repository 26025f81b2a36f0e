"""Skills, and what shows them."""

from collections.abc import Collection
from typing import TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.portfolio.actions.errors import NothingToldError
from askwell.portfolio.actions.keeping import change, following, known_language, locked, tidy
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Skill


class SkillFacts(TypedDict, total=False):
    """`group`: a line of the resume that it stands in: Planning, Tools."""

    group: str
    level: str


@transaction.atomic
def add_skill(
    *,
    workspace: Workspace,
    name: str,
    language: str = "en",
    lines: Collection[UUID] = (),
    chapters: Collection[UUID] = (),
    **facts: Unpack[SkillFacts],
) -> Skill:
    """A skill, and the lines and chapters that show it. One of that name is not told twice: it stays as it is, and
    gains what shows it. Raises NothingToldError, UnknownCodeError, Accomplishment.DoesNotExist,
    Chapter.DoesNotExist."""
    kept = tidy(Skill, {"name": name, **facts})
    if not kept["name"]:
        raise NothingToldError("name")
    there = [skill for skill in Skill.kept(workspace) if fold(skill.name) == fold(kept["name"])]
    skill = there[0] if there else Skill(workspace=workspace, language=known_language(language))
    if not there:
        skill.number = following(Skill.objects.of(workspace))
        change(skill, None, kept, anew=True)
    _show(skill, lines, chapters)
    return skill


@transaction.atomic
def change_skill(
    *,
    workspace: Workspace,
    skill_id: UUID,
    version: int,
    name: str,
    lines: Collection[UUID],
    chapters: Collection[UUID],
    **facts: Unpack[SkillFacts],
) -> Skill:
    """Its name, and exactly what shows it. Raises what `add_skill` does, ChangedElsewhereError,
    Skill.DoesNotExist."""
    skill = locked(Skill, workspace, skill_id)
    kept = tidy(Skill, {"name": name, **facts})
    if not kept["name"]:
        raise NothingToldError("name")
    change(skill, version, kept)
    Proof.objects.of(workspace).filter(skill=skill).delete()
    _show(skill, lines, chapters)
    return skill


def _show(skill: Skill, lines: Collection[UUID], chapters: Collection[UUID]) -> None:
    workspace = skill.workspace
    rows = dict(Accomplishment.kept(workspace).filter(pk__in=lines).values_list("pk", "chapter_id"))
    parts = set(Chapter.kept(workspace).filter(pk__in=chapters).values_list("pk", flat=True))
    if set(rows) != set(lines):
        raise Accomplishment.DoesNotExist
    if parts != set(chapters):
        raise Chapter.DoesNotExist
    wanted: list[tuple[UUID, UUID | None]] = [(part, line) for line, part in rows.items()]
    wanted += [(part, None) for part in parts]
    there = set(Proof.objects.of(workspace).filter(skill=skill).values_list("chapter_id", "accomplishment_id"))
    Proof.objects.bulk_create(
        Proof(workspace=workspace, skill=skill, chapter_id=part, accomplishment_id=line)
        for part, line in wanted
        if (part, line) not in there
    )
