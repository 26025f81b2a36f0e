"""Lines of text on a picture, by RapidOCR (PP-OCR models for Chinese and English, on onnxruntime).

Costs half of RapidOCR's default: the detector sees the picture at most 736 pixels long, no classifier turns
single lines, and one thread waits for no other. Lines are read from the picture in full size. A picture
that lies on its side or stands on its head is turned as a whole, when its reading says so.
"""

import os
from functools import cache
from statistics import fmean
from typing import Any

import numpy as np
from PIL import Image

from askwell.protocols.pictures.model import Corners, TextLine

DETECTOR_SIDE = 736
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.use_cls": False,
    "Det.limit_side_len": DETECTOR_SIDE,
    "Det.limit_type": "max",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}
_MOST_LINES = 120
_LONGEST = 300
_DOUBTFUL = 0.85
_QUARTER_TURNS = {
    90: Image.Transpose.ROTATE_90,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_270,
}


def read_text(image: Image.Image, *, upright: bool = False) -> tuple[Image.Image, tuple[TextLine, ...]]:
    """The picture the right way up, and its lines in reading order of the detector. No lines for a picture
    without text. `upright`: somebody said which way it stands."""
    lines = _lines(image)
    best = image, lines
    for degrees in () if upright else _worth_trying(lines):
        turned = image.transpose(_QUARTER_TURNS[degrees])
        again = _lines(turned)
        if _worth(again) > _worth(best[1]) * 1.05:
            best = turned, again
    return best


def _worth_trying(lines: tuple[TextLine, ...]) -> tuple[int, ...]:
    if not lines:
        return ()
    if 2 * sum(map(_stands, lines)) > len(lines):
        return 90, 270
    letters = sum(len(line.text) for line in lines)
    surest = sum(line.sureness * len(line.text) for line in lines) / letters
    return (180,) if surest < _DOUBTFUL else ()


def _stands(line: TextLine) -> bool:
    """Whether a line of several letters runs down the picture."""
    (left, top), (right, upper), (_, lower), _ = line.corners
    return len(line.text) > 1 and abs(lower - top) > 1.5 * max(abs(right - left), abs(upper - top))


def _worth(lines: tuple[TextLine, ...]) -> float:
    """How much was read: letters weighted by the cube of their sureness, less where lines stand upright."""
    return fmean([0.0, *(len(line.text) * line.sureness**3 * (0.8 if _stands(line) else 1) for line in lines)]) * (
        len(lines) + 1
    )


def _lines(image: Image.Image) -> tuple[TextLine, ...]:
    found = _engine()(np.asarray(image)[:, :, ::-1])
    if found.txts is None or found.boxes is None:
        return ()
    read = zip(found.txts, found.scores, found.boxes, strict=True)
    lines = (TextLine(text[:_LONGEST], round(float(score), 3), _corners(box)) for text, score, box in read)
    return tuple(lines)[:_MOST_LINES]


def _corners(box: Any) -> Corners:
    first, second, third, fourth = ((round(float(x), 1), round(float(y), 1)) for x, y in box)
    return first, second, third, fourth


@cache
def _engine() -> Any:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import cv2  # noqa: PLC0415 - an extra: only loaded where text is read
    from rapidocr import RapidOCR  # noqa: PLC0415 - the same

    cv2.setNumThreads(1)
    return RapidOCR(params=_SETTINGS)
