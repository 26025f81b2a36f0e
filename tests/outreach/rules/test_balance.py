"""When the effort is called narrow."""

import pytest

from askwell.outreach.choices import WarningCode
from askwell.outreach.rules.balance import Warning, Written, warnings

W = WarningCode
KINDS = ["alumni", "friend", "former_colleague", "met_at_event", "classmate"]


def mixed(count: int) -> list[Written]:
    """People with nothing in common."""
    return [Written(KINDS[n % 5], 1 + n % 2, f"Firm {n}", "en") for n in range(count)]


def people(count: int, **same: object) -> list[Written]:
    """People with only `same` in common."""
    return [
        Written(**{"tie_kind": KINDS[n % 5], "tie_strength": 1, "employer": f"Of {n}", "language": "en", **same})  # type: ignore[arg-type]  # named facts
        for n in range(count)
    ]


NARROW: list[tuple[str, list[Written], list[Warning]]] = [
    ("nobody", [], []),
    ("a good mix", mixed(10), []),
    (
        "seven of ten close, as on the map",
        people(7, tie_strength=3) + mixed(3),
        [Warning(W.ONLY_CLOSE_TIES, 7, 10, {})],
    ),
    ("six of ten close", people(6, tie_strength=3) + mixed(4), []),
    ("seven close are too few to judge", people(7, tie_strength=3), []),
    ("eight close", people(8, tie_strength=3), [Warning(W.ONLY_CLOSE_TIES, 8, 8, {})]),
    (
        "half at one employer",
        people(5, employer="Tidewater") + mixed(5),
        [Warning(W.ONE_EMPLOYER, 5, 10, {"employer": "Tidewater"})],
    ),
    ("four of ten at one employer", people(4, employer="Tidewater") + mixed(6), []),
    ("unknown employers are not one", people(10, employer=""), []),
    ("all inside one's own company", people(10, employer="Evergreen"), []),
    (
        "eight of ten of one kind",
        people(8, tie_kind="family") + mixed(2),
        [Warning(W.ONE_TIE_KIND, 8, 10, {"kind": "family"})],
    ),
    ("seven of ten of one kind", people(7, tie_kind="family") + mixed(3), []),
    ("all introduced", people(10, tie_kind="introduced"), []),
    ("all strangers", people(10, tie_kind="none", tie_strength=0), []),
    (
        "eight of ten in Chinese",
        people(8, language="zh") + mixed(2),
        [Warning(W.ONE_LANGUAGE, 8, 10, {"language": "zh"})],
    ),
    ("all in the language of the place", people(10, language="fr"), []),
    ("only the last ten count", mixed(10) + people(10, tie_strength=3, employer="Tidewater"), []),
    (
        "everything at once",
        people(10, tie_strength=3, employer="Tidewater", tie_kind="family", language="zh"),
        [
            Warning(W.ONLY_CLOSE_TIES, 10, 10, {}),
            Warning(W.ONE_EMPLOYER, 10, 10, {"employer": "Tidewater"}),
            Warning(W.ONE_TIE_KIND, 10, 10, {"kind": "family"}),
            Warning(W.ONE_LANGUAGE, 10, 10, {"language": "zh"}),
        ],
    ),
]


@pytest.mark.parametrize(("written", "expected"), [r[1:] for r in NARROW], ids=[r[0] for r in NARROW])
def test_narrow(written: list[Written], expected: list[Warning]) -> None:
    found = warnings(written, local_languages=frozenset({"en", "fr"}), own_employer="Evergreen")
    assert list(found) == expected
