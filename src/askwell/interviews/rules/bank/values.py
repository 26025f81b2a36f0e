"""What a question of the bank is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from askwell.interviews.choices import Topic


class Stage(StrEnum):
    """When in a talk a question is at home."""

    OPENING = "opening"
    MIDDLE = "middle"
    CLOSING = "closing"


class Family(StrEnum):
    """Broad groups of occupations."""

    TECHNOLOGY = "technology"
    BUSINESS = "business"
    FINANCE = "finance"
    SUPPLY_CHAIN = "supply_chain"
    HEALTH = "health"
    EDUCATION = "education"
    ENGINEERING_TRADES = "engineering_trades"
    PUBLIC_NONPROFIT = "public_nonprofit"
    CREATIVE_MEDIA = "creative_media"
    SCIENCE = "science"
    HOSPITALITY_RETAIL = "hospitality_retail"
    LAW = "law"


class Audience(StrEnum):
    """Situations of the seeker for which some questions are meant."""

    NEWCOMER = "newcomer"  # to the country
    STUDENT = "student"
    CAREER_CHANGER = "career_changer"
    INSIDE = "inside"  # seeks a promotion or a move within their own company


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question to ask an insider. `id` is stable and may be stored; empty sets mean everybody.

    `text`: the words by language code ("en", "zh-hans", "fr"); English is always there.
    """

    id: str
    topic: Topic
    stage: Stage
    families: frozenset[Family]
    audiences: frozenset[Audience]
    text: Mapping[str, str]

    def text_in(self, language: str) -> str:
        """The words in `language` (case aside), in English where there are none."""
        return self.text.get(language.lower(), self.text["en"])
