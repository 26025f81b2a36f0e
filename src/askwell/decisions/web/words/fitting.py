"""Words that must not be wider than their place in a picture."""

import re

from askwell.lib.text import HAN

WIDE = re.compile(f"[{HAN}]")


def fitted(text: str, most: int) -> str:
    """Cut to the width of so many Latin letters; a Chinese one is as wide as two."""
    width = 0
    for place, letter in enumerate(text):
        width += 2 if WIDE.match(letter) else 1
        if width > most:
            return text[: max(place - 1, 1)].rstrip() + "…"
    return text
