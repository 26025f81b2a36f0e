"""One occupation, as its page tells it, and the list of those that Askwell brings along."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from askwell.lib.text import fold
from askwell.occupations.choices import Source
from askwell.occupations.models import Occupation, OccupationSkill, Release, Task, Title, Wage
from askwell.occupations.queries.search import title_in
from askwell.occupations.rules.matching import Wanted

MOST_SKILLS, MOST_TOOLS, MOST_TASKS, MOST_TITLES = 20, 10, 12, 14
REGIONS = (
    "Canada", "British Columbia", "Alberta", "Saskatchewan", "Manitoba", "Ontario", "Quebec", "New Brunswick",
    "Nova Scotia", "Prince Edward Island", "Newfoundland and Labrador", "Yukon", "Northwest Territories", "Nunavut",
)  # fmt: skip
"""As the Job Bank's file names them; its smaller regions are left out on the page."""
FACTS_FIRST = (Source.OASIS, Source.OWN)
"""Of which source skills and interests are taken where the occupation's own has none; both go by NOC."""


@dataclass(frozen=True, slots=True)
class Earned:
    region: str
    low: float | None
    median: float | None
    high: float | None
    per: str
    period: str


@dataclass(frozen=True, slots=True)
class Told:
    """An occupation in one language, as far as its source speaks it. `facts_from` is the source of skills and interests
    where it is another."""

    id: UUID
    title: str
    about: str
    source: str
    version: str
    code: str
    noc: str
    education: str
    interests: tuple[int, ...]
    also: tuple[str, ...]
    tasks: tuple[str, ...]
    skills: tuple[Wanted, ...]
    wages: tuple[Earned, ...]
    facts_from: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    id: UUID
    title: str


def tell(occupation_id: UUID, language: str) -> Told | None:
    """One occupation; None where there is none. Eight queries at most."""
    row = Occupation.objects.filter(pk=occupation_id).first()
    if row is None:
        return None
    skills, lender = _skills(row, language), row
    if not skills and row.noc and (other := _lender(row)):
        skills, lender = _skills(other, language), other
    version = Release.objects.filter(source=row.source).values_list("version", flat=True).first()
    return Told(
        id=row.pk, title=title_in(row.titles, language), about=title_in(row.about, language), source=row.source,
        version=version or "", code=row.code, noc=row.noc, education=row.education,
        interests=tuple(row.interests or lender.interests), also=_also(row, language), tasks=_tasks(row, language),
        skills=skills, wages=_wages(row.noc), facts_from=lender.source if lender is not row else "",
    )  # fmt: skip


def our_own(language: str) -> list[Listed]:
    """What Askwell brings along, by title. One query."""
    rows = Occupation.objects.filter(source=Source.OWN).values_list("id", "titles")
    listed = [Listed(key, title_in(titles, language)) for key, titles in rows]
    return sorted(listed, key=lambda one: fold(one.title))


def titles_of(occupation_ids: Collection[UUID], language: str) -> dict[UUID, str]:
    """What these are called, as far as they are there. One query."""
    rows = Occupation.objects.filter(pk__in=occupation_ids).values_list("id", "titles")
    return {key: title_in(titles, language) for key, titles in rows}


def loaded() -> list[tuple[str, str]]:
    """The sources that are there and the versions of their releases. One query."""
    return list(Release.objects.order_by("source").values_list("source", "version"))


def _lender(row: Occupation) -> Occupation | None:
    others = Occupation.objects.filter(noc=row.noc, source__in=FACTS_FIRST).exclude(pk=row.pk)
    return min(others, key=lambda other: (FACTS_FIRST.index(Source(other.source)), other.code), default=None)


def _skills(row: Occupation, language: str) -> tuple[Wanted, ...]:
    """Those that weigh most: skills, then tools."""
    wanted = OccupationSkill.objects.filter(occupation=row).order_by("is_tool", "-importance", "id")
    facts = list(wanted.values_list("skill__names", "importance", "is_tool"))
    every = [
        Wanted(title_in(names, language), tuple(dict.fromkeys(names.values())), importance, is_tool)
        for names, importance, is_tool in facts
    ]
    return tuple(
        [one for one in every if not one.is_tool][:MOST_SKILLS] + [one for one in every if one.is_tool][:MOST_TOOLS]
    )


def _tasks(row: Occupation, language: str) -> tuple[str, ...]:
    rows = list(Task.objects.filter(occupation=row).order_by("number").values_list("language", "text")[:200])
    spoken = language if any(one == language for one, _text in rows) else "en"
    return tuple(text for one, text in rows if one == spoken)[:MOST_TASKS]


def _also(row: Occupation, language: str) -> tuple[str, ...]:
    names = list(
        Title.objects.filter(occupation=row, is_main=False).order_by("id").values_list("language", "text")[:600]
    )
    spoken = language if any(one == language for one, _text in names) else "en"
    return tuple(text for one, text in names if one == spoken)[:MOST_TITLES]


def _wages(noc: str) -> tuple[Earned, ...]:
    rows = Wage.objects.filter(noc=noc, region__in=REGIONS) if noc else Wage.objects.none()
    found = {row[0]: Earned(*row) for row in rows.values_list("region", "low", "median", "high", "per", "period")}
    return tuple(found[region] for region in REGIONS if region in found)
