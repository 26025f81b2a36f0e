"""Lines of a chapter: told, made of four parts, put in order, and the skills that they show."""

from collections.abc import Collection, Mapping
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.portfolio.actions.errors import NothingToldError, UnknownCodeError
from askwell.portfolio.actions.keeping import change, following, known_language, locked, tidy
from askwell.portfolio.choices import Source
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Skill

MEASURE = ("before", "after", "span")


class PartFacts(TypedDict, total=False):
    """The columns of `models.Accomplishment` besides its text. `measure` holds before, after and span, as typed."""

    situation: str
    task: str
    action: str
    result: str
    measure: Mapping[str, str]
    source: str


class LineFacts(PartFacts, total=False):
    text: str


@transaction.atomic
def add_line(
    *, workspace: Workspace, chapter_id: UUID, text: str, language: str = "en", **facts: Unpack[PartFacts]
) -> Accomplishment:  # fmt: skip
    """The last line of a chapter. Raises NothingToldError, UnknownCodeError, Chapter.DoesNotExist."""
    chapter = locked(Chapter, workspace, chapter_id)
    line = Accomplishment(workspace=workspace, chapter=chapter, language=known_language(language))
    line.number = following(Accomplishment.objects.of(workspace).filter(chapter=chapter))
    change(line, None, _checked({"text": text, **facts}), anew=True)
    return line


@transaction.atomic
def change_line(
    *, workspace: Workspace, accomplishment_id: UUID, version: int, **facts: Unpack[LineFacts]
) -> Accomplishment:  # fmt: skip
    """Facts that are not given stay. Raises NothingToldError, UnknownCodeError, ChangedElsewhereError,
    Accomplishment.DoesNotExist."""
    line = locked(Accomplishment, workspace, accomplishment_id)
    change(line, version, _checked(facts))
    return line


@transaction.atomic
def move_line(*, workspace: Workspace, accomplishment_id: UUID, up: bool) -> Accomplishment:
    """One place up or down in its chapter; at the end of it nothing happens. Raises Accomplishment.DoesNotExist."""
    line = locked(Accomplishment, workspace, accomplishment_id)
    lines = list(Accomplishment.kept(workspace).filter(chapter=line.chapter_id).select_for_update())
    place = lines.index(line)
    other = place + (-1 if up else 1)
    if 0 <= other < len(lines):
        lines[place], lines[other] = lines[other], lines[place]
    for number, each in enumerate(lines):
        each.number = number
    Accomplishment.objects.of(workspace).bulk_update(lines, ["number"])
    return line


@transaction.atomic
def show_skills(*, workspace: Workspace, accomplishment_id: UUID, skills: Collection[UUID]) -> None:
    """A line shows exactly these skills. Raises Accomplishment.DoesNotExist, Skill.DoesNotExist."""
    line = locked(Accomplishment, workspace, accomplishment_id)
    known = set(Skill.kept(workspace).filter(pk__in=skills).values_list("pk", flat=True))
    if known != set(skills):
        raise Skill.DoesNotExist
    Proof.objects.of(workspace).filter(accomplishment=line).delete()
    Proof.objects.bulk_create(
        Proof(workspace=workspace, skill_id=skill, chapter_id=line.chapter_id, accomplishment=line) for skill in known
    )


def _checked(facts: Mapping[str, Any]) -> dict[str, Any]:
    if facts.get("source", "") not in set(Source):
        raise UnknownCodeError("source", facts["source"])
    kept = tidy(Accomplishment, facts)
    if "text" in kept and not kept["text"]:
        raise NothingToldError("text")
    if "measure" in kept:
        kept["measure"] = {name: text for name in MEASURE if (text := clean(kept["measure"].get(name, ""), limit=80))}
    return kept
