"""Which encoding a text file is in, and its lines."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator

from charset_normalizer import from_bytes

from askwell.protocols.contacts.headings import heading_key, is_known

CHUNK = 1 << 20
_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN_RUN = re.compile(r"[^\x00-\x7f]+")
_OTHER_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_WESTERN = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸ’‘“”–—…€·•«»°©®™¿¡\xa0")
_OLDER = ("gb18030", "cp1252", "big5hkscs", "cp949", "cp932", "cp1251", "koi8-r", "cp1250")
_CELL_BREAK = re.compile(r"[,;\t|\r\n\"]")
# Below this share of plausible characters none of our own guesses is believed.
_PLAUSIBLE = 0.6


def detect_encoding(data: bytes) -> str:
    """The Python name of the encoding: a byte order mark, strict UTF-8 (a sequence cut off at the end and
    a few damaged ones are forgiven), UTF-16 without mark, then an older one in which the headings are words
    that we know, then the most plausible of GB18030, Big5 and Windows-1252, and where none of them is,
    whatever charset-normalizer makes of it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    return _utf16_without_mark(data) or _utf8(data) or _legacy(_foreign_lines(data))


def lines(data: bytes, encoding: str) -> Iterator[str]:
    """The physical lines with their endings; see `blocks`."""
    for block in blocks(data, encoding):
        yield from block.splitlines(keepends=True) if _only_usual_breaks(block) else _at_line_feeds(block)


def blocks(data: bytes, encoding: str) -> Iterator[str]:
    """The text in large pieces that end where a line ends; its parts are decoded one by one.

    Undecodable bytes become U+FFFD, a character cut off at the very end and NULs are dropped. CR alone
    ends a line only in a file without LF, and is then given as LF.
    """
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    old_mac = b"\n" not in data[:CHUNK] and b"\r" in data[:CHUNK]
    rest: list[str] = []
    for start in range(0, len(data), CHUNK):
        piece = decoder.decode(data[start : start + CHUNK])
        if "\0" in piece:
            piece = piece.replace("\0", "")
        if old_mac:
            piece = piece.replace("\r", "\n")
        whole, end, piece = piece.rpartition("\n")
        if end:
            yield "".join([*rest, whole, end])
            rest = []
        rest.append(piece)
    if last := "".join(rest):
        yield last


def head(data: bytes, encoding: str, characters: int = 1 << 18) -> str:
    """The first characters of the text, for recognising its kind."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return decoder.decode(data[: characters * 2])[:characters].replace("\0", "")


def _only_usual_breaks(block: str) -> bool:
    """Whether str.splitlines, which is quick, would break the text where we do."""
    alone = "\r" in block and block.count("\r") != block.count("\r\n")
    return not alone and not any(mark in block for mark in _OTHER_BREAKS)


def _at_line_feeds(block: str) -> Iterator[str]:
    *whole, rest = block.split("\n")
    for line in whole:
        yield line + "\n"
    if rest:
        yield rest


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:4096]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > pairs * 0.4 and odd < pairs * 0.1 else None


def _utf8(data: bytes) -> str | None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), CHUNK):
            decoder.decode(data[start : start + CHUNK])
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(_foreign_lines(data)) else None
    return "utf-8"


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = sum(len(run) for run in _FOREIGN_RUN.findall(text)) - damaged
    return sound > 4 * damaged


def _foreign_lines(data: bytes) -> bytes:
    """A sample of the lines that hold bytes beyond ASCII."""
    found: list[bytes] = []
    size = 0
    for start in range(0, len(data), CHUNK):
        for line in data[start : start + CHUNK].split(b"\n"):
            if not line.isascii():
                found.append(line)
                size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(found)[:_SAMPLE]


def _legacy(sample: bytes) -> str:
    known = {encoding: _known_headings(sample, encoding) for encoding in _OLDER}
    clearest = max(known, key=known.__getitem__)
    if known[clearest] > 1:
        return clearest
    scores = {
        "gb18030": _double_byte(sample, "gb18030", "gb2312", 0xB0, 0xD7),
        "big5hkscs": _double_byte(sample, "big5hkscs", "big5", 0xA4, 0xC6),
        "cp1252": _western(sample),
    }
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= _PLAUSIBLE:
        return best
    guess = from_bytes(sample).best()
    return guess.encoding if guess and _is_older_codec(guess.encoding) else "cp1252"


def _known_headings(sample: bytes, encoding: str) -> int:
    """How many words beyond ASCII among the first cells are headings in this encoding."""
    cells = _CELL_BREAK.split(sample[:2000].decode(encoding, "replace"))[:100]
    return sum(1 for cell in cells if not cell.isascii() and is_known(heading_key(cell)))


def _is_older_codec(name: str) -> bool:
    """Whether this is a charset; Unicode's own forms were ruled out before, and UTF-16 insists on a mark."""
    try:
        return bool(codecs.lookup(name)._is_text_encoding) and not name.startswith("utf")
    except LookupError:
        return False


def _double_byte(sample: bytes, encoding: str, core: str, first: int, last: int) -> float:
    """Share of the characters beyond ASCII that are everyday ones: in the core set with a lead byte
    first..last (its level of frequent characters) or punctuation below; rarer ones count for less."""
    counts = Counter("".join(_FOREIGN_RUN.findall(sample.decode(encoding, "replace"))))
    total = sum(counts.values())
    return sum(_everyday(char, core, first, last) * n for char, n in counts.items()) / max(1, total)


def _everyday(char: str, core: str, first: int, last: int) -> float:
    try:
        lead = char.encode(core)[0]
    except UnicodeEncodeError:
        return 0.3 if "\u4e00" <= char <= "\u9fff" else 0.0
    if first <= lead <= last or (lead < 0xA4 and char != "\ufffd"):
        return 1.0
    return 0.6 if lead > last else 0.2


def _western(sample: bytes) -> float:
    """Share of the bytes beyond ASCII that are Western letters or marks, alone or in pairs."""
    runs = _FOREIGN_RUN.findall(sample.decode("cp1252", "replace"))
    total = sum(map(len, runs))
    good = sum(len(run) for run in runs if len(run) <= 2 and all(char in _WESTERN for char in run))
    return good / max(1, total)
