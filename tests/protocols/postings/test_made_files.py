"""Postings of many boards, feeds, tables and pages, each written for this and read whole: what a file says is read, and
nothing that it does not say. `made/truth.json` leaves out what is "", None or False."""

import json
from pathlib import Path
from typing import Any

import pytest

from askwell.protocols.postings.model import PostingsError
from askwell.protocols.postings.reading import read

MADE = Path(__file__).parent / "made"
TRUTH: dict[str, list[dict[str, Any]]] = json.loads((MADE / "truth.json").read_text("utf-8"))
COMPARED = (
    "kind", "title", "organisation", "location", "remote", "employment_type", "posted", "closes", "salary_min",
    "salary_max", "salary_unit", "currency", "url", "start", "end",
)  # fmt: skip
WHERE_SAID = ("price", "status")
UNSURE = {"p14.txt": ("currency", "organisation", "location"), "p18.txt": ("currency",)}
"""What a careful reader may leave empty there, or not."""


def told(name: str) -> list[dict[str, Any]]:
    try:
        postings = read((MADE / name).read_bytes(), filename=name).postings
    except PostingsError as error:
        assert error.code == "nothing_found"
        return []
    fields = [field for field in COMPARED if field not in UNSURE.get(name, ())]
    return [{field: value for field in fields if (value := getattr(one, field))} for one in postings]


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_every_field_is_read_as_the_file_says_it(name: str) -> None:
    wanted = [{field: value for field, value in one.items() if field in COMPARED} for one in TRUTH[name]]
    assert told(name) == wanted


@pytest.mark.parametrize("name", sorted(name for name, items in TRUTH.items() if items))
def test_descriptions_prices_and_states(name: str) -> None:
    postings = read((MADE / name).read_bytes(), filename=name).postings
    for wanted, posting in zip(TRUTH[name], postings, strict=True):
        assert wanted.get("text", "") in posting.text
        assert {field: getattr(posting, field) for field in WHERE_SAID if field in wanted} == {
            field: wanted[field] for field in WHERE_SAID if field in wanted
        }
        assert not any(hidden in posting.text for hidden in ("secret", "alert(1)", "<p", "&amp;", "99 $"))
