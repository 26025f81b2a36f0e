"""What titles have in common."""

import re

HAN = re.compile(r"^[\u4e00-\u9fff]{2}")
LONG = 4


def first_words(title: str) -> str:
    """What a related title begins with: "Procurement specialist" gives "Procurement", "采购专员" gives "采购"; empty
    where the beginning says little."""
    if found := HAN.match(title):
        return found[0]
    first = title.split(" ", 1)[0]
    return first if len(first) >= LONG else ""
