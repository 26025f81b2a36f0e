"""Cards without the seconds that recognition takes: a reader that answers what it was told."""

from collections.abc import Mapping
from datetime import datetime

from PIL import Image

from askwell.accounts.models import Workspace
from askwell.people.actions.scans import read_scans, receive_cards
from askwell.people.models import CardScan
from askwell.protocols.pictures import PictureError, Reader, Seen, TextLine
from askwell.protocols.pictures.opening import to_jpeg

JPEG = to_jpeg(Image.new("RGB", (10, 6), "white"))
PRINTED = (
    "Sofia Marchetti",
    "Buyer",
    "Lantern Bay Provisions",
    "sofia.marchetti@lanternbay.example",
    "+1 604 555 0142",
)


def line(text: str, row: int, sureness: float = 0.99) -> TextLine:
    """A line of print, 40 pixels high, `row` lines from the top."""
    left, top, right, bottom = 60.0, 60.0 + 80 * row, 60.0 + 20 * len(text), 100.0 + 80 * row
    return TextLine(text, sureness, ((left, top), (right, top), (right, bottom), (left, bottom)))


def seen(*printed: str, codes: tuple[str, ...] = (), sureness: float = 0.99, text_read: bool = True) -> Seen:
    """What a picture of a card with these lines gives."""
    lines = tuple(line(text, row, sureness) for row, text in enumerate(printed))
    return Seen(JPEG, 1000, 600, codes, lines, text_read)


class Told(Reader):
    """Answers by the picture's bytes: what is seen, or the code of why not. Remembers what it was shown."""

    def __init__(self, answers: Mapping[bytes, Seen | str] | None = None) -> None:
        super().__init__()
        self.answers, self.looked = dict(answers or {}), list[tuple[bytes, int]]()

    def look(self, data: bytes, turn: int = 0) -> Seen:
        self.looked.append((data, turn))
        answer = self.answers.get(data, seen(*PRINTED))
        if isinstance(answer, str):
            raise PictureError(answer)
        return answer


def receive(workspace: Workspace, *pictures: bytes, now: datetime, paired: bool = False) -> list[CardScan]:
    """Cards that came together and wait to be read."""
    uploads = [(f"{number}.jpg", data) for number, data in enumerate(pictures, 1)]
    return receive_cards(workspace=workspace, uploads=uploads, paired=paired, event_id=None, now=now)


def read(
    workspace: Workspace, *pictures: bytes, now: datetime, answers: Mapping[bytes, Seen | str] | None = None
) -> list[CardScan]:
    """Cards that came together and were read."""
    scans = receive(workspace, *pictures, now=now)
    read_scans(workspace=workspace, batch=scans[0].batch, clock=lambda: now, reader=Told(answers))
    return list(CardScan.objects.of(workspace).filter(batch=scans[0].batch).order_by("position"))
