"""What the code of a card says put before what is printed on it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from askwell.lib.names import latin_name
from askwell.lib.text import HAN, fold
from askwell.people.rules.cards.model import CODE_SURENESS, CardFields, Reading
from askwell.people.rules.cards.slips import host_of
from askwell.protocols.contacts import ContactRecord
from askwell.protocols.square_codes import Code

_NEAR = 2
_NAMED = re.compile(r"^(?:MECARD:)?F?N[;:].*", re.MULTILINE | re.IGNORECASE)
_han = re.compile(f"[{HAN}]")
_from_code = ("from_code",)


def with_codes(printed: CardFields, codes: Sequence[Code]) -> CardFields:
    """The printed fields with those of the codes: where both say something else, the code is right."""
    fields = printed
    for code in codes:
        if code.contact:
            fields = _with_contact(fields, code.contact, code.address)
        elif code.link:
            fields = replace(fields, links=(*fields.links, code.link))
        elif code.text:
            fields = replace(fields, texts=(*fields.texts, code.text))
    return fields


def _with_contact(fields: CardFields, contact: ContactRecord, address: str) -> CardFields:
    name, native = names_of(contact)
    firm, firm_zh = _by_script(contact.organisation)
    title, title_zh = _by_script(contact.title)
    return replace(
        fields,
        name=_settled(fields.name, name),
        name_zh=_settled(fields.name_zh, native),
        organisation=_settled(fields.organisation, firm),
        organisation_zh=_settled(fields.organisation_zh, firm_zh),
        title=_settled(fields.title, title),
        title_zh=_settled(fields.title_zh, title_zh),
        emails=_together(fields.emails, contact.emails, near=True),
        phones=_together(fields.phones, contact.phones),
        urls=_urls(fields.urls, contact.links),
        addresses=fields.addresses or tuple(Reading(text, CODE_SURENESS, (), _from_code) for text in [address] if text),
        wechat=_settled(fields.wechat, contact.wechat),
        credentials=fields.credentials or contact.name.credentials,
    )


def names_of(contact: ContactRecord) -> tuple[str, str]:
    """The Latin and the Chinese name that a contact states: pinyin that we made ourselves is none."""
    name = contact.name
    latin = latin_name(name.given, name.family, name.native)
    derived = name.native and set(fold(latin).split()) == set(fold(name.reading).split())
    stated = not derived or any(fold(name.given) in fold(line) for cell in contact.raw for line in _NAMED.findall(cell))
    return latin if stated else "", name.native


def _by_script(text: str) -> tuple[str, str]:
    return ("", text) if _han.search(text) else (text, "")


def _settled(printed: Reading | None, said: str) -> Reading | None:
    if not said:
        return printed
    if printed is None:
        return Reading(said, CODE_SURENESS, (), _from_code)
    if fold(printed.value) == fold(said):
        return replace(printed, value=said, sureness=CODE_SURENESS, notes=())
    return Reading(said, CODE_SURENESS, printed.lines, ("code_differs",), printed.value)


def _together(printed: Sequence[Reading], said: Sequence[str], *, near: bool = False) -> tuple[Reading, ...]:
    """The printed ones in their order, those of the code sure, and misread ones (`near`) put right by it."""
    wanted = list(said)
    kept: list[Reading] = []
    for reading in printed:
        same = next((text for text in wanted if text == reading.value), None) or (
            next((text for text in wanted if Levenshtein.distance(text, reading.value) <= _NEAR), None)
            if near
            else None
        )
        if same is None:
            kept.append(reading)
            continue
        wanted.remove(same)
        differs = same != reading.value
        notes, other = (("code_differs",), reading.value) if differs else ((), "")
        kept.append(Reading(same, CODE_SURENESS, reading.lines, notes, other))
    return (*kept, *(Reading(text, CODE_SURENESS, (), _from_code) for text in wanted))


def _urls(printed: Sequence[Reading], said: Sequence[str]) -> tuple[Reading, ...]:
    hosts = {host_of(text): text for text in said}
    kept = [replace(one, sureness=CODE_SURENESS) if host_of(one.value) in hosts else one for one in printed]
    known = {host_of(one.value) for one in printed}
    return (*kept, *(Reading(text, CODE_SURENESS, (), _from_code) for host, text in hosts.items() if host not in known))
