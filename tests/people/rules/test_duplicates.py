"""What two names, two employers and two addresses have to do with each other."""

import pytest

from askwell.lib.names import parse_name
from askwell.people.rules.duplicates import contact_key, is_shared_mailbox
from askwell.people.rules.names import Agreement, agreement, name_key
from askwell.people.rules.organisations import organisation_key


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
