"""Where somebody is, as a region of the holiday calendars."""

import re
from functools import cache
from importlib.resources import files

from askwell.lib.place_names import CITIES, COUNTRIES, SUBDIVISIONS, ZONES
from askwell.lib.text import HAN, fold

DEFAULT_REGION = "CA-BC"
"""Where Askwell was first used; only when neither place nor time zone says anything."""

_WORD = 4
"""Names shorter than this are abbreviations."""
_parts = re.compile(r"[,，、;；/|()（）·]|\s-\s")
_han = re.compile(f"[{HAN}]")
_vague = re.compile(r"\b(?:greater|metro|area|region|city of|ville de|grand)\b")


def region_of(place: str, time_zone: str) -> str:
    """Return the likeliest region for a place as written, or else for a time zone.

    Understands English, French and Chinese: "Vancouver", "London, Ontario", "Montréal (Québec)", "上海",
    "加拿大溫哥華". Of several names the narrowest that fits the country counts; a city known in two countries
    is the larger one unless the rest says otherwise; the time zone narrows a mere country.
    `DEFAULT_REGION` when nothing is known.
    """
    named, zoned = _of_place(place), _zones().get(time_zone, "")
    narrower = zoned.startswith(f"{named}-") if named else bool(zoned)
    return (zoned if narrower else named) or DEFAULT_REGION


def known_region(place: str) -> str:
    """The region of a place as `region_of` finds it, "" when nothing in it is known."""
    return _of_place(place)


def is_place_name(part: str) -> bool:
    """Whether the text is the name of a town, province, state or country known here and nothing more; Chinese names
    may follow each other (加拿大安大略省多伦多)."""
    plain = " ".join(_vague.sub(" ", fold(part)).split())
    if not _han.search(plain):
        return any(name in _names(table) for name in (plain, fold(part)) for table in (CITIES, SUBDIVISIONS, COUNTRIES))
    for name in sorted(_chinese_names(), key=len, reverse=True):
        plain = plain.replace(name, "")
    return not re.sub(r"[省市区县州\s]", "", plain)


@cache
def _chinese_names() -> frozenset[str]:
    return frozenset(name for table in (CITIES, SUBDIVISIONS, COUNTRIES) for name in _names(table) if _han.match(name))


def town_in(address: str) -> str:
    """The town that a postal address names, as written there: "5739 Tidepool Drive, Richmond, BC" gives
    "Richmond", "广东省深圳市南山区" gives "深圳". Empty where none is known here."""
    towns = _names(CITIES)
    for part in _parts.split(address[:300]):
        if fold(part) in towns:
            return part.strip()
        inside = [name for name in towns if _han.match(name) and name in fold(part)] if _han.search(part) else []
        if inside:
            return max(inside, key=len)
    return ""


def _of_place(place: str) -> str:
    parts = [part for part in reversed(_parts.split(place[:200])) if part.strip()]
    country = _first(parts, COUNTRIES)
    found = [region for table in (SUBDIVISIONS, CITIES) if (region := _first(parts, table, country))]
    if found[:1] == ["US-CA"] and len(found) == 2 and found[1].startswith("CA-"):
        return found[1]
    return found[0] if found else country


def _first(parts: list[str], table: str, country: str = "") -> str:
    """The first part's region that lies in `country`, when one is known."""
    for part in parts:
        region = _looked_up(part, table)
        if region and region.startswith(country):
            return region
    return ""


def _looked_up(written: str, table: str) -> str:
    names, part = _names(table), fold(written)
    if part in names:
        return names[part]
    if _han.search(part):
        inside = [name for name in names if _han.match(name) and name in part]
        return names[max(inside, key=len)] if inside else ""
    return names.get(" ".join(_vague.sub(" ", part).split())) or _at_an_end(written, names)


def _at_an_end(written: str, names: dict[str, str]) -> str:
    """ "Qualicum Beach BC", "Paris France" without a comma: the last words, then the first.

    Abbreviations only in capitals or behind a city: "in" and "me" are words before they are states.
    """
    words = written.split()
    ends = [(words[n:], words[:n]) for n in range(1, len(words))]
    starts = [(words[:n], words[n:]) for n in range(len(words) - 1, 0, -1)]
    for taken, rest in (*ends, *starts):
        name = fold(" ".join(taken))
        short = len(name) < _WORD and not taken[0].isupper() and fold(" ".join(rest)) not in _names(CITIES)
        if name in names and not short:
            return names[name]
    return ""


@cache
def _names(table: str) -> dict[str, str]:
    """The table the other way round: folded name to region."""
    lines = table.replace("\n ", " ").strip().splitlines()
    entries = (line.split(":", 1) for line in lines)
    return {fold(name): region for region, names in entries for name in names.split(",") if name.strip()}


@cache
def _zones() -> dict[str, str]:
    """Zone to region: the country from the time zone database itself, narrowed where we know better."""
    rows = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8").splitlines()
    countries = {row.split("\t")[2]: row[:2] for row in rows if row and row[0] != "#"}
    own = (line.split(":", 1) for line in ZONES.strip().splitlines())
    return countries | {zone: region for region, zones in own for zone in zones.split()}


def main_zone(region: str) -> str:
    """The time zone of most people of a region; "" for one that is not known, or a country of several."""
    lines = dict(line.split(":", 1) for line in ZONES.strip().splitlines())
    if region in lines:
        return lines[region].split()[0]
    own = [name for name, code in _zones().items() if code == region]
    return own[0] if len(own) == 1 else ""
