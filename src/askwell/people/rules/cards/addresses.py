"""Postal addresses: which lines are one, and their parts joined."""

import re
from collections.abc import Sequence

from askwell.lib.text import HAN
from askwell.lib.work_words import FIRM, TITLE
from askwell.people.rules.cards.layout import Piece, aligned, beside, gap, halfwidth
from askwell.people.rules.cards.model import Reading
from askwell.people.rules.cards.words import ADDRESS_ZH, LABEL, POSTCODE, PROVINCE, STREET

_HOUSE = re.compile(
    r"^(?:[#№]?\d+[A-Za-z]?\b|(?:suite|unit|room|rm|bureau|apt|floor|p\.?o\.? box|box)\b)", re.IGNORECASE
)
_CITY_LINE = re.compile(r"^[^\W\d_][\w'’. -]+,\s*[^\W\d_][\w'’. -]+$")
_GLUED = re.compile(r"(?<=[a-zé])(?=[A-Z][a-zé]{2,})")
_COMMA = re.compile(r",(?=[^\s\d])")
_LEADING_LABEL = re.compile(
    r"^(?:address|addr?\.?|adresse|add|a|地址|公司地址|办公地址)\s*[:：.]?\s+|^(?:地址|公司地址|办公地址)\s*[:：]?\s*",
    re.IGNORECASE,
)
_CANADIAN = re.compile(r"\b([A-Z0-9])([0-9OIlSBZ])([A-Z0-9]) ?([0-9OIlSBZ])([A-Z0-9])([0-9OIlSBZ])$")
_DIGIT = str.maketrans("OIlSBZ", "011582")
_LETTER = str.maketrans("581", "SBJ")
_han = re.compile(f"[{HAN}]")


def likeness(text: str) -> float:
    """How much a line looks like an address or a part of one, 0 to 1."""
    plain = _LEADING_LABEL.sub("", halfwidth(text))
    if _han.search(plain):
        found = len(ADDRESS_ZH.findall(plain))
        return min(1.0, 0.5 * found + 0.2 * bool(re.search(r"\d", plain))) if found else 0.0
    score = 0.45 * bool(_HOUSE.search(plain)) + 0.35 * bool(STREET.search(plain)) * bool(re.search(r"\d", plain))
    score += 0.5 * bool(_postcode(plain)) + 0.3 * bool(PROVINCE.search(plain)) * ("," in plain or "(" in plain)
    score += 0.25 * bool(_CITY_LINE.match(plain)) * bool(PROVINCE.search(plain))
    if not re.search(r"\d", plain) and (TITLE.search(plain) or FIRM.search(plain)):
        score -= 0.4
    return max(0.0, min(1.0, score))


def take_addresses(pieces: Sequence[Piece]) -> tuple[list[Reading], list[Piece]]:
    """The addresses, each on one line, and the pieces that belong to none."""
    groups: list[list[Piece]] = []
    rest: list[Piece] = []
    for piece in pieces:
        score = likeness(piece.text)
        if score < 0.3 or LABEL.fullmatch(piece.text):
            rest.append(piece)
        elif groups and _continues(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    readings: list[Reading] = []
    for group in groups:
        strength = max(likeness(" ".join(piece.text for piece in group)), *(likeness(piece.text) for piece in group), 0)
        if strength < 0.5:
            rest += group
        else:
            readings.append(_reading(group, strength))
    return _once(readings), rest


def _continues(group: Sequence[Piece], piece: Piece) -> bool:
    last = group[-1]
    if last.side != piece.side or bool(_han.search(last.text)) != bool(_han.search(piece.text)):
        return False
    if POSTCODE.search(last.text) and _postcode(last.text):
        return False
    near = beside(last, piece) or (aligned(last, piece) and gap(last, piece) < 1.2)
    return near and max(last.size, piece.size) < 1.6 * min(last.size, piece.size)


def _postcode(text: str) -> str:
    """A postal code with letters, or five figures near the end that no house number is."""
    found = list(POSTCODE.finditer(halfwidth(text)))
    if not found:
        return ""
    last = found[-1]
    return "" if last[0].isdigit() and (last.start() == 0 or len(text) - last.end() > 25) else last[0]


def _reading(group: Sequence[Piece], strength: float) -> Reading:
    chinese = bool(_han.search(group[0].text))
    parts = [_LEADING_LABEL.sub("", piece.text).strip() for piece in group]
    text = "".join(parts) if chinese else " ".join(parts)
    written = text if chinese else _mended(text)
    sureness = min(piece.sureness for piece in group) * (0.7 + 0.3 * strength)
    notes = () if written == text else ("repaired",)
    return Reading(written, round(sureness, 3), tuple(line for piece in group for line in piece.lines), notes)


def _mended(text: str) -> str:
    """Blanks that recognition swallowed put back, a Canadian postal code's letters and figures told apart."""
    spaced = _COMMA.sub(", ", _GLUED.sub(" ", text))
    code = _CANADIAN.search(spaced)
    if not code or not PROVINCE.search(spaced[: code.start()]):
        return spaced
    signs = [sign.translate(_DIGIT if place % 2 else _LETTER) for place, sign in enumerate(code.groups())]
    return f"{spaced[: code.start()]}{''.join(signs[:3])} {''.join(signs[3:])}"


def _once(readings: Sequence[Reading]) -> list[Reading]:
    """Each address once: of two that differ by a few letters (front and back) the surer."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda reading: -reading.sureness):
        plain = _plain(reading.value)
        if not any(_plain(other.value) in plain or plain in _plain(other.value) for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda reading: reading.lines)


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
