"""When two postings are one: the same job on three boards."""

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from urllib.parse import urlsplit

from askwell.lib.places import town_in
from askwell.lib.text import fold
from askwell.protocols.postings.model import Posting

_GENDER = re.compile(r"\(?\b(?:h ?/ ?f|f ?/ ?h|m ?/ ?f(?: ?/ ?[dx])?|m ?/ ?w ?/ ?d|f ?/ ?m(?: ?/ ?[dx])?)\b\)?")
_BRACKETED = re.compile(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")
_LEGAL = re.compile(
    r"\b(?:the|inc|incorporated|ltd|limited|llc|llp|lp|corp|corporation|co|company|plc|gmbh|ltee|enr|ulc|canada)\b"
    r"|(?:有限责任|股份有限|有限)?公司$"
)
_PLAIN = re.compile(r"[\W_]+")
_APART = re.compile(r"[;/|]")
_SLUG = 6


def same(one: Posting, other: Posting) -> bool:
    """Whether both are the same posting: of one kind, with the same title, employer and place, as they are compared.
    Two references, days of an event or places that differ make two; so does an employer whom only one names, unless the
    other's address does."""
    if one.kind != other.kind or _title(one) != _title(other) or _differ(one, other):
        return False
    if one.url and _address(one.url) == _address(other.url):
        return True
    return _same_employer(one, other) and _same_place(one, other)


def joined(postings: Iterable[Posting]) -> Posting:
    """What several of the same say together: the first's words, where it has none the next one's. At least one."""
    first, *others = postings
    for other in others:
        told = {one.name: getattr(other, one.name) for one in fields(Posting) if _is_empty(getattr(first, one.name))}
        first = replace(first, **told)
    return first


def _is_empty(value: object) -> bool:
    return value in ("", None, False) and value != 0 or value is False


def _differ(one: Posting, other: Posting) -> bool:
    pairs = ((one.reference, other.reference), (one.start, other.start))
    return any(first and second and fold(first) != fold(second) for first, second in pairs)


def _title(posting: Posting) -> str:
    """Compared without what stands in brackets, "(H/F)" and the place behind it."""
    plain = _GENDER.sub(" ", fold(posting.title))
    bare = _PLAIN.sub(" ", _BRACKETED.sub(" ", plain)).strip() or _PLAIN.sub(" ", plain).strip()
    town = _PLAIN.sub(" ", _town(posting)).strip()
    return bare.removesuffix(f" {town}") if town else bare


def _employer(name: str) -> str:
    plain = _PLAIN.sub(" ", fold(name)).strip()
    return " ".join(_LEGAL.sub(" ", plain).split()) or plain


def _same_employer(one: Posting, other: Posting) -> bool:
    first, second = _employer(one.organisation), _employer(other.organisation)
    if first and second:
        return first == second
    named, nameless = (first, other) if first else (second, one)
    short = named.replace(" ", "")
    return any(_begins_alike(part, short) for part in _parts(nameless.url)) if named else False


def _begins_alike(part: str, short: str) -> bool:
    return min(len(part), len(short)) >= _SLUG and (short.startswith(part) or part.startswith(short))


def _parts(url: str) -> list[str]:
    parts = urlsplit(url)
    return [_PLAIN.sub("", fold(part)) for part in [*(parts.hostname or "").split("."), *parts.path.split("/")]]


def _same_place(one: Posting, other: Posting) -> bool:
    first, second = _towns(one), _towns(other)
    if first and second:
        return first == second
    return one.remote == other.remote or not (first or second)


def _towns(posting: Posting) -> frozenset[str]:
    return frozenset(filter(None, (_town_of(part) for part in _APART.split(posting.location))))


def _town(posting: Posting) -> str:
    return _town_of(_APART.split(posting.location)[0])


def _town_of(place: str) -> str:
    return fold(town_in(place) or place.split(",")[0])


def _address(url: str) -> str:
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"
