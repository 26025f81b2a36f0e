"""E-mail addresses as people write them."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from askwell.lib.text import HAN

IN_TEXT = r"(?<![A-Za-z0-9.+_-])[A-Za-z0-9.+_'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
"""A plain address as it stands in a letter, also right behind Chinese: a pattern for `re`, linear in the text."""

_at = re.compile(r"\s*(?:[\[({<]\s*(?:at|a|@)\s*[\])}>]|\s(?:at)\s(?=\S+\.\w))\s*", re.IGNORECASE)
_dot = re.compile(r"\s*[\[({<]\s*(?:dot|\.)\s*[\])}>]\s*", re.IGNORECASE)
_plain = re.compile(r"[a-z0-9_][a-z0-9._%+-]*@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*\.[a-z]{2,24}")
_touching = f"{HAN}\u3040-\u30ff"  # scripts whose words stand right before and behind an address
_mark = r".!#$%&'*+/=?^`{|}~-"
_letter = rf"[^\W{_touching}]"
_label = rf"(?:[^\W_{_touching}]{{1,63}}|[{_touching}]{{1,63}})"
_address = re.compile(
    rf"(?:(?<!{_letter})(?<![{_mark}])[{_mark}]{{0,64}}({_letter}(?:{_letter}|[{_mark}]){{0,63}}"
    rf"|(?<!\w)[{_touching}]{{1,64}}))"
    rf"(@{_label}(?:[.-]{{1,3}}{_label}){{0,20}}\.(?:[^\W\d_{_touching}]{{2,24}}|[{_touching}]{{2,24}}))(?![^\W_{_touching}])"
)
_longest = 254


def normalise_email(text: str) -> str | None:
    """Return the first address in `text` in lower case, or None when there is none.

    Understands ``mailto:`` links, ``Name <a@b.ca>``, ``a [at] b.ca``, ``a (a) b.ca``, ``[dot]``,
    full-width ``＠`` and stray blanks. Says nothing about whether the address exists.
    """
    found = find_emails(text)
    return found[0] if found else None


def find_emails(text: str) -> list[str]:
    """Return every address of a cell such as ``a@b.ca; c@d.ca、e@f.ca``, in lower case, each once."""
    if _plain.fullmatch(text) and _sound(text):
        return [text]
    found = (_tidy("".join(parts)) for parts in _address.findall(_spelt_out(text)))
    return list(dict.fromkeys(address for address in found if _sound(address)))


@lru_cache(maxsize=4096)
def _spelt_out(text: str) -> str:
    wide = unicodedata.normalize("NFKC", re.sub(r"\s+", " ", text[:20_000])).lower()
    wide = re.sub(r"。(?=[a-z0-9])", ".", wide)
    if "mailto:" in wide:
        wide = unquote(wide).replace("mailto:", " ").replace("?", " ")
    return re.sub(r"\s*@\s*", "@", _dot.sub(".", _at.sub("@", wide)))


def _tidy(address: str) -> str:
    return unicodedata.normalize("NFC", address).removesuffix(".")


def _sound(address: str) -> bool:
    local, at, _ = address.rpartition("@")
    return (
        bool(local)
        and bool(at)
        and len(address) <= _longest
        and len(local) <= 64
        and ".." not in address
        and local[-1] != "."
    )
