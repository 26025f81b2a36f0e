"""What is proposed to be kept of a card: a person's fields, each with how sure it is and where it was printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from askwell.lib.names import parse_name
from askwell.lib.places import town_in
from askwell.people.rules.cards.model import CODE_SURENESS, CardFields, Reading

SURE_FROM = 0.85
DOUBTFUL = frozenset({"repaired", "code_differs"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """Fields of a person as the card has them; None or empty where it says nothing.

    Title and organisation are the Latin ones, else the Chinese; `title_zh` and `organisation_zh` the Chinese ones
    beside Latin ones. `place` is a town known to us within the address. `rest` are lines for a note: what is on the
    card and has no field of its own.
    """

    native: Reading | None
    given: Reading | None
    family: Reading | None
    title: Reading | None
    title_zh: Reading | None
    organisation: Reading | None
    organisation_zh: Reading | None
    emails: tuple[Reading, ...]
    phones: tuple[Reading, ...]
    links: tuple[Reading, ...]
    wechat: Reading | None
    place: Reading | None
    credentials: str
    languages: tuple[str, ...]
    rest: tuple[str, ...]


def look_once(reading: Reading) -> bool:
    """Whether somebody should compare it with the picture."""
    return reading.sureness < SURE_FROM or not DOUBTFUL.isdisjoint(reading.notes)


def propose(fields: CardFields) -> Proposal:
    """The card as a person."""
    given, family = _halves(fields)
    return Proposal(
        native=fields.name_zh,
        given=given,
        family=family,
        title=fields.title or fields.title_zh,
        title_zh=fields.title_zh if fields.title else None,
        organisation=fields.organisation or fields.organisation_zh,
        organisation_zh=fields.organisation_zh if fields.organisation else None,
        emails=fields.emails,
        phones=fields.phones,
        links=(*fields.urls, *_only_in_code(fields)),
        wechat=fields.wechat,
        place=_place(fields.addresses),
        credentials=", ".join(fields.credentials),
        languages=fields.languages,
        rest=tuple(_rest(fields)),
    )


def _halves(fields: CardFields) -> tuple[Reading | None, Reading | None]:
    """Given and family name; the Chinese one tells which is which."""
    if fields.name is None:
        return None, None
    native = fields.name_zh.value if fields.name_zh else ""
    name = parse_name(f"{fields.name.value} {native}")
    return _part(fields.name, name.given), _part(fields.name, name.family)


def _part(whole: Reading, value: str) -> Reading | None:
    return Reading(value, whole.sureness, whole.lines, whole.notes, whole.printed) if value else None


def _only_in_code(fields: CardFields) -> Iterable[Reading]:
    printed = {url.value for url in fields.urls}
    return (Reading(link, CODE_SURENESS, (), ("from_code",)) for link in fields.links if link not in printed)


def _place(addresses: Sequence[Reading]) -> Reading | None:
    towns = ((address, town_in(address.value)) for address in addresses)
    return next((_part(address, town) for address, town in towns if town), None)


def _rest(fields: CardFields) -> Iterable[str]:
    yield from (address.value for address in fields.addresses)
    yield from (f"Fax {fax.value}" for fax in fields.faxes)
    yield from fields.texts
