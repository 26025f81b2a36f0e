"""Which releases a file or a folder holds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from askwell.protocols.occupations import canada, esco, onet
from askwell.protocols.occupations.model import Remark, Row
from askwell.protocols.occupations.tables import Source, Table

Reader = Callable[[dict[str, Table]], Iterator[Row]]
READERS: dict[str, Reader] = {
    "onet": onet.read,
    "esco": esco.read,
    "noc": canada.noc,
    "oasis": canada.oasis,
    "wages": canada.wages,
}
VERSION = (
    re.compile(r"db_(\d+)_(\d+)", re.IGNORECASE),
    re.compile(r"v(?:ersion)?[ _]?(\d+)(?:[._-](\d+))?", re.IGNORECASE),
    re.compile(r"(20\d\d)"),
)


class ReleaseError(Exception):
    """Nothing here can be read. `code`: "nothing" (no table of a known release), "old" (a NOC before 2021, whose codes
    are others), "unreadable" (no file, or no leave to read it)."""

    def __init__(self, code: str, found: str = "") -> None:
        super().__init__(code)
        self.code, self.found = code, found


@dataclass(frozen=True, slots=True)
class Release:
    """One release: `source` is "onet", "esco", "noc", "oasis" or "wages"; `version` as its file's name says it, ""
    where it does not."""

    source: str
    version: str
    tables: dict[str, Table]
    remarks: tuple[Remark, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Everything it says: heads first. Reads its files anew each time, one row at a time."""
        yield from self.remarks
        yield from READERS[self.source](self.tables)


def releases(path: Path) -> list[Release]:
    """What a folder, zip or file holds. Raises ReleaseError where that is nothing."""
    try:
        if not path.is_dir():
            path.open("rb").close()
        source = Source(path)
        tables = [Table(source, name) for name in source.names()]
    except OSError as reason:
        raise ReleaseError("unreadable", reason.strerror or str(reason)) from None
    sorted_out, old = _sorted_out(tables)
    if not sorted_out:
        raise ReleaseError("old" if old else "nothing", old[0] if old else "")
    remarks = tuple(Remark("wrong_release", name) for name in old)
    return [
        Release(kind, _version(path, found), found, remarks if kind == "noc" else ())
        for kind, found in sorted_out.items()
    ]


def _sorted_out(tables: list[Table]) -> tuple[dict[str, dict[str, Table]], list[str]]:
    """The tables by the release they are of, and the names of those that are of an old one."""
    kinds: dict[str, dict[str, Table]] = {}
    old: list[str] = []
    has_onet = any(table.short == onet.FIRST for table in tables)
    for table in tables:
        kind = _kind(table, has_onet)
        if kind == "old":
            old.append(table.short)
        elif kind:
            kinds.setdefault(kind, {})[table.short] = table
    if "esco" in kinds and not any(esco.OCCUPATIONS.match(name) for name in kinds["esco"]):
        del kinds["esco"]
    return kinds, old


def _kind(table: Table, has_onet: bool) -> str:
    if table.is_tabbed:
        return "onet" if has_onet else ""
    if any(pattern.match(table.short) for pattern in (esco.OCCUPATIONS, esco.SKILLS, esco.RELATIONS)):
        return "esco"
    return canada.kind_of(table.columns())


def _version(path: Path, tables: dict[str, Table]) -> str:
    names = [path.name, *(table.name for table in tables.values())]
    for pattern in VERSION:
        for name in names:
            if found := pattern.search(name):
                return ".".join(part for part in found.groups() if part)
    return ""
