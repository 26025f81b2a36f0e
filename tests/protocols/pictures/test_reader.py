"""Pictures are looked at in a child process: what kills it harms neither its parent nor the next picture."""

import io
import os
import subprocess
import sys
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


def test_a_web_process_loads_nothing_that_opens_pictures() -> None:
    heavy = ("PIL", "zxingcpp", "cv2", "rapidocr", "onnxruntime", "numpy")
    code = f"import sys, askwell.protocols.pictures; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_child_knows_no_framework_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_SECRET_KEY", "not for pictures")
    with Reader() as reader:
        reader.look(blank())
        assert reader._child is not None
        place = Path("/proc") / str(reader._child.pid)
        if not place.exists():
            pytest.skip("only where the system shows a process's insides")
        assert b"not for pictures" not in (place / "environ").read_bytes()
        assert b"onnxruntime" in (place / "maps").read_bytes()
    code = "import sys, askwell.protocols.pictures.__main__; print('django' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ})
    assert shown.stdout.strip() == "False"


def test_nothing_is_left_running() -> None:
    with Reader() as reader:
        reader.look(blank())
        child = reader._child
    assert child is not None
    assert child.poll() is not None
