"""What kind of file the bytes are, and the address book inside a zip."""

import re
import zipfile
from dataclasses import dataclass

from askwell.protocols.contacts.model import UnreadableFile
from askwell.protocols.file_kinds import other_kind
from askwell.protocols.zips import ZipError, declares_entities, opened

# A 50 MB upload may grow this much when unpacked; more is a bomb, not an address book.
MAX_UNPACKED = 400 << 20
MAX_MEMBERS = 10_000
# Of a zip's lists no more than this is unpacked.
MAX_LISTS = 100 << 20
_LOOK_INTO = 8


@dataclass(frozen=True, slots=True)
class Content:
    """The address book itself: `kind` is "text" or "workbook"; `member` names it inside a zip."""

    kind: str
    data: bytes
    member: str = ""


def unpack(data: bytes, member: str = "") -> list[Content]:
    """The address books that the bytes may hold, best guess first (one, unless it is a zip).

    With `member` only that file of the zip. Raises UnreadableFile for anything that is none.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise UnreadableFile("empty")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_contents(data, member)
    _refuse_other_kinds(data)
    return [Content("text", data)]


def _refuse_other_kinds(data: bytes) -> None:
    if other := other_kind(data):
        raise UnreadableFile(other)
    sample = data[:4096]
    if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table)", sample, re.IGNORECASE):
        raise UnreadableFile("web_page")


def _zip_contents(data: bytes, member: str) -> list[Content]:
    try:
        with opened(data, entries=MAX_MEMBERS, unpacked=MAX_UNPACKED) as archive:
            return _members(archive, data, member)
    except ZipError as error:
        raise UnreadableFile(error.code) from error


def _members(archive: zipfile.ZipFile, data: bytes, member: str) -> list[Content]:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if "xl/workbook.xml" in names:
        if declares_entities(archive):
            raise UnreadableFile("unsafe")
        return [Content("workbook", data)]
    _refuse_office(archive, names)
    wanted = [info for info in infos if _is_address_book(info.filename)]
    wanted.sort(key=_rank)
    if member:
        wanted = [info for info in wanted if info.filename == member]
    if not wanted:
        raise UnreadableFile("no_contacts_in_zip", files=len(infos))
    if sum(info.file_size for info in wanted[:_LOOK_INTO]) > MAX_LISTS:
        raise UnreadableFile("too_large")
    return [Content("text", archive.read(info), info.filename) for info in wanted[:_LOOK_INTO]]


def _is_address_book(name: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    return base.lower().endswith((".csv", ".vcf", ".tsv")) and not base.startswith(".") and "__MACOSX" not in name


def _rank(info: zipfile.ZipInfo) -> tuple[int, int]:
    base = info.filename.rsplit("/", 1)[-1].lower()
    order = ("connections.csv", "all contacts.csv", "all contacts.vcf", "contacts.csv", "contacts.vcf")
    return (order.index(base) if base in order else len(order), -info.file_size)


def _refuse_office(archive: zipfile.ZipFile, names: set[str]) -> None:
    if "word/document.xml" in names or "ppt/presentation.xml" in names:
        raise UnreadableFile("document")
    if "xl/workbook.bin" in names or any(name.endswith(".iwa") for name in names):
        raise UnreadableFile("other_spreadsheet")
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise UnreadableFile("other_spreadsheet")
