"""Words of postings that are no terms of a trade, and a few that are: `lists.toml` says what each list is."""

import tomllib
from importlib.resources import files

_READ = tomllib.loads(files(__package__).joinpath("lists.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_READ[name].split())


JOINING, COMMON, DOING, NAMES = map(_words, ("joining", "common", "doing", "names"))
FRENCH, ENGLISH, HAN_BREAKS = map(_words, ("french", "english", "han_breaks"))
UNLIKE, BEGINNING = map(_words, ("unlike", "beginning"))
