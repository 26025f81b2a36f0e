"""Which kind of file the bytes are, whatever its name says."""

import io
import re
import zipfile

from askwell.protocols.resumes.docx_lines import docx_lines
from askwell.protocols.resumes.found import Read, ResumeError
from askwell.protocols.resumes.json_in import read_json
from askwell.protocols.resumes.linkedin import read_export
from askwell.protocols.resumes.page.reading import read_page
from askwell.protocols.resumes.pdf_lines import pdf_lines
from askwell.protocols.zips import ZipError, declares_entities, opened

MOST_ENTRIES = 5_000
MOST_UNPACKED = 200 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_WITHIN = 1024
_JSON = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[\[{]")


def read_any(data: bytes, filename: str = "") -> Read:
    """The resume that the bytes hold. Raises ResumeError."""
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise ResumeError("empty")
    if b"%PDF-" in data[:_WITHIN]:
        return read_page(*pdf_lines(data), kind="pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _read_zip(data)
    if data.startswith(_OLE):
        raise ResumeError("encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old_word")
    if data.startswith(_PICTURES) or (data[4:8] == b"ftyp") or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        raise ResumeError("picture")
    if _JSON.match(data):
        return read_json(data)
    if filename.lower().endswith(".csv"):
        return _read_table(data, filename)
    raise ResumeError("unknown_kind")


def _read_table(data: bytes, filename: str) -> Read:
    """A single table, as a zip with nothing beside it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(re.split(r"[/\\]", filename)[-1], data)
    with zipfile.ZipFile(packed) as archive:
        return read_export(archive)


def _read_zip(data: bytes) -> Read:
    try:
        with opened(data, entries=MOST_ENTRIES, unpacked=MOST_UNPACKED) as archive:
            if "word/document.xml" not in archive.namelist():
                return read_export(archive)
            _refuse_unsafe(archive)
    except ZipError as error:
        raise ResumeError(error.code) from error
    return read_page(*docx_lines(data), kind="docx")


def _refuse_unsafe(archive: zipfile.ZipFile) -> None:
    if declares_entities(archive):
        raise ResumeError("unsafe")
