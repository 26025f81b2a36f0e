"""What says a word without writing it (`alike.toml`): names of a language in other languages, kinds of degrees."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from askwell.portfolio.rules.words.folding import Key, is_said, key_of, keys_of

_READ = tomllib.loads(files(__package__).joinpath("alike.toml").read_text(encoding="utf-8"))


def _keys(row: str) -> tuple[Key, ...]:
    return tuple(key_of(one) for one in row.split("|"))


_NAMES = tuple((row, row) for row in map(_keys, _READ["names"]))
_ALIKE = (*_NAMES, *((_keys(kind["one"]), _keys(kind["is"])) for kind in _READ["kinds"]))


def lines_of(text: str) -> tuple[Key, ...]:
    """What a text says, line by line, and what it says by that without writing it."""
    lines = keys_of(text)
    return (*lines, *also(lines))


def also(lines: Sequence[Key]) -> tuple[Key, ...]:
    words = {word for line in lines for word in line}
    return tuple(
        key
        for ones, said in _ALIKE
        if any(words.issuperset(one) and is_said(one, lines) for one in ones)
        for key in said
    )
