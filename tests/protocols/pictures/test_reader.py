"""Pictures are looked at in a child process: what kills it harms neither its parent nor the next picture."""

import io
from pathlib import Path

import pytest
from PIL import Image

from askwell.protocols.pictures import PictureError, Reader, text_is_readable

CARD = (Path(__file__).parents[2] / "data" / "cards" / "card09.jpg").read_bytes()


def blank(width: int = 300, height: int = 200) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(out, "JPEG")
    return out.getvalue()


def code_of(reader: Reader, data: bytes) -> str:
    with pytest.raises(PictureError) as refused:
        reader.look(data)
    return refused.value.code


def test_text_recognition_is_installed_where_tests_run() -> None:
    assert text_is_readable()


def test_a_card_after_bad_ones_is_read_by_the_same_child() -> None:
    with Reader() as reader:
        assert [code_of(reader, data) for data in (b"", b"<svg/>", b"nothing")] == ["empty", "svg", "not_a_picture"]
        seen = reader.look(CARD)
    assert seen.codes == ("https://silversalmon.example/c/96dd3a",)
    assert (seen.width, seen.height) == Image.open(io.BytesIO(seen.picture)).size
    texts = [line.text for line in seen.lines]
    assert "Seung-woo Jang" in texts
    assert all(0 <= x <= seen.width and 0 <= y <= seen.height for line in seen.lines for x, y in line.corners)


@pytest.mark.parametrize(
    ("turns", "card_size"), [(Image.Transpose.ROTATE_90, (726, 1009)), (Image.Transpose.ROTATE_180, (1009, 726))]
)
def test_a_card_on_its_side_or_head_is_turned(turns: Image.Transpose, card_size: tuple[int, int]) -> None:
    lying = Image.open(io.BytesIO(CARD)).transpose(turns)
    assert lying.size == card_size
    out = io.BytesIO()
    lying.save(out, "JPEG", quality=95)
    with Reader() as reader:
        seen = reader.look(out.getvalue())
    assert (seen.width, seen.height) == (1009, 726)
    assert "Seung-woo Jang" in [line.text for line in seen.lines]


def test_a_picture_without_text_gives_no_lines() -> None:
    with Reader() as reader:
        seen = reader.look(blank())
    assert (seen.lines, seen.codes, seen.text_read) == ((), (), True)


def test_a_child_out_of_memory_is_replaced() -> None:
    with Reader(memory=400 << 20) as reader:
        assert code_of(reader, CARD) in ("too_much_memory", "crashed")
        assert code_of(reader, b"<html>") == "web_page"


def test_a_child_out_of_time_is_ended_and_replaced() -> None:
    with Reader(seconds=0.05) as reader:
        assert code_of(reader, CARD) == "too_slow"
        reader._seconds = 60
        assert reader.look(blank()).lines == ()


def test_nothing_is_left_running() -> None:
    with Reader() as reader:
        reader.look(blank())
        child = reader._child
    assert child is not None
    assert child.poll() is not None
