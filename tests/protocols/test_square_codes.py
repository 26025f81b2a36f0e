"""What a QR code holds: a contact, a link to be shown, or text that is never made a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.mecard import mecard_fields, read_mecard
from askwell.protocols.square_codes import Code, read_code

VCARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Okafor;Ngozi;;;\nORG:Tidewater Foods\nTITLE:Supply Planner\n"
    "TEL:+1 604 555 0127\nEMAIL:ngozi@tidewater.example\nURL:https://tidewater.example\n"
    "ADR:;;1180 Example Road;Burnaby;BC;V5X 0A1;Canada\nEND:VCARD\n"
)
MECARD = (
    "MECARD:N:Okafor,Ngozi;TEL:6045550127;EMAIL:ngozi@tidewater.example;ORG:Tide\\;water;"
    "ADR:1180 Example Road\\, Burnaby;URL:https\\://tidewater.example;;"
)


@pytest.mark.parametrize(("text", "organisation"), [(VCARD, "Tidewater Foods"), (MECARD, "Tide;water")])
def test_a_contact_is_read(text: str, organisation: str) -> None:
    code = read_code(text)
    assert code.contact is not None
    assert (code.contact.name.given, code.contact.name.family) == ("Ngozi", "Okafor")
    assert code.contact.organisation == organisation
    assert code.contact.phones == ("+16045550127",)
    assert code.contact.emails == ("ngozi@tidewater.example",)
    assert code.contact.links == ("https://tidewater.example",)
    assert code.address.startswith("1180 Example Road, Burnaby")


def test_a_mecard_in_another_order_with_a_chinese_name_and_no_end() -> None:
    contact = read_mecard("mecard:TEL:13800000123;TEL:6045550127;N:周敏;NOTE:met at the fair")
    assert contact is not None
    assert (contact.name.native, contact.name.family) == ("周敏", "Zhou")
    assert contact.phones == ("+8613800000123", "+16045550127")
    assert contact.note == "met at the fair"


def test_a_mecard_without_anybody_is_text() -> None:
    assert read_code("MECARD:NOTE:hello;;") == Code(text="MECARD:NOTE:hello;;")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://tidewater.example/c/96dd3a", "https://tidewater.example/c/96dd3a"),
        ("HTTP://Tidewater.example", "http://tidewater.example"),
        ("www.tidewater.example", "https://www.tidewater.example"),
    ],
)
def test_a_web_address_is_a_link(text: str, link: str) -> None:
    assert read_code(text) == Code(link=link)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(document.cookie)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "intent://scan/#Intent;scheme=zxing;end",
        "https://user:secret@127.0.0.1/",
        "http://[::1]/",
        "<script>alert(1)</script>",
    ],
)
def test_any_other_address_is_never_a_link(text: str) -> None:
    code = read_code(text)
    assert (code.link, code.contact) == ("", None)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_a_refused_address_is_kept_as_text_and_said_to_be_refused(text: str) -> None:
    assert read_code(text) == Code(text=text, refused=True)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_a_contact_loses_such_addresses(address: str) -> None:
    code = read_code(f"BEGIN:VCARD\nFN:Ngozi Okafor\nTEL:6045550127\nURL:{address}\nEND:VCARD")
    assert code.contact is not None
    assert code.contact.links == ()


@pytest.mark.parametrize(
    ("text", "emails", "phones"),
    [
        ("mailto:ngozi@tidewater.example?subject=Hi", ("ngozi@tidewater.example",), ()),
        ("tel:+1-604-555-0127", (), ("+16045550127",)),
    ],
)
def test_one_address_is_a_contact_too(text: str, emails: tuple[str, ...], phones: tuple[str, ...]) -> None:
    contact = read_code(text).contact
    assert contact is not None
    assert (contact.emails, contact.phones) == (emails, phones)


@given(st.one_of(st.text(), st.text().map("MECARD:{}".format), st.text().map("BEGIN:VCARD\n{}\nEND:VCARD".format)))
def test_any_text_is_read_and_a_link_is_always_a_web_address(text: str) -> None:
    code = read_code(text)
    links = [code.link] if code.link else list(code.contact.links if code.contact else ())
    assert all(link.startswith(("http://", "https://")) for link in links)
    assert len(code.text) <= 2000


def test_a_mecard_field_without_an_end_is_given_up_at_once() -> None:
    """By backtracking each would take ten seconds, all of them hours."""
    for _ in range(1000):
        assert mecard_fields("MECARD:N:" + "a" * 9_000 + "\\") == []
