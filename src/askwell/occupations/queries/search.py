"""Find occupations by any title, in three languages."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from askwell.occupations.models import Title, TitleIndex
from askwell.occupations.rules.finding import Found, Index
from askwell.occupations.rules.laying import unpacked

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Hit:
    """An occupation that was found. `matched` is the title that fits what was typed, in its `language`."""

    id: UUID
    title: str
    source: str
    noc: str
    matched: str
    language: str

    @property
    def by_other_name(self) -> bool:
        return self.matched != self.title


def search(text: str, language: str, limit: int = 20) -> list[Hit]:
    """The best occupations for what was typed, best first, with their titles in `language` where they have one there.

    Two queries; the first search of a process after a release was loaded also reads the index."""
    stamp = TitleIndex.objects.values_list("stamp", flat=True).first()
    found = _index(stamp).find(text[:LONGEST], limit) if stamp else []
    return _hits(found, language) if found else []


def title_in(titles: dict[str, str], language: str) -> str:
    """The title in a language, else in English, else in any."""
    return titles.get(language) or titles.get("en") or next(iter(titles.values()), "")


@lru_cache(maxsize=1)
def _index(_stamp: str) -> Index:
    """The index of all titles, until another release is loaded."""
    return Index(unpacked(bytes(TitleIndex.objects.values_list("data", flat=True).get())))


def _hits(found: list[Found], language: str) -> list[Hit]:
    told = ("pk", "occupation__titles", "occupation__source", "occupation__noc", "text", "language")
    rows = {row[0]: row[1:] for row in Title.objects.filter(pk__in=[one.title for one in found]).values_list(*told)}
    return [
        Hit(one.occupation, title_in(titles, language), *rest)
        for one in found
        if one.title in rows
        for titles, *rest in [rows[one.title]]
    ]
