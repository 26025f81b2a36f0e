"""The fonts that documents are set in, and which letters they have.

Source Serif 4 and Source Sans 3 for Latin letters (for academic papers Libertinus Serif, which is part of Typst), Noto
Sans CJK for Chinese, Noto Sans for the other scripts.
"""

import struct
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import typst

_PACKAGES = ("fontpkg_source_serif_4", "fontpkg_source_sans_3", "manimgx_fonts_cjk", "manimgx_fonts")


def _folders() -> list[str]:
    specs = [find_spec(package) for package in _PACKAGES]
    return [folder for spec in specs if spec for folder in spec.submodule_search_locations or ()]


@cache
def fonts() -> typst.Fonts:
    """All of them, looked for once a process; a file is read when a letter of it is needed."""
    return typst.Fonts(include_system_fonts=False, font_paths=list(_folders()))


@cache
def letters() -> frozenset[int]:
    """The code points that at least one of them shows, beside what is part of Typst."""
    paths = {info.path for info in fonts().fonts() if info.path}
    return frozenset(code for path in sorted(paths) for code in _letters_of(Path(path)))


def _letters_of(path: Path) -> Iterator[int]:
    data = path.read_bytes()
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    for place in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * place)
        if tag == b"cmap":
            yield from _mapped(data, offset)


def _mapped(data: bytes, cmap: int) -> Iterator[int]:
    for place in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        table = cmap + struct.unpack_from(">I", data, cmap + 4 + 8 * place + 4)[0]
        kind = struct.unpack_from(">H", data, table)[0]
        if kind == 4:
            yield from _in_segments(data, table)
        elif kind == 12:
            yield from _in_groups(data, table)


def _in_groups(data: bytes, table: int) -> Iterator[int]:
    for place in range(struct.unpack_from(">I", data, table + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, table + 16 + 12 * place)
        yield from range(first if glyph else first + 1, last + 1)


def _in_segments(data: bytes, table: int) -> Iterator[int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", data, table + 14)
    firsts = struct.unpack_from(f">{count}H", data, table + 16 + 2 * count)
    for first, last in zip(firsts, lasts, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)
