"""Whether a text names somebody."""

import re

from askwell.lib.text import HAN

_letter = rf"[^\W{HAN}]"
_han = re.compile(f"[{HAN}]")


def is_named(text: str, name: str) -> bool:
    """Whether the name stands in the text as it is written, and not inside another word. Chinese has no blanks between
    words: there it may stand anywhere."""
    if _han.search(name):
        return name in text
    return re.search(rf"(?<!{_letter}){re.escape(name)}(?!{_letter})", text) is not None
