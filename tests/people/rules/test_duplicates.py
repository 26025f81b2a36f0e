"""Certain, likely, or two people."""

import pytest

from askwell.lib.names import parse_name
from askwell.people.rules.duplicates import Identity, Likeness, contact_key, is_shared_mailbox, likeness
from askwell.people.rules.names import Agreement, agreement, may_share_an_address, name_key
from askwell.people.rules.organisations import organisation_key, organisation_keys


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Min Zhou", "周敏", Agreement.SAME),
        ("周敏", "Zhou Min", Agreement.SAME),
        ("Robert Fraser", "Bob Fraser", Agreement.CLOSE),
        ("Gabriela Ferreira", "Gaby Ferreira", Agreement.CLOSE),
        ("Ka Chun Lau", "刘家俊", Agreement.CLOSE),
        ("S. Y. Li", "Shiya Li", Agreement.CLOSE),
        ("Josephine Thackeray", "Josehine Thackeray", Agreement.CLOSE),
        ("Ximena Castañeda", "Castañeda Ximena", Agreement.CLOSE),
        ("Michael Wang", "王小明", Agreement.UNKNOWN),
        ("王小明", "王晓明", Agreement.DIFFER),
        ("John Smith", "Mary Smith", Agreement.DIFFER),
        ("Aisha Khan", "Guorong Xie", Agreement.DIFFER),
        ("", "Aisha Khan", Agreement.UNKNOWN),
    ],
)
def test_names_agree_across_scripts_orders_and_nicknames(one: str, other: str, expected: Agreement) -> None:
    first, second = name_key(parse_name(one)), name_key(parse_name(other))
    assert agreement(first, second) is expected
    assert agreement(second, first) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Michael Wang", "王小明", True),
        ("Susan Hathaway", "Susan Hathaway-Morrisette", True),
        ("Dorothy Sinclair", "Dorothy Pemberton", True),
        ("", "Aisha Khan", True),
        ("John Smith", "Mary Smith", False),
        ("Amanda Ferguson", "Guorong Xie", False),
        ("周博文", "周小芳", False),
    ],
)
def test_one_address_belongs_to_one_person_unless_the_names_differ(one: str, other: str, same: bool) -> None:
    assert may_share_an_address(name_key(parse_name(one)), name_key(parse_name(other))) is same


def who(name: str, *keys: tuple[str, str], organisation: str = "", title: str = "") -> Identity:
    return Identity(name_key(parse_name(name)), keys, organisation_keys(organisation) if organisation else (), title)


EMAIL, OFFICE = ("email", "p@mail.example"), ("email", "info@firm.example")
ONE, OTHER = ("link", "linkedin:one"), ("link", "linkedin:other")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (who("Anika Lee", EMAIL), who("Annika Lee", EMAIL), Likeness.EMAIL),
        (who("Ana Lee", ONE), who("Bo Chan", ONE), Likeness.SHARED_ADDRESS),
        (who("Ana Lee", OFFICE), who("Bo Chan", OFFICE), Likeness.SHARED_ADDRESS),
        (who("Ana Lee", OFFICE), who("Ana Lee", OFFICE), Likeness.EMAIL),
        (who("Min Zhou", organisation="Cedar & Pine Foods"), who("周敏", organisation="Cedar and Pine Foods Ltd."),
         Likeness.NAME_EMPLOYER),
        (who("Min Zhou", ONE, organisation="Cedar Foods"), who("Min Zhou", OTHER, organisation="Cedar Foods"),
         Likeness.NONE),
        (who("Ana Lee", organisation="Foo", title="buyer"), who("Ana Lee", organisation="Foo", title="buyer"),
         Likeness.IDENTICAL),
        (who("Ana Lee", EMAIL, organisation="Foo", title="buyer"),
         who("Ana Lee", ONE, organisation="Foo", title="buyer"),
         Likeness.NAME_EMPLOYER),
        (who("Ana Lee", organisation="Foo"), who("Ana Lee", organisation="Bar"), Likeness.NONE),
        (who("Ana Lee"), who("Ana Lee"), Likeness.IDENTICAL),
    ],
)  # fmt: skip
def test_likeness(one: Identity, other: Identity, expected: Likeness) -> None:
    assert likeness(one, other) is expected
    assert likeness(other, one) is expected


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (("Cedar & Pine Foods", "Cedar and Pine Foods Ltd.", "CEDAR AND PINE FOODS, Inc."), "cedar and pine foods"),
        (("Amber Fox Marketing (AFM)", "琥珀狐营销 Amber Fox Marketing"), "amber fox marketing"),
        (("九川科技有限公司", "九川科技"), "九川科技"),
        (("The Co", "Co"), "co"),
    ],
)
def test_one_employer_however_it_is_written(names: tuple[str, ...], key: str) -> None:
    assert {organisation_key(name) for name in names} == {key}


def test_addresses_are_compared_by_what_they_mean() -> None:
    assert contact_key("link", "https://ca.linkedin.com/in/MinZhou/?trk=x") == "linkedin:minzhou"
    assert contact_key("email", "A@B.example") == "a@b.example"
    assert is_shared_mailbox("office1@firm.example")
    assert is_shared_mailbox("smithfamily@mail.example")
    assert not is_shared_mailbox("informatics.lee@firm.example")
