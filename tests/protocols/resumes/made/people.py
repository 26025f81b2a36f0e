"""Twenty people who do not exist, and how resumes in three languages write their dates and levels."""

import json
from pathlib import Path
from typing import Any

FILES = Path(__file__).parents[3] / "data" / "resumes"
PEOPLE: dict[str, dict[str, Any]] = json.loads((FILES / "people.json").read_text("utf-8"))

_ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_FRENCH = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_SHORT_FRENCH = (
    "janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
)  # fmt: skip
_NOW = {"en": "Present", "english": "Present", "fr": "aujourd’hui", "french": "présent", "zh": "至今", "dots": "至今",
        "slashes": "至今", "figures": "Present", "chiffres": "à ce jour"}  # fmt: skip
_LEVELS = {
    "en": ("Native", "Fluent", "Professional", "Intermediate", "Beginner"),
    "fr": ("langue maternelle", "courant", "bon niveau", "intermédiaire", "débutant"),
    "zh": ("母语", "流利", "工作熟练", "一般", "入门"),
}
_STEPS = ("native", "full", "working", "limited", "elementary")


def when(date: str, style: str) -> str:
    """A date, "2021-03" or "2021", in one of the styles; "" is now."""
    if not date:
        return _NOW[style]
    if len(date) == 4:
        return date
    year, month = date.split("-")
    at = int(month) - 1
    return {
        "en": f"{_ENGLISH[at][:3]} {year}", "english": f"{_ENGLISH[at]} {year}", "fr": f"{_SHORT_FRENCH[at]} {year}",
        "french": f"{_FRENCH[at]} {year}", "zh": f"{year}年{at + 1}月", "dots": f"{year}.{month}",
        "slashes": f"{year}/{month}", "figures": f"{month}/{year}", "chiffres": f"{month}/{year}",
    }[style]  # fmt: skip


def span(one: dict[str, Any], style: str, to: str = " – ") -> str:
    return when(one["start"], style) + to + when(one["end"], style)


def level(spoken: dict[str, str], language: str) -> str:
    return _LEVELS[language][_STEPS.index(spoken["level"])]


def local(person: dict[str, Any]) -> str:
    """The telephone number as it is written at home."""
    digits = person["phone"].removeprefix("+1")
    return person["phone"] if digits.startswith("+") else f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
