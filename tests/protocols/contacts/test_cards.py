"""vCards of three generations, read card by card; vobject is the judge of what a property means."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.protocols.contacts import Aside, ContactRecord, Source, UnreadableFile, inspect, read
from askwell.protocols.contacts.cards import Card, properties, split_cards, split_value, unescape

FILES = Path(__file__).parents[2] / "data" / "contacts"
CARDS = ["iphone/contacts.vcf", "android/contacts_v21.vcf", "vcard4/contacts.vcf"]


def records(text: str | bytes) -> list[ContactRecord | Aside]:
    data = text.encode() if isinstance(text, str) else text
    return list(read(data, inspect(data, "a.vcf")))


def person(lines: str) -> ContactRecord:
    (row,) = records(f"BEGIN:VCARD\n{lines}\nEND:VCARD\n")
    assert isinstance(row, ContactRecord)
    return row


def by_vobject(text: str) -> list[dict[str, list[str]]]:
    return [
        {
            "N": [f"{n.value.family};{n.value.given}" for n in card.contents.get("n", [])],
            "ORG": [";".join(org.value).rstrip(";") for org in card.contents.get("org", [])],
            **{name: [line.value for line in card.contents.get(name.lower(), [])] for name in SINGLE},
        }
        for card in vobject.readComponents(text, allowQP=True, ignoreUnreadable=True)
    ]


SINGLE = ("FN", "EMAIL", "TEL", "TITLE", "NOTE", "NICKNAME")


def by_us(card: Card) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {name: [] for name in ("N", "ORG", *SINGLE)}
    for prop in properties(card):
        if prop.name == "N":
            found["N"].append(";".join(split_value(prop.value, ";")[:2]))
        elif prop.name == "ORG":
            found["ORG"].append(";".join(split_value(prop.value, ";")).rstrip(";"))
        elif prop.name in SINGLE:
            found[prop.name].append(unescape(prop.value))
    return found


@pytest.mark.parametrize("name", CARDS)
def test_every_card_of_the_files_says_what_vobject_says(name: str) -> None:
    data = (FILES / name).read_bytes()
    judged = by_vobject(data.decode())
    ours = [by_us(card) for card in split_cards(data, "utf-8")]
    assert len(ours) == len(judged)
    for mine, theirs in zip(ours, judged, strict=True):
        assert mine == theirs


WORD = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters="\u0085"), min_size=1, max_size=60
).filter(lambda text: text == text.strip() != "")


@settings(max_examples=150, deadline=None)
@given(WORD, WORD, WORD, st.lists(WORD, min_size=1, max_size=3), WORD)
def test_cards_written_by_vobject_are_read_as_it_reads_them(
    family: str, given_name: str, note: str, org: list[str], title: str
) -> None:
    card = vobject.vCard()
    card.add("n").value = vobject.vcard.Name(family=family, given=given_name)
    card.add("fn").value = f"{given_name} {family}"
    card.add("org").value = org
    card.add("note").value = f"{note}\n{title}"
    card.add("title").value = title
    text = card.serialize()
    (ours,) = (by_us(found) for found in split_cards(text.encode(), "utf-8"))
    (theirs,) = by_vobject(text)
    assert ours == theirs
    assert ours["NOTE"] == [f"{note}\n{title}"]


def test_an_unreadable_line_costs_only_itself() -> None:
    first, second = records(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\n%%% what is this\n;;;\nEMAIL:ann@post.example\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Bo Fox\nEND:VCARD\n"
    )
    assert isinstance(first, ContactRecord)
    assert isinstance(second, ContactRecord)
    assert (first.name.family, first.emails, second.name.family) == ("Lee", ("ann@post.example",), "Fox")


def test_a_card_without_end_costs_no_other() -> None:
    rows = records(
        "BEGIN:VCARD\nFN:Ann Lee\nBEGIN:VCARD\nFN:Bo Fox\nEND:VCARD\nrubbish\nBEGIN:VCARD\nFN:Cy Diaz\nEND:VCARD"
    )
    assert [(row.number, row.line, row.name.family) for row in rows if isinstance(row, ContactRecord)] == [
        (1, 1, "Lee"), (2, 3, "Fox"), (3, 7, "Diaz"),
    ]  # fmt: skip


@pytest.mark.parametrize("rest", ["", "\nEMA", "\nEMAIL:cy@post.example", "\nEND:VCAR", "\nKIND:group"])
def test_a_last_card_that_the_file_ends_in_is_set_aside_as_cut_off(rest: str) -> None:
    first, last = records(f"BEGIN:VCARD\nFN:Bo Fox\nEND:VCARD\nBEGIN:VCARD\nFN:Cy Diaz{rest}")
    assert isinstance(first, ContactRecord)
    assert isinstance(last, Aside)
    assert (last.number, last.line, last.reason) == (2, 4, "cut_off")


@pytest.mark.parametrize("end", ["END:VCARD", "END:VCARD\r\n", " end:vcard \n\n", "END:VCARD\nrubbish"])
def test_a_last_card_with_its_end_is_whole(end: str) -> None:
    (row,) = records(f"BEGIN:VCARD\nFN:Cy Diaz\n{end}")
    assert isinstance(row, ContactRecord)


def test_an_empty_card_is_set_aside() -> None:
    (row,) = records("BEGIN:VCARD\nVERSION:3.0\nREV:2020\nEND:VCARD\n")
    assert row == Aside(1, 1, "", "unreadable_card", ("BEGIN:VCARD\nVERSION:3.0\nREV:2020\nEND:VCARD",))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("KIND:group", "group_card"),
        ("X-ADDRESSBOOKSERVER-KIND:group", "group_card"),
        ("KIND:org", "not_a_person"),
        ("X-ABShowAs:COMPANY", "not_a_person"),
        ("ORG:Maple Taxi;", "not_a_person"),
    ],
)
def test_groups_and_firms_are_no_persons(line: str, reason: str) -> None:
    (row,) = records(f"BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Maple Taxi\nTEL:604-555-0100\n{line}\nEND:VCARD\n")
    assert isinstance(row, Aside)
    assert row.reason == reason


def test_folding_of_each_generation() -> None:
    assert person("FN:Ann\n  Lee\nNOTE:likes\n\ttea").note == "likestea"
    assert person("FN:Ann\r\n  Lee").name.given == "Ann"
    soft = "FN:Ann Lee\nNOTE;ENCODING=QUOTED-PRINTABLE:one=\n=20two=0D=0Athree=\n four"
    assert person(soft).note == "one two\nthreefour"


def test_quoted_printable_in_another_charset() -> None:
    data = "=".join(["", *(f"{byte:02X}" for byte in "周敏".encode("gb2312"))])
    assert person(f"VERSION:2.1\nN;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:;{data}").name.native == "周敏"
    assert person(f"VERSION:2.1\nFN;CHARSET=nonsense;QUOTED-PRINTABLE:{data}\nEMAIL:a@post.example").emails


def test_a_whole_file_in_gb18030() -> None:
    data = "BEGIN:VCARD\nVERSION:2.1\nFN:周敏\nORG:雪松食品有限公司\nTITLE:采购经理\nEND:VCARD\n".encode("gb18030")
    (row,) = records(data)
    assert isinstance(row, ContactRecord)
    assert (row.name.native, row.organisation) == ("周敏", "雪松食品有限公司")


def test_base64_text_and_pictures_passed_over() -> None:
    found = person(
        "FN:Ann Lee\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJRg==\nNOTE;ENCODING=BASE64:dGVh\nLOGO;VALUE=uri:data:x"
    )
    assert (found.note, "SkZ" in found.raw[0], "LOGO" in found.raw[0]) == ("tea", False, False)


def test_parameters_in_quotation_marks_may_hold_colons_and_semicolons() -> None:
    found = person(
        'FN:Ann Lee\nEMAIL;X-A="b;c:d";TYPE=work:ann@post.example\nTEL;TYPE="cell,voice";VALUE=uri:tel:+1-604-555-0101'
    )
    assert (found.emails, found.phones) == (("ann@post.example",), ("+16045550101",))


def test_faxes_are_no_phones_and_extensions_stay() -> None:
    found = person(
        "FN:Ann Lee\nTEL;TYPE=WORK,FAX:604-555-0100\nTEL;WORK;FAX:604-555-0102\nTEL;VOICE:tel:+16045550101;ext=7"
    )
    assert found.phones == ("+16045550101;ext=7",)


def test_links_profiles_and_wechat() -> None:
    found = person(
        "FN:Ann Lee\nURL:https\\://ann.example\nX-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ann-lee\n"
        "item1.URL:http://www.linkedin.com/in/ann-lee/\nitem1.X-ABLabel:LinkedIn\n"
        "IMPP;X-SERVICE-TYPE=WeChat;type=HOME:x-apple:annlee88\nX-SOCIALPROFILE;type=wechat;x-user=other:x-apple:other"
    )
    assert found.links == ("https://ann.example", "https://www.linkedin.com/in/ann-lee")
    assert found.wechat == "annlee88"


def test_names_of_one_card_in_two_scripts() -> None:
    both = person("FN:Min Zhou\nN;ALTID=1;LANGUAGE=zh:周;敏;;;\nN;ALTID=1:Zhou;Min;;;")
    assert (both.name.given, both.name.family, both.name.native) == ("Min", "Zhou", "周敏")
    daniel = person("FN:Daniel Wong\nN:黄;家俊;;;")
    assert (daniel.name.given, daniel.name.family, daniel.name.native) == ("Daniel", "Wong", "黄家俊")


def test_name_parts_titles_and_several_given_names() -> None:
    found = person("N:Lee;Ann;Marie;Dr.;PhD\nFN:Dr. Ann Marie Lee")
    assert (found.name.given, found.name.family, found.name.credentials) == ("Ann Marie", "Lee", ("PhD",))


def test_organisation_department_place_tags_languages() -> None:
    found = person(
        "FN:Ann Lee\nORG:Cedar\\; Sons;Sales;West\nROLE:Buyer\nADR;TYPE=work:;;1 Main St;Burnaby;BC;V5A;Canada\n"
        "CATEGORIES:Alumni,Met\\, once\nLANG;PREF=1:fr-CA"
    )
    assert (found.organisation, found.department, found.title) == ("Cedar; Sons", "Sales West", "Buyer")
    assert (found.place, found.tags, found.languages) == ("Burnaby, BC, Canada", ("Alumni", "Met, once"), ("fr-CA",))


def test_cards_far_into_a_long_file_keep_their_lines() -> None:
    one = "BEGIN:VCARD\r\nFN:Ann Lee\r\nNOTE:" + "x" * 2000 + "\r\nEND:VCARD\r\n"
    data = ("\r\n" + one * 1500).encode()
    rows = records(data)
    assert [(row.number, row.line) for row in rows] == [(n, 4 * n - 2) for n in range(1, 1501)]


def test_lower_case_cards_and_the_layout() -> None:
    data = b"begin:vcard\nfn:Ann Lee\nemail;internet:ann@post.example\nend:vcard\n"
    layout = inspect(data, "a.vcf")
    assert (layout.source, layout.rows, layout.columns) == (Source.VCARD, 1, ())
    (row,) = read(data, layout)
    assert isinstance(row, ContactRecord)
    assert row.emails == ("ann@post.example",)


PIECE = st.sampled_from(
    [
        "BEGIN:VCARD", "END:VCARD", "FN:Ann Lee", "N:;", "N:\\", "TEL:1", "EMAIL:", "=", " x", "\t", "ORG:\\;",
        "a.b.FN:x",        "NOTE;ENCODING=QUOTED-PRINTABLE:=", ";:", '"', "KIND:group", "PHOTO:x",
    ]
)  # fmt: skip


def chopped(lines: list[str], ends: list[str]) -> Iterator[str]:
    for line, end in zip(lines, ends, strict=False):
        yield line + end


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECE, max_size=12), st.lists(st.sampled_from(["\n", "\r\n", "\r", ""]), min_size=12, max_size=12))
def test_any_order_of_lines_gives_a_row_for_every_begin(lines: list[str], ends: list[str]) -> None:
    data = "".join(chopped(lines, ends)).encode()
    try:
        layout = inspect(data, "a.vcf")
    except UnreadableFile:
        return
    rows = list(read(data, layout))
    assert [row.number for row in rows if row.number] == list(range(1, layout.rows + 1))


def test_what_follows_an_assistants_card_belongs_to_the_outer_one() -> None:
    """Old Outlook and Lotus: AGENT holds a card, and the outer card goes on behind it."""
    rows = records(
        "BEGIN:VCARD\nVERSION:2.1\nN:Lee;Ann\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:Fox;Bo\nTEL:604 555 0112\nEND:VCARD\n"
        "EMAIL:ann@post.example\nTEL:604 555 0111\nEND:VCARD\nBEGIN:VCARD\nFN:Cy Diaz\nEND:VCARD\n"
    )
    people = [row for row in rows if isinstance(row, ContactRecord)]
    assert [(row.number, row.name.family, row.emails, row.phones) for row in people] == [
        (1, "Lee", ("ann@post.example",), ("+16045550111",)), (2, "Fox", (), ("+16045550112",)), (3, "Diaz", (), ()),
    ]  # fmt: skip


def test_an_assistants_card_that_never_ends_costs_no_other() -> None:
    rows = records("BEGIN:VCARD\nFN:Ann Lee\nAGENT:\n" * 40 + "BEGIN:VCARD\nFN:Bo Fox\nEND:VCARD\n" * 2)
    assert [row.number for row in rows] == list(range(1, 43))
    assert [row.name.family for row in rows if isinstance(row, ContactRecord)] == ["Lee"] * 40 + ["Fox"] * 2


@pytest.mark.parametrize("begin", ["BEGIN:vCARD", "Begin:VCard", "begin: vcard", "\ufeffBEGIN:VCARD"])
def test_a_card_begins_however_its_first_line_is_written(begin: str) -> None:
    rows = records(f"BEGIN:VCARD\nFN:Ann Lee\nEND:VCARD\n{begin}\nFN:Bo Fox\nEnd:VCard\n")
    assert [row.name.family for row in rows if isinstance(row, ContactRecord)] == ["Lee", "Fox"]


def test_quoted_printable_without_a_charset_is_read_as_what_it_looks_like() -> None:
    """Phones and mail programs of their time: the codepage of the machine, not named anywhere."""
    chinese = "".join(f"={byte:02X}" for byte in "张伟在温哥华学习".encode("gb18030"))
    assert person("VERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:G=E9rard;C=E9line").name.family == "Gérard"
    assert person(f"FN:Ann Lee\nNOTE;ENCODING=QUOTED-PRINTABLE:{chinese}").note == "张伟在温哥华学习"


def test_a_card_with_nothing_but_a_nickname_is_somebody() -> None:
    assert person("NICKNAME:Big Joey").name.given == "Big"
    assert person("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Joey;1;;;;").name.given == "Joey"
    assert person("N:Lee;Ann\nX-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Annie;1;;").name.nickname == "Annie"


def test_a_person_shown_as_their_firm_is_a_person() -> None:
    """Apple's "Company" switch with somebody's name filled in."""
    row = person("N:Müller;Jörg;;;\nFN:Maple Computing\nORG:Maple Computing;\nX-ABShowAs:COMPANY")
    assert (row.name.given, row.name.family, row.organisation) == ("Jörg", "Müller", "Maple Computing")


def test_faxes_named_in_one_word_are_no_phones() -> None:
    row = person("FN:Ann Lee\nTEL;TYPE=homefax:604-555-0199\nTEL;TYPE=workfax:604-555-0198\nTEL;TYPE=main:604-555-0111")
    assert row.phones == ("+16045550111",)


def test_a_number_that_cannot_be_dialled_is_kept_in_the_note() -> None:
    row = person("FN:Ann Lee\nTEL:555 0111\nTEL:604-555-0111\nTEL:mobile\nEMAIL:ann@post\nNOTE:met at the fair")
    assert (row.phones, row.emails) == (("+16045550111",), ())
    assert row.note == "met at the fair\nTEL 555 0111\nEMAIL ann@post"
    assert "phone_unreadable" in row.doubts
