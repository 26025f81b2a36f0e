"""HTML letters as the plain text that their reader sees."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.html_text import text_of


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("One<br>Two<br/><br>Three", "One\nTwo\n\nThree"),
        ("  One \n two&nbsp;&amp;\tthree ", "One two & three"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
        ("<pre>a  b\n c</pre>", "a  b\n c"),
        (
            "<table><tr><td>Tue</td><td>10:00</td></tr><tr><td>Wed</td></tr></table>",
            "Tue 10:00\n Wed".replace("\n ", "\n"),
        ),
        ("a < b and c <3 d", "a < b and c <3 d"),
        ("星期四<b>下午</b>", "星期四下午"),
        ('<a title="a > b" href="https://x.example/y">here</a>', "here <https://x.example/y>"),
        ('<a href="https://x.example/">https://x.example</a>', "https://x.example"),
        ('<a href="javascript:alert(1)">here</a>', "here"),
        ('<img src="https://track.example/1.gif" alt="x">Hi', "Hi"),
    ],
)
def test_a_page_becomes_lines(page: str, text: str) -> None:
    assert text_of(page) == text


def test_quotes_are_marked_level_by_level() -> None:
    page = "<div>New</div><blockquote><p>Old</p><blockquote>Older</blockquote></blockquote><div>End</div>"
    assert text_of(page) == "New\n\n> Old\n>\n> > Older\nEnd"


@pytest.mark.parametrize(
    "hidden",
    [
        "<style>p { color: red }</style>",
        "<script>if (a < b) { alert('</p>') }</script>",
        "<SCRIPT>secret</SCRIPT >",
        "<head><title>secret</title></head>",
        "<!-- secret -->",
        "<!--[if mso]><p>secret</p><![endif]-->",
        "<div style='display:none'>secret<div>more secret</div>secret</div>",
        '<span style="font-size:0">secret</span>',
        "<template><p>secret</p></template>",
    ],
)
def test_what_the_eye_is_not_shown_is_left_out(hidden: str) -> None:
    assert text_of(f"Before{hidden}after") == "Beforeafter"


@pytest.mark.parametrize(
    "piece", ["<a", "<", "<!--", "<a href='", "<div style='display:none'>", "&", "</", "<p>", "x<"]
)
def test_a_page_of_nothing_but_openings_takes_no_time(piece: str) -> None:
    started = time.process_time()
    text_of(piece * 600_000)
    assert time.process_time() - started < 5


@given(
    st.lists(st.sampled_from(["<", ">", "</", "p", "a href=", "'", '"', "<!--", "-->", "<blockquote>", "&#", "x", " "]))
)
def test_anything_ends_in_text(pieces: list[str]) -> None:
    assert isinstance(text_of("".join(pieces)), str)
