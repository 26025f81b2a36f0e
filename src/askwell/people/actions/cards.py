"""Pictures of business cards read: bytes in, fields to confirm and a cleaned picture out.

Called by a task, in the worker: the libraries that open pictures and read text run in a child process of
limited memory and time, and are loaded there only. Nothing is written to the database here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from askwell.people.rules.cards import CardFields, read_card
from askwell.protocols.pictures import PictureError, Reader, Seen, TextLine
from askwell.protocols.square_codes import read_code

MOST_SIDES = 2


@dataclass(frozen=True, slots=True)
class CardSide:
    """One picture of a card: cleaned and ready to be kept, or refused.

    `picture`: JPEG without metadata, upright, the longer side at most 2,000 pixels; empty when refused.
    `error`: "" or why, a code of PictureError.
    """

    picture: bytes = b""
    width: int = 0
    height: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True)
class CardResult:
    """What came of one card.

    `fields` to confirm; None with an `error`: the first side's when no side could be opened, "nothing_read"
    for pictures without anything on them, "text_recognition_missing" when the extra `cards` is not installed
    and no code holds a contact. `lines` are what `fields` refers to: where each was printed, in pixels of
    that side's picture. `coded`: a code held a contact.
    """

    sides: tuple[CardSide, ...]
    fields: CardFields | None = None
    lines: tuple[TextLine, ...] = ()
    error: str = ""
    coded: bool = False


def read_cards(
    *, cards: Iterable[Sequence[bytes]], region: str = "CA", reader: Reader | None = None
) -> Iterator[CardResult]:
    """Read a batch: each card is the bytes of its front, or of front and back. One that cannot be read
    gives an error and the next goes on. `region`: see `rules.cards.read_card`. `reader` to share or to
    bound otherwise; it is closed at the end of the batch."""
    with reader or Reader() as eyes:
        for sides in cards:
            yield read_sides(reader=eyes, sides=[(data, 0) for data in sides], region=region)


def read_sides(*, reader: Reader, sides: Sequence[tuple[bytes, int]], region: str = "CA") -> CardResult:
    """One card: the bytes of each side, and by how many degrees it is turned clockwise before it is read."""
    return _read([_look(reader, data, turn) for data, turn in sides[:MOST_SIDES]], region)


def _read(looks: Sequence[tuple[CardSide, Seen | None]], region: str) -> CardResult:
    sides = tuple(side for side, _ in looks)
    seen = [(number, found) for number, (_, found) in enumerate(looks) if found]
    if not seen:
        return CardResult(sides, error=next((side.error for side in sides), "empty"))
    lines = tuple(replace(line, side=number) for number, found in seen for line in found.lines)
    codes = [read_code(text) for _, found in seen for text in found.codes]
    if not lines and not any(code.contact for code in codes):
        if not all(found.text_read for _, found in seen):
            return CardResult(sides, error="text_recognition_missing")
        if not codes:
            return CardResult(sides, error="nothing_read")
    coded = any(code.contact for code in codes)
    return CardResult(sides, read_card(lines, codes, region=region), lines, coded=coded)


def _look(reader: Reader, data: bytes, turn: int) -> tuple[CardSide, Seen | None]:
    try:
        seen = reader.look(data, turn)
    except PictureError as error:
        return CardSide(error=error.code), None
    return CardSide(seen.picture, seen.width, seen.height), seen
