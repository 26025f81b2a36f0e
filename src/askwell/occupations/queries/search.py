"""Find occupations by any title, in three languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from askwell.occupations.choices import Source
from askwell.occupations.models import Occupation, Release, Title
from askwell.occupations.rules.finding import Entry, Found, Index

MAIN, OWN = 0.02, 0.02
"""A little more for a title before what else an occupation is called, and for occupations in three languages."""
LONGEST = 120
Stamp = tuple[tuple[str, datetime], ...]


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

    Three queries; the first search of a process after a release was loaded also reads all titles (about a second for a
    whole release)."""
    stamp = tuple(Release.objects.order_by("source").values_list("source", "loaded_at"))
    index, keys = _index(stamp)
    found = index.find(text[:LONGEST], limit)
    return _hits(found, keys, language) if found else []


def title_in(titles: dict[str, str], language: str) -> str:
    """The title in a language, else in English, else in any."""
    return titles.get(language) or titles.get("en") or next(iter(titles.values()), "")


@lru_cache(maxsize=1)
def _index(stamp: Stamp) -> tuple[Index, list[UUID]]:
    """The index of all titles, until another release is loaded, and the keys of the occupations that it numbers."""
    keys: dict[UUID, int] = {}
    return Index(_entries(keys)), list(keys)


def _entries(keys: dict[UUID, int]) -> Iterator[Entry]:
    rows = Title.objects.order_by("id").values_list("id", "occupation_id", "occupation__source", "words", "is_main")
    for number, key, source, words, is_main in rows.iterator(chunk_size=5000):
        place = keys.setdefault(key, len(keys))
        yield Entry(number, place, words.split(" "), MAIN * is_main + OWN * (source == Source.OWN))


def _hits(found: list[Found], keys: list[UUID], language: str) -> list[Hit]:
    ids = [keys[one.occupation] for one in found]
    heads = {
        row[0]: row[1:] for row in Occupation.objects.filter(pk__in=ids).values_list("id", "titles", "source", "noc")
    }
    titles = Title.objects.filter(pk__in=[one.title for one in found])
    matched = {number: (text, spoken) for number, text, spoken in titles.values_list("id", "text", "language")}
    return [
        Hit(key, title_in(heads[key][0], language), heads[key][1], heads[key][2], *matched[one.title])
        for key, one in zip(ids, found, strict=True)
        if key in heads and one.title in matched
    ]
