"""A card as a person to confirm, and as JSON between the worker and the page."""

from hypothesis import given
from hypothesis import strategies as st

from askwell.people.rules.cards import CardFields, Reading
from askwell.people.rules.cards.proposing import look_once, propose
from askwell.people.rules.cards.stored import fields_from_json, fields_to_json

CARD = CardFields(
    name=Reading("Simon Chen", 0.97, (1,)),
    name_zh=Reading("陈思远", 0.99, (0,)),
    organisation=Reading("Lantern Bay Provisions", 0.9, (3,)),
    organisation_zh=Reading("灯湾食品", 0.9, (4,)),
    emails=(Reading("simon.chen@lanternbay.example", 0.8, (5,), ("repaired",)),),
    faxes=(Reading("+16045550199", 0.99, (6,)),),
    urls=(Reading("https://lanternbay.example", 0.9, (7,)),),
    addresses=(Reading("118 Example Wharf, Richmond, BC  M8X 0C2", 0.9, (8,)),),
    links=("https://lanternbay.example", "https://lanternbay.example/c/1"),
    credentials=("PMP",),
    texts=("Booth 12",),
)


def value(reading: Reading | None) -> str | None:
    return reading.value if reading else None


def test_the_family_name_is_the_one_that_the_chinese_name_has() -> None:
    found = propose(CARD)
    assert (value(found.given), value(found.family), value(found.native)) == ("Simon", "Chen", "陈思远")


def test_what_has_no_field_of_its_own_goes_into_the_note() -> None:
    assert propose(CARD).rest == (
        "118 Example Wharf, Richmond, BC  M8X 0C2", "Fax +16045550199", "Booth 12",
    )  # fmt: skip


def test_the_chinese_title_and_employer_stand_beside_latin_ones_only() -> None:
    found = propose(CARD)
    assert (value(found.organisation), value(found.organisation_zh)) == ("Lantern Bay Provisions", "灯湾食品")
    assert propose(CardFields(organisation_zh=CARD.organisation_zh)).organisation_zh is None


def test_a_link_that_is_printed_and_in_the_code_is_one() -> None:
    assert [link.value for link in propose(CARD).links] == [
        "https://lanternbay.example", "https://lanternbay.example/c/1",
    ]  # fmt: skip


def test_the_town_is_found_within_the_address() -> None:
    assert value(propose(CARD).place) == "Richmond"


def test_a_card_only_in_chinese_gives_its_title_and_employer() -> None:
    found = propose(CardFields(title_zh=Reading("市场经理", 0.9), organisation_zh=Reading("蜻蜓货运", 0.9)))
    assert (value(found.title), value(found.organisation), found.rest) == ("市场经理", "蜻蜓货运", ())


def test_what_wants_a_look() -> None:
    looks = [
        look_once(Reading("a", 0.84)), look_once(Reading("a", 0.85)), look_once(Reading("a", 0.99, (), ("repaired",))),
        look_once(Reading("a", 0.99, (), ("code_differs",), "b")), look_once(Reading("a", 0.99, (), ("from_code",))),
    ]  # fmt: skip
    assert looks == [True, False, True, True, False]


def test_stored_and_read_again_it_is_the_same() -> None:
    assert fields_from_json(fields_to_json(CARD)) == CARD


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "lines", "name"]), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["name", "emails", "links", "texts", "other"]), JSON))
def test_any_json_is_read_as_a_card(stored: dict[str, object]) -> None:
    propose(fields_from_json(stored))
