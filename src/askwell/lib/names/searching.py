"""Names as they are looked for."""

from askwell.lib.names.surnames import key, weight
from askwell.lib.tokens import search_tokens

_LU = ("lu", "lv", "lyu")


def name_tokens(given: str, family: str, native: str = "", nickname: str = "") -> list[str]:
    """Return the words under which a person is found (`askwell.lib.text.search_tokens`), each once.

    To those of the names and of `native` come the initials of the Latin name both ways (Min Zhou: mz, zm),
    an East Asian name joined both ways (minzhou, zhoumin), and Lu, Lv and Lyu for each other.
    """
    tokens = dict.fromkeys(search_tokens(given, family, nickname, native=native))
    first, last = key(given), key(family)
    if first and last:
        tokens.update(dict.fromkeys(_initials(given, family)))
        if weight(last):
            tokens.update(dict.fromkeys((first + last, last + first)))
    if last in _LU:
        tokens.update(dict.fromkeys(_LU))
    return list(tokens)


def _initials(given: str, family: str) -> tuple[str, str]:
    first, last = ("".join(word[0] for word in search_tokens(*part.split("-"))) for part in (given, family))
    return first + last, last + first
