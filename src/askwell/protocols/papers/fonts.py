"""The fonts that documents are set in, and which letters they have.

Source Serif 4 and Source Sans 3 for Latin letters (for academic papers Libertinus Serif, which is part of Typst), Noto
Sans CJK for Chinese, Noto Sans for the other scripts.
"""

import mmap
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
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
        for place in range(struct.unpack_from(">H", data, start + 4)[0]):
            tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * place)
            if tag == b"cmap":
                yield from _mapped(data, offset)


def _mapped(data: mmap.mmap, cmap: int) -> Iterator[int]:
    """By the tables of groups; where there is none, by those of segments."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    tables = {cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * place)[0] for place in range(count)}
    kinds = {table: struct.unpack_from(">H", data, table)[0] for table in tables}
    kind, reader = (12, _in_groups) if 12 in kinds.values() else (4, _in_segments)
    for table in tables:
        if kinds[table] == kind:
            yield from reader(data, table)


def _in_groups(data: mmap.mmap, table: int) -> Iterator[int]:
    count = struct.unpack_from(">I", data, table + 12)[0]
    for first, last, glyph in struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * count]):
        yield from range(first if glyph else first + 1, last + 1)


def _in_segments(data: mmap.mmap, table: int) -> Iterator[int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", data, table + 14)
    firsts = struct.unpack_from(f">{count}H", data, table + 16 + 2 * count)
    for first, last in zip(firsts, lasts, strict=True):
        if first != 0xFFFF:
            yield from range(first, last + 1)
