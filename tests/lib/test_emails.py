import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.lib.emails import find_emails, normalise_email


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Min.Zhou@Example.ORG", "min.zhou@example.org"),
        ("  min@example.org \t", "min@example.org"),
        ("mailto:min@example.org", "min@example.org"),
        ("mailto:min%40example.org?subject=Hi", "min@example.org"),
        ("Min Zhou <min@example.org>", "min@example.org"),
        ("Min Zhou (min@example.org)", "min@example.org"),
        ("min＠example.org", "min@example.org"),
        ("min [at] example [dot] org", "min@example.org"),
        ("min (at) example.org", "min@example.org"),
        ("min(a)example.org", "min@example.org"),
        ("min at example.org", "min@example.org"),
        ("min@example.org.", "min@example.org"),
        ("min@example。org", "min@example.org"),
        ("min+jobs@example.co.uk", "min+jobs@example.co.uk"),
        ("o'brien@example.org", "o'brien@example.org"),
        ("min@日本.example", "min@日本.example"),
        ("min@example.exmaple", "min@example.exmaple"),
    ],
)
def test_addresses_as_people_write_them(written: str, address: str) -> None:
    assert normalise_email(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "min",
        "min@",
        "@example.org",
        "min@example",
        "min@@example",
        "see me at noon",
        "a..b@example.org",
        "n/a",
        "@",
    ],
)
def test_what_is_no_address_gives_none(written: str) -> None:
    assert normalise_email(written) is None


def test_every_address_of_a_cell_is_found_once_and_in_order() -> None:
    cell = "a@b.example; C@d.example、e@f.example ::: A@B.example"
    assert find_emails(cell) == ["a@b.example", "c@d.example", "e@f.example"]


def test_an_address_longer_than_mail_allows_is_none() -> None:
    assert normalise_email("a" * 65 + "@example.org") is None
    assert normalise_email("a@" + "b" * 260 + ".org") is None


@given(st.one_of(st.text(), st.from_regex(r"[a-z.']{0,5} ?[@＠] ?[\w.-]{0,9}\.[a-z]{1,5}[.>)]?")))
def test_an_address_stays_as_it_is_and_any_text_is_survived(text: str) -> None:
    address = normalise_email(text)
    if address is not None:
        assert normalise_email(address) == address
        assert find_emails(address) == [address]
        assert address.isprintable()
        assert " " not in address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("请联系min@example.org谢谢", "min@example.org"),
        ("我的邮箱是123456@qq.example。谢谢。再见", "123456@qq.example"),
        ("メールはmin@example.orgまで", "min@example.org"),
        ("名字@例子.中国", "名字@例子.中国"),
        ("张伟 <张伟@example.org>", "张伟@example.org"),
        ("josé.müller@example.org", "josé.müller@example.org"),
        ("*min@example.org*", "min@example.org"),
    ],
)
def test_words_of_a_script_without_blanks_are_no_part_of_an_address(written: str, address: str) -> None:
    assert find_emails(written) == [address]


@pytest.mark.parametrize(
    "text",
    [" " * 20_000, "a" * 20_000, "a." * 10_000, "@" * 20_000, "a@" + "b." * 10_000, " at" * 7_000, "( " * 10_000],
)
def test_a_long_cell_of_anything_costs_time_in_proportion(text: str) -> None:
    began = time.process_time()
    assert find_emails(text) == []
    assert time.process_time() - began < 0.5
