"""What looking at a picture gives."""

from dataclasses import dataclass

from askwell.protocols.child import RefusedError

MOST_BYTES = 30 * 1024 * 1024
"""Of one picture."""
Point = tuple[float, float]
Corners = tuple[Point, Point, Point, Point]
"""Of a piece of text, clockwise from where its first letter's top left is; pixels, y downwards."""


class PictureError(RefusedError):
    """The bytes give no picture that is read.

    `code` says why: "empty", "svg", "web_page", "pdf", "heic", "not_a_picture", "damaged", "animated",
    "too_many_pixels", or what a RefusedError says.
    """


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of printed text, how sure its reading is (0 to 1), where it stands, and on which side of the
    card (0 is the first picture)."""

    text: str
    sureness: float
    corners: Corners
    side: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One picture as it is kept and what was found on it.

    `picture` is a JPEG without metadata, upright, its longer side at most 2,000 pixels; corners of lines
    are its pixels. `codes` are the texts of QR and other square codes. `text_read` is False where text
    recognition is not installed.
    """

    picture: bytes
    width: int
    height: int
    codes: tuple[str, ...]
    lines: tuple[TextLine, ...]
    text_read: bool
