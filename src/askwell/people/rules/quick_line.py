"""One line that names a person, as somebody jots it down, taken apart: English, Chinese or French.

"Aisha Khan, supply planner at Tidewater Foods, met at the port careers evening"
"周敏，雪松食品需求计划员，在物流聚会认识"
"Marc Tremblay, directeur chez Épiceries Laurier, rencontré au salon de l'emploi"

1. Addresses are taken out wherever they stand. 2. What is left is cut at commas, brackets, and between Chinese
words. 3. The first piece that is not plainly something else is the name, perhaps behind a tie ("my neighbour
Tom"), perhaps with the given name behind a comma ("Chen, Lei"). 4. Every other piece is asked what it is: how
they met, a tie, a role; else the first free place of title, organisation and note takes it. Nothing typed is lost.
"""

import re
from dataclasses import dataclass, field

from askwell.lib.emails import find_emails
from askwell.lib.links import normalise_link
from askwell.lib.names import PersonName, parse_name
from askwell.lib.phones import normalise_phone
from askwell.lib.text import HAN, clean
from askwell.people.choices import TieKind
from askwell.people.rules.quick_pieces import EDGES, given_behind, pieces_of, tells_of_a_person
from askwell.people.rules.quick_words import (
    CHINESE_I,
    ENDS_ORGANISATION,
    INTRODUCED,
    LOOKS_LIKE_ORGANISATION,
    LOOKS_LIKE_TITLE,
    MET,
    ROLE_BETWEEN,
    TIE_FIRST,
    TIES,
    TITLE_END,
    WORKS_AT,
)

LONGEST_LINE = 1000

_email = re.compile(
    r"(?:mailto:)?[^\s,;<>()，；、（）：:]+(?:@|＠|\s?\[at\]\s?|\s?\(at\)\s?)[^\s,;<>()，；、（）]+", re.IGNORECASE
)
_link = re.compile(r"(?:https?://|www\.|(?:[a-z]{2,3}\.)?linkedin\.com/)[^\s,，；、<>]+", re.IGNORECASE)
_phone = re.compile(
    r"(?<![\w@.])(?:tel:?|phone:?|电话[：:]?|手机[：:]?|tél\.?:?)?\s*"
    r"(\+?\(?\d[\d\s().\-]{5,18}\d(?:\s*(?:ext|x|poste|分机)\.?\s*\d{1,6})?)(?!\w)",
    re.IGNORECASE,
)
_wechat = re.compile(r"(?:wechat|weixin|微信号?)\s*(?:id)?\s*[:：]?\s*([a-zA-Z][\w-]{4,30})", re.IGNORECASE)
_name_then_employer = re.compile(r"(.+?)(?:\s+(?:at|from|with|chez|de chez)\s+|\s*[@＠]\s*)(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuickPerson:
    """What was understood of one line. `how_met` is the place, event or go-between as written."""

    name: PersonName = PersonName()
    title: str = ""
    organisation: str = ""
    tie_kind: str = TieKind.NONE.value
    how_met: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    wechat: str = ""
    note: str = ""


@dataclass(slots=True)
class _Found:
    name: PersonName = PersonName()
    title: str = ""
    organisation: str = ""
    tie_kind: str = TieKind.NONE.value
    how_met: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    wechat: str = ""
    notes: list[str] = field(default_factory=list)


def parse_line(text: str) -> QuickPerson:
    """Take one line apart. Never fails: an empty line gives an empty person, odd pieces become the note."""
    found = _Found()
    rest = _take_addresses(clean(text, limit=LONGEST_LINE), found)
    pieces = pieces_of(rest)
    first = next((piece for piece in pieces if not tells_of_a_person(piece)), "")
    if first:
        at = pieces.index(first)
        given = given_behind(first, pieces[at + 1 :])
        _take_name(f"{first}, {given}" if given else first, found)
        del pieces[at : at + (2 if given else 1)]
    for piece in pieces:
        _take_piece(piece, found)
    return QuickPerson(
        found.name,
        found.title[:200],
        found.organisation[:200],
        found.tie_kind,
        found.how_met[:200],
        tuple(dict.fromkeys(found.emails)),
        tuple(dict.fromkeys(found.phones)),
        tuple(dict.fromkeys(found.links)),
        found.wechat,
        ", ".join(found.notes),
    )


def _take_addresses(line: str, found: _Found) -> str:
    for pattern, take in ((_wechat, _take_wechat), (_email, _take_email), (_link, _take_link), (_phone, _take_phone)):
        for match in list(pattern.finditer(line)):
            if take(match, found):
                line = line.replace(match[0], " , " if pattern is _phone else " ", 1)
    return line


def _take_wechat(match: re.Match[str], found: _Found) -> bool:
    found.wechat = found.wechat or match[1]
    return found.wechat == match[1]


def _take_email(match: re.Match[str], found: _Found) -> bool:
    emails = find_emails(match[0])
    found.emails += emails
    return bool(emails)


def _take_link(match: re.Match[str], found: _Found) -> bool:
    link = normalise_link(match[0].rstrip(".)"))
    found.links += [link] if link else []
    return link is not None


def _take_phone(match: re.Match[str], found: _Found) -> bool:
    phone = normalise_phone(match[1])
    found.phones += [phone] if phone else []
    return phone is not None


def _take_name(piece: str, found: _Found) -> None:
    piece = _take_tie(piece, found)
    whole = _name_then_employer.fullmatch(piece)
    if whole:
        piece, found.organisation = whole[1], whole[2]
    found.name = PersonName() if piece.startswith(CHINESE_I) else parse_name(piece)
    if found.name == PersonName():
        found.notes.append(piece)


def _take_tie(piece: str, found: _Found) -> str:
    """The name behind "my neighbour", 我前同事; the piece itself when it begins with no tie."""
    for tie, pattern in TIE_FIRST.items():
        if match := pattern.fullmatch(piece):
            found.tie_kind = tie
            return _take_tie(next(filter(None, match.groups())), found)
    return piece


def _take_piece(piece: str, found: _Found) -> None:
    for pattern, kind in ((INTRODUCED, TieKind.INTRODUCED), (MET, TieKind.MET_AT_EVENT)):
        match = pattern.fullmatch(piece)
        if match and not found.how_met:
            found.how_met = next(group for group in match.groups() if group).strip(EDGES)
            found.tie_kind = kind.value
            return
    for tie, pattern in TIES.items():
        if found.tie_kind == TieKind.NONE and pattern.fullmatch(piece):
            found.tie_kind = tie
            return
    _take_role(piece, found)


def _take_role(piece: str, found: _Found) -> None:
    title, organisation = _role(piece)
    if found.organisation and organisation or found.title and title:
        found.notes.append(piece)
        return
    if not title and not organisation:
        title, organisation = _place(piece, found)
    if not title and not organisation:
        found.notes.append(piece)
    found.title, found.organisation = found.title or title, found.organisation or organisation


def _role(piece: str) -> tuple[str, str]:
    """Title and organisation of "supply planner at Tidewater Foods", "雪松食品需求计划员", "works at …"."""
    if match := WORKS_AT.fullmatch(piece):
        title = match["t1"] or match["t2"] or match["t4"] or ""
        organisation = match["o1"] or match["o2"] or match["o3"] or match["o4"] or match["o5"]
        return title.strip(EDGES), organisation.strip(EDGES)
    if match := ROLE_BETWEEN.fullmatch(piece):
        return match["title"].strip(EDGES), match["organisation"].strip(EDGES)
    if re.search(f"[{HAN}]", piece) and TITLE_END.search(piece):
        return _chinese_role(piece)
    return "", ""


def _chinese_role(piece: str) -> tuple[str, str]:
    employer, of, title = piece.rpartition("的")
    if of and employer:
        return title, employer
    ends = [match.end() for match in ENDS_ORGANISATION.finditer(piece) if match.end() < len(piece)]
    return (piece[ends[-1] :], piece[: ends[-1]]) if ends and ends[-1] > 1 else (piece, "")


def _place(piece: str, found: _Found) -> tuple[str, str]:
    """A piece alone is a title, then an organisation, unless its look says which."""
    if found.organisation:
        return (piece, "") if not found.title else ("", "")
    if found.title or (LOOKS_LIKE_ORGANISATION.search(piece) and not LOOKS_LIKE_TITLE.search(piece)):
        return "", piece
    return piece, ""
