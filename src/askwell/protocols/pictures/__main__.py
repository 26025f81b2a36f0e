"""The child process that looks at pictures. Started by `reader.Reader` only."""

import importlib.util
import sys

from askwell.protocols.child import Answer, serve


def _look(data: bytes, turn: str) -> Answer:
    from askwell.protocols.pictures.codes import find_codes  # noqa: PLC0415 - after memory is limited
    from askwell.protocols.pictures.opening import open_picture, to_jpeg, turned  # noqa: PLC0415 - the same

    image = turned(open_picture(data), int(turn))
    codes = find_codes(image)
    lines: tuple[tuple[object, ...], ...] = ()
    installed = importlib.util.find_spec("rapidocr") is not None
    if installed:
        from askwell.protocols.pictures.recognition import read_text  # noqa: PLC0415 - an extra, and heavy

        image, read = read_text(image, upright=turn != "0")
        lines = tuple((line.text, line.sureness, line.corners) for line in read)
    head = {"width": image.width, "height": image.height, "codes": codes, "lines": lines, "text_read": installed}
    return head, to_jpeg(image)


if __name__ == "__main__":
    serve(int(sys.argv[1]), _look)
