"""What wants to harm whoever reads it, and what is no posting: a named refusal or the good part, within bounds."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from askwell.protocols.postings import MOST_BYTES, Posting, PostingsError, Read, Reader, read_in_child
from askwell.protocols.postings.linked.lenient import values
from askwell.protocols.postings.model import MOST_POSTINGS
from askwell.protocols.postings.reading import read
from askwell.protocols.postings.texts import block, line

JOB = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Weaver", "url": "https://loom.example/1"}


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def page(script: str) -> bytes:
    return f'<html><script type="application/ld+json">{script}</script><h1>Weaver</h1></html>'.encode()


def code_of(data: bytes, **told: str) -> str:
    with pytest.raises(PostingsError) as refused:
        read(data, **told)
    return refused.value.code


def ended(reader: Reader, data: bytes) -> str:
    try:
        reader.read(data)
    except PostingsError as error:
        return error.code
    return "read"


def test_what_is_no_posting_is_told_by_its_bytes() -> None:
    files = {
        b"": "empty", b"\0\0 \n": "empty", b"\x89PNG\r\n": "picture", b"%PDF-1.7": "pdf", b"PK\x03\x04": "archive",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "old_excel", b"\x01\x02\x03\x04\x05\x06": "binary",
        b"Hello there, how are you?": "nothing_found", b"{}": "nothing_found", b"[1, 2]": "nothing_found",
        b"<rss></rss>": "nothing_found", b"<html></html>": "nothing_found", b"a,b\n1,2\n": "nothing_found",
    }  # fmt: skip
    assert {data: code_of(data) for data in files} == files


def test_too_many_bytes_are_not_looked_at(reader: Reader) -> None:
    with pytest.raises(PostingsError, match="too_many_bytes"):
        reader.read(b"x" * (MOST_BYTES + 1))
    assert code_of(b"x" * (MOST_BYTES + 1)) == "too_many_bytes"


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_ten_thousand_levels_are_read(reader: Reader, opening: str, closing: str) -> None:
    deep = opening * 10_000 + json.dumps(JOB) + closing * 10_000
    found = reader.read(page(deep))
    assert [one.title for one in found.postings] == ["Weaver"]
    assert [remark.code for remark in found.remarks] == ["repaired"]


def test_of_a_very_long_list_the_first_part_is_kept() -> None:
    many = [{**JOB, "title": f"Weaver {n}", "url": f"https://loom.example/{n}"} for n in range(MOST_POSTINGS + 5)]
    found = read(page(json.dumps(many)))
    assert len(found.postings) == MOST_POSTINGS
    assert found.postings[-1].title == f"Weaver {MOST_POSTINGS - 1}"
    assert [remark.code for remark in found.remarks] == ["list_cut"]


def test_ten_megabytes_of_nothing_end_in_time(reader: Reader) -> None:
    for data in (b"{[" * 5_000_000, b"<a " * 3_000_000, b"Apply\n" + b"Aa " * 3_000_000, page("/*" * 5_000_000)):
        assert ended(reader, data) in ("read", "nothing_found")


REFERRING = 'itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization" itemref="a b c d"'
MANY_WAYS = (
    '<div itemscope itemtype="https://schema.org/JobPosting" itemref="a b c d"><b itemprop="title">Weaver</b></div>'
    + "".join(f'<div id="{name}" {REFERRING}><i itemprop="name">Loom {name}</i></div>' for name in "abcd"),
    '<div typeof="JobPosting" vocab="https://schema.org/"><b property="title">Weaver</b>'
    + '<div property="hiringOrganization subOrganization member" typeof="Organization"><i property="name">Loom a</i>'
    * 40
    + "</div>" * 41,
)


@pytest.mark.parametrize("marked", MANY_WAYS, ids=["itemref", "many names"])
def test_what_is_reached_in_more_ways_than_can_be_walked_is_read_once(reader: Reader, marked: str) -> None:
    [found] = reader.read(f"<html><body>{marked}</body></html>".encode()).postings
    assert (found.title, found.organisation) == ("Weaver", "Loom a")


def test_entities_in_a_feed_are_refused_and_files_are_not_opened() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><item>&b;</item></rss>'
    assert code_of(laughs) == "unsafe"
    outside = b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><rss><channel><item><title>Cook</title><link>https://a.example/</link></item></channel></rss>'
    assert [one.title for one in read(b'<?xml version="1.0"?>' + outside).postings] == ["Cook"]


@pytest.mark.parametrize("letter", ["&#xD800;", "&#55296", "&#1;", "&#x0000B;", "&#x110000;", "\x01", "\x00", "\ufffe"])
def test_what_no_document_may_hold_is_a_blank(letter: str) -> None:
    feed = (
        f"<rss><channel><item><title>Cook {letter}here</title><link>https://a.example/1</link></item></channel></rss>"
    )
    assert [one.title for one in read(feed.encode()).postings] == ["Cook here"]
    shown = f"<html><h1>Weaver</h1><nav>x</nav>{letter}<p>Apply for the job today {letter}please</p></html>"
    assert read(shown.encode()).postings[0].title == "Weaver"


def test_a_feed_that_breaks_off_gives_what_came() -> None:
    cut = b"<rss><channel><item><title>Cook</title><link>https://a.example/1</link></item><item><title>Nex"
    assert [one.title for one in read(cut).postings] == ["Cook"]


def test_a_charset_that_is_none_is_not_believed() -> None:
    for charset in ("idna", "hex", "unicode_escape", "x" * 25, "ascii"):
        text = f'<meta charset="{charset}"><h1>Café cook</h1><p>Apply for the job today</p>'
        assert read(text.encode()).postings[0].title == "Café cook"


def test_other_addresses_than_http_are_left_out() -> None:
    for link in ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://u:p@a.example/", "//"):
        assert read(page(json.dumps({**JOB, "url": link}))).postings[0].url == ""


def test_scripts_and_what_is_hidden_are_no_text() -> None:
    shown = '<p>Sew.</p><script>alert(1)</script><p style="display:none">no</p><p hidden>no</p><style>p{}</style>'
    assert read(page(json.dumps({**JOB, "description": shown}).replace("</", "<\\/"))).postings[0].text == "Sew."


def test_a_reader_goes_on_after_what_was_its_end() -> None:
    with Reader(seconds=0.001) as slow, pytest.raises(PostingsError, match="too_slow"):
        slow.read(page(json.dumps(JOB)))
    with Reader(memory=200 << 20) as small:
        for _ in range(2):
            with pytest.raises(PostingsError, match="too_much_memory|crashed"):
                small.read(b"[" + b'{"a":1},' * 2_000_000 + b"{}]")


def test_who_calls_from_a_page_loads_no_parser() -> None:
    code = "import sys, askwell.protocols.postings; print([name for name in ('lxml', 'numpy') if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_the_child_says_what_the_reader_here_says() -> None:
    job = {**JOB, "baseSalary": {"currency": "CAD", "value": {"minValue": 20, "unitText": "HOUR"}}, "description": "织"}
    data = page(json.dumps(job))
    found = read_in_child(data, address="https://loom.example/", filename="x.html")
    assert found == read(data, address="https://loom.example/", filename="x.html")
    wanted = Posting(
        "job", "Weaver", url="https://loom.example/1", salary_min=20, salary_unit="hour", currency="CAD", text="织"
    )
    assert found == Read((wanted,))


PIECES = st.sampled_from(
    ("<", ">", "</", "<p>", "</p>", "<!--", "-->", "<script>", "</script>", "&", "&amp;", "&lt;", "&#60;",
     "&amp;lt;b&gt;", "p",
     "a b", "=", '"', "'", "\n", "<![CDATA[", "<b", "script", ";", "é", "织", "\0", "\ud800")
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
@example(["<", "\0", "p"])
@example(["&", "\0", "lt;"])
def test_text_never_keeps_a_tag_or_an_entity(pieces: list[str]) -> None:
    for text in (block("".join(pieces)), line("".join(pieces))):
        assert not re.search(r"<[\w/!?]", text)
        assert not any(entity in text for entity in ("&amp;", "&lt;", "&gt;", "&#60;"))


BYTES = st.one_of(
    st.binary(max_size=300),
    st.lists(
        st.sampled_from(
            (b"{", b"}", b"[", b"]", b'"', b":", b",", b"<rss>", b"<item>", b"<title>", b"<h1>", b"<div itemscope ",
             b'itemtype="https://schema.org/JobPosting">', b'"@type":"JobPosting"', b'"title":', b'"baseSalary":',
             b"9" * 30,
             b"-1e999", b"Job", b"Title,", b"Company\n", b"$", b"20", b"/hour", b"2027-02-30", b"\xff", b"\\u", b"null",
             b'<script type="application/ld+json">', b"</script>", b"<?xml ", b"Salary: ", b"Closing date: ",
             b"\n", b"apply ")
        ),
        max_size=40,
    ).map(b"".join),
)  # fmt: skip


@settings(max_examples=300)
@given(BYTES, st.sampled_from(("", "x.csv", "x.json")), st.sampled_from(("", "https://a.example/b/", "http://[", "x")))
def test_any_bytes_end_in_postings_or_the_refusal(data: bytes, filename: str, address: str) -> None:
    try:
        found = read(data, filename=filename, address=address)
    except PostingsError:
        return
    assert found.postings
    assert all(one.title and one.url[:4] in ("", "http") for one in found.postings)


NAMES = st.sampled_from(("title", "url", "name", "@type", "value", "location"))
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(JSON.filter(lambda value: isinstance(value, dict | list)))
def test_sound_json_is_read_as_it_is_and_with_a_comma_too_many_the_same(value: Any) -> None:
    assert values(json.dumps(value)) == ([value], False)


@given(st.dictionaries(st.text("abc", min_size=1), st.text("xyz <>/&'\n\t,", max_size=20), min_size=1, max_size=4))
def test_a_comma_too_many_and_raw_line_breaks_change_nothing(value: dict[str, str]) -> None:
    written = ",".join(f'"{name}":"{text}"' for name, text in value.items())
    assert values(f"{{{written},}}")[0] == [value]


@given(JSON)
def test_any_values_in_a_posting_give_one(value: Any) -> None:
    names = ("hiringOrganization", "jobLocation", "baseSalary", "datePosted", "employmentType", "url", "identifier")
    for name in names:
        assert len(read(json.dumps({**JOB, name: value}).encode()).postings) == 1
