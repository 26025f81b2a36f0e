"""What is told about an insider, whoever tells it: a coordinator, a list, or they themselves."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from askwell.lib.emails import normalise_email
from askwell.lib.text import clean, clean_block, fold
from askwell.programmes.choices import Level

MOST_TOPICS = 20
MOST_TALKS_A_MONTH = 31


@dataclass(frozen=True)
class InsiderFacts:
    """As it is kept: see models.Insider. `answers` are to the programme's own questions, by id."""

    name: str = ""
    native_name: str = ""
    email: str = ""
    organisation: str = ""
    title: str = ""
    field: str = ""
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    level: str = Level.MID
    a_month: int = 1
    windows: tuple[tuple[int, str, str], ...] = ()
    zone: str = "America/Vancouver"
    page_language: str = "en"
    not_employers: tuple[str, ...] = ()
    not_people: tuple[str, ...] = ()
    answers: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    obtained: str = ""
    note: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As columns of the row."""
        listed = ("topics", "languages", "not_employers", "not_people")
        told = dict(vars(self)) | {name: list(getattr(self, name)) for name in listed}
        return told | {"windows": [list(window) for window in self.windows], "answers": dict(self.answers)}


def tidy(facts: InsiderFacts) -> InsiderFacts:
    """Fit to be kept: clean, cut to what fits, each thing once. An e-mail that is none stays as it was typed."""
    typed = clean(facts.email, limit=254)
    return replace(
        facts,
        name=clean(facts.name, limit=120),
        native_name=clean(facts.native_name, limit=60),
        email=normalise_email(typed) or typed,
        organisation=clean(facts.organisation, limit=200),
        title=clean(facts.title, limit=200),
        field=clean(facts.field, limit=120),
        topics=each_once(facts.topics, 80)[:MOST_TOPICS],
        languages=tuple(dict.fromkeys(facts.languages)),
        not_employers=each_once(facts.not_employers, 200)[:MOST_TOPICS],
        not_people=each_once(facts.not_people, 200)[:MOST_TOPICS],
        obtained=clean(facts.obtained, limit=200),
        note=clean_block(facts.note, limit=4000),
    )


def each_once(words: Iterable[str], limit: int) -> tuple[str, ...]:
    """Without what is empty; of two that are written alike the first."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(fold(word), clean(word, limit=limit))
    return tuple(word for key, word in found.items() if key and word)
