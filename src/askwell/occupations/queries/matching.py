"""The story of a workspace beside an occupation."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from askwell.accounts.models import Workspace
from askwell.coach.meaning import vectors
from askwell.occupations.queries.telling import Told as Occupation
from askwell.occupations.rules import interests, matching
from askwell.occupations.rules.interests import Compared
from askwell.occupations.rules.matching import Held, Told, Wanted
from askwell.portfolio.queries.reflecting import scores
from askwell.portfolio.queries.telling import tell
from askwell.portfolio.rules.telling import Telling

MOST_TOLD = 300


class Wanting(Protocol):
    """What wants skills and is of some kinds of interest: queries.telling.Told is one."""

    @property
    def skills(self) -> tuple[Wanted, ...]: ...
    @property
    def interests(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Match:
    """What is held and what proves it, what is missing, and both profiles of interests (None where the occupation has
    none). `has_story` is whether anything was told that could show a skill."""

    held: tuple[Held, ...]
    missing: tuple[Wanted, ...]
    interests: Compared | None
    has_story: bool

    @property
    def shown(self) -> int:
        """How many the story says; the others held only mean nearly the same."""
        return sum(one.by_words for one in self.held)

    @property
    def perhaps(self) -> int:
        return len(self.held) - self.shown

    @property
    def total(self) -> int:
        return len(self.held) + len(self.missing)


def match(workspace: Workspace, occupation: Wanting | Occupation, language: str) -> Match:
    """The story, shown in `language` where it is told in it, beside an occupation. What counts is the same in whichever
    language it is shown. The first time in a process loads the
    encoder, unless words alone tell."""
    story = tuple(_told(tell(workspace, language)))[:MOST_TOLD]
    held, missing = matching.compare(occupation.skills, story, vectors)
    work = occupation.interests
    mine = [score.value for score in scores(workspace, "interests")]
    return Match(held, missing, interests.compare(work, mine) if work else None, bool(story))


def _told(telling: Telling) -> Iterator[Told]:
    """Skills first, since they are what is compared best; then lines, then chapters by their titles and summaries."""
    for skill in telling.skills:
        yield Told("skill", skill.id, skill.name, skill.group, len(skill.lines) + len(skill.parts), skill.others)
    for part in telling.parts:
        where = part.organisation or part.title
        yield from (Told("line", line.id, line.text, where, others=line.others) for line in part.lines)
    for part in telling.parts:
        text = "\n".join(one for one in (part.title, part.field, part.summary) if one)
        if text:
            yield Told("part", part.id, text, part.organisation, others=part.others)
