"""What a step has become in the story: a chapter, and the skills that it shows."""

from dataclasses import dataclass
from typing import Any

from askwell.growth.choices import StepKind
from askwell.growth.models import Filed, PlanStep
from askwell.lib.text import fold
from askwell.portfolio.actions.chapters import add_chapter, change_chapter
from askwell.portfolio.actions.skills import add_skill
from askwell.portfolio.choices import ChapterKind
from askwell.portfolio.models import Accomplishment, Chapter, Proof, Reference, Skill

KINDS = {
    StepKind.COURSE: ChapterKind.COURSE,
    StepKind.VOLUNTEER: ChapterKind.VOLUNTEERING,
    StepKind.PRACTICE: ChapterKind.PROJECT,
}
"""What each kind of step is in the story; a conversation is nothing that one has done."""

_KEPT = ("title", "organisation", "place", "start", "end", "note", "summary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """A chapter as the seeker confirms it, in `language`; dates as people write them."""

    kind: ChapterKind
    title: str
    organisation: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    note: str = ""
    summary: str = ""
    skills: tuple[str, ...] = ()
    language: str = "en"


def file(row: PlanStep, filing: Filing) -> Chapter:
    """The step's chapter says this, and shows these skills; the chapter that the step has already is changed. Raises
    PortfolioError."""
    chapter = _chapter(row, filing)
    row.chapter, row.chapter_version = chapter, chapter.version
    row.save(update_fields=["chapter", "chapter_version", "told_before"])
    for name in dict.fromkeys(filing.skills):
        _show(row, chapter, name, filing.language)
    return chapter


def begin_chapter(row: PlanStep, language: str) -> Chapter:
    """The chapter of a role that is under way; the one that is there already where there is one. Raises
    PortfolioError."""
    if row.chapter and not row.chapter.removed_at:
        return row.chapter
    start = row.starts.isoformat() if row.starts else ""
    told = Filing(
        kind=KINDS[StepKind(row.kind)], title=row.title, organisation=row.provider, place=row.place[:120], start=start,
        language=language,
    )  # fmt: skip
    return file(row, told)


def unfile(row: PlanStep) -> bool:
    """What `file` told goes out of the story; returns False where the chapter stays, because it was changed since or
    something was hung on it."""
    for filed in Filed.objects.of(row.workspace).filter(step=row).select_related("skill"):
        _unshow(row, filed)
    chapter = row.chapter
    if chapter is None or not row.chapter_version:
        return True
    if chapter.version == row.chapter_version and not _is_used(chapter):
        chapter.delete()
        row.chapter, row.chapter_version = None, 0
        row.save(update_fields=["chapter", "chapter_version"])
        return True
    if chapter.version == row.chapter_version and not chapter.removed_at:
        _go_on(row, chapter)
    return False


def _chapter(row: PlanStep, filing: Filing) -> Chapter:
    told: dict[str, Any] = {name: getattr(filing, name) for name in _KEPT}
    there = row.chapter
    row.told_before = {name: getattr(there, name) for name in _KEPT} if there and not there.removed_at else {}
    if there is None or there.removed_at:
        return add_chapter(workspace=row.workspace, kind=filing.kind, language=filing.language, **told)
    return change_chapter(
        workspace=row.workspace, chapter_id=there.pk, version=there.version, kind=filing.kind, **told
    )  # fmt: skip


def _show(row: PlanStep, chapter: Chapter, name: str, language: str) -> None:
    known = {fold(one) for one in Skill.kept(row.workspace).values_list("name", flat=True)}
    proofs = set(Proof.objects.of(row.workspace).filter(chapter=chapter).values_list("skill_id", flat=True))
    skill = add_skill(workspace=row.workspace, name=name, language=language, chapters=[chapter.pk])
    Filed.objects.of(row.workspace).update_or_create(
        workspace=row.workspace, step=row, skill=skill,
        defaults={"is_new": fold(skill.name) not in known, "is_proof": skill.pk not in proofs},
    )  # fmt: skip


def _unshow(row: PlanStep, filed: Filed) -> None:
    """Its proof goes, and the skill with it where it was made then and nothing else shows it or changed it."""
    proofs = Proof.objects.of(row.workspace).filter(skill=filed.skill)
    if filed.is_proof:
        proofs.filter(chapter=row.chapter, accomplishment=None).delete()
    skill = filed.skill
    filed.delete()
    if filed.is_new and skill.version == 1 and not proofs.exists():
        skill.delete()


def _is_used(chapter: Chapter) -> bool:
    kinds = (Accomplishment.kept(chapter.workspace), Proof.objects.of(chapter.workspace))
    return any(rows.filter(chapter=chapter).exists() for rows in (*kinds, Reference.kept(chapter.workspace)))


def _go_on(row: PlanStep, chapter: Chapter) -> None:
    """The chapter of a role that goes on after all: it has lines of its own, and says again what it said before; where
    it began with being done, it only has no end."""
    before = row.told_before if isinstance(row.told_before, dict) else {}
    told: dict[str, Any] = {name: str(before[name]) for name in _KEPT if name in before} or {"end": "", "note": ""}
    again = change_chapter(
        workspace=row.workspace, chapter_id=chapter.pk, version=chapter.version, kind=chapter.kind, **told
    )  # fmt: skip
    row.chapter_version = again.version
    row.save(update_fields=["chapter_version"])
