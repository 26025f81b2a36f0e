"""One zip that holds a whole workspace: how it is put together, and what is refused when one comes in.

`askwell.json` is the complete one; every other member is there to be read by people and other programs:

    {"format": "askwell", "version": 1, "made_at": "…", "workspace": {…}, "profile": {…},
     "tables": {"people.Person": [{"id": "…", …}, …], …}}

Dates and moments are ISO 8601 (moments in UTC), ids UUIDs, files base64.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, cast

MEMBER = "askwell.json"
FORMAT = "askwell"
VERSION = 1
MOST_PACKED = 100 * 2**20
MOST_UNPACKED = 400 * 2**20
MOST_RATIO = 100
"""Text of a real workspace packs about ten to one; a bomb a thousand to one."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)

Contents = dict[str, Any]


class UnusableArchive(Exception):
    """The bytes cannot be brought in; nothing was written."""


class DamagedArchive(UnusableArchive):
    """It is no zip, holds no Askwell data, or what it holds contradicts itself; `detail` is for a log."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class TooLargeArchive(UnusableArchive):
    """It is, or would become, larger than anything Askwell writes."""


class UnknownVersion(UnusableArchive):
    """A newer Askwell wrote it; `version` says which format."""

    def __init__(self, version: object) -> None:
        super().__init__(version)
        self.version = version


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files as one zip. The same files always give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def dump(contents: Contents) -> bytes:
    """`askwell.json`: one row a line, so that two exports can be compared by any text tool."""
    return "".join(_lines(contents)).encode()


def _lines(contents: Contents) -> Iterator[str]:
    head = {key: value for key, value in contents.items() if key != "tables"}
    yield _json({"format": FORMAT, "version": VERSION, **head})[:-1] + ',\n"tables": {'
    for number, (table, rows) in enumerate(contents["tables"].items()):
        yield f"{',' * bool(number)}\n{_json(table)}: ["
        yield ",".join(f"\n{_json(row)}" for row in rows)
        yield "]"
    yield "}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def unpack(data: bytes) -> Contents:
    """What `askwell.json` inside the zip says.

    Raises TooLargeArchive, UnknownVersion, or DamagedArchive.
    """
    contents = _parsed(_member(data))
    if not isinstance(contents, dict) or contents.get("format") != FORMAT:
        raise DamagedArchive("not written by Askwell")
    if contents.get("version") != VERSION:
        raise UnknownVersion(contents.get("version"))
    return contents


def _member(data: bytes) -> bytes:
    if len(data) > MOST_PACKED:
        raise TooLargeArchive
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _bounded(archive, archive.getinfo(MEMBER))
    except (
        zipfile.BadZipFile,
        KeyError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise DamagedArchive(str(error)) from error


def _bounded(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The member, never more of it than a real one holds: what its header claims is not believed."""
    limit = min(MOST_UNPACKED, max(info.compress_size, 1) * MOST_RATIO)
    if info.file_size > limit:
        raise TooLargeArchive
    with archive.open(info) as member:
        return member.read(limit)


def _parsed(text: bytes) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise DamagedArchive(str(error)) from error


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def section(contents: Contents, name: str) -> dict[str, Any]:
    """One part that has to be an object; raises DamagedArchive otherwise."""
    part = contents.get(name)
    if not isinstance(part, dict):
        raise DamagedArchive(f"{name} is missing")
    return cast(dict[str, Any], part)
