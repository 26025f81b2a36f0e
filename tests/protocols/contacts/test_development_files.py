"""The eleven address books of one invented network, exactly as people bring them."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from askwell.lib.names import PersonName
from askwell.protocols.contacts import Aside, ContactRecord, Field, Layout, Source, inspect, read

FILES = Path(__file__).parents[2] / "data" / "contacts"


def opened(name: str) -> tuple[Layout, list[ContactRecord], list[Aside]]:
    data = (FILES / name).read_bytes()
    layout = inspect(data, Path(name).name)
    rows = list(read(data, layout))
    people = [row for row in rows if isinstance(row, ContactRecord)]
    return layout, people, [row for row in rows if isinstance(row, Aside)]


@pytest.mark.parametrize(
    ("name", "source", "encoding", "delimiter", "rows", "people"),
    [
        ("linkedin/Connections.csv", Source.LINKEDIN, "utf-8", ",", 171, 169),
        ("google/contacts_old_layout.csv", Source.GOOGLE, "utf-8", ",", 94, 92),
        ("google/contacts_new_layout.csv", Source.GOOGLE, "utf-8", ",", 99, 97),
        ("outlook/contacts_en_cp1252.csv", Source.OUTLOOK, "cp1252", ",", 75, 75),
        ("outlook/contacts_zh_utf8bom.csv", Source.OUTLOOK, "utf-8-sig", ",", 42, 42),
        ("iphone/contacts.vcf", Source.VCARD, "utf-8", "", 114, 112),
        ("android/contacts_v21.vcf", Source.VCARD, "utf-8", "", 77, 77),
        ("vcard4/contacts.vcf", Source.VCARD, "utf-8", "", 64, 62),
        ("alumni/alumni.xlsx", Source.SPREADSHEET, "", "", 72, 72),
        ("handmade/tongxunlu_gb18030.csv", Source.CSV, "gb18030", ",", 44, 44),
        ("webpaste/directory.tsv", Source.PASTED, "utf-8", "\t", 58, 58),
    ],
)
def test_every_file_is_recognised_and_every_record_counted(
    name: str, source: Source, encoding: str, delimiter: str, rows: int, people: int
) -> None:
    layout, found, aside = opened(name)
    assert (layout.source, layout.encoding, layout.delimiter, layout.rows) == (source, encoding, delimiter, rows)
    assert len(found) == people
    assert sorted(row.number for row in (*found, *aside)) == list(range(1, rows + 1))


def test_what_is_no_person_is_set_aside_with_its_reason() -> None:
    aside = {name: opened(name)[2] for name in (
        "linkedin/Connections.csv", "google/contacts_old_layout.csv", "google/contacts_new_layout.csv",
        "iphone/contacts.vcf", "vcard4/contacts.vcf",
    )}  # fmt: skip
    assert {name: [(row.number, row.line, row.reason) for row in rows] for name, rows in aside.items()} == {
        "linkedin/Connections.csv": [(48, 54, "no_name_nor_address"), (139, 147, "no_name_nor_address")],
        "google/contacts_old_layout.csv": [(30, 37, "not_a_person"), (91, 114, "not_a_person")],
        "google/contacts_new_layout.csv": [(30, 32, "not_a_person"), (91, 96, "not_a_person")],
        "iphone/contacts.vcf": [(34, 480, "not_a_person"), (105, 1447, "not_a_person")],
        "vcard4/contacts.vcf": [(22, 238, "group_card"), (42, 461, "not_a_person")],
    }


def test_linkedin_row() -> None:
    layout, people, _ = opened("linkedin/Connections.csv")
    assert layout.skipped_lines == 3
    assert [(column.heading, column.field, column.filled) for column in layout.columns] == [
        ("First Name", Field.GIVEN, 169),
        ("Last Name", Field.FAMILY, 166),
        ("URL", Field.LINK, 169),
        ("Email Address", Field.EMAIL, 68),
        ("Company", Field.ORGANISATION, 166),
        ("Position", Field.TITLE, 166),
        ("Connected On", Field.KNOWN_SINCE, 171),
    ]
    assert people[9] == ContactRecord(
        number=10,
        line=14,
        sheet="",
        name=PersonName("Bowen", "Zhou", credentials=("PhD",)),
        links=("https://www.linkedin.com/in/bowen-zhou-example-3bd330",),
        organisation="Blue Heron Software Ltd.",
        title="Research Scientist",
        known_since=date(2025, 11, 17),
        raw=(
            "Bowen", "Zhou, PhD", "https://www.linkedin.com/in/bowen-zhou-example-3bd330", "",
            "Blue Heron Software Ltd.", "Research Scientist", "17 Nov 2025",
        ),
    )  # fmt: skip


def test_whole_chinese_name_in_the_first_column_and_a_title_over_two_lines() -> None:
    person = opened("linkedin/Connections.csv")[1][14]
    assert (person.line, person.name.native, person.title) == (19, "黃旭東", "用户体验设计师 Open to coffee chats")


def test_line_numbers_after_a_cell_over_two_lines_are_physical_ones() -> None:
    person = opened("linkedin/Connections.csv")[1][15]
    assert (person.number, person.line, person.name.family) == (16, 21, "Tremblay")


def test_several_values_in_a_google_cell() -> None:
    people = {person.number: person for person in opened("google/contacts_old_layout.csv")[1]}
    assert people[10].phones == ("+14035550106", "+17785550110")
    assert people[13].emails == ("tbalogun85@example.com", "tundebalogun@stonecropland.example")
    assert people[10].tags == ("Job search",)
    assert people[11].place == "New Westminster, BC, Canada"


def test_email_without_a_name_is_a_person() -> None:
    person = next(person for person in opened("outlook/contacts_en_cp1252.csv")[1] if person.number == 2)
    assert person.name == PersonName()
    assert person.emails == ("chunmei.tsui@salishbridge.example", "tsuichunmei1979@home.test")


def test_courtesy_title_and_full_width_at_in_the_handmade_list() -> None:
    people = {person.number: person for person in opened("handmade/tongxunlu_gb18030.csv")[1]}
    assert people[7].name.native == "高旭辉"
    assert people[36].emails == ("wingyanfung11@example.com",)
    assert people[28].emails == ("liuhy1985@example.com", "haiyangliu@ninerivers.example")
    assert people[33].phones == ("+17825550120", "+12265550118")


def test_pasted_table_with_spelt_out_addresses_and_extensions() -> None:
    people = {person.number: person for person in opened("webpaste/directory.tsv")[1]}
    assert people[35].emails == ()
    assert people[34].emails == ("hassanqasim@copperkettle.example",)
    assert people[27].phones == ("+12505550128;ext=313",)
    assert people[19].name == PersonName("Zachary", "Ingram", credentials=("CPA",))


def test_workbook_keeps_rows_of_both_sheets_and_the_study_as_a_note() -> None:
    layout, people, _ = opened("alumni/alumni.xlsx")
    assert [(sheet.name, sheet.heading_line) for sheet in layout.sheets] == [
        ("Undergraduate", 3),
        ("Graduate 研究生", 3),
    ]
    assert Counter(person.sheet for person in people) == {"Undergraduate": 48, "Graduate 研究生": 24}
    assert (people[2].line, people[2].name.nickname) == (6, "Eric")
    assert people[2].note == "Grad year: 2002\nProgramme: BCom"
    assert people[2].raw[:3] == ("Qiu", "Ruihua", "Eric")
    assert (people[26].line, people[25].line) == (31, 30)


def test_chinese_and_latin_form_of_a_name_on_one_card() -> None:
    person = next(person for person in opened("vcard4/contacts.vcf")[1] if person.number == 47)
    assert person.name == PersonName("Shanshan", "Liu", "刘珊珊", "Liu Shanshan")
    assert (person.phones, person.languages) == (("+19025550117",), ("zh",))


def test_quoted_printable_card_and_escaped_address() -> None:
    android = {person.number: person for person in opened("android/contacts_v21.vcf")[1]}
    assert (android[10].name.native, android[10].phones) == ("刘家豪", ("+8617500000027",))
    assert android[10].organisation == "九川科技有限公司 Nine Rivers Technology"
    iphone = {person.number: person for person in opened("iphone/contacts.vcf")[1]}
    assert iphone[7].links == ("https://www.linkedin.com/in/wenbo-li-example-a31657",)
    assert (iphone[7].name.nickname, iphone[7].place) == ("Ryan", "Montréal, QC, Canada")
    assert iphone[2].note == "Volunteer mentor, 2 sessions done\nfollow up, please; 谢谢"


def test_nothing_in_these_files_is_doubtful() -> None:
    doubts = Counter(
        doubt
        for path in FILES.rglob("*.*")
        for person in opened(str(path.relative_to(FILES)))[1]
        for doubt in person.doubts
    )
    assert doubts == {}
