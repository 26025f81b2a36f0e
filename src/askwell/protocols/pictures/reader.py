"""Pictures looked at in a child process."""

import importlib.util

from askwell.protocols.child import Child
from askwell.protocols.pictures.model import Corners, PictureError, Seen, TextLine

MOST_MEMORY = 2 << 30
"""Address space in bytes; a card takes 0.7 GB of it, of which 0.4 is memory used."""
MOST_SECONDS = 60.0


def text_is_readable() -> bool:
    """Whether text recognition is installed (the extra `cards`); loads nothing."""
    return importlib.util.find_spec("rapidocr") is not None


class Reader(Child):
    """Looks at pictures one by one."""

    package, refusal = "askwell.protocols.pictures", PictureError

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = MOST_SECONDS) -> None:
        super().__init__(memory=memory, seconds=seconds)

    def look(self, data: bytes, turn: int = 0) -> Seen:
        """What is on the picture, turned clockwise by `turn` degrees (0, 90, 180, 270) before; a turned one stays
        so, whatever its text says. Raises PictureError; the next picture is looked at all the same."""
        head, picture = self.ask(data, how=str(turn))
        return Seen(
            picture=picture,
            width=head["width"],
            height=head["height"],
            codes=tuple(head["codes"]),
            lines=tuple(TextLine(text, sureness, _corners(corners)) for text, sureness, corners in head["lines"]),
            text_read=head["text_read"],
        )


def _corners(points: list[list[float]]) -> Corners:
    first, second, third, fourth = ((x, y) for x, y in points)
    return first, second, third, fourth
