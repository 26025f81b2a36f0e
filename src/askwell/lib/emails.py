"""E-mail addresses as people write them."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_at = re.compile(r"\s*(?:[\[({<]\s*(?:at|a|@)\s*[\])}>]|\s(?:at)\s(?=\S+\.\w))\s*", re.IGNORECASE)
_dot = re.compile(r"\s*[\[({<]\s*(?:dot|\.)\s*[\])}>]\s*", re.IGNORECASE)
_plain = re.compile(r"[a-z0-9_][a-z0-9._%+-]*@[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*\.[a-z]{2,24}")
_address = re.compile(r"\w[\w.!#$%&'*+/=?^`{|}~-]*@[^\W_]+(?:[.-]+[^\W_]+)*\.[^\W\d_]{2,24}\.?")
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
    found = (_tidy(address) for address in _address.findall(_spelt_out(text)))
    return list(dict.fromkeys(address for address in found if _sound(address)))


@lru_cache(maxsize=4096)
def _spelt_out(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text[:20_000]).lower().replace("。", ".")
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
