"""What Askwell's own exports carry beside the usual columns and properties, so that they come back whole.

One JSON value a person: the column "Askwell" of a table, the property X-ASKWELL of a card. The usual cells come
first: where somebody changed one of them since, what it says now counts, and what Askwell wrote only fills in what
such a cell cannot hold (dates of roles, who an address came from). A changed name is another person: then nothing of
it counts, except that somebody asked not to be contacted.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from askwell.lib.names import PersonName, reading_of
from askwell.lib.text import clean, clean_block

if TYPE_CHECKING:
    from askwell.protocols.contacts.assemble import Parts
    from askwell.protocols.contacts.model import ContactRecord

LONGEST = 1_000_000
_MOST = 500
_unspaced = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_word = re.compile(rf"[{_unspaced}]|[^\W_{_unspaced}]+")
_LONGEST_TEXT = 20_000

Point = tuple[str, str, str, str, str]
"""kind, value, how it was obtained, on which day (ISO, or ""), from whom"""
Role = tuple[str, str, str, str, bool]
"""title, organisation, from, until (ISO, or ""), whether it is held now"""
Tie = tuple[str, int, str]
"""kind, strength, how they met"""
Note = tuple[str, str]
"""text, when it was written (ISO with offset, or "")"""


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """One person as Askwell holds them. `person`: the id; `stopped`: since when they are not to be contacted."""

    person: str = ""
    given: str = ""
    family: str = ""
    native: str = ""
    nickname: str = ""
    credentials: str = ""
    languages: str = ""
    place: str = ""
    time_zone: str = ""
    known_since: str = ""
    stopped: str = ""
    stopped_why: str = ""
    keeps_lunar_new_year: bool = False
    tags: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    roles: tuple[Role, ...] = ()
    ties: tuple[Tie, ...] = ()
    notes: tuple[Note, ...] = ()


def own_to_text(own: OwnFacts) -> str:
    """As one line of JSON, what is empty left out."""
    filled = {name: value for name, value in asdict(own).items() if value}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))


def own_from_text(text: str) -> OwnFacts | None:
    """What `own_to_text` wrote; None for anything else: the cell is a stranger's until it proves sound."""
    if len(text) > LONGEST or not text.startswith("{"):
        return None
    try:
        return own_from_json(json.loads(text))
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def own_from_json(stored: dict[str, Any]) -> OwnFacts:
    """From `asdict`. Raises ValueError or TypeError for what is none."""
    read: dict[str, Callable[[Any], Any]] = {
        "tags": lambda rows: tuple(map(_line, rows)),
        "points": lambda rows: tuple((*map(_line, row[:4]), _line(row[4])) for row in rows if len(row) == 5),
        "roles": lambda rows: tuple((*map(_line, row[:4]), bool(row[4])) for row in rows if len(row) == 5),
        "ties": lambda rows: tuple((_line(row[0]), int(row[1]), _line(row[2])) for row in rows if len(row) == 3),
        "notes": lambda rows: tuple((_block(row[0]), _line(row[1])) for row in rows if len(row) == 2),
        "keeps_lunar_new_year": bool,
    }
    values = {}
    for name, value in stored.items():
        if isinstance(value, list | tuple):
            value = value[:_MOST]
        reader: Callable[[Any], Any] = read.get(name, _line)
        values[name] = reader(value)
    return OwnFacts(**values)


def with_own(record: "ContactRecord", parts: "Parts", own: OwnFacts) -> "ContactRecord":
    """The record with what Askwell wrote, as far as the usual cells still say the same."""
    points = (*_points(record, parts, own),)
    roles, notes = _roles(record, parts, own), _notes(record, parts, own)
    current = next((role for role in reversed(roles) if role[4]), ("", "", "", "", True))
    values: dict[str, tuple[str, ...]] = {kind: tuple(p[1] for p in points if p[0] == kind) for kind in _KINDS}
    same_languages = _words(parts.languages) == _words([own.languages])
    return replace(
        record,
        name=_name(own),
        emails=values["email"], phones=values["phone"], links=values["link"],
        wechat=next(iter(values["wechat"]), ""),
        title=current[0], organisation=current[1],
        place=own.place if _words([parts.place]) == _words([own.place]) else record.place,
        languages=tuple(own.languages.split()) if same_languages else record.languages,
        known_since=record.known_since or _day(own.known_since),
        tags=own.tags if _words(parts.tags) == _words(own.tags) else record.tags,
        note="\n\n".join(text for text, _ in notes)[:_LONGEST_TEXT],
        own=replace(own, points=points, roles=roles, notes=notes),
    )  # fmt: skip


def with_stop(record: "ContactRecord", parts: "Parts", own: OwnFacts) -> "ContactRecord":
    """The record of the usual cells, and that they are not to be contacted: whose name was put right still asked."""
    kept = OwnFacts(stopped=own.stopped, stopped_why=own.stopped_why)
    points, roles, notes = tuple(_points(record, parts, kept)), _roles(record, parts, kept), _notes(record, parts, kept)
    return replace(record, own=replace(kept, points=points, roles=roles, notes=notes))


def is_same_person(parts: "Parts", own: OwnFacts) -> bool:
    """Whether the usual cells still name the person whom Askwell wrote of. One whole name may have its words in any
    order; where given and family name stand apart, each has to be what it was."""
    told = _words([parts.given, parts.middle, parts.family, parts.native_name, parts.full_name])
    apart = parts.given and parts.family and own.given and own.family
    if apart and _words([parts.family]) != _words([own.family]):
        return False
    names = ([own.given, own.family, own.native], [own.given, own.family], [own.native])
    return sorted(told) in [sorted(_words(name)) for name in names]


_KINDS = ("email", "phone", "link", "wechat")


def _points(record: "ContactRecord", parts: "Parts", own: OwnFacts) -> Iterable[Point]:
    cells = (parts.emails, parts.phones, parts.links, (parts.wechat,))
    values = (record.emails, record.phones, record.links, (record.wechat,) if record.wechat else ())
    for kind, told, read in zip(_KINDS, cells, values, strict=True):
        mine = [point for point in own.points if point[0] == kind]
        wrote = [point[1] for point in mine]
        if _words(told) in (_words(wrote), _words(wrote[:1])) or sorted(read) == sorted(wrote):
            yield from mine
            continue
        consent = {point[1]: point for point in mine}
        yield from (consent.get(value, (kind, value, "", "", "")) for value in read)


def _roles(record: "ContactRecord", parts: "Parts", own: OwnFacts) -> tuple[Role, ...]:
    """All of them, where the last current one is still the one that the usual cells tell of."""
    current = next((role for role in reversed(own.roles) if role[4]), ("", "", "", "", True))
    if (_words([parts.title]), _words([parts.organisation])) == (_words([current[0]]), _words([current[1]])):
        return own.roles
    past = tuple(role for role in own.roles if not role[4])
    return (*past, (record.title, record.organisation, "", "", True)) if record.title or record.organisation else past


def _notes(record: "ContactRecord", parts: "Parts", own: OwnFacts) -> tuple[Note, ...]:
    if _words(parts.notes) == _words([text for text, _ in own.notes]):
        return own.notes
    return ((record.note, ""),) if record.note else ()


def _name(own: OwnFacts) -> PersonName:
    credentials = (own.credentials,) if own.credentials else ()
    reading = reading_of(own.native) if own.native else ""
    return PersonName(own.given, own.family, own.native, reading, own.nickname, credentials)


def _words(texts: Sequence[str]) -> list[str]:
    """What is left, in its order, of texts that a reader may have trimmed or parted: words, and the characters of
    scripts without spaces."""
    return _word.findall(" ".join(texts).casefold())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return clean(value, limit=500)


def _block(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return clean_block(value, limit=_LONGEST_TEXT)
