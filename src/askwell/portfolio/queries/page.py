"""What the story's own page shows besides the telling: the lanes, what shows each skill, what is not said yet."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.rules.lanes import Lanes, lanes
from askwell.portfolio.rules.telling import Ability, Part, Telling, Voucher

THIN = 1
"""So few proofs are thin: one more is asked for."""
MOST_PIPS = 5


class Spoken(Protocol):
    """Something that is told in a language."""

    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """A skill, how often it is shown, and where: the chapters' organisations or titles."""

    skill: Ability
    proofs: int
    where: tuple[str, ...]

    @property
    def is_thin(self) -> bool:
        return 0 < self.proofs <= THIN

    @property
    def pips(self) -> range:
        return range(min(self.proofs, MOST_PIPS))


@dataclass(frozen=True, slots=True)
class Told:
    """A chapter with those who agreed to vouch for it."""

    part: Part
    vouchers: tuple[Voucher, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The whole page in one language; `unsaid` counts what was told, but not in this language."""

    telling: Telling
    lanes: Lanes | None
    chapters: tuple[Told, ...]
    skills: tuple[Evidence, ...]
    unsaid: int


def story_page(workspace: Workspace, language: str, today: date) -> StoryPage:
    telling = tell(workspace, language)
    vouchers: dict[UUID | None, list[Voucher]] = defaultdict(list)
    for voucher in telling.references:
        if voucher.may_be_named:
            vouchers[voucher.chapter_id].append(voucher)
    return StoryPage(
        telling,
        lanes(telling.parts, landed=telling.landed, today=today),
        tuple(Told(part, tuple(vouchers.get(part.id, ()))) for part in telling.parts),
        _evidence(telling),
        unsaid(telling),
    )


def unsaid(telling: Telling) -> int:
    """How many things are told in another language only."""
    lines = [line for part in telling.parts for line in part.lines]
    told: list[Spoken] = [*telling.parts, *lines, *telling.skills, *telling.languages, *telling.references]
    languages = [each.language for each in told]
    if telling.headline or telling.summary:
        languages.append(telling.head_language)
    return sum(language != telling.language for language in languages)


def _evidence(telling: Telling) -> tuple[Evidence, ...]:
    names = {part.id: part.organisation or part.title for part in telling.parts}
    homes = {line.id: part.id for part in telling.parts for line in part.lines}
    return tuple(_shown(skill, names, homes) for skill in telling.skills)


def _shown(skill: Ability, names: dict[UUID, str], homes: dict[UUID, UUID]) -> Evidence:
    parts = [*skill.parts, *(homes[line] for line in skill.lines if line in homes)]
    where = dict.fromkeys(names[part] for part in parts if part in names)
    return Evidence(skill, len(parts), tuple(where))
