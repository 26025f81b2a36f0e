"""vCards to records."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from askwell.lib.emails import find_emails
from askwell.lib.phones import normalise_phone
from askwell.lib.text import HAN
from askwell.protocols.contacts.assemble import NOTE_LIMIT, Parts, assemble, tidy
from askwell.protocols.contacts.cards import Card, Property, card_text, properties, split_cards, split_value, unescape
from askwell.protocols.contacts.columns import looks_like_value
from askwell.protocols.contacts.model import Aside, ContactRecord

_ONCE = ("N", "FN", "ORG", "TITLE", "ROLE")
_GROUP_KINDS = ("group",)
_OTHER_KINDS = ("org", "organization", "location", "device", "application", "thing")
_WECHAT = re.compile(r"wechat|weixin|微信", re.IGNORECASE)
_FAX = re.compile(r"fax|pager", re.IGNORECASE)
_MOST_PROPERTIES = 5000
"""Of one card: whoever has more is no person."""
_MOST_NAMES = 20
_LONGEST_NAME = 2000
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname;"
_han = re.compile(f"[{HAN}]")


def read_cards(data: bytes, encoding: str) -> Iterator[ContactRecord | Aside]:
    """Every card of the file, in order."""
    for card in split_cards(data, encoding):
        yield _record(card)


def _record(card: Card) -> ContactRecord | Aside:
    found = list(islice(properties(card, _WANTED), _MOST_PROPERTIES))
    raw = (card_text(card),)
    reason = "cut_off" if card.cut_off else _no_person(found)
    if not reason and not any(prop.name in _TELLING for prop in found):
        reason = "unreadable_card"
    if reason:
        return Aside(card.number, card.line, "", reason, raw)
    record = assemble(_parts(found), card.number, card.line, "", raw)
    return _with_lost(record, found) if isinstance(record, ContactRecord) and record.doubts else record


def _with_lost(record: ContactRecord, found: Sequence[Property]) -> ContactRecord:
    """Numbers and addresses that cannot be dialled or written to as they stand are kept in the note, under the names
    that they have on cards: "TEL 555 0111"."""
    lines = []
    for prop in found:
        value = tidy(unescape(prop.value))
        lost = prop.name == "TEL" and normalise_phone(value) is None and any(map(str.isdigit, value))
        if lost or (prop.name == "EMAIL" and "@" in value and not find_emails(value)):
            lines.append(f"{prop.name} {value}")
    kept = "\n".join(filter(None, (record.note, *dict.fromkeys(lines[:_MOST_NAMES]))))
    return replace(record, note=kept[:NOTE_LIMIT])


def _no_person(found: Sequence[Property]) -> str:
    named = any(prop.name == "N" and prop.value.strip(" ;") for prop in found)
    for prop in found:
        value = prop.value.strip().lower()
        if prop.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-KIND"):
            if value in _GROUP_KINDS:
                return "group_card"
            if value in _OTHER_KINDS:
                return "not_a_person"
        if prop.name == "X-ABSHOWAS" and value == "company" and not named:
            return "not_a_person"
    return ""


def _parts(found: Sequence[Property]) -> Parts:
    parts = Parts()
    labels = {prop.group: prop.value for prop in found if prop.name == "X-ABLABEL" and prop.group}
    alternatives: dict[str, list[str]] = {}
    for prop in found:
        reader = _READERS.get(prop.name)
        if reader:
            reader(parts, prop, labels.get(prop.group, ""))
        elif prop.name in _ONCE and prop.value.strip(" ;"):
            values = alternatives.setdefault(prop.name, [])
            if len(values) < _MOST_NAMES:
                values.append(prop.value[:_LONGEST_NAME])
    _take_names(parts, alternatives.get("N", []), alternatives.get("FN", []))
    if organisations := alternatives.get("ORG"):
        names = split_value(organisations[0], ";")
        parts.organisation = names[0]
        parts.department = " ".join(name for name in names[1:] if name.strip())
    if not (parts.given or parts.family or parts.middle or parts.full_name or parts.native_name):
        parts.full_name, parts.nickname = parts.nickname, ""
    titles = alternatives.get("TITLE") or alternatives.get("ROLE")
    if titles:
        parts.title = unescape(titles[0])
    return parts


def _take_names(parts: Parts, structured: Sequence[str], formatted: Sequence[str]) -> None:
    """Structured names first; an alternative in Chinese characters is the native name of one in letters."""
    if len(structured) == 1 and structured[0].isascii() and all(map(str.isascii, formatted)):
        _take_structured(parts, _five(structured[0]))
        return
    names = [_five(value) for value in structured]
    whole = [name for value in formatted if not looks_like_value(name := unescape(value))]
    if names:
        latin = next((name for name in names if not _han.search("".join(name))), names[0])
        _take_structured(parts, latin)
        others = ["".join(name[:2]) for name in names if name is not latin]
    else:
        parts.full_name = next((name for name in whole if not _han.search(name)), whole[0] if whole else "")
        others = []
    others += [name for name in whole if name != parts.full_name]
    if _han.search(parts.family + parts.given + parts.full_name):
        _take_latin(parts, whole)
        return
    parts.native_name = next((name for name in others if _han.search(name)), "")


def _five(value: str) -> list[str]:
    """Family, given and further names, what stands before and behind."""
    return (split_value(value, ";") + [""] * 5)[:5]


def _take_structured(parts: Parts, name: Sequence[str]) -> None:
    parts.family, parts.given, parts.middle, parts.prefix, parts.suffix = (part.replace(",", " ") for part in name)


def _take_latin(parts: Parts, whole: Sequence[str]) -> None:
    """A structured name in Chinese beside a formatted one in letters: both are kept."""
    latin = next((name for name in whole if name.strip() and not _han.search(name)), "")
    if latin and (parts.family or parts.given):
        parts.native_name = (parts.family + parts.given).strip()
        parts.full_name, parts.given, parts.family, parts.middle = latin, "", "", ""


def _email(parts: Parts, prop: Property, label: str) -> None:
    if prop.value.strip():
        parts.emails += (unescape(prop.value).strip(),)


def _phone(parts: Parts, prop: Property, label: str) -> None:
    kinds = prop.params.get("TYPE", "")
    value = unescape(prop.value).strip()
    if value and not (_FAX.search(kinds) and "voice" not in kinds.lower()):
        parts.phones += (value,)


def _link(parts: Parts, prop: Property, label: str) -> None:
    value = unescape(prop.value).strip()
    kinds = " ".join([*(prop.params.get(name, "") for name in ("TYPE", "SERVICE-TYPE", "X-SERVICE-TYPE")), label])
    if _WECHAT.search(kinds) or value.lower().startswith(("wechat:", "weixin:")):
        parts.wechat = parts.wechat or prop.params.get("X-USER", "") or value
    elif "." in value and prop.name != "IMPP":
        parts.links += (value,)


def _wechat(parts: Parts, prop: Property, label: str) -> None:
    parts.wechat = parts.wechat or unescape(prop.value)


def _note(parts: Parts, prop: Property, label: str) -> None:
    if prop.value.strip():
        parts.notes += (unescape(prop.value),)


def _nickname(parts: Parts, prop: Property, label: str) -> None:
    parts.nickname = parts.nickname or split_value(prop.value, ",")[0].strip()


def _android(parts: Parts, prop: Property, label: str) -> None:
    """What Android has no property for; of that only the nickname."""
    if prop.value.startswith(_ANDROID_NICKNAME):
        parts.nickname = parts.nickname or split_value(prop.value, ";")[1].strip()


def _own(parts: Parts, prop: Property, label: str) -> None:
    parts.own = parts.own or unescape(prop.value)


def _place(parts: Parts, prop: Property, label: str) -> None:
    if parts.place:
        return
    fields = (split_value(prop.value, ";") + [""] * 7)[:7]
    parts.place = ", ".join(tidy(part) for part in (fields[3], fields[4], fields[6]) if part.strip())


def _tags(parts: Parts, prop: Property, label: str) -> None:
    parts.tags += tuple(split_value(prop.value, ","))


def _language(parts: Parts, prop: Property, label: str) -> None:
    parts.languages += (prop.value,)


_READERS = {
    "EMAIL": _email, "TEL": _phone, "URL": _link, "X-SOCIALPROFILE": _link, "SOCIALPROFILE": _link, "IMPP": _link,
    "X-WECHAT": _wechat, "X-WEIXIN": _wechat, "NOTE": _note, "NICKNAME": _nickname, "ADR": _place,
    "CATEGORIES": _tags, "LANG": _language, "X-ANDROID-CUSTOM": _android, "X-ASKWELL": _own,
}  # fmt: skip
_TELLING = frozenset({"FN", "N", "NICKNAME", "EMAIL", "TEL", "ORG", "URL", "X-ANDROID-CUSTOM"})
_WANTED = frozenset(_READERS) | {
    "N", "FN", "ORG", "TITLE", "ROLE", "KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS", "X-ABLABEL",
}  # fmt: skip
