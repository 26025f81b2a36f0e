"""Text that every writer can take."""

import json
import xml.sax.saxutils
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.papers.cleaning import clean, cleaned
from askwell.protocols.resumes import Job, Resume, Skill


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ma\x00 \x1b[31mXiaowen", "Ma [31mXiaowen"),
        ("two\r\nlines\tand\u2028more", "two lines and more"),
        ("soft\u00adhyphen, no\u200bwidth, \u202eturned\u202c", "softhyphen, nowidth, turned"),
        ("half \ud83d a pair", "half  a pair"),
        ("18\u00a0% of 3\u202f000", "18\u00a0% of 3\u202f000"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("❤\ufe0f", "❤"),
        (" \u3000 ", ""),
    ],
)
def test_a_text_keeps_what_is_read_and_drops_what_is_not(written: str, kept: str) -> None:
    assert clean(written) == kept


def test_what_says_nothing_is_left_out() -> None:
    empty = Resume(name=" ", work=(Job(), Job(lines=("", "\n"))), skills=(Skill(""), Skill("", ("Excel", " "))))
    assert cleaned(empty) == Resume(skills=(Skill("", ("Excel",)),))


@given(st.text(st.characters(), max_size=60))
def test_any_text_becomes_one_line_that_xml_and_utf_8_can_hold(written: str) -> None:
    line = clean(written)
    assert "\n" not in line
    assert clean(line) == line
    assert json.loads(json.dumps(line).encode()) == line
    assert ElementTree.fromstring(f"<a>{xml.sax.saxutils.escape(line)}</a>".encode()).text == (line or None)
