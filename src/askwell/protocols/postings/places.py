"""Where a posting is, as "City, Region" in its own words."""

import re
from collections.abc import Iterable

from askwell.lib.places import known_region, main_zone
from askwell.lib.text import fold
from askwell.protocols.postings.texts import line
from askwell.protocols.postings.words import is_only_remote, is_remote
from askwell.protocols.resumes.places import locate

_BRACKETED = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]{0,60})[)\]）】]")
_PARTED = re.compile(r"(\s+[-–—]\s+|\s*[|·•;；/]\s*)")
_STREET = re.compile(r"^\s*(?:#|no\.?\s*|suite\s+|unit\s+)?\d+[\w-]*[,\s]|[A-Z]\d[A-Z] ?\d[A-Z]\d", re.IGNORECASE)
_DOLLARS = {"CA": "CAD", "US": "USD"}


def joined(parts: Iterable[str]) -> str:
    """Town, region and so on in one line; what the part before says already is left out."""
    kept: list[str] = []
    for part in map(line, parts):
        said = [fold(word) for one in kept for word in one.split(",")]
        if part and fold(part) not in [word.strip() for word in said]:
            kept.append(part)
    return ", ".join(kept)


def place_of(text: str) -> tuple[str, bool]:
    """A place as it is written, without what says that the work is remote or hybrid, and whether it is remote."""
    written = line(text)
    inside = _BRACKETED.search(written)
    if inside and is_only_remote(_BRACKETED.sub("", written)):
        return town_of(inside[1].strip()), is_remote(written)
    bare = _BRACKETED.sub(lambda found: "" if is_only_remote(found[1]) else found[0], written)
    pieces = _PARTED.split(bare)
    if any(map(is_only_remote, pieces)):
        bare = "; ".join(piece.strip() for piece in pieces[::2] if piece.strip() and not is_only_remote(piece))
    kept = [part for part in bare.split(",") if not is_only_remote(part)]
    place = ", ".join(part.strip() for part in kept) if len(kept) < len(bare.split(",")) else bare
    return town_of(place.strip(" ,-–—")), is_remote(written)


def town_of(address: str) -> str:
    """Town and region of a postal address; anything else stays as it is."""
    if not _STREET.search(address):
        return address
    found = locate(address)
    return joined((found.town, found.region)) or address


def zone_at(place: str) -> str:
    """The time zone of a place, "" where it is not known or may be one of several."""
    return main_zone(known_region(place))


def dollars_at(place: str) -> str:
    """Which dollars are meant there."""
    return _DOLLARS.get(known_region(place)[:2], "")
