"""The labelled business cards read as the worker reads them."""

import os
import sys
from pathlib import Path
from typing import Any

import django

from askwell.people.rules.cards import CardFields, Reading


def predict(folder: Path) -> dict[str, dict[str, Any]]:
    """Card -> the fields that score.py compares: of cardNN.jpg, or cardNN_front and cardNN_back."""
    cards: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir(), key=lambda path: (path.stem.endswith("_back"), path.name)):
        if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp"):
            cards.setdefault(path.stem.split("_")[0], []).append(path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askwell.config.settings")
    django.setup()
    from askwell.people.actions.cards import read_cards  # the actions' room knows the models

    results = read_cards(cards=[[path.read_bytes() for path in paths] for paths in cards.values()])
    answers: dict[str, dict[str, Any]] = {}
    for card, result in zip(cards, results, strict=True):
        if result.error:
            sys.stderr.write(f"{card}: {result.error}\n")
        answers[card] = _fields(result.fields) if result.fields else {}
    return answers


def _fields(fields: CardFields) -> dict[str, Any]:
    """As the labels have it: a purely Chinese card's title stands in both places, one web address and one
    postal address, telephone numbers without extension."""
    return {
        "name": _value(fields.name),
        "name_zh": _value(fields.name_zh),
        "organisation": _value(fields.organisation),
        "organisation_zh": _value(fields.organisation_zh),
        "title": _value(fields.title) or _value(fields.title_zh),
        "title_zh": _value(fields.title_zh),
        "emails": [one.value for one in fields.emails],
        "phones": [one.value.split(";")[0] for one in fields.phones],
        "url": _value(next(iter(fields.urls), None)),
        "address": _value(next(iter(fields.addresses), None)),
        "languages": list(fields.languages),
    }


def _value(reading: Reading | None) -> str:
    return reading.value if reading else ""
