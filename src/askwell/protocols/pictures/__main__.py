"""The child process that looks at pictures: frames of bytes in (how far to turn one, then the picture), what was
seen out, until the input ends.

Started by `reader.Reader` only. Its memory is limited before any picture is opened.
"""

import importlib.util
import json
import os
import sys
from typing import IO

from askwell.protocols.pictures.model import PictureError
from askwell.protocols.pictures.reader import read_frame, write_frame


def main(limit: int) -> None:
    """Serve until the input ends; `limit` is the most memory in bytes, as address space."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints must not mix with answers
    _limit_memory(limit)
    while (turn := read_frame(sys.stdin.buffer)) is not None:
        _answer(read_frame(sys.stdin.buffer) or b"", int(turn), answers)


def _answer(data: bytes, turn: int, answers: IO[bytes]) -> None:
    try:
        head, picture = _look(data, turn)
    except PictureError as error:
        head, picture = {"error": error.code}, b""
    except MemoryError:
        head, picture = {"error": "too_much_memory"}, b""
    write_frame(answers, json.dumps(head, ensure_ascii=True).encode())
    write_frame(answers, picture)


def _look(data: bytes, turn: int) -> tuple[dict[str, object], bytes]:
    from askwell.protocols.pictures.codes import find_codes  # noqa: PLC0415 - after memory is limited
    from askwell.protocols.pictures.opening import open_picture, to_jpeg, turned  # noqa: PLC0415 - the same

    image = turned(open_picture(data), turn)
    codes = find_codes(image)
    lines: tuple[tuple[object, ...], ...] = ()
    installed = importlib.util.find_spec("rapidocr") is not None
    if installed:
        from askwell.protocols.pictures.recognition import read_text  # noqa: PLC0415 - an extra, and heavy

        image, read = read_text(image, upright=bool(turn))
        lines = tuple((line.text, line.sureness, line.corners) for line in read)
    head = {"width": image.width, "height": image.height, "codes": codes, "lines": lines, "text_read": installed}
    return head, to_jpeg(image)


def _limit_memory(limit: int) -> None:
    try:
        import resource  # noqa: PLC0415 - only where the system has it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(int(sys.argv[1]))
