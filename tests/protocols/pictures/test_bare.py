"""What an export brings as a picture that we wrote is one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from askwell.protocols.pictures import is_bare
from askwell.protocols.pictures.bare import LONGEST_SIDE
from askwell.protocols.pictures.opening import to_jpeg

OURS = to_jpeg(Image.effect_noise((90, 50), 60).convert("RGB"))
HEADER = 20
"""Where the first segment of ours ends: start and JFIF."""


def other(**how: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (90, 50)).save(out, "JPEG", **how)
    return out.getvalue()


@pytest.mark.parametrize("size", [(1, 1), (640, 480), (LONGEST_SIDE, 3)])
def test_what_we_write_is_bare(size: tuple[int, int]) -> None:
    assert is_bare(to_jpeg(Image.effect_noise(size, 80).convert("RGB")))


FOREIGN = {
    "nothing": b"",
    "a comment": other(comment=b"<script>"),
    "metadata": other(exif=b"Exif\0\0MM"),
    "a profile": other(icc_profile=b"x" * 200),
    "one that comes in layers": other(progressive=True),
    "something behind the end": OURS + b"PK\3\4" + OURS[-2:],
    "a small picture within": OURS[:4] + (19).to_bytes(2) + OURS[6:HEADER] + b"abc" + OURS[HEADER:],
    "two sizes": OURS[:HEADER] + b"\xff\xc0" + (17).to_bytes(2) + b"\0" * 15 + OURS[HEADER:],
    "half of it": OURS[: len(OURS) // 2],
    "half of it with an end": OURS[:300] + OURS[-2:],
    "segments without an end": OURS[:HEADER] + b"\xff\xdb\0\0" * 9 + OURS[-2:],
    "a picture larger than ours": to_jpeg(Image.new("RGB", (LONGEST_SIDE + 1, 3))),
    "another kind": b"GIF89a" + OURS,
}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_we_would_not_write_is_not(what: str) -> None:
    assert not is_bare(FOREIGN[what])


@given(st.binary(), st.integers(0, len(OURS)))
def test_any_bytes_get_an_answer(put: bytes, place: int) -> None:
    assert is_bare(OURS[:place] + put + OURS[place:]) in (True, False)
