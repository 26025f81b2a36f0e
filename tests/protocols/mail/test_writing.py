"""A mail that we write says what was meant to every reader, whatever the words, and nothing that was not meant."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.calendar import read
from askwell.protocols.mail.letters import read_letter
from askwell.protocols.mail.writing import (
    Letterhead,
    NotWritable,
    Outgoing,
    as_html,
    ascii_address,
    new_mail_id,
    write_mail,
)

AT = datetime(2026, 11, 25, 18, tzinfo=UTC)
MAIL = Outgoing(
    mail_id="018f.askwell@seeker.example",
    sender="mei@seeker.example",
    sender_name="陈美 Mei Chen",
    to="daniel@harbour.example",
    to_name='Daniel "Dan" Wong',
    subject="A question about berths",
    text="Dear Daniel,\n\nCould I ask you?\n\nMei",
    at=AT,
)
OPEN = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:one@seeker.example
DTSTAMP:20261125T180000Z
DTSTART:20261201T180000Z
DTEND:20261201T182000Z
SUMMARY:Kaffee mit 陈美
ORGANIZER:mailto:mei@seeker.example
ATTENDEE:mailto:daniel@harbour.example
END:VEVENT
END:VCALENDAR
"""
anything = st.text(st.characters(codec="utf-8"), max_size=300)


def test_who_reads_it_reads_what_was_meant() -> None:
    letter = read_letter(write_mail(MAIL))
    assert letter.sender
    assert (letter.sender.name, letter.sender.email) == ("陈美 Mei Chen", "mei@seeker.example")
    assert [(one.name, one.email) for one in letter.to] == [('Daniel "Dan" Wong', "daniel@harbour.example")]
    assert (letter.subject, letter.text.strip(), letter.date) == (MAIL.subject, MAIL.text, AT)
    assert (letter.message_id, letter.attachments) == (MAIL.mail_id, ())


def test_the_same_mail_gives_the_same_bytes() -> None:
    assert write_mail(MAIL) == write_mail(replace(MAIL))


def test_an_answer_is_threaded_also_by_ids_longer_than_a_line() -> None:
    long = "x" * 300 + "@mail.example"
    data = write_mail(replace(MAIL, in_reply_to=long, references=("first@mail.example", long)))
    assert f"In-Reply-To: <{long}>\r\n".encode() in data
    assert f"References: <first@mail.example>\r\n <{long}>\r\n".encode() in data


def test_anothers_id_that_is_none_is_left_out() -> None:
    data = write_mail(replace(MAIL, in_reply_to="a b", references=("a\r\nBcc: x@y.example", "good@mail.example")))
    assert read_letter(data).references == ("good@mail.example",)
    assert b"Bcc" not in data
    assert b"In-Reply-To" not in data


@given(anything, anything, anything, anything)
def test_no_words_make_another_header_or_recipient(subject: str, name: str, own: str, text: str) -> None:
    mail = replace(MAIL, subject=subject, to_name=name, sender_name=own, text=text)
    data = write_mail(mail)
    read = message_from_bytes(data, policy=default)
    must = {"From", "To", "Date", "Message-ID", "Content-Type", "MIME-Version"}
    assert must <= set(read.keys()) <= must | {"Subject"}
    letter = read_letter(data)
    assert [one.email for one in letter.to] == [MAIL.to]
    assert letter.sender
    assert letter.sender.email == MAIL.sender
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert data.isascii()


@pytest.mark.parametrize(
    "subject",
    ["Re: 关于港口规划工作的一个问题" * 9, "=?utf-8?q?sly?=", "word " * 90, "x" * 299, "Réponse à votre message"],
)
def test_a_subject_arrives_as_it_was(subject: str) -> None:
    assert read_letter(write_mail(replace(MAIL, subject=subject))).subject == subject.strip()


@pytest.mark.parametrize(
    "address",
    [
        "", "daniel", "daniel@", "@harbour.example", "a b@harbour.example", "a@b@harbour.example",
        "daniel@harbour.example\r\nRCPT TO:<x@y.example>", "<daniel@harbour.example>", "daniel@harbour..example",
        "daniel@harbour.example, x@y.example", '"a b"@harbour.example', "丹尼尔@harbour.example", "a@" + "b" * 260,
    ],
)  # fmt: skip
def test_what_is_no_address_is_not_written_to(address: str) -> None:
    with pytest.raises(NotWritable) as refused:
        write_mail(replace(MAIL, to=address))
    assert refused.value.args == ("to",)


def test_a_domain_in_other_letters_is_written_in_ascii() -> None:
    assert ascii_address("mei@bücher.example") == "mei@xn--bcher-kva.example"
    assert ascii_address("helen@groß.example") == "helen@xn--gro-7ka.example", "gross.example is somebody else's"
    for address in ("mei@a\u200db.example", "mei@-ü.example", f"mei@{'a' * 64}.example"):
        with pytest.raises(NotWritable):
            ascii_address(address)
    assert new_mail_id("018f", "mei@bücher.example") == "018f.askwell@xn--bcher-kva.example"


def test_the_twin_says_the_same_and_holds_no_markup_of_the_writers() -> None:
    html = as_html('Look & see:\n<script>x()</script> https://a.example/?x=1&y="2".\n\nMei', "en")
    assert html == (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"></head>\n<body>\n'
        "<p>Look &amp; see:<br>\n&lt;script&gt;x()&lt;/script&gt; "
        '<a href="https://a.example/?x=1&amp;y=">https://a.example/?x=1&amp;y=</a>&quot;2&quot;.</p>\n<p>Mei</p>\n'
        "</body></html>\n"
    )


def test_an_invitation_is_read_by_a_calendar_program() -> None:
    data = write_mail(replace(MAIL, calendar=OPEN, method="REQUEST"))
    reading = read(data, zone="UTC")
    assert reading
    assert [event.uid for event in reading.events] == ["one@seeker.example"]
    kinds = [part.get_content_type() for part in message_from_bytes(data).walk()]
    assert kinds == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
    ]  # fmt: skip


def test_an_invitation_of_no_known_method_is_not_written() -> None:
    with pytest.raises(NotWritable, match="method"):
        write_mail(replace(MAIL, calendar=OPEN, method="REQUEST\r\nX: y"))


def test_what_a_program_wrote_says_so() -> None:
    assert b"Auto-Submitted: auto-generated\r\n" in write_mail(replace(MAIL, by_program=True))
    assert b"Auto-Submitted" not in write_mail(MAIL)


LINK = "https://askwell.example/unsubscribe/AbC-1.x_Y/"
HEAD = Letterhead(
    sender="Harbour Settlement Society", postal=("12 Quay Street", "Burnaby BC V5H 1A1"), no_more="No more:",
    unsubscribe=LINK,
)  # fmt: skip


def test_a_letterhead_stands_below_the_text_in_its_twin_and_in_the_headers() -> None:
    data = write_mail(replace(MAIL, letterhead=HEAD))
    read = message_from_bytes(data, policy=default)

    below = ["Harbour Settlement Society", "12 Quay Street", "Burnaby BC V5H 1A1", f"No more: {LINK}"]
    assert read.get_body(("plain",)).get_content().splitlines()[-5:] == ["", *below]
    html = read.get_body(("html",)).get_content()
    assert "Harbour Settlement Society<br>\r\n12 Quay Street<br>" in html
    assert f'<a href="{LINK}">' in html
    assert (read["List-Unsubscribe"], read["List-Unsubscribe-Post"]) == (f"<{LINK}>", "List-Unsubscribe=One-Click")
    assert b"List-Unsubscribe" not in write_mail(MAIL)


@pytest.mark.parametrize(
    "what",
    [
        {"unsubscribe": LINK + "\r\nBcc: all@x.example"},
        {"unsubscribe": LINK + ">, <mailto:x@y.example"},
        {"unsubscribe": LINK + "\u4f60"},
        {"unsubscribe": "http://askwell.example/unsubscribe/x/"},
        {"unsubscribe": "https://me@askwell.example/x/"},
        {"unsubscribe": ""},
        {"sender": " \r\n"},
        {"postal": ()},
        {"postal": ("12 Quay Street", "")},
    ],
)
def test_a_letterhead_that_is_not_whole_or_hides_a_header_is_not_written(what: dict[str, Any]) -> None:
    with pytest.raises(NotWritable, match="letterhead"):
        write_mail(replace(MAIL, letterhead=replace(HEAD, **what)))


def test_a_line_of_a_letterhead_stays_one_line() -> None:
    head = replace(HEAD, sender="Harbour\r\nSociety\x00", no_more="No\nmore:")
    text = (
        message_from_bytes(write_mail(replace(MAIL, letterhead=head)), policy=default)
        .get_body(("plain",))
        .get_content()
    )
    assert text.splitlines()[-4:] == ["Harbour Society", "12 Quay Street", "Burnaby BC V5H 1A1", f"No more: {LINK}"]
