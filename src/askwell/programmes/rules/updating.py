"""A list says something else of somebody than an earlier one did: what of it is taken over, and how it is taken back.

What lists said is kept with the person (`listed`): `said`, column by column; `before`, by list, what was there until
then and what came; and the `version` that the last list left, so that what others changed is told apart.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from askwell.lib.text import fold
from askwell.programmes.choices import Audience
from askwell.programmes.rules.listed import Told

_SHARED = ("name", "native_name", "email", "field", "languages", "level", "windows", "zone", "page_language")
COLUMNS = {
    Audience.INSIDERS: (*_SHARED, "organisation", "title", "topics", "a_month", "not_employers", "not_people"),
    Audience.SEEKERS: (*_SHARED, "phone", "employer", "goals", "wanted"),
}
"""Of a person's row: what a list can say."""
_OTHERWISE = {"employer": "organisation", "a_month": "talks", "wanted": "talks", "goals": "topics"}
"""What these are called in a list."""
GOAL_WEIGHT = 2


def columns_said(told: Told, audience: Audience) -> dict[str, Any]:
    """What a row of a list says, as columns keep it; what it leaves open is not there."""
    found = {column: getattr(told, _OTHERWISE.get(column, column)) for column in COLUMNS[audience]}
    return {column: _kept(column, value) for column, value in found.items() if value not in ("", (), None)}


def _kept(column: str, value: Any) -> Any:
    if column == "goals":
        return dict.fromkeys(value, GOAL_WEIGHT)
    if column == "windows":
        return [list(window) for window in value]
    return list(value) if isinstance(value, tuple) else value


def taken_over(row: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Of what a list says what is new, and was not changed by anybody since a list said it. Nothing where the name is
    quite another: an address can be shared."""
    if not _alike((row["name"], row["native_name"]), (said.get("name", ""), said.get("native_name", ""))):
        return {}
    earlier = row["listed"].get("said")
    if earlier is None and row["version"] != 1:
        return {}
    new = {column: value for column, value in said.items() if row[column] != value}
    return {column: value for column, value in new.items() if earlier is None or row[column] == earlier.get(column)}


def _alike(names: Iterable[str], others: Iterable[str]) -> bool:
    words, theirs = ({word for name in some for word in fold(name).split()} for some in (names, others))
    return bool(words & theirs)


def is_touched(version: int, listed: Mapping[str, Any]) -> bool:
    """Whether anybody but a list changed them."""
    return version != int(listed.get("version", 1))


def with_list(row: Mapping[str, Any], changes: Mapping[str, Any], upload: str, audience: Audience) -> dict[str, Any]:
    """The columns once a list's changes are in."""
    listed = row["listed"]
    said = listed.get("said") or {column: row[column] for column in COLUMNS[audience]}
    step = {"was": {column: row[column] for column in changes}, "came": dict(changes)}
    kept = {"said": {**said, **changes}, "before": listed.get("before", {}) | {upload: step}}
    return {**changes, **_next(row, kept)}


def without_list(row: Mapping[str, Any], upload: str) -> dict[str, Any]:
    """The columns once they are taken back: each that nobody changed since."""
    listed = row["listed"]
    before = dict(listed["before"])
    step = before.pop(upload)
    back = {column: step["was"][column] for column, value in step["came"].items() if row[column] == value}
    return {**back, **_next(row, {"said": listed["said"] | back, "before": before})}


def _next(row: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    version, listed = row["version"] + 1, row["listed"]
    last = listed.get("version", 1) if is_touched(row["version"], listed) else version
    return {"listed": {**kept, "version": last}, "version": version}
