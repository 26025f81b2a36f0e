"""Text as it is compared, searched and stored.

Three jobs, three functions: `clean` for what is stored, `fold` for what is compared, and
`search_tokens` with `query_tokens` for what is looked up by the beginnings of words.
"""

import html
import re
import unicodedata
from functools import cache
from importlib.resources import files

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""Chinese characters, for use inside the brackets of a regular expression."""

_han_run = re.compile(f"[{HAN}]+")
_letter = re.compile("[A-Za-z]")
_blank = re.compile(r"\s+")
_long_number = re.compile(r"&#([0-9]{8,});?")
_dashes = "-\u00ad\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_apostrophes = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2018\u2019\u201b\u2032\uff07"
_not_decomposed = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
}  # fmt: skip
_invisible = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_ascii_fold = str.maketrans({**dict.fromkeys("-", " "), **dict.fromkeys("'`", None)})


def clean(text: str, *, limit: int | None = None) -> str:
    """Return `text` fit to be stored on one line.

    NUL, control, direction and other invisible characters and lone surrogates go out, white space of
    any kind becomes single spaces, accents are composed (NFC). Cut to `limit` characters.
    """
    if text.isascii() and text.isprintable():
        tidy = " ".join(text.split())
    else:
        tidy = " ".join(_printable(_blank.sub(" ", text)).split())
    return tidy if limit is None else tidy[:limit].rstrip()


def in_script(text: str, *, chinese: bool) -> str:
    """The Chinese or the other part of a text in both scripts, as "Buyer 采购员" is; all of one that has only one."""
    found = _han_run.search(text)
    if not found:
        return text
    latin, native = text[: found.start()].rstrip(), text[found.start() :]
    if _letter.search(native):  # the Chinese part comes first, or both are mixed
        *_, last = _han_run.finditer(text)
        latin, native = text[last.end() :].lstrip(), text[: last.end()]
    if not latin or _letter.search(native):
        return text
    return native if chinese else latin


def clean_block(text: str, *, limit: int | None = None) -> str:
    """Like `clean`, but keeps line breaks (as ``\\n``, at most one empty line in a row): for notes."""
    lines = "\n".join(clean(line) for line in text.splitlines())
    tidy = re.sub(r"\n{3,}", "\n\n", lines).strip()
    return tidy if limit is None else tidy[:limit].rstrip()


def _printable(text: str) -> str:
    visible = _invisible.sub("", unicodedata.normalize("NFC", text))
    kept = "".join(char for char in visible if unicodedata.category(char) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", kept)


def unescape(text: str) -> str:
    """HTML's character references as what they mean. A number of any length: `html.unescape` raises ValueError beyond
    4,300 digits."""
    return html.unescape(_long_number.sub(_number, text))


def _number(found: re.Match[str]) -> str:
    digits = found[1].lstrip("0") or "0"
    return f"&#{digits};" if len(digits) < 8 else "\ufffd"


def fold(text: str) -> str:
    """Return `text` as it is compared: equal folds mean "written the same way".

    Compatibility forms are unified (NFKC), case and Latin accents dropped (``Đ`` gives ``d``, ``ß``
    gives ``ss``), traditional characters become simplified, dashes become spaces, apostrophes vanish,
    white space is squeezed. Other punctuation stays. Folding twice changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_ascii_fold).split())
    folded = unicodedata.normalize("NFKC", text).translate(_fold_map)
    return " ".join(unicodedata.normalize("NFC", folded).split())


def to_simplified(text: str) -> str:
    """Return `text` with each traditional Chinese character simplified: for comparing, not for showing."""
    return text if text.isascii() else text.translate(_simplified())


class _FoldMap(dict[int, str]):
    """Folds one character at a time and remembers it, so that `str.translate` stays in C."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    if char in _apostrophes:
        return ""
    if char in _dashes:
        return " "
    plain = "".join(
        _not_decomposed.get(part, part)
        for part in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", char).casefold())
        if not "\u0300" <= part <= "\u036f"
    )
    return to_simplified(unicodedata.normalize("NFKC", plain))


_fold_map = _FoldMap()


@cache
def _simplified() -> dict[int, str]:
    """The single-character table of OpenCC: a thousand times faster than its converter, and enough here."""
    table = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return {ord(old): new.split()[0] for old, new in pairs if len(old) == 1}
