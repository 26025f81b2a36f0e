"""docs/security.md works OWASP ASVS 5.0 through: every requirement of levels 1 and 2 has a row that says how."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STATES = {"met", "partly", "open", "operator", "n/a"}


def wanted() -> dict[str, str]:
    lines = (ROOT / "docs" / "asvs-5.0-ids.txt").read_text().splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


def rows() -> dict[str, list[str]]:
    lines = (ROOT / "docs" / "security.md").read_text().splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in lines
        if re.match(r"\| \d+\.\d+\.\d+ ", line)
    ]
    return {row[0]: row[1:] for row in cells}


def test_every_requirement_of_levels_1_and_2_has_one_row_and_no_row_is_of_another() -> None:
    text = (ROOT / "docs" / "security.md").read_text()
    twice = [id for id in rows() if len(re.findall(rf"^\| {re.escape(id)} \|", text, re.MULTILINE)) > 1]

    assert {id: row[0] for id, row in rows().items()} == wanted(), "give each id of docs/asvs-5.0-ids.txt its row"
    assert twice == []
    assert len(wanted()) == 253


@pytest.mark.parametrize("id", wanted())
def test_a_row_says_how_and_which_test_shows_it(id: str) -> None:
    level, asks, state, how, test = rows()[id]

    assert state in STATES
    assert asks
    assert how
    assert is_there(test) or re.fullmatch(r"none: .{4,}", test), f"{id}: no such test: {test}"
    assert state != "met" or test != "none: open"


def is_there(test: str) -> bool:
    """Whether `file::test` names a test that exists."""
    named = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", test)
    file = ROOT / named[1] if named else None
    return bool(named and file and file.is_file() and f"def {named[2]}(" in file.read_text())
