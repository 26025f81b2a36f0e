"""Bytes read as text, also when the mail says the wrong charset, or none.

What is UTF-8 is UTF-8, whatever is said: longer text in other charsets is never valid UTF-8 by chance. Else what is
said holds, in its wider form (a "gb2312" mail is full of GBK, a "latin-1" mail of Windows signs), if it fits; else
the East Asian charset whose text looks most like writing.
"""

import codecs
import re

_WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030", "euc-cn": "gb18030",
    "hz-gb-2312": "hz", "big5": "big5hkscs", "cp950": "big5hkscs", "x-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "iso-8859-8-i": "iso-8859-8",
}  # fmt: skip
_ASCII_LIKE = ("hz", "utf-7", "utf7", "iso2022", "iso-2022")
_NO_CHARSETS = ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem")
"""Decoders that Python calls text, and no mail is written in: some refuse what they cannot read."""
_GUESSES = ("gb18030", "big5hkscs", "cp932", "cp949", "cp1252")
_SAMPLE = 4000
_WEIGHTS = (
    (
        re.compile(
            "[的一是不了人我在有他这为之大来以个中上们到说国和地也子时出而要于就下得可你年生自会那后能对这谢请好您]"
        ),
        3.0,
    ),
    (re.compile("[這為來個們說國時對會後謝請與還沒過經從點開無實應學發問題]"), 3.0),
    (re.compile("[\u3041-\u30f6]"), 1.2),
    (re.compile("[\uac00-\ud7a3]"), 0.6),
    (re.compile("[，。、！？：；（）「」]"), 1.0),
    (re.compile("[éèêàçùôîûëïäöüßñáíóúœ’“”–—…€]"), 1.2),
    (re.compile("[\ue000-\uf8ff\x80-\x9f\u3400-\u4dbf\U00020000-\U0010ffff\uff61-\uff9f\ufffd¡-¿×÷ÐÞðþ]"), -4.0),
)


def decoded(raw: bytes, charset: str = "") -> str:
    """`raw` as text; never raises. `charset` is what the mail says, which is believed only as far as it fits."""
    name = _known(charset)
    if name.startswith((*_ASCII_LIKE, "utf-16", "utf-32")):
        return _with_gaps(raw, name)
    if raw.isascii():
        return raw.decode("ascii")
    text = _strictly(raw, "utf-8-sig")
    if text is not None:
        return text
    candidates = list(dict.fromkeys([*([name] if name else []), *_GUESSES, "utf-8"]))
    sample = raw[:_SAMPLE]
    best = max(candidates, key=lambda each: _likeness(sample, each) + (0.5 if each == name else 0.0))
    return _with_gaps(raw, best)


def _with_gaps(raw: bytes, name: str) -> str:
    """`raw` with a sign for what is not of that charset; as Latin-1 where the decoder raises all the same, as some do
    (a missing byte order mark, states that lead nowhere)."""
    try:
        return raw.decode(name, "replace")
    except UnicodeError:
        return raw.decode("latin-1")


def _known(charset: str) -> str:
    """A decoder's name for what the mail says; empty for ASCII, for nothing, and for what nobody knows."""
    said = charset.strip().strip("'\"").lower()
    name = _WIDER.get(said, said)
    try:
        found = codecs.lookup(name) if name.isascii() and name else None
    except (LookupError, ValueError):
        return ""
    if found is None or not found._is_text_encoding or found.name in ("ascii", *_NO_CHARSETS):
        return ""
    return found.name


def _strictly(raw: bytes, name: str) -> str | None:
    """None when `raw` is not of that charset; a character that is cut off at the end is left out."""
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(raw)
    except (UnicodeError, LookupError):
        return None


def _likeness(raw: bytes, name: str) -> float:
    """How much `raw` looks like writing when it is read as `name`: about 1 for writing, below 0 for noise."""
    text = codecs.getincrementaldecoder(name)("replace").decode(raw)
    other = [char for char in text if not char.isascii()]
    if not other:
        return 0.0
    written = "".join(other)
    return sum(len(pattern.findall(written)) * weight for pattern, weight in _WEIGHTS) / len(other)
