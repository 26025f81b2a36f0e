"""What was read of a card, to JSON and back; what is no reading of ours is passed over."""

from collections.abc import Mapping
from dataclasses import fields as columns
from typing import Any

from askwell.people.rules.cards.model import CardFields, Reading
from askwell.protocols.pictures import TextLine

MANY = ("emails", "phones", "faxes", "urls", "addresses")
WORDS = ("credentials", "links", "texts", "languages")
ONE = tuple(column.name for column in columns(CardFields) if column.name not in (*MANY, *WORDS))


def fields_to_json(fields: CardFields) -> dict[str, Any]:
    """Only what the card says."""
    stored: dict[str, Any] = {}
    for column in columns(CardFields):
        value = getattr(fields, column.name)
        if value:
            stored[column.name] = _plain(value)
    return stored


def fields_from_json(stored: Mapping[str, Any]) -> CardFields:
    """What `fields_to_json` gave."""
    found: dict[str, Any] = {name: _reading(stored.get(name)) for name in ONE}
    for name in MANY:
        found[name] = tuple(filter(None, map(_reading, _list(stored.get(name)))))
    for name in WORDS:
        found[name] = tuple(text for text in _list(stored.get(name)) if isinstance(text, str))
    return CardFields(**found)


def line_to_json(line: TextLine) -> dict[str, Any]:
    """A line of text with where it stands."""
    return {"text": line.text, "sureness": line.sureness, "corners": line.corners, "side": line.side}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if not isinstance(value, Reading):
        return value
    return {
        "value": value.value, "sureness": value.sureness, "lines": list(value.lines), "notes": list(value.notes),
        "printed": value.printed,
    }  # fmt: skip


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _reading(stored: Any) -> Reading | None:
    if not isinstance(stored, dict) or not isinstance(stored.get("value"), str):
        return None
    sureness = stored.get("sureness")
    return Reading(
        stored["value"],
        float(sureness) if isinstance(sureness, int | float) else 0.0,
        tuple(line for line in _list(stored.get("lines")) if isinstance(line, int)),
        tuple(note for note in _list(stored.get("notes")) if isinstance(note, str)),
        str(stored.get("printed", "")),
    )
