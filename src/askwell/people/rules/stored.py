"""Records and layouts as JSON, for rows that wait and columns that can be changed."""

import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from askwell.lib.names import PersonName
from askwell.protocols.contacts import Column, ContactRecord, Field, Layout, Sheet, Source
from askwell.protocols.contacts.own import own_from_json


def record_to_json(record: ContactRecord) -> dict[str, Any]:
    """Everything understood of a record; what is empty is left out, and so are the original cells."""
    name = {part: value for part, value in record.name._asdict().items() if value}
    since = record.known_since.isoformat() if record.known_since else None
    plain = {
        field: getattr(record, field)
        for field in (
            "number", "line", "sheet", "emails", "phones", "links", "wechat", "organisation", "department", "title",
            "place", "note", "languages", "tags", "doubts",
        )
        if getattr(record, field)
    }  # fmt: skip
    own = {"own": asdict(record.own)} if record.own else {}
    return {**plain, **own, "name": name, **({"known_since": since} if since else {})}


def same_facts(stored: dict[str, Any]) -> int:
    """The same number for stored records that tell the same, wherever in which file they stand. Only within
    one process."""
    told = {field: value for field, value in stored.items() if field not in ("number", "line", "sheet")}
    return hash(json.dumps(told, sort_keys=True, ensure_ascii=False))


def record_from_json(stored: dict[str, Any]) -> ContactRecord:
    """The record that `record_to_json` wrote, without its original cells."""
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in stored.items()}
    name = stored["name"]
    plain["name"] = PersonName(**{**name, "credentials": tuple(name.get("credentials", ()))})
    plain["own"] = own_from_json(stored["own"]) if "own" in stored else None
    plain["known_since"] = date.fromisoformat(stored["known_since"]) if "known_since" in stored else None
    plain.setdefault("sheet", "")
    return ContactRecord(**plain)


def layout_to_json(layout: Layout) -> dict[str, Any]:
    return asdict(layout)


def layout_from_json(stored: dict[str, Any]) -> Layout:
    """The layout that `layout_to_json` wrote."""
    columns = tuple(
        Column(
            **{
                **column,
                "field": Field(column["field"]) if column["field"] else None,
                "samples": tuple(column["samples"]),
            }
        )
        for column in stored["columns"]
    )
    sheets = tuple(Sheet(**{**sheet, "indexes": tuple(sheet["indexes"])}) for sheet in stored["sheets"])
    return Layout(**{**stored, "source": Source(stored["source"]), "columns": columns, "sheets": sheets})


def with_fields(layout: Layout, fields: dict[int, str]) -> Layout:
    """The layout with other meanings for columns, by index; "" leaves a column out. Raises ValueError."""
    columns = tuple(
        replace(column, field=Field(fields[column.index]) if fields[column.index] else None, why="chosen")
        if column.index in fields and fields[column.index] != (column.field or "")
        else column
        for column in layout.columns
    )
    return replace(layout, columns=columns)
