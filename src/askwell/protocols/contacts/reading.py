"""The two doors: `inspect` and `read`."""

import re
from collections.abc import Iterator

from askwell.protocols.contacts import workbooks
from askwell.protocols.contacts.card_records import read_cards
from askwell.protocols.contacts.cards import count_cards
from askwell.protocols.contacts.containers import Content, unpack
from askwell.protocols.contacts.encodings import detect_encoding, head
from askwell.protocols.contacts.layouts import sheet_layout, text_layout
from askwell.protocols.contacts.model import Aside, ContactRecord, Layout, Source, UnreadableFile
from askwell.protocols.contacts.table_records import TableReader
from askwell.protocols.contacts.text_tables import rows

_CARD = re.compile(r"^\s*BEGIN:VCARD\s*$", re.IGNORECASE | re.MULTILINE)


def inspect(data: bytes, filename: str) -> Layout:
    """How the file is built and what its columns seem to mean.

    `filename` as the user's (empty for pasted text). Raises UnreadableFile with the reason's code.
    """
    contents = unpack(data)
    refusals: list[UnreadableFile] = []
    for content in contents:
        try:
            return _layout(content, filename)
        except UnreadableFile as error:
            refusals.append(error)
    if len(refusals) == 1 and not contents[0].member:
        raise refusals[0]
    raise UnreadableFile("no_contacts_in_zip", files=len(contents))


def read(data: bytes, layout: Layout, *, after: int = 0) -> Iterator[ContactRecord | Aside]:
    """Every record of the file in order, streaming: a person, or a row set aside; only those numbered above `after`,
    and headings that are repeated.

    `layout` comes from `inspect` of the same bytes, with columns corrected if need be. Raises UnreadableFile where a
    workbook takes too long this time.
    """
    content = unpack(data, layout.member)[0]
    if layout.source is Source.VCARD:
        yield from (card for card in read_cards(content.data, layout.encoding) if card.number > after)
        return
    table = TableReader(layout, after=after)
    if content.kind == "workbook":
        with workbooks.sheets(content.data) as sheets:
            openers = dict(sheets)
            for sheet in layout.sheets:
                yield from table.read(sheet, openers[sheet.name]())
        return
    for sheet in layout.sheets:
        text = rows(content.data, layout.encoding, layout.delimiter)
        yield from table.read(sheet, text)


def _layout(content: Content, filename: str) -> Layout:
    if content.kind == "workbook":
        with workbooks.sheets(content.data) as sheets:
            return sheet_layout(sheets)
    encoding = detect_encoding(content.data)
    if _CARD.search(head(content.data, encoding)):
        return _card_layout(content, encoding)
    return text_layout(content.data, encoding, content.member or filename, content.member)


def _card_layout(content: Content, encoding: str) -> Layout:
    cards = count_cards(content.data, encoding)
    return Layout(Source.VCARD, encoding, "", 0, (), None, "no_such_dates", cards, (), content.member)
