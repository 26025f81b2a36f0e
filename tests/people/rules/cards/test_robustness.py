"""Whatever recognition hands over, a card is read in bounded time, and each field names its lines."""

import time
from dataclasses import fields as dataclass_fields

from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.people.rules.cards import CardFields, Reading, read_card
from askwell.protocols.pictures import TextLine
from tests.people.rules.cards.boxes import box, column

WORDS = st.sampled_from(
    ["Tel", "Fax", "E", "604-555-0142", "a.b@c.example", "www.c.example", "Li", "王小明", "经理", "Ltd.", "公司",
    "|", "@",
     "Manager", "V6B 0A1", "BC", "118", "Road", "地址", "：", "+86", "https://", "O0l1", ",", ".", "é", "\u202e",
     "\0", "微信"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join), st.lists(WORDS, max_size=12).map("".join)
)
NUMBERS = st.floats(-5000, 5000)
POINTS = st.tuples(NUMBERS, NUMBERS)
LINES = st.builds(TextLine, TEXTS, st.floats(0, 1), st.tuples(POINTS, POINTS, POINTS, POINTS), st.integers(0, 1))


def readings(fields: CardFields) -> list[Reading]:
    values = [getattr(fields, field.name) for field in dataclass_fields(fields)]
    several = [one for value in values if isinstance(value, tuple) for one in value]
    return [one for one in (*values, *several) if isinstance(one, Reading)]


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=20))
def test_any_lines_are_read(lines: list[TextLine]) -> None:
    fields = read_card(lines)
    for reading in readings(fields):
        assert reading.value.strip()
        assert 0 <= reading.sureness <= 1
        assert reading.lines
        assert set(reading.lines) <= set(range(len(lines)))
    assert all(
        url.value.lower().startswith(("http://", "https://")) or ":" not in url.value.split("/")[0]
        for url in fields.urls
    )


def test_a_wall_of_text_takes_no_wall_of_time() -> None:
    hostile = [
        "a" * 300,
        "a." * 150,
        "@" * 300,
        "1 " * 150,
        "( " * 150,
        "a@" * 150,
        "w" * 300,
        "路" * 300,
        "1-" * 150,
        "A1A" * 100,
    ]
    lines = [box(text, 10 * (number % 7), 20 * number, 12) for number, text in enumerate(hostile * 12)]
    start = time.process_time()
    read_card([*lines, *column(("Clara Whitfield", 40))])
    assert time.process_time() - start < 5
