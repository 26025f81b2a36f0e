"""Bytes from strangers to one bounded picture, and a picture to bytes without metadata."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL import WebPImagePlugin as _registers_itself  # noqa: F401 - the only kind of ours that Pillow loads late

from askwell.protocols.pictures.bare import LONGEST_SIDE
from askwell.protocols.pictures.model import MOST_BYTES, PictureError

MOST_PIXELS = 50_000_000
MOST_PIXELS_OF_JPEG = 120_000_000
"""A JPEG is decoded small from the start, so that a telephone's 108 megapixels cost no more than 7."""

_CLOCKWISE = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_JPEGS = ("JPEG", "MPO")  # a telephone's JPEG may hold a second picture: the first is it
_STARTS = ((b"%PDF", "pdf"), (b"<svg", "svg"), (b"<!doctype html", "web_page"), (b"<html", "web_page"))
_HEIF = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")
_QUALITY = 82


def open_picture(data: bytes) -> Image.Image:
    """The picture, RGB, turned upright as its metadata says, its longer side at most 2,000 pixels; what was
    transparent is white. Raises PictureError."""
    _refuse_what_is_none(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's warning of bombs: we count ourselves
            return _read(data)
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        bomb = isinstance(error, Image.DecompressionBombError)
        raise PictureError("too_many_pixels" if bomb else "not_a_picture") from error
    except MemoryError as error:
        raise PictureError("too_much_memory") from error
    except PictureError:
        raise
    except Exception as error:  # a decoder meets damaged bytes with errors of every kind
        raise PictureError("damaged") from error


def turned(image: Image.Image, degrees: int) -> Image.Image:
    """The picture turned clockwise by a multiple of 90 degrees."""
    way = _CLOCKWISE.get(degrees % 360)
    return image.transpose(way) if way is not None else image


def to_jpeg(image: Image.Image) -> bytes:
    """The picture as JPEG, without metadata."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _refuse_what_is_none(data: bytes) -> None:
    if not data:
        raise PictureError("empty")
    if len(data) > MOST_BYTES:
        raise PictureError("too_many_bytes")
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for sign, code in _STARTS:
        if start.startswith(sign.lower()):
            raise PictureError(code)
    if start.startswith(b"<"):
        raise PictureError("svg" if b"<svg" in start else "web_page")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        raise PictureError("heic")


def _read(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=_FORMATS)
    jpeg = image.format in _JPEGS
    if image.width * image.height > (MOST_PIXELS_OF_JPEG if jpeg else MOST_PIXELS):
        raise PictureError("too_many_pixels")
    if not jpeg and getattr(image, "n_frames", 1) > 1:
        raise PictureError("animated")
    if jpeg:
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    image.load()
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(image)
    return _bare(upright)


def _bare(image: Image.Image) -> Image.Image:
    """Pixels only: on white, RGB, nothing else that came with them."""
    if "A" in image.getbands() or "transparency" in image.info:
        seen = image.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        image = Image.alpha_composite(white, seen)
    elif image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    bare = Image.new("RGB", image.size)
    bare.paste(image.convert("RGB"))
    return bare
