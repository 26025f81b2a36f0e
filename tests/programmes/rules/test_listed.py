from askwell.programmes.choices import Level, RowFault
from askwell.programmes.rules.columns import Column as C
from askwell.programmes.rules.listed import Listed, RowProblem, Told, heard, read_rows
from askwell.protocols.contacts.text_tables import Row

COLUMNS = [C.NAME, C.EMAIL, C.ORGANISATION, C.LANGUAGES, C.TALKS, C.HOURS, C.LEVEL, C.TOPICS]
GOOD = [
    "Rosa Osei",
    "Rosa@Tidewater.example",
    "Tidewater Ledger",
    "English, 普通话",
    "2",
    "Mon 18-20",
    "senior",
    "close; tax",
]


def read(*rows: list[str]) -> tuple[list[Listed], list[RowProblem]]:
    return read_rows([Row(place, cells) for place, cells in enumerate(rows, 2)], COLUMNS, stopped=lambda _email: False)


def but(place: C, cell: str) -> list[str]:
    return [cell if column == place else old for column, old in zip(COLUMNS, GOOD, strict=True)]


def faults(*rows: list[str]) -> list[tuple[int, RowFault, str]]:
    return [(one.row, one.fault, one.detail) for one in read(*rows)[1]]


def test_a_whole_row() -> None:
    listed, problems = read(GOOD)

    assert problems == []
    assert listed == [
        Listed(
            2,
            Told(
                "Rosa Osei", email="rosa@tidewater.example", organisation="Tidewater Ledger", languages=("en", "zh"),
                talks=2, windows=((0, "18:00", "20:00"),), level=Level.SENIOR, topics=("close", "tax"),
            ),
        )
    ]  # fmt: skip


def test_what_leaves_a_row_out_is_named() -> None:
    bad = [but(C.NAME, " "), but(C.EMAIL, "rosa at home"), but(C.TALKS, "0"), but(C.TALKS, "-1")]

    assert faults(*bad) == [
        (2, RowFault.NO_NAME, "Rosa@Tidewater.example"),
        (3, RowFault.BAD_EMAIL, "rosa at home"),
        (4, RowFault.NO_CAPACITY, "0"),
        (5, RowFault.NEGATIVE_CAPACITY, "-1"),
    ]
    assert read(*bad)[0] == []


def test_who_stands_there_twice_comes_in_once() -> None:
    again = but(C.EMAIL, "r.osei@elsewhere.example")  # the same name at the same employer
    other = but(C.NAME, "R. Osei")  # the same address

    listed, problems = read(GOOD, again, other)

    assert [one.row for one in listed] == [2]
    assert [(one.row, one.fault, one.detail) for one in problems] == [
        (3, RowFault.TWICE_NAME, "2"),
        (4, RowFault.TWICE, "2"),
    ]


def test_the_same_name_without_an_employer_is_somebody_else() -> None:
    one = ["Wei Chen", "wei@one.example", "", "en", "1", "", "", ""]

    assert len(read(one, [*one[:1], "wei@two.example", *one[2:]])[0]) == 2


def test_what_cannot_be_read_is_named_and_the_rest_comes_in() -> None:
    listed, problems = read(
        but(C.HOURS, "Mon 25:00-26:00; Sat 9-12"), but(C.LANGUAGES, "English, Klingon")[:3] + ["Klingon"]
    )

    assert [one.told.windows for one in listed] == [((5, "09:00", "12:00"),)]
    assert (2, RowFault.IMPOSSIBLE_HOURS, "Mon 25:00-26:00") in [(p.row, p.fault, p.detail) for p in problems]
    assert (3, RowFault.UNKNOWN_LANGUAGE, "Klingon") in [(p.row, p.fault, p.detail) for p in problems]


def test_who_cannot_be_told_apart_stands_there_twice() -> None:
    """Whose address and employer are not told may be two."""
    one = ["Wei Chen", "", "", "en", "1", "", "", ""]

    assert len(read(one, one)[0]) == 2


def test_a_number_that_cannot_be_read_is_named_and_one_is_taken() -> None:
    listed, problems = read(but(C.TALKS, "often"))

    assert [one.told.talks for one in listed] == [None]
    assert [(one.fault, one.detail) for one in problems] == [(RowFault.NO_NUMBER, "often")]


def test_hours_in_words_are_shown_with_what_they_were_taken_for() -> None:
    rows = [Row(line, but(C.HOURS, cell)) for line, cell in ((2, "Tue evenings"), (3, "Mon 18-20"), (4, "when I can"))]

    assert heard(rows, COLUMNS) == {"Tue evenings": [[1, "17:30", "20:30"]]}
    assert heard(rows, COLUMNS[:5]) == {}


def test_who_asked_for_no_mail_stays_out() -> None:
    rows = [Row(2, GOOD)]

    listed, problems = read_rows(rows, COLUMNS, stopped=lambda email: email == "rosa@tidewater.example")

    assert listed == []
    assert [one.fault for one in problems] == [RowFault.STOPPED]


def test_an_apostrophe_before_a_formula_is_taken_away() -> None:
    assert read(but(C.TOPICS, "'=HYPERLINK"))[0][0].told.topics == ("=HYPERLINK",)
