"""Pictures from strangers: opened within bounds, cleaned, or refused with a reason's code."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from askwell.protocols.pictures import PictureError
from askwell.protocols.pictures.opening import LONGEST_SIDE, open_picture, to_jpeg

ORIENTATION, GPS = 0x0112, 0x8825


def saved(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def code_of(data: bytes) -> str:
    with pytest.raises(PictureError) as refused:
        open_picture(data)
    return refused.value.code


def png_that_claims(width: int, height: int) -> bytes:
    """A small PNG whose header promises more than anybody can hold."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def frames(kind: str) -> bytes:
    pictures = [Image.new("RGB", (60, 40), colour) for colour in ("red", "green", "blue")]
    return saved(pictures[0], kind, save_all=True, append_images=pictures[1:])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "svg"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE svg><svg onload="x()"/>', "svg"),
        (b"<!DOCTYPE html><html><body><img src=x></body></html>", "web_page"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "heic"),
        (b"Dear Ngozi, here is my card.", "not_a_picture"),
        (b"II*\0" + b"\0" * 200, "not_a_picture"),
    ],
)
def test_what_is_no_picture_is_named(data: bytes, code: str) -> None:
    assert code_of(data) == code


@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (9_000, 9_000), (2**31 - 1, 1)])
def test_a_decompression_bomb_is_refused_before_it_is_unpacked(width: int, height: int) -> None:
    assert code_of(png_that_claims(width, height)) == "too_many_pixels"


def test_a_hundred_megapixel_photograph_is_read_small() -> None:
    picture = open_picture(saved(Image.new("RGB", (11_600, 8_700), "navy")))
    assert picture.size == (LONGEST_SIDE, LONGEST_SIDE * 3 // 4)


def test_a_larger_one_is_refused() -> None:
    assert code_of(saved(Image.new("L", (16_000, 8_000)), quality=10)) == "too_many_pixels"


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_an_animated_picture_is_refused(kind: str) -> None:
    assert code_of(frames(kind)) == "animated"


def test_a_photograph_with_a_second_picture_inside_is_the_first() -> None:
    assert open_picture(frames("MPO")).getpixel((30, 20))[0] > 200


def test_a_truncated_jpeg_is_damaged() -> None:
    noise = Image.effect_noise((600, 400), 80).convert("RGB")
    assert code_of(saved(noise)[:20_000]) == "damaged"


def test_too_many_bytes() -> None:
    assert code_of(b"\xff\xd8" + b"\0" * (31 << 20)) == "too_many_bytes"


def test_metadata_is_gone_and_the_picture_upright() -> None:
    photograph = Image.new("RGB", (400, 200), "white")
    photograph.paste("red", (0, 0, 200, 200))
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # to be turned clockwise to stand
    exif.get_ifd(GPS)[1] = "N"
    exif[0x010E] = "taken at home"
    sent = saved(photograph, exif=exif, comment=b"secret", icc_profile=b"profile" * 20)
    assert b"taken at home" in sent
    kept = to_jpeg(open_picture(sent))
    again = Image.open(io.BytesIO(kept))
    assert again.size == (200, 400)
    assert (again.getpixel((100, 50))[0], again.getpixel((100, 350))[1]) == (254, 255)
    assert dict(again.getexif()) == {}
    assert not any(secret in kept for secret in (b"Exif", b"taken at home", b"secret", b"profile", b"GPS"))
    assert set(again.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"),
        (Image.new("LA", (40, 30), (0, 0)), "PNG"),
        (Image.new("L", (40, 30), 255), "JPEG"),
        (Image.new("CMYK", (40, 30), (0, 0, 0, 0)), "JPEG"),
        (Image.new("I;16", (40, 30), 65535), "PNG"),
        (Image.new("1", (40, 30), 1), "PNG"),
        (Image.new("RGB", (40, 30), "white"), "WEBP"),
        (Image.new("P", (40, 30), 255), "BMP"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.mode,
)
def test_every_kind_of_pixel_becomes_rgb_on_white(image: Image.Image, kind: str) -> None:
    if image.mode == "P":
        image.putpalette([255] * 768)
    picture = open_picture(saved(image, kind))
    assert (picture.mode, picture.size) == ("RGB", (40, 30))
    assert min(picture.getpixel((20, 15))) > 250


@settings(max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 2000), st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "BMP"]))
def test_damaged_bytes_are_a_picture_or_a_picture_error(noise: bytes, place: int, kind: str) -> None:
    data = saved(Image.effect_noise((64, 48), 60).convert("RGB"), kind)
    try:
        picture = open_picture(data[:place] + noise + data[place + len(noise) :])
    except PictureError:
        return
    assert picture.mode == "RGB"
    assert max(picture.size) <= LONGEST_SIDE
