"""What a card's code says comes before its print; what only one of them says is kept."""

from askwell.people.rules.cards import read_card
from askwell.people.rules.cards.model import CODE_SURENESS
from askwell.protocols.square_codes import read_code
from tests.people.rules.cards.boxes import column

VCARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Chen;Simon;;;\nFN:Simon Chen\nORG:Lantern Bay Provisions\nTITLE:Supply Chain Analyst\n"
    "TEL:+16045550142\nEMAIL:simon.chen@lanternbay.example\nEND:VCARD"
)
PRINT = column(
    ("Simon Chan", 40), ("Supply Chain Analyst", 20), ("604 555 O142", 18), ("F 604 555 0143", 18),
    ("simon.chen@lantembay.example", 18), ("118 Example Wharf, Vancouver, BC V6B 0A1", 18), ("微信 sychen_l88", 18),
)  # fmt: skip


def test_the_code_is_right_where_the_two_disagree() -> None:
    name = read_card(PRINT, [read_code(VCARD)]).name
    assert name is not None
    assert (name.value, name.printed, name.notes, name.sureness) == (
        "Simon Chen", "Simon Chan", ("code_differs",), CODE_SURENESS,
    )  # fmt: skip


def test_a_mended_slip_that_the_code_confirms_wants_no_look() -> None:
    (mended,), (confirmed,) = read_card(PRINT).phones, read_card(PRINT, [read_code(VCARD)]).phones
    assert (mended.value, mended.notes) == ("+16045550142", ("repaired",))
    assert (confirmed.value, confirmed.notes) == ("+16045550142", ())


def test_print_and_code_are_joined_without_doubles() -> None:
    fields = read_card(PRINT, [read_code(VCARD)])
    assert [one.value for one in fields.phones] == ["+16045550142"]
    assert [one.value for one in fields.faxes] == ["+16045550143"]
    assert [one.value for one in fields.emails] == ["simon.chen@lanternbay.example"]
    assert [one.value for one in fields.addresses] == ["118 Example Wharf, Vancouver, BC V6B 0A1"]
    assert fields.organisation is not None
    assert (fields.organisation.value, fields.organisation.notes) == ("Lantern Bay Provisions", ("from_code",))
    assert fields.wechat is not None
    assert fields.wechat.value == "sychen_l88"


def test_a_code_alone_is_a_card() -> None:
    fields = read_card((), [read_code("MECARD:N:孙慧玲;ORG:海岸线移民服务协会;TIL:电气工程师;TEL:18800000152;;")])
    read = [one.value for one in (fields.name_zh, fields.organisation_zh, fields.title_zh) if one]
    assert read == ["孙慧玲", "海岸线移民服务协会", "电气工程师"]
    assert fields.name is None  # pinyin that we would make ourselves is not on the card
    assert fields.languages == ("zh",)


def test_both_names_that_a_code_states_are_kept() -> None:
    code = read_code("BEGIN:VCARD\nN:Sun;Huiling;;;\nFN:孙慧玲\nTEL:6045550142\nEND:VCARD")
    fields = read_card((), [code])
    assert [one.value for one in (fields.name, fields.name_zh) if one] == ["Sun Huiling", "孙慧玲"]


def test_a_link_of_a_code_is_a_link_and_not_the_printed_address() -> None:
    fields = read_card(PRINT, [read_code("https://lanternbay.example/c/1"), read_code("javascript:alert(1)")])
    assert (fields.links, fields.urls) == (("https://lanternbay.example/c/1",), ())
    assert fields.texts == ("javascript:alert(1)",)
