"""A business card read: lines of text with their places, and the texts of its codes, to fields."""

import re
from collections.abc import Sequence
from dataclasses import replace

from askwell.lib.names.casing import capitalised
from askwell.lib.text import fold
from askwell.lib.work_words import TITLE
from askwell.people.rules.cards.addresses import take_addresses
from askwell.people.rules.cards.candidates import Candidate, Clues
from askwell.people.rules.cards.finding import Found, find_all
from askwell.people.rules.cards.layout import Piece, pieces_of
from askwell.people.rules.cards.lost_letters import with_lost_letters
from askwell.people.rules.cards.merging import with_codes
from askwell.people.rules.cards.model import CardFields, Reading
from askwell.people.rules.cards.roles import Chosen, choose
from askwell.people.rules.cards.slips import host_of, label_of, mend_hosts, mend_local
from askwell.people.rules.cards.words import FRENCH_SIGN, FRENCH_TITLE
from askwell.protocols.pictures import TextLine
from askwell.protocols.square_codes import Code

__all__ = ["CardFields", "Reading", "read_card"]

_LEAST_SURE = 0.6


def read_card(lines: Sequence[TextLine], codes: Sequence[Code] = (), *, region: str = "CA") -> CardFields:
    """The fields of a card of one or two sides.

    `region` (ISO country) is where numbers without a country's code are dialled; Chinese mobile numbers
    are +86 anywhere. Readings name the lines that they came from by their place in `lines`.
    """
    found = find_all(pieces_of(lines), region)
    addresses, rest = take_addresses(found.rest)
    clues = _clues(found)
    latin, chinese = choose(rest, clues)
    found = _mended(found, latin, rest)
    printed = CardFields(
        name=_name(latin, found.emails),
        name_zh=_reading(chinese.name, chinese.sureness[0], name=True),
        organisation=_reading(latin.firm, latin.sureness[1]),
        organisation_zh=_reading(chinese.firm, chinese.sureness[1]),
        title=_reading(latin.title, latin.sureness[2]),
        title_zh=_reading(chinese.title, chinese.sureness[2]),
        emails=tuple(found.emails),
        phones=tuple(found.phones),
        faxes=tuple(found.faxes),
        urls=_ordered(found),
        addresses=tuple(addresses),
        wechat=found.wechat,
        credentials=latin.name.credentials if latin.name else (),
    )
    fields = with_codes(printed, codes)
    return replace(fields, languages=_languages(fields, lines))


def _clues(found: Found) -> Clues:
    locals_ = (tuple(re.findall(r"[^\W_]+", fold(one.value.partition("@")[0]))) for one in found.emails)
    hosts = (label_of(host_of(one.value)) for one in (*found.emails, *found.urls))
    return Clues(tuple(filter(None, locals_)), tuple(dict.fromkeys(host for host in hosts if host)))


def _mended(found: Found, latin: Chosen, rest: Sequence[Piece]) -> Found:
    firms = [latin.firm.text] if latin.firm else [piece.text for piece in rest]
    emails, urls = mend_hosts(found.emails, found.urls, firms)
    if latin.name:
        emails = [mend_local(email, latin.name.name.split()) for email in emails]
    unique = {email.value: email for email in reversed(emails)}
    return replace(found, emails=list(reversed(unique.values())), urls=urls)


def _ordered(found: Found) -> tuple[Reading, ...]:
    """The organisation's own address first: the one whose host the e-mail addresses have."""
    hosts = {host_of(email.value) for email in found.emails}
    return tuple(sorted(found.urls, key=lambda url: host_of(url.value) not in hosts))


def _name(latin: Chosen, emails: Sequence[Reading]) -> Reading | None:
    reading = _reading(latin.name, latin.sureness[0], name=True)
    if reading is None:
        return None
    words = capitalised(reading.value.split())
    tokens = [token for email in emails for token in re.findall(r"[^\W\d_]+", email.value.partition("@")[0])]
    mended = with_lost_letters(words, tokens)
    if mended == words:
        return replace(reading, value=" ".join(words))
    sureness = round(min(reading.sureness, 0.75), 3)
    return replace(reading, value=" ".join(mended), sureness=sureness, notes=("repaired",))


def _reading(chosen: Candidate | None, strength: float, *, name: bool = False) -> Reading | None:
    if chosen is None:
        return None
    value = chosen.name if name else chosen.text
    sureness = chosen.piece.sureness * (_LEAST_SURE + (1 - _LEAST_SURE) * strength)
    return Reading(value.strip(" ,;|·"), round(sureness, 3), chosen.piece.lines)


def _languages(fields: CardFields, lines: Sequence[TextLine]) -> tuple[str, ...]:
    """The languages of the card's own words; an address in another one does not count."""
    found = []
    latin = [one.value for one in (fields.title, fields.organisation, fields.name) if one]
    if latin:
        title = fields.title.value if fields.title else ""
        signs = len(FRENCH_TITLE.findall(title)) + sum(len(FRENCH_SIGN.findall(text)) for text in latin[:2])
        around = sum(len(FRENCH_SIGN.findall(line.text)) for line in lines)
        english = bool(title and TITLE.search(title) and not FRENCH_TITLE.search(title))
        found.append("fr" if signs and not english or (around > 2 and not english) else "en")
    if fields.name_zh or fields.organisation_zh or fields.title_zh:
        found.append("zh")
    return tuple(found)
