"""The whole story in one language, with the ids of its rows: what its own pages show and documents choose from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from askwell.accounts.models import Profile, Workspace
from askwell.portfolio.models import (
    Accomplishment,
    Chapter,
    Proof,
    Reference,
    Skill,
    SpokenLanguage,
    Story,
    Told,
)
from askwell.portfolio.rules.order import newest_first
from askwell.portfolio.rules.telling import Ability, Line, Part, Telling, Tongue, Voucher
from askwell.protocols.resumes import Link


def tell(workspace: Workspace, language: str) -> Telling:
    """The story, in `language` where it was told in it, else as it was told."""
    profile = Profile.objects.filter(workspace=workspace).first() or Profile(workspace=workspace)
    story = Story.objects.of(workspace).first() or Story(workspace=workspace)
    skills = tuple(Skill.kept(workspace))
    by_line, by_part = _shown(workspace)
    return Telling(
        language,
        profile.name,
        profile.native_name,
        profile.email,
        profile.phone,
        profile.place,
        story.region,
        story.country,
        tuple(Link(one["url"], one.get("network", "")) for one in story.links),
        story.landed,
        said(story, "headline", language),
        said(story, "summary", language),
        _parts(workspace, language, {skill.pk: said(skill, "name", language) for skill in skills}, by_line, by_part),
        tuple(_ability(skill, language, by_line, by_part) for skill in skills),
        tuple(_tongue(row, language) for row in SpokenLanguage.kept(workspace)),
        tuple(_voucher(row, language) for row in Reference.kept(workspace).order_by("name")),
        spoken(story, language),
        others(story, language),
    )


def said(row: Told, column: str, language: str) -> str:
    """What a column says in a language; as it was told where nobody has said it in that."""
    return exactly(row, column, language) or getattr(row, column)


def exactly(row: Told, column: str, language: str) -> str:
    """What a column says in a language; "" where nobody has said it in that."""
    own: str = getattr(row, column)
    return own if row.language == language else row.said.get(language, {}).get(column, "")


def spoken(row: Told, language: str) -> str:
    """The language that a row is told in here: the one that was asked for where anything was said in it."""
    return language if row.language == language or row.said.get(language) else row.language


def others(row: Told, language: str) -> str:
    """What a row says in other languages than this, a line each."""
    told = [(row.language, {column: getattr(row, column) for column in row.TOLD}), *row.said.items()]
    texts = (words.get(column, "") for code, words in told if code != language for column in row.TOLD)
    return "\n".join(filter(None, texts))


Shown = dict[UUID, list[UUID]]
"""The skills that an accomplishment, or a chapter, shows."""


def _shown(workspace: Workspace) -> tuple[Shown, Shown]:
    by_line: Shown = defaultdict(list)
    by_part: Shown = defaultdict(list)
    there = Proof.objects.of(workspace).filter(skill__removed_at=None, chapter__removed_at=None)
    there = there.filter(accomplishment__removed_at=None).order_by("id")
    for skill, part, line in there.values_list("skill", "chapter", "accomplishment"):
        (by_line if line else by_part)[line or part].append(skill)
    return by_line, by_part


def _parts(
    workspace: Workspace, language: str, names: dict[UUID, str], by_line: Shown, by_part: Shown
) -> tuple[Part, ...]:
    lines: dict[UUID, list[Line]] = defaultdict(list)
    for row in Accomplishment.kept(workspace):
        skills = _named(by_line.get(row.pk, ()), names)
        line = Line(
            row.pk, said(row, "text", language), spoken(row, language), row.source, skills, others(row, language)
        )
        lines[row.chapter_id].append(line)
    chapters = newest_first(Chapter.kept(workspace).order_by("id"))
    return tuple(_part(row, language, lines[row.pk], _named(by_part.get(row.pk, ()), names)) for row in chapters)


def _named(skills: Iterable[UUID], names: dict[UUID, str]) -> tuple[str, ...]:
    return tuple(names[skill] for skill in skills if skill in names)


def _part(row: Chapter, language: str, lines: Sequence[Line], skills: tuple[str, ...]) -> Part:
    told: dict[str, Any] = {column: said(row, column, language) for column in Chapter.TOLD}
    dates = {column: getattr(row, column) for column in ("start", "end", "assessed_on", "valid_until")}
    return Part(
        id=row.pk, kind=row.kind, language=spoken(row, language), url=row.url, lines=tuple(lines), skills=skills,
        others=others(row, language), **told, **dates,
    )  # fmt: skip


def _ability(row: Skill, language: str, by_line: Shown, by_part: Shown) -> Ability:
    def showing(shown: Shown) -> tuple[UUID, ...]:
        return tuple(key for key, skills in shown.items() if row.pk in skills)

    name, group, level = (said(row, column, language) for column in ("name", "group", "level"))
    known = (spoken(row, language), others(row, language))
    return Ability(row.pk, name, group, level, showing(by_line), showing(by_part), *known)


def _tongue(row: SpokenLanguage, language: str) -> Tongue:
    tested = (row.listening, row.speaking, row.reading, row.writing)
    name, note = said(row, "name", language), said(row, "note", language)
    known = (spoken(row, language), others(row, language))
    return Tongue(row.pk, name, row.level, *tested, row.tested_on, note, *known)


def _voucher(row: Reference, language: str) -> Voucher:
    words = (said(row, "role", language), said(row, "organisation", language))
    told = (said(row, "attests", language), said(row, "words", language))
    dates = (row.asked_on, row.agreed_on, row.declined_on, row.refreshed_on)
    return Voucher(row.pk, row.name, *words, row.email, row.phone, *told, row.chapter_id, *dates, spoken(row, language))
