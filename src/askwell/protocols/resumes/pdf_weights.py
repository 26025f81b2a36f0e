"""Which fonts of a document are heavier cuts of another: variable fonts give all their weights one name."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from typing import Any

_FEWEST_SHARED = 3
_WIDER, _MUCH_WIDER = 1.012, 1.3
"""How much wider the letters of a heavier cut are; beyond the second it is another face."""


def heavier(fonts: Iterable[Any]) -> frozenset[str]:
    """The names of the fonts whose letters are a little wider than the same letters of a font of the same family."""
    families: dict[str, list[Any]] = defaultdict(list)
    for font in {font.name: font for font in fonts}.values():
        families[font.name.split("+")[-1]].append(font)
    pairs = (pair for family in families.values() if len(family) > 1 for pair in permutations(family, 2))
    return frozenset(one.name for one, other in pairs if _is_wider(_widths(one), _widths(other)))


def _widths(font: Any) -> dict[str, float]:
    """The width of each letter that is not as wide as all others of its script."""
    letters = {shown: code for code, shown in font.character_map.items() if isinstance(shown, str) and shown.isalpha()}
    return {letter: font.get_text_width(code) for letter, code in letters.items() if letter < "\u2e80"}


def _is_wider(one: dict[str, float], other: dict[str, float]) -> bool:
    shared = one.keys() & other.keys()
    if len(shared) < _FEWEST_SHARED:
        return False
    return (
        _WIDER < sum(one[letter] for letter in shared) / max(1.0, sum(other[letter] for letter in shared)) < _MUCH_WIDER
    )
