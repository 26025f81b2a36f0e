from typing import Any

import pytest

from askwell.programmes.choices import Audience
from askwell.programmes.rules.listed import Told
from askwell.programmes.rules.updating import columns_said, is_touched, taken_over, with_list, without_list

SAID = {"name": "Rosa Osei", "native_name": "", "field": "Tax", "windows": [], "a_month": 1}
EVENING = [[1, "17:30", "20:30"]]


def row(**facts: Any) -> dict[str, Any]:
    """A row as the first list left it."""
    told = dict.fromkeys(("email", "level", "zone", "page_language", "organisation", "title"), "") | {
        column: [] for column in ("languages", "topics", "not_employers", "not_people")
    }
    return {**told, **SAID, "listed": {"said": SAID}, "version": 1, **facts}


def test_what_a_list_leaves_open_it_does_not_say() -> None:
    told = Told("Rosa Osei", topics=("close",), windows=((1, "17:30", "20:30"),))

    assert columns_said(told, Audience.INSIDERS) == {"name": "Rosa Osei", "topics": ["close"], "windows": EVENING}
    assert columns_said(told, Audience.SEEKERS) == {"name": "Rosa Osei", "goals": {"close": 2}, "windows": EVENING}


@pytest.mark.parametrize(
    ("facts", "taken"),
    [
        ({}, {"field": "Audit", "windows": EVENING}),
        ({"windows": [[0, "18:00", "20:00"]]}, {"field": "Audit"}),
        ({"field": "Law", "version": 4}, {"windows": EVENING}),
        ({"field": "Audit"}, {"windows": EVENING}),
        ({"listed": {}}, {"field": "Audit", "windows": EVENING}),
        ({"listed": {}, "version": 2}, {}),
        ({"name": "Grace Okafor"}, {}),
    ],
)
def test_taken_over_is_what_nobody_changed_since(facts: dict[str, Any], taken: dict[str, Any]) -> None:
    assert taken_over(row(**facts), {"name": "Rosa Osei", "field": "Audit", "windows": EVENING}) == taken


def test_what_a_list_changed_is_taken_back_unless_somebody_changed_it_since() -> None:
    there = row()
    there |= with_list(there, {"field": "Audit", "windows": EVENING}, "second", Audience.INSIDERS)
    assert (there["field"], there["windows"], there["version"]) == ("Audit", EVENING, 2)
    assert not is_touched(there["version"], there["listed"])

    there |= {"field": "Law", "version": 3}
    assert is_touched(there["version"], there["listed"])
    there |= without_list(there, "second")

    assert (there["field"], there["windows"], there["version"]) == ("Law", [], 4)
    assert there["listed"]["before"] == {}
    assert is_touched(there["version"], there["listed"])


def test_a_third_list_goes_on_from_the_second() -> None:
    there = row()
    there |= with_list(there, {"field": "Audit"}, "second", Audience.INSIDERS)
    there |= with_list(there, taken_over(there, {"name": "Rosa Osei", "field": "Law"}), "third", Audience.INSIDERS)
    assert there["field"] == "Law"

    there |= without_list(there, "second")
    assert there["field"] == "Law"
    there |= without_list(there, "third")
    assert there["field"] == "Audit"
    assert not is_touched(there["version"], there["listed"])
