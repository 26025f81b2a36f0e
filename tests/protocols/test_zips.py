"""Zips from strangers are opened within bounds."""

import io
import zipfile

import pytest

from askwell.protocols.zips import ZipError, declares_entities, opened


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(a=b"1", b=b"2", c=b"3"), "too_large"),
        (zipped(a=b"\0" * 101), "too_large"),
        (b"PK\x03\x04", "damaged"),
        (zipped(a=b"1")[:-5], "damaged"),
    ],
    ids=["large in all", "one large", "begun", "cut"],  # a zip says when it was made, so its bytes are no name
)
def test_what_is_too_large_or_damaged_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ZipError) as refused, opened(data, entries=2, unpacked=100):
        pass
    assert refused.value.code == code


def test_a_password_is_named() -> None:
    data = bytearray(zipped(a=b"1"))
    for start in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[start] |= 1
    with pytest.raises(ZipError) as refused, opened(bytes(data), entries=2, unpacked=100) as archive:
        archive.read("a")
    assert refused.value.code == "encrypted"


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("a.xml", b"<?xml version='1.0'?><!DOCTYPE a><a/>", True),
        ("a.rels", b"<!-- a --><! ENTITY b 'c'><a/>", True),
        ("a.xml", "<!doctype a><a/>".encode("utf-16"), True),
        ("a.xml", b"<a>ENTITY</a>", False),
        ("a.txt", b"<!DOCTYPE a>", False),
    ],
)
def test_entities_are_found_in_any_xml(name: str, text: bytes, found: bool) -> None:
    with opened(zipped(**{name: text}), entries=2, unpacked=1000) as archive:
        assert declares_entities(archive) == found
