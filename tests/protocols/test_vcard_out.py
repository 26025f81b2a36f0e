"""Cards that we write: read back by our own reader and by vobject."""

import unicodedata
from datetime import UTC, datetime

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.protocols.contacts import ContactRecord, inspect, read
from askwell.protocols.vcard_out import CardPerson, write_cards

MIN = CardPerson(
    uid="01890000-0000-7000-8000-000000000001",
    given="Min",
    family="Zhou",
    native="周敏",
    nickname="Minnie",
    emails=("min@post.example", "zhou@cedar.example"),
    phones=("+16045550101;ext=7", "+8613800000001"),
    links=("https://www.linkedin.com/in/min-zhou", "https://min.example/a,b;c"),
    wechat=("minzhou88",),
    organisation="Cedar; Sons, Ltd.",
    department="Sales",
    title="Buyer, tea",
    place="Burnaby, BC, Canada",
    note="likes tea\nmet at a fair; said: \\o/",
    tags=("Alumni", "Met, once"),
    languages=("zh-Hans", "en"),
    changed=datetime(2026, 11, 25, 18, 0, tzinfo=UTC),
)


def back(*persons: CardPerson) -> list[ContactRecord]:
    data = write_cards(persons)
    rows = list(read(data, inspect(data, "a.vcf")))
    assert all(isinstance(row, ContactRecord) for row in rows)
    return [row for row in rows if isinstance(row, ContactRecord)]


def test_the_card_as_written() -> None:
    assert write_cards([CardPerson(uid="1", given="Ann", family="Lee", emails=("ann@post.example",))]) == (
        b"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Ann Lee\r\nN:Lee;Ann;;;\r\n"
        b"EMAIL:ann@post.example\r\nEND:VCARD\r\n"
    )


def test_everything_comes_back_through_our_reader() -> None:
    (found,) = back(MIN)
    assert (found.name.given, found.name.family, found.name.native, found.name.nickname) == (
        "Min",
        "Zhou",
        "周敏",
        "Minnie",
    )
    same = (
        "emails",
        "phones",
        "links",
        "wechat",
        "organisation",
        "department",
        "title",
        "place",
        "note",
        "tags",
        "languages",
    )
    there = {name: getattr(MIN, name) for name in same} | {"wechat": MIN.wechat[0]}
    assert {name: getattr(found, name) for name in same} == there
    assert found.doubts == ()


def test_vobject_reads_the_same() -> None:
    (card,) = vobject.readComponents(write_cards([MIN]).decode(), allowQP=True)
    assert [line.value for line in card.contents["fn"]] == ["Min Zhou", "周敏"]
    assert [(n.value.family, n.value.given) for n in card.contents["n"]] == [("Zhou", "Min"), ("周", "敏")]
    assert [line.value for line in card.contents["email"]] == list(MIN.emails)
    assert card.org.value == ["Cedar; Sons, Ltd.", "Sales"]
    assert card.note.value == MIN.note
    assert card.rev.value == "20261125T180000Z"


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut() -> None:
    data = write_cards([CardPerson(uid="1", given="Ann", note="周敏喜欢喝茶é😀" * 40)])
    assert max(map(len, data.split(b"\r\n"))) <= 75
    for line in data.split(b"\r\n"):
        line.decode()
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_name_only_in_chinese() -> None:
    data = write_cards([CardPerson(uid="1", native="欧阳小敏")]).decode()
    assert "FN:欧阳小敏\r\nN:欧阳;小敏;;;\r\n" in data


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        (CardPerson(uid="1", emails=("a@post.example",), organisation="Cedar"), "a@post.example"),
        (CardPerson(uid="1", phones=("+16045550101",)), "+16045550101"),
        (CardPerson(uid="1", links=("https://a.example/x",)), "https://a.example/x"),
    ],
)
def test_someone_without_a_name_has_an_address_for_one_and_comes_back_nameless(person: CardPerson, shown: str) -> None:
    assert f"\r\nFN:{shown}\r\n".encode() in write_cards([person])
    (found,) = back(person)
    assert (found.name.given, found.name.family, found.name.native) == ("", "", "")
    assert (found.emails, found.phones, found.links) == (person.emails, person.phones, person.links)


def test_nothing_in_a_value_can_add_a_line() -> None:
    bad = CardPerson(
        uid="1", given="Ann\r\nKIND:group", links=("https://a.example/\r\nKIND:group",), wechat=("x\nKIND:group",)
    )
    assert b"\r\nKIND" not in write_cards([bad])
    assert len(back(bad, MIN)) == 2


LINE = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Cn", "Co", "Mn", "Mc", "Me")), max_size=40
)


@settings(max_examples=100, deadline=None)
@given(note=st.lists(LINE.map(lambda text: " ".join(text.split())), max_size=3), organisation=LINE, title=LINE)
def test_any_note_comes_back(note: list[str], organisation: str, title: str) -> None:
    written = "\n".join(line for line in note if line)
    card = CardPerson(uid="1", given="Ann", family="Lee", note=written, organisation=organisation, title=title)
    (ours,) = back(card)
    (theirs,) = vobject.readComponents(write_cards([card]).decode(), allowQP=True)
    assert ours.note == unicodedata.normalize("NFC", written)
    assert (theirs.note.value if written else "") == written
