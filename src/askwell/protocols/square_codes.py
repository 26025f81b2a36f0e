"""What the text of a QR code is: a contact, a web address, or only text. Nothing is ever opened."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.protocols.contacts import ContactRecord
from askwell.protocols.contacts.assemble import Parts, assemble
from askwell.protocols.contacts.card_records import read_cards
from askwell.protocols.contacts.cards import properties, split_cards, split_value
from askwell.protocols.mecard import is_mecard, mecard_fields, read_mecard

_VCARD = re.compile(r"\s*BEGIN:\s*VCARD", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")
_KEPT = 2000


@dataclass(frozen=True, slots=True)
class Code:
    """The text of a code, read.

    One of `contact`, `link` (an http or https address, to be shown, never followed by us) and `text`
    (anything else, for reading only; never to be made a link). `refused` tells that the text was an address
    of another kind, such as ``javascript:``, ``file:`` or ``data:``. `address` is a contact's postal one.
    """

    contact: ContactRecord | None = None
    link: str = ""
    text: str = ""
    address: str = ""
    refused: bool = False


def read_code(text: str) -> Code:
    """Read the text of a code: vCard, MeCard, ``mailto:``, ``tel:``, web address, or plain text."""
    if _VCARD.match(text):
        return _of_vcard(text)
    if is_mecard(text):
        contact = read_mecard(text)
        address = next((value for name, value in mecard_fields(text) if name == "ADR"), "")
        return Code(contact, address=clean(address.replace("\\", ""), limit=300)) if contact else _as_text(text)
    scheme = _SCHEME.match(text)
    kind = scheme[1].lower() if scheme else ""
    if kind in ("mailto", "tel"):
        return _of_address(kind, text)
    if kind in ("http", "https") or (not kind and _BARE_HOST.fullmatch(text.strip())):
        link = normalise_link(text.strip())
        return Code(link=link) if link else _as_text(text, refused=True)
    return _as_text(text, refused=bool(scheme) and " " not in text.strip())


def _of_vcard(text: str) -> Code:
    data = text.encode("utf-8", "replace")
    contact = next((record for record in read_cards(data, "utf-8") if isinstance(record, ContactRecord)), None)
    if contact is None:
        return _as_text(text)
    values = (found.value for card in split_cards(data, "utf-8") for found in properties(card, ("ADR",)))
    parts = (part.strip() for value in values for part in split_value(value, ";")[:7])
    return Code(contact, address=clean(", ".join(filter(None, parts)), limit=300))


def _of_address(kind: str, text: str) -> Code:
    value = unquote(text.partition(":")[2].partition("?")[0]).strip()
    parts = Parts(emails=(value,)) if kind == "mailto" else Parts(phones=(value,))
    record = assemble(parts, 1, 1, "", (text[:_KEPT],))
    return Code(record) if isinstance(record, ContactRecord) else _as_text(text)


def _as_text(text: str, *, refused: bool = False) -> Code:
    return Code(text=clean_block(text, limit=_KEPT), refused=refused)
