"""Lines that a mark makes items of a list."""

import re

from askwell.lib.text import clean, clean_block

MARKS = "•·▪▫■□●○◦‣⁃➢➤►▶▸✓✔✦❖※★☆∙⦁\x7f\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06e\uf06c"
BULLET = re.compile(
    rf"^\s*(?:[{MARKS}]\s*|[-–—*+>]\s+|o\s{{2,}}|(?:\d{{1,2}}|[a-zA-Z])[.)、]\s+|[(（]\d{{1,2}}[)）]\s*)"
)


def without_bullet(text: str) -> str:
    """The line without the mark before it."""
    return BULLET.sub("", text, count=1)


def summary_and_lines(text: str) -> tuple[str, tuple[str, ...]]:
    """A description taken apart: what stands before the first mark, and each marked line with the lines that go on
    from it. Without marks several lines are a list of their own, one is a summary."""
    lines = [line for line in clean_block(text).splitlines() if line.strip()]
    first = next((place for place, line in enumerate(lines) if BULLET.match(line)), -1)
    if first < 0:
        return (clean(lines[0]), ()) if len(lines) == 1 else ("", tuple(lines))
    items: list[str] = []
    for line in lines[first:]:
        if BULLET.match(line):
            items.append(without_bullet(line).strip())
        else:
            items[-1] = f"{items[-1]} {line}".strip()
    return "\n".join(lines[:first]), tuple(filter(None, items))
