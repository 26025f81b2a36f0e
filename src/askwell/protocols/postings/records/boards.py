"""Answers of job boards: lists of objects, somewhere in a JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from askwell.protocols.postings.model import MOST_POSTINGS, Posting
from askwell.protocols.postings.records.names import meaning_of
from askwell.protocols.postings.records.records import Row, Setting, called, posting_of

_WHOLE = frozenset(("url", "text", "posted", "organisation"))
_LISTS = (
    "jobs",
    "postings",
    "offers",
    "positions",
    "openings",
    "results",
    "data",
    "items",
    "content",
    "entries",
    "events",
)
_OPENED = ("categories", "compensation", "attributes", "fields")
"""Objects whose values belong to the posting itself."""
_TITLES = frozenset(("title", "text", "name", "position", "jobTitle", "job_title", "jobTitleText"))


def postings_of(values: list[Any], setting: Setting) -> list[Posting]:
    """Every object in the values that looks like a posting, as one; those that a board does not list are left out."""
    tops = [value for value in values if isinstance(value, dict) and _holds_some(value)]
    about = " ".join(called(one.get(name)) for one in tops for name in ("title", "description"))
    known, found = replace(setting, hints=f"{setting.hints} {about}"), []
    for record, organisation in islice(_records(values), MOST_POSTINGS + 1):
        row = Row.of(_named(record))
        if False not in row.all("is listed"):
            found.append(posting_of(row, replace(known, organisation=organisation)))
    return found


def _records(values: list[Any]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Objects that look like postings, with the name of whose list they are in."""
    waiting: list[tuple[Any, str]] = [(value, "") for value in reversed(values)]
    while waiting:
        value, owner = waiting.pop()
        if isinstance(value, list):
            waiting.extend((one, owner) for one in reversed(value))
        elif isinstance(value, dict):
            if _looks_like_one(value) and not _holds_some(value):
                yield value, owner
                continue
            named = (
                called(value.get("company") or value.get("company_name") or value.get("name"))
                if _holds_some(value)
                else ""
            )
            waiting.extend((one, named or owner) for one in reversed(value.values()))


def _holds_some(value: Mapping[str, Any]) -> bool:
    lists = (value[name] for name in _LISTS if isinstance(value.get(name), list))
    return any(isinstance(one, dict) and _looks_like_one(one) for inner in lists for one in inner[:3])


def _looks_like_one(value: Mapping[str, Any]) -> bool:
    told = value.get("attributes")
    inner = told if isinstance(told, dict) else value
    if not any(isinstance(inner.get(name), str) and inner[name].strip() for name in _TITLES & inner.keys()):
        return False
    return len({meaning_of(name) for name, given in inner.items() if given} & _WHOLE - {"organisation"}) > 0


def _named(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Names and values; what is kept in an object of its own, as one of the posting's."""
    for name, value in record.items():
        if name in _OPENED and isinstance(value, dict):
            yield from value.items()
        elif name == "metadata" and isinstance(value, list):
            yield from ((called(one.get("name")), one.get("value")) for one in value if isinstance(one, dict))
        else:
            yield name, value
    yield from _ranges(record)


def _ranges(record: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Pay as Ashby ("summaryComponents"), Lever and others say it."""
    compensation = record.get("compensation")
    components = compensation.get("summaryComponents") if isinstance(compensation, dict) else None
    for one in components if isinstance(components, list) else ():
        if isinstance(one, dict) and str(one.get("compensationType", "Salary")).casefold() in ("salary", "hourly"):
            yield "salary range", one
    for one in record.get("pay_input_ranges") or ():
        if isinstance(one, dict):
            yield "salary range", _from_cents(one)


def _from_cents(one: Mapping[str, Any]) -> dict[str, Any]:
    """Greenhouse counts cents, and says in the title what the time is."""
    bounds = {name: one[f"{name}_cents"] / 100 for name in ("min", "max") if isinstance(one.get(f"{name}_cents"), int)}
    return {**bounds, "currency": one.get("currency_type"), "unit": one.get("title")}
