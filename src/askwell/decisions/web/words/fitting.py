"""Words that must not be wider than their place in a picture."""

import re

from askwell.lib.text import HAN

WIDE = re.compile(f"[{HAN}]")


def breadth(text: str) -> int:
    """How many Latin letters wide it is; a Chinese one is as wide as two."""
    return sum(2 if WIDE.match(letter) else 1 for letter in text)


def fitted(text: str, most: int) -> str:
    """Cut to the width of so many Latin letters."""
    if breadth(text) <= most:
        return text
    while text and breadth(text) >= most:
        text = text[:-1]
    return text.rstrip() + "…"
