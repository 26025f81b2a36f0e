"""Tables of every origin: headings in many languages, broken quotation marks, torn rows, corrected columns."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.protocols.contacts import Aside, ContactRecord, Field, Layout, Source, UnreadableFile, inspect, read

NOTES = 'Notes:\n"When exporting your connection data, you may notice that some …"\n\n'
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def people(text: str | bytes, filename: str = "a.csv") -> list[ContactRecord]:
    return [row for row in everything(text, filename) if isinstance(row, ContactRecord)]


def everything(text: str | bytes, filename: str = "a.csv") -> list[ContactRecord | Aside]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(data, inspect(data, filename)))


def layout_of(text: str, filename: str = "a.csv") -> Layout:
    return inspect(text.encode(), filename)


def brief(person: ContactRecord) -> tuple[str, str, str, str]:
    return person.name.given, person.name.family, person.organisation, person.title


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", "27 Sep 2025"),
        ("Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion", "27 sept. 2025"),
        ("Prénom,Nom de famille,URL,Adresse e-mail,Société,Poste,Connexion le", "27 septembre 2025"),
        ("Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "27. Sep. 2025"),
        ("Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el", "27 sept 2025"),
        ("Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "27 de set. de 2025"),
        ("Nome,Cognome,URL,Indirizzo e-mail,Azienda,Qualifica,Collegato il", "27 set 2025"),
        ("Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "27 sep 2025"),
        ("名字,姓氏,URL,邮箱地址,公司,职位,建立联系时间", "2025年9月27日"),
        ("名,姓,網址,電子郵件地址,公司,職位,建立關係時間", "2025/09/27"),
        ("이름,성,URL,이메일 주소,회사,직책,연결 날짜", "2025년 9월 27일"),
        ("First Name,Last Name,Email Address,Company,Position,Connected On", "27 Sep 2025"),
    ],
)
@pytest.mark.parametrize("preamble", ["", NOTES])
def test_linkedin_in_other_languages(heading: str, day: str, preamble: str) -> None:
    url = "https://www.linkedin.com/in/min-zhou," if "URL" in heading or "網址" in heading else ""
    data = f"{preamble}{heading}\nMin,Zhou,{url}min@post.example,Cedar Foods,Buyer,{day}\n"
    layout = layout_of(data)
    assert (layout.source, layout.rows, layout.skipped_lines) == (Source.LINKEDIN, 1, 3 if preamble else 0)
    (person,) = people(data)
    assert brief(person) == ("Min", "Zhou", "Cedar Foods", "Buyer")
    assert person.emails == ("min@post.example",)
    assert person.known_since == date(2025, 9, 27)


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        ("Nom,Courriel,Employeur", "Chloé Gagné,chloe@post.example,Hydro", ("Chloé", "Gagné", "Hydro", "")),
        ("Nom,Prénom,Employeur", "Gagné,Chloé,Hydro", ("Chloé", "Gagné", "Hydro", "")),
        ("Nombre,Empresa,Puesto", "Lucía Peña,Nube,Jefa", ("Lucía", "Peña", "Nube", "Jefa")),
        ("Name,Title,Company", "Ann Lee,Buyer,Cedar", ("Ann", "Lee", "Cedar", "Buyer")),
        ("Title,First Name,Last Name,Job Title,Company", "Ms.,Ann,Lee,Buyer,Cedar", ("Ann", "Lee", "Cedar", "Buyer")),
        ("last_name,first_name,company,jobTitle", "Lee,Ann,Cedar,Buyer", ("Ann", "Lee", "Cedar", "Buyer")),
        ("姓名,单位,职务", "周敏,雪松食品,采购", ("Min", "Zhou", "雪松食品", "采购")),
        ("氏名,会社名,役職", "Ann Lee,Cedar,Buyer", ("Ann", "Lee", "Cedar", "Buyer")),
    ],
)
def test_headings_mean_what_they_mean_beside_each_other(
    heading: str, row: str, expected: tuple[str, str, str, str]
) -> None:
    assert [brief(person) for person in people(f"{heading}\n{row}\n")] == [expected]


def test_headings_nobody_knows_are_told_by_their_values() -> None:
    data = "AA,BB,CC,DD\nAnn Lee,ann@post.example,604-555-0101,x1\nBo Chen,bo@post.example,604-555-0102,x2\n"
    layout = layout_of(data)
    assert [(column.field, column.why) for column in layout.columns] == [
        (Field.FULL_NAME, "values_look_like"),
        (Field.EMAIL, "values_look_like"),
        (Field.PHONE, "values_look_like"),
        (None, "unknown"),
    ]
    assert layout.columns[3].samples == ("x1", "x2")
    assert [person.emails for person in people(data)] == [("ann@post.example",), ("bo@post.example",)]


def test_a_list_without_any_heading_loses_no_one() -> None:
    found = people("Ann Lee\tann@post.example\nBo Chen\tbo@post.example\n", "")
    assert [(person.number, person.line, person.name.given) for person in found] == [(1, 1, "Ann"), (2, 2, "Bo")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["Name", "Company"], ["Ann Lee", "Cedar"], ["Bo Chen", "Pine"]))
    assert layout_of(text).delimiter == delimiter
    assert [person.organisation for person in people(text)] == ["Cedar", "Pine"]


def test_the_separator_line_of_excel_is_no_record() -> None:
    layout = layout_of("sep=;\nName;Company\nAnn Lee;Cedar\n")
    assert (layout.delimiter, layout.skipped_lines, layout.rows) == (";", 1, 1)


def test_a_pasted_table_says_so() -> None:
    assert layout_of("Name,Company\nAnn Lee,Cedar\n", "").source is Source.PASTED
    assert layout_of("Name,Company\nAnn Lee,Cedar\n", "list.csv").source is Source.CSV


def test_blank_rows_and_repeated_headings_are_no_records() -> None:
    rows = everything("Name,Company\n\nAnn Lee,Cedar\n , \nName,Company\nBo Chen,Pine\n")
    assert [(type(row).__name__, row.number, row.line) for row in rows] == [
        ("ContactRecord", 1, 3),
        ("Aside", 0, 5),
        ("ContactRecord", 2, 6),
    ]
    assert layout_of("Name,Company\n\nAnn Lee,Cedar\n , \nName,Company\nBo Chen,Pine\n").rows == 2


@pytest.mark.parametrize(
    "broken",
    ['Cy Diaz,"Oak,Cook', 'Cy Diaz,"Oak", Cook "x,y', 'Cy Diaz,Oak,"Cook', '"Cy Diaz,Oak,Cook'],
)
def test_a_quotation_mark_never_closed_costs_no_other_row(broken: str) -> None:
    data = (
        f'Name,Company,Title\nAnn Lee,"Cedar, Inc.",Buyer\n{broken}\nBo Chen,"Pine, Ltd.",Clerk\nDee Fox,"Elm",Chef\n'
    )
    found = {person.name.family: person for person in people(data)}
    assert {"Lee", "Chen", "Fox"} <= found.keys()
    assert (found["Chen"].organisation, found["Chen"].title, found["Chen"].line) == ("Pine, Ltd.", "Clerk", 4)
    assert (found["Fox"].organisation, found["Fox"].line) == ("Elm", 5)
    assert [row.number for row in everything(data)] == [1, 2, 3, 4]


def test_a_sound_cell_over_several_lines_stays_whole() -> None:
    data = 'Name,Note\nAnn Lee,"first\n\nsecond, ""third"""\nBo Chen,x\n'
    found = people(data)
    assert [(person.line, person.note) for person in found] == [(2, 'first\n\nsecond, "third"'), (5, "x")]


def test_a_sound_row_over_two_lines_with_cells_too_many_is_one_row() -> None:
    rows = everything('Name,Email\nAnn Lee,ann@post.example,"first\nsecond"\nBo Chen,bo@post.example\n')
    assert [(type(row).__name__, row.number, row.line) for row in rows] == [("Aside", 1, 2), ("ContactRecord", 2, 4)]


def test_a_firm_torn_apart_by_its_comma_is_joined_again() -> None:
    (person,) = people(
        f"{LINKEDIN}Ann,Lee,https://www.linkedin.com/in/ann,a@post.example,Cedar, Inc.,Buyer,27 Sep 2025\n"
    )
    assert (person.organisation, person.title, person.doubts) == ("Cedar, Inc.", "Buyer", ("cells_rejoined",))


def test_a_row_with_cells_that_fit_nowhere_is_set_aside() -> None:
    data = "Name,Email,Phone\nAnn Lee,a@post.example,604-555-0101,b,c,d\nBo Chen,b@post.example,604-555-0102\n"
    first, second = everything(data)
    assert isinstance(first, Aside)
    assert (first.reason, first.raw) == ("too_many_cells", ("Ann Lee", "a@post.example", "604-555-0101", "b", "c", "d"))
    assert isinstance(second, ContactRecord)


def test_short_rows_are_filled_up() -> None:
    assert [brief(person) for person in people("Name,Company,Title\nAnn Lee\n")] == [("Ann", "Lee", "", "")]


@pytest.mark.parametrize(
    ("cells", "person"),
    [
        (",Maple Taxi,,604-555-0100", False),
        (",Maple Dental,info@maple.example,", False),
        (",,info@maple.example,", True),
        (",Maple Foods,ann.lee@maple.example,", True),
        ("Maple Foods,Maple Foods,,604-555-0100", False),
        ("Ann Lee,Ann Lee,ann@lee.example,", True),
        (",,,604-555-0100", True),
        ("Ann Lee,,,", True),
    ],
)
def test_who_is_a_person(cells: str, person: bool) -> None:
    (row,) = everything(f"Name,Company,Email,Phone\n{cells}\n")
    assert isinstance(row, ContactRecord) is person
    assert person or row == Aside(1, 2, "", "not_a_person", tuple(cells.split(",")))


def test_corrected_columns_are_honoured() -> None:
    data = b"Who,Where,Since\nAnn Lee,Cedar,03/04/2021\n"
    layout = inspect(data, "a.csv")
    meanings = {"Where": Field.ORGANISATION, "Since": Field.KNOWN_SINCE, "Who": Field.FULL_NAME}
    columns = tuple(replace(column, field=meanings[column.heading]) for column in layout.columns)
    (person,) = read(data, replace(layout, columns=columns, day_first=True))
    assert isinstance(person, ContactRecord)
    assert (person.organisation, person.known_since) == ("Cedar", date(2021, 4, 3))
    only_name = tuple(replace(column, field=None) for column in columns[1:])
    (person,) = read(data, replace(layout, columns=(columns[0], *only_name)))
    assert isinstance(person, ContactRecord)
    assert (person.organisation, person.known_since) == ("", None)


@pytest.mark.parametrize(
    ("days", "day_first", "why", "second"),
    [
        (("25/12/2020", "03/04/2021"), True, "values", date(2021, 4, 3)),
        (("12/25/2020", "03/04/2021"), False, "values", date(2021, 3, 4)),
        (("05/06/2020", "03/04/2021"), None, "undecided", None),
        (("2020-12-25", "2021-04-03"), None, "no_such_dates", date(2021, 4, 3)),
    ],
)
def test_the_order_of_dates_is_decided_from_all_values(
    days: tuple[str, str], day_first: bool | None, why: str, second: date | None
) -> None:
    data = f"Name,Known since\nAnn Lee,{days[0]}\nBo Chen,{days[1]}\n"
    layout = layout_of(data)
    assert (layout.day_first, layout.day_first_why) == (day_first, why)
    person = people(data)[1]
    assert (person.known_since, person.doubts) == (second, () if second else ("date_unreadable",))


@pytest.mark.parametrize(
    ("cell", "links"),
    [
        ("https://a.example/x; https://b.example/y", ("https://a.example/x", "https://b.example/y")),
        ("https://a.example/x ::: www.b.example", ("https://a.example/x", "https://www.b.example")),
        ("https://a.example/x;https://b.example/y;", ("https://a.example/x", "https://b.example/y")),
        ("https://a.example/p;q", ("https://a.example/p;q",)),
        ("LinkedIn: https://ca.linkedin.com/in/Ann-Lee/?trk=x https://www.linkedin.com/in/ann-lee", 1),
    ],
)
def test_several_links_in_a_cell(cell: str, links: tuple[str, ...] | int) -> None:
    (person,) = people(f'Name,URL\nAnn Lee,"{cell}"\n')
    assert (len(person.links) if isinstance(links, int) else person.links) == links


@pytest.mark.parametrize(
    "cell",
    ["604-555-0101/604-555-0102", "604-555-0101 or 604-555-0102", "604-555-0101; 604-555-0102",
     "604.555.0101、6045550102",
     "Cell: 604-555-0101\nHome: 604-555-0102", "604-555-0101, 604-555-0102", "(604) 555-0101 ::: 1-604-555-0102"],
)  # fmt: skip
def test_several_numbers_in_a_cell(cell: str) -> None:
    (person,) = people(f'Name,Phone\nAnn Lee,"{cell}"\n')
    assert (person.phones, person.doubts) == (("+16045550101", "+16045550102"), ())


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (
            "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Ville (bureau),Pays/Région (bureau),"
            "Téléphone (bureau),Tél. mobile,Adresse de messagerie,Page Web,Notes",
            "Mme,Ann,,Lee,,Cedar,Ventes,Buyer,Burnaby,Canada,604-555-0101,604-555-0102,ann@post.example,,tea",
        ),
        (
            "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Ort geschäftlich,"
            "Land/Region geschäftlich,Telefon geschäftlich,Mobiltelefon,E-Mail-Adresse,Webseite,Notizen",
            "Frau,Ann,,Lee,,Cedar,Ventes,Buyer,Burnaby,Canada,604-555-0101,604-555-0102,ann@post.example,,tea",
        ),
        (
            "稱謂,名字,中間名,姓氏,後綴,公司,部門,職稱,城市,國家,商務電話,行動電話,電子郵件地址,網頁,附註",
            "女士,Ann,,Lee,,Cedar,Ventes,Buyer,Burnaby,Canada,604-555-0101,604-555-0102,ann@post.example,,tea",
        ),
    ],
)
def test_outlook_in_other_languages(heading: str, row: str) -> None:
    (person,) = people(f"{heading}\n{row}\n")
    assert brief(person) == ("Ann", "Lee", "Cedar", "Buyer")
    assert (person.department, person.place, person.note) == ("Ventes", "Burnaby, Canada", "tea")
    assert (person.emails, person.phones) == (("ann@post.example",), ("+16045550101", "+16045550102"))


def test_several_notes_keep_their_headings() -> None:
    (person,) = people("Name,Notes,How we met\nAnn Lee,likes tea,at a fair\n")
    assert person.note == "likes tea\nHow we met: at a fair"


def test_native_name_and_nickname_columns() -> None:
    (person,) = people("Name,Chinese name,Nickname\nMin Zhou,周敏,Minnie\n")
    assert (person.name.given, person.name.family, person.name.native, person.name.nickname) == (
        "Min", "Zhou", "周敏", "Minnie",
    )  # fmt: skip


def test_addresses_that_cannot_be_read_are_told() -> None:
    (person,) = people("Name,Email,Phone\nAnn Lee,ann at home,call me\n")
    assert (person.emails, person.phones, person.doubts) == ((), (), ("email_unreadable", "phone_unreadable"))


def test_connections_inside_the_linkedin_export() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("messages.csv", "FROM,TO,CONTENT\nAnn,Bo,Hi\n")
        archive.writestr("Jobs/Saved Jobs.csv", "Company Name,Job Title\nCedar,Buyer\n")
        archive.writestr("Connections.csv", f"{NOTES}{LINKEDIN}Min,Zhou,,min@post.example,Cedar,Buyer,27 Sep 2025\n")
        archive.writestr("Profile.csv", "First Name,Last Name\nMe,Myself\n")
    layout = inspect(packed.getvalue(), "Basic_LinkedInDataExport.zip")
    assert (layout.source, layout.member) == (Source.LINKEDIN, "Connections.csv")
    assert [brief(person) for person in people(packed.getvalue(), "x.zip")] == [("Min", "Zhou", "Cedar", "Buyer")]


def test_a_zip_without_contacts_says_so() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("readme.txt", "Name,Company\n")
    with pytest.raises(UnreadableFile) as refused:
        inspect(packed.getvalue(), "x.zip")
    assert (refused.value.code, refused.value.detail) == ("no_contacts_in_zip", {"files": 1})


WORDS = st.sampled_from(["Ann", "Bo", "Zoë", "Lucía", "Oleksandr"])
FAMILIES = st.sampled_from(["Lee", "Fox", "Peña", "Kovalenko", "O'Brien"])
CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc"), max_codepoint=0x3000), max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(WORDS, FAMILIES, st.integers(0, 99), CELL, CELL), min_size=1, max_size=6),
    order=st.permutations(range(6)),
)
def test_the_order_of_columns_changes_nothing(rows: list[tuple[str, str, int, str, str]], order: list[int]) -> None:
    heading = ["First Name", "Last Name", "E-mail", "Company", "Notes", "Phone"]
    table = [
        [given, family, f"p{n}@post.example", firm, note, f"604-555-01{n:02d}"] for given, family, n, firm, note in rows
    ]

    def written(columns: list[int]) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text).writerows([row[column] for column in columns] for row in [heading, *table])
        return text.getvalue().encode()

    def read_back(columns: list[int]) -> list[ContactRecord | Aside]:
        data = written(columns)
        return [replace(row, raw=()) for row in read(data, inspect(data, "a.csv"))]

    assert read_back(order) == read_back(list(range(6)))
    assert len(read_back(order)) == len(rows)
