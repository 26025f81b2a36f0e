"""When two names of an employer are one employer."""

import re
from functools import lru_cache

from askwell.lib.remembering import Remembered
from askwell.lib.text import HAN, fold

_brackets = re.compile(r"[(（\[].*?[)）\]]")
_punctuation = re.compile(r"[^\w]+")
_chinese = re.compile(f"[{HAN}][{HAN}·]*")
_legal_words = frozenset(
    [
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "llc",
        "llp",
        "lp",
        "corp",
        "corporation",
        "co",
        "company",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "sas",
        "sarl",
        "srl",
        "spa",
        "bv",
        "nv",
        "pty",
        "pvt",
        "ulc",
        "ltee",
        "enr",
        "kk",
        "oy",
        "ab",
        "as",
    ]
)
_legal_characters = re.compile("(?:股份|集团|责任|有限|公司)+$")


@lru_cache(maxsize=1 << 16)
def organisation_key(name: str) -> str:
    """What makes two names one employer: folded, without legal form, bracketed abbreviation, article and
    punctuation; "&" is "and". Of a name in two scripts the Latin one. Empty only for an empty name.

    "Cedar & Pine Foods" and "Cedar and Pine Foods Ltd." give one key.
    """
    keys = organisation_keys(name)
    return keys[0] if keys else fold(name)[:200]


def organisation_keys(name: str) -> tuple[str, ...]:
    """The keys of each script in a name, Latin first: "琥珀狐营销 Amber Fox Marketing" gives two."""
    return keys_of[name]


def _keys(name: str) -> tuple[str, ...]:
    folded = fold(name)
    bare = _brackets.sub(" ", folded) if "(" in folded or "[" in folded or "（" in folded else folded
    if not bare.strip():
        bare = folded
    chinese = "" if bare.isascii() else "".join(_chinese.findall(bare))
    latin = _latin_key(_chinese.sub(" ", bare) if chinese else bare)
    simple = (_legal_characters.sub("", chinese) or chinese)[:200]
    return tuple(key for key in (latin, simple) if key)


keys_of = Remembered(_keys)
"""`organisation_keys` without a call, for those who ask for hundreds of thousands."""


def _latin_key(text: str) -> str:
    words = _punctuation.sub(" ", text.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    kept = words[:]
    while len(kept) > 1 and kept[-1] in _legal_words:
        kept.pop()
    return " ".join(kept)[:200]
