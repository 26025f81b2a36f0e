"""Pictures looked at in a child process, which may run out of memory or time without harm to its parent."""

import importlib.util
import json
import os
import subprocess
import sys
import threading
from types import TracebackType
from typing import IO, Any, Self

from askwell.protocols.pictures.model import Corners, PictureError, Seen, TextLine

MOST_MEMORY = 2 << 30
"""Address space in bytes; a card takes 0.7 GB of it, of which 0.4 is memory used."""
MOST_SECONDS = 60.0
_SECRET = ("ASKWELL_", "DJANGO_", "PG")
_LARGEST_FRAME = 64 << 20


def text_is_readable() -> bool:
    """Whether text recognition is installed (the extra `cards`); loads nothing."""
    return importlib.util.find_spec("rapidocr") is not None


class Reader:
    """Looks at pictures one by one, in one child process that starts with the first and is started anew
    after one that was its end. Use as a context manager.

    `memory` in bytes, `seconds` of waiting a picture, start included.
    """

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = MOST_SECONDS) -> None:
        self._memory, self._seconds = memory, seconds
        self._child: subprocess.Popen[bytes] | None = None

    def look(self, data: bytes, turn: int = 0) -> Seen:
        """What is on the picture, turned clockwise by `turn` degrees (0, 90, 180, 270) before; a turned one stays
        so, whatever its text says. Raises PictureError; the next picture is looked at all the same."""
        if len(data) > _LARGEST_FRAME:
            raise PictureError("too_many_bytes")
        child = self._running()
        late = threading.Event()
        timer = threading.Timer(self._seconds, _give_up, (child, late))
        timer.start()
        try:
            head, picture = _exchange(child, data, turn)
        except (OSError, EOFError) as error:
            self._end()
            raise PictureError("too_slow" if late.is_set() else "crashed") from error
        finally:
            timer.cancel()
        return _seen(json.loads(head), picture)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._end()
            command = [sys.executable, "-m", "askwell.protocols.pictures", str(self._memory)]
            self._child = subprocess.Popen(  # noqa: S603 - our own module, no shell, nothing of the user's
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                env=_environment(),
            )  # fmt: skip
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:
                    continue  # unsent bytes of a child that is gone
        child.wait()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame (four bytes of length, then that many), None at the end. Raises EOFError within one."""
    size = stream.read(4)
    if not size:
        return None
    data = stream.read(int.from_bytes(size, "big")) if len(size) == 4 else b""
    if len(size) < 4 or len(data) < int.from_bytes(size, "big"):
        raise EOFError
    return data


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Write a frame and send it off."""
    stream.write(len(data).to_bytes(4, "big") + data)
    stream.flush()


def _environment() -> dict[str, str]:
    """Ours, without what is no business of a process that opens strangers' pictures; one thread."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(_SECRET)}
    return ours | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def _give_up(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _exchange(child: subprocess.Popen[bytes], data: bytes, turn: int) -> tuple[bytes, bytes]:
    if child.stdin is None or child.stdout is None:
        raise EOFError
    write_frame(child.stdin, str(turn).encode())
    write_frame(child.stdin, data)
    head, picture = read_frame(child.stdout), read_frame(child.stdout)
    if head is None or picture is None:
        raise EOFError
    return head, picture


def _seen(head: dict[str, Any], picture: bytes) -> Seen:
    if "error" in head:
        raise PictureError(head["error"])
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
