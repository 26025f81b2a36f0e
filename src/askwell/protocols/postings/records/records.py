"""One row of named values to a posting."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from askwell.lib.text import fold
from askwell.protocols.postings.amounts import Pay, currency_of, likely_unit, number_of, pay_in, unit_of
from askwell.protocols.postings.days import day_of, moment_of
from askwell.protocols.postings.links import absolute
from askwell.protocols.postings.model import Employment, Kind, Posting
from askwell.protocols.postings.places import dollars_at, joined, place_of, zone_at
from askwell.protocols.postings.records.names import meaning_of, place_of_name
from askwell.protocols.postings.texts import block, line
from askwell.protocols.postings.words import first_employment, is_hybrid, is_remote, kind_in, status_of
from askwell.protocols.resumes.places import is_place

_CALLED = ("name", "label", "title", "text", "value", "city")
_PROSE = ("title", "text", "content", "html", "value")
_DEEPEST = 5
_MOST = 200


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the rows: the `base` of relative links, `hints` of the kind (a file's or a feed's name),
    the `organisation` that all are of, whether the day comes first in dates of figures."""

    base: str = ""
    hints: str = ""
    organisation: str = ""
    day_first: bool | None = None
    headings: frozenset[str] = frozenset()


@dataclass(slots=True)
class Row:
    """The values of a row by their meaning, the surest first."""

    values: dict[str, list[Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, named: Iterable[tuple[str, Any]]) -> "Row":
        ranked: dict[str, list[tuple[int, Any]]] = {}
        for name, value in named:
            meaning = meaning_of(name)
            if meaning and value not in (None, "", [], {}):
                ranked.setdefault(meaning, []).append((place_of_name(name), value))
        ordered = {meaning: sorted(values, key=lambda one: one[0]) for meaning, values in ranked.items()}
        return cls({meaning: [value for _, value in values] for meaning, values in ordered.items()})

    def all(self, meaning: str) -> list[Any]:
        return self.values.get(meaning, [])

    def text(self, meaning: str) -> str:
        return next((text for value in self.all(meaning) if (text := called(value))), "")


def called(value: Any) -> str:
    """A text, or what an object or the first of a list is called, on one line."""
    for _ in range(_DEEPEST):
        if isinstance(value, list):
            value = next((one for one in value if one), "")
        elif isinstance(value, dict):
            value = next((value[name] for name in _CALLED if value.get(name)), "")
    if isinstance(value, str):
        return line(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def posting_of(row: Row, setting: Setting) -> Posting:
    """What a row says; its title may be ""."""
    location, placeless = _place(row)
    employment = _employment(row)
    kind = _kind(row, setting, employment)
    mode = " ".join(text for value in row.all("remote") if (text := called(value)))
    says_remote = any(value is True or is_remote(called(value)) for value in row.all("remote"))
    common = Posting(
        kind=kind,
        title=row.text("title"),
        organisation=row.text("organisation") or setting.organisation,
        location=location,
        remote=(says_remote and not is_hybrid(mode)) or placeless,
        url=next((url for value in row.all("url") if (url := absolute(_link(value), setting.base))), ""),
        reference=row.text("reference")[:100],
        text=_text(row),
    )
    if kind in ("event", "course"):
        return _dated(common, row, setting)
    return _employed(common, row, setting, "volunteer" if kind == "volunteer" else employment)


def _employed(common: Posting, row: Row, setting: Setting, employment: Employment) -> Posting:
    pay = _pay(row)
    return replace(
        common,
        employment_type=employment,
        posted=_first_day(row, setting, "posted", "date", "updated"),
        closes=_first_day(row, setting, "closes"),
        salary_min=pay.low,
        salary_max=pay.high,
        salary_unit=pay.unit,
        currency=dollars_at(common.location) if pay.currency == "$" else pay.currency,
    )


def _dated(common: Posting, row: Row, setting: Setting) -> Posting:
    zone = zone_at(common.location)
    when = moment_of if common.kind == "event" else lambda value, _zone: day_of(value, day_first=setting.day_first)
    starts = [found for name in ("start", "date") for value in row.all(name) if (found := when(value, zone))]
    ends = [found for value in row.all("end") if (found := when(value, zone))]
    price, said = row.all("price"), row.text("status")
    return replace(
        common,
        posted=_first_day(row, setting, "posted"),
        closes=_first_day(row, setting, "closes"),
        start=next(iter(starts), ""),
        end=next(iter(ends), ""),
        price=next((amount for value in price if (amount := _price(value)) is not None), None),
        status=(status_of(said) if said else "scheduled") if common.kind == "event" else "",
    )


def _price(value: Any) -> float | None:
    free = isinstance(value, str) and fold(value).strip(" .!") in (
        "free",
        "gratuit",
        "gratuite",
        "no cost",
        "免费",
        "0",
    )
    return 0.0 if free else number_of(value)


def _first_day(row: Row, setting: Setting, *meanings: str) -> str:
    days = (day_of(value, day_first=setting.day_first) for meaning in meanings for value in row.all(meaning))
    return next(filter(None, days), "")


def _place(row: Row) -> tuple[str, bool]:
    """Where, and whether it says that it is nowhere."""
    town, region = row.text("city"), row.text("region")
    if town:
        return place_of(joined((town, region)))
    for value in row.all("location"):
        one = value[0] if isinstance(value, list) and value else value
        if isinstance(one, dict) and not one.get("name"):
            inner = Row.of(_flat(one))
            place = joined((inner.text("city"), inner.text("region"))) or called(one) or inner.text("country")
        else:
            place = called(one)
        if place:
            found, remote = place_of(place)
            told = isinstance(one, dict) and one.get("remote") is True
            return found, remote or told
    if region:
        return place_of(region)
    tagged = [text for value in row.all("tags") for text in _texts(value) if is_place(text)]
    return (tagged[0], False) if tagged else ("", any(is_remote(text) for v in row.all("tags") for text in _texts(v)))


def _texts(value: Any) -> list[str]:
    return [text for one in (value if isinstance(value, list) else [value])[:_MOST] if (text := called(one))]


def _flat(value: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Names and values, also of the objects within."""
    for name, inner in value.items():
        yield name, inner
        if isinstance(inner, dict):
            yield from inner.items()


def _employment(row: Row) -> Employment:
    told = [text for value in (*row.all("employment"), *row.all("tags")) for text in _texts(value)]
    return first_employment(told)


def _kind(row: Row, setting: Setting, employment: Employment) -> Kind:
    """By what it says itself, then by its type, then by what all of them are called."""
    told = [text for value in (*row.all("kind"), *row.all("employment")) for text in _texts(value)]
    own = next((kind for text in told if (kind := kind_in(text)) and kind != "job"), None)
    if own or employment == "volunteer":
        return own or "volunteer"
    if employment or _pay(row).low is not None:
        return "job"
    links = " ".join(_link(value) for value in row.all("url"))
    return kind_in(setting.hints) or kind_in(re.sub(r"[/._-]", " ", links)) or "job"


def _pay(row: Row) -> Pay:
    low, high = (next((n for v in row.all(name) if (n := number_of(v))), None) for name in ("salary min", "salary max"))
    said = next((pay for value in row.all("salary") if (pay := pay_of(value)) != Pay()), Pay())
    if low is None and high is None:
        low, high = said.low, said.high
    if low is None and high is None:
        return Pay()
    unit, currency = row.text("salary unit"), row.text("currency")
    known = currency_of(currency) or said.currency or currency_of(row.text("salary min"))
    return Pay(low, high, unit_of(unit) or said.unit or likely_unit(high or low, known), known)


def pay_of(value: Any) -> Pay:
    """A text, a number, or an object with bounds."""
    if isinstance(value, str):
        return pay_in(line(value))
    if isinstance(value, dict):
        return _pay_of_object(value)
    amount = number_of(value)
    return Pay(amount, amount) if amount else Pay()


_LOW = ("min", "minValue", "min_value", "minimum", "from", "min_amount", "low")
_HIGH = ("max", "maxValue", "max_value", "maximum", "to", "max_amount", "high")
_TIME = ("interval", "unit", "period", "unitText", "per", "frequency", "type")
_MONEY = ("currency", "currencyCode", "currency_code", "currency_type", "unit")


def _pay_of_object(value: Mapping[str, Any]) -> Pay:
    low, high = (next((n for name in names if (n := number_of(value.get(name)))), None) for names in (_LOW, _HIGH))
    unit = unit_of(" ".join(str(value[name]) for name in _TIME if isinstance(value.get(name), str)))
    currency = next((code for name in _MONEY if (code := currency_of(str(value.get(name, ""))))), "")
    return Pay(low, high, unit, currency)


def _link(value: Any) -> str:
    if isinstance(value, dict):
        value = next(
            (value[name] for name in ("href", "url", "show", "hosted") if isinstance(value.get(name), str)), ""
        )
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str) and one), "")
    return value if isinstance(value, str) else ""


def _text(row: Row) -> str:
    """The description, and what is said besides that is not in it."""
    kept: list[str] = []
    for value in (*row.all("text")[:1], *row.all("more")):
        text = block("\n\n".join(prose_of(value)))
        lines = [one for one in text.splitlines() if one.strip()]
        if lines and not all(any(one.strip("- ") in earlier for earlier in kept) for one in lines):
            kept.append(text)
    return "\n\n".join(kept)


def prose_of(value: Any, depth: int = 0) -> list[str]:
    """Texts in a value, in order."""
    if isinstance(value, str):
        return [value]
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [text for one in value[:_MOST] for text in prose_of(one, depth + 1)]
    if isinstance(value, dict):
        named = [value[name] for name in _PROSE if name in value] or [*value.values()]
        return [text for one in named[:_MOST] for text in prose_of(one, depth + 1)]
    return []
