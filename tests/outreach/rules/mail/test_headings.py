"""Headings are anybody's to write: whatever stands in them, reading them neither raises nor takes long."""

import encodings.aliases
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.outreach.rules.mail.headings import could_concern, read_heading
from askwell.protocols.mail.letters.charsets import decoded

SIGNS = frozenset({"daniel@harbourline.example"})
CHARSETS = sorted({*encodings.aliases.aliases, *encodings.aliases.aliases.values(), "idna", "punycode", "undefined"})


@given(st.sampled_from(CHARSETS), st.binary(max_size=12))
def test_a_heading_in_any_charset_that_has_a_name_is_read(charset: str, said: bytes) -> None:
    word = f"=?{charset}?q?{''.join(f'={byte:02x}' for byte in said)}?=".encode()
    data = b"From: " + word + b" <anybody@evil.example>\r\nTo: " + word + b"\r\nSubject: " + word + b"\r\n\r\n"
    could_concern(data, SIGNS)
    assert read_heading(data).sender == "anybody@evil.example"


@given(st.sampled_from(CHARSETS), st.binary(max_size=40))
def test_bytes_in_any_charset_are_text(charset: str, raw: bytes) -> None:
    assert isinstance(decoded(raw, charset), str)


@pytest.mark.parametrize("piece", [b"a", b"<", b"a@", b'"', b"<a@b"])
def test_the_quick_look_at_a_large_heading_is_quick(piece: bytes) -> None:
    data = b"References: " + piece * (256 * 1024 // len(piece))
    began = time.process_time()
    could_concern(data, SIGNS)
    assert time.process_time() - began < 1.0  # trying every place for an address took 2.7 seconds
