"""The sheet and the templates keep the promises that docs/ui.md and the content security policy make."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "askwell"
SHEET = re.sub(r"/\*.*?\*/", "", (SOURCE / "ui/static/ui/askwell.css").read_text(), flags=re.DOTALL)
TEMPLATES = sorted(SOURCE.rglob("*.html"))
FORBIDDEN = re.compile(  # data for a script is none
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(?:src=|type=.application/json))|javascript:|hx-on|hx-vals=.js:",
    re.I,
)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_inline(template: Path) -> None:
    assert FORBIDDEN.findall(template.read_text()) == []


def test_every_token_that_is_used_is_defined() -> None:
    used = set(re.findall(r"var\((--[\w-]+)", SHEET))
    assert used - set(re.findall(r"(--[\w-]+)\s*[:{]", SHEET)) - {"--c"} == set()


def test_every_token_that_is_defined_is_used() -> None:
    defined = set(re.findall(r"(--[\w-]+):", SHEET))
    assert defined - set(re.findall(r"var\((--[\w-]+)", SHEET)) == set()


def test_braces_balance() -> None:
    assert SHEET.count("{") == SHEET.count("}")


def test_every_class_that_the_docs_name_is_in_the_sheet() -> None:
    docs = (ROOT / "docs" / "ui.md").read_text().partition("## Classes")[2].partition("## Behaviour")[0]
    named = set(re.findall(r"`(?:\w+)?\.([a-z][a-z-]*)", docs))
    assert {name for name in named if not re.search(rf"\.{name}\b", SHEET)} == set()


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        *[(ink, ground, 4.5) for ink in ("ink", "ink-2") for ground in ("paper", "surface", "raised", "sunken")],
        *[(hue, f"{hue}-soft", 4.5) for hue in ("door", "jade", "amber", "rose", "sky", "plum")],
        *[("ink", f"{hue}-soft", 4.5) for hue in ("door", "jade", "amber", "rose")],
        ("ink", "marker", 4.5),
        ("door-ink", "door", 4.5),
        *[("edge", ground, 3.0) for ground in ("paper", "surface", "sunken")],
    ],
)
def test_contrast(ink: str, ground: str, least: float, scheme: int) -> None:
    assert contrast(token(ink, scheme), token(ground, scheme)) >= least


def token(name: str, scheme: int) -> str:
    found = re.search(rf"--{name}:\s*light-dark\((#\w+), (#\w+)\)", SHEET)
    assert found, name
    return found[scheme + 1]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two #rrggbb colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
