"""The door: bytes of any kind to postings."""

import re
from dataclasses import replace

from askwell.lib.text import fold
from askwell.protocols.contacts.encodings import detect_encoding
from askwell.protocols.file_kinds import other_kind
from askwell.protocols.postings import pages
from askwell.protocols.postings.linked.lenient import values
from askwell.protocols.postings.linked.reading import postings_of as linked_postings
from askwell.protocols.postings.links import absolute
from askwell.protocols.postings.model import (
    LONGEST_TEXT,
    MOST_BYTES,
    MOST_POSTINGS,
    MOST_TEXT,
    Posting,
    PostingsError,
    Read,
    Remark,
)
from askwell.protocols.postings.plain.reading import posting_in
from askwell.protocols.postings.records import boards, feeds, tables
from askwell.protocols.postings.records.records import Setting
from askwell.protocols.postings.texts import block

_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?|^\s*<\?xml[^>]{0,100}encoding\s*=\s*["'])\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_CHARSET = re.compile(
    r"utf-?(?:8|16|16le|16be)|(?:us-)?ascii|iso-?8859-\d+|windows-\d+|cp\d+|gb\d+|big5\w*|shift_jis|euc-\w+|koi8-\w"
)
_WITHIN = 4096
_TABLES = (".csv", ".tsv")
_LONGEST_PLAIN = 400_000
Found = tuple[list[Posting], list[Remark]]


def read(data: bytes, *, address: str = "", filename: str = "") -> Read:
    """The postings that a page, feed, board's answer, table or pasted text holds.

    `address` is where it was found: relative links hang on it. Raises PostingsError.
    """
    if len(data) > MOST_BYTES:
        raise PostingsError("too_many_bytes")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise PostingsError("empty")
    if other := other_kind(data):
        raise PostingsError(other)
    encoding = _encoding(data)
    text = data.decode(encoding, "replace").replace("\0", "").lstrip("\ufeff")
    setting = Setting(base=absolute(address), hints=re.sub(r"[._-]", " ", filename))
    found, remarks = _any(data, encoding, text, setting, filename)
    return _bounded(found, remarks)


def _any(data: bytes, encoding: str, text: str, setting: Setting, filename: str) -> Found:
    start = text.lstrip()[:1]
    if start in ("{", "[") and (found := _json(text, setting))[0]:
        return found
    if feeds.is_feed(text):
        return feeds.postings_of(text, setting), []
    sure = filename.lower().endswith(_TABLES)
    if not sure and pages.is_page(text):
        return pages.read_page(text, setting.base)
    if delimiter := tables.delimiter_of(data, encoding, sure=sure):
        return tables.postings_of(data, encoding, delimiter, setting)
    if pages.is_page(text):
        return pages.read_page(text, setting.base)
    posting = posting_in(block(text[:_LONGEST_PLAIN]), url=setting.base)
    return ([posting] if posting else []), []


def _json(text: str, setting: Setting) -> Found:
    found, repaired = values(text)
    postings = linked_postings(found, setting.base) or boards.postings_of(found, setting)
    return postings, [Remark.of("repaired")] * repaired


def _encoding(data: bytes) -> str:
    """The charset that a page or feed names, if the bytes are in it; else the likeliest."""
    declared = _DECLARED.search(data[:_WITHIN])
    if declared and b"<" in data[:_WITHIN] and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode("ascii", "replace").lower()
        name = {
            "gb2312": "gb18030",
            "gbk": "gb18030",
            "iso-8859-1": "cp1252",
            "latin1": "cp1252",
            "big5": "big5hkscs",
        }.get(name, name)
        if _CHARSET.fullmatch(name) and _is_in(data, name):
            return name
    return detect_encoding(data)


def _is_in(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def _bounded(found: list[Posting], remarks: list[Remark]) -> Read:
    """Without those that have no title, and not more than can be kept."""
    titled = [posting for posting in found if posting.title]
    remarks += [Remark.of("no_title", number) for number, posting in enumerate(found, 1) if not posting.title]
    if not titled:
        raise PostingsError("nothing_found")
    if len(titled) > MOST_POSTINGS:
        remarks.append(Remark.of("list_cut", len(titled)))
    longest = min(LONGEST_TEXT, max(500, MOST_TEXT // len(titled)))
    if any(len(posting.text) > longest for posting in titled):
        remarks.append(Remark.of("text_cut", longest))
    once = {
        (posting.url, fold(posting.title), posting.location, posting.start): posting for posting in reversed(titled)
    }
    kept = [*reversed(once.values())][:MOST_POSTINGS]
    return Read(tuple(replace(posting, text=posting.text[:longest].rstrip()) for posting in kept), tuple(remarks))
