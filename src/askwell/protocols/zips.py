"""Zips from strangers: what is in them, within bounds."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 1 << 16


class ZipError(Exception):
    """`code`: "damaged", "encrypted" (a password), "too_large" (more entries or bytes than wanted)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def opened(data: bytes, *, entries: int, unpacked: int) -> Iterator[zipfile.ZipFile]:
    """The zip, with at most so many entries that unpack to at most so many bytes as they themselves say; more is never
    unpacked of one. Whatever goes wrong with it inside of the block becomes a ZipError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if len(infos) > entries or sum(info.file_size for info in infos) > unpacked:
                raise ZipError("too_large")
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise ZipError("damaged") from error
    except RuntimeError as error:  # what zipfile raises for a password
        raise ZipError("encrypted") from error


def declares_entities(archive: zipfile.ZipFile) -> bool:
    """Whether an XML inside declares a document type or entities: office files never do, one that does wants to blow
    up whoever parses it."""
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels")):
            with archive.open(info) as stream:
                if _DOCTYPE.search(stream.read(_HEAD).replace(b"\0", b"")):
                    return True
    return False
