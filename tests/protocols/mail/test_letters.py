"""Whatever bytes a mailbox holds become a letter, or are refused by name."""

import base64
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.mail.letters import Address, Attachment, Letter, UnreadableLetter, Why, never_answer, read_letter

CHINESE = "周敏你好，谢谢你的来信。我这个星期四下午有空，我们可以谈谈。"
TAIWANESE = "周敏您好，謝謝您的來信。這個星期四下午我有時間，我們可以談談。"
JAPANESE = "こんにちは。お問い合わせありがとうございます。木曜日の午後はいかがでしょうか。"
FRENCH = "Bonjour, j’ai bien reçu votre message ; à bientôt, après l’été."


def letter(*lines: str | bytes, body: str | bytes = "Hello") -> Letter:
    head = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\r\n" for line in lines)
    return read_letter(head + b"\r\n" + (body if isinstance(body, bytes) else body.encode()))


def of_type(kind: str, body: str | bytes, coding: str = "8bit") -> str:
    return letter(
        "From: a@post.example", f"Content-Type: {kind}", f"Content-Transfer-Encoding: {coding}", body=body
    ).text


def parts(boundary: str, *inside: str) -> str:
    return "".join(f"--{boundary}\n{each}\n" for each in inside) + f"--{boundary}--\n"


def test_who_wrote_to_whom_when_and_in_answer_to_what() -> None:
    read = letter(
        'From: "Chen, Wei" <Wei@Firm.example>',
        "To: Ann Lee <ann@post.example>, bo@post.example (Bo)",
        "Cc: Team: c@post.example, d@post.example;",
        "Reply-To: <wei.chen@home.example>",
        "Subject: Re: Thursday",
        "Date: Wed, 25 Nov 2026 10:00:00 -0800 (PST)",
        "Message-ID: <m3@firm.example>",
        "In-Reply-To: <m2@post.example>",
        "References: <m1@post.example>",
        "\t<m2@post.example>",
    )
    assert read.sender == Address("Chen, Wei", "Wei@Firm.example")
    assert read.to == (Address("Ann Lee", "ann@post.example"), Address("Bo", "bo@post.example"))
    assert [each.email for each in read.cc] == ["c@post.example", "d@post.example"]
    assert read.reply_to == (Address("", "wei.chen@home.example"),)
    assert (read.subject, read.date) == ("Re: Thursday", datetime(2026, 11, 25, 18, tzinfo=UTC))
    assert (read.message_id, read.in_reply_to) == ("m3@firm.example", ("m2@post.example",))
    assert read.references == ("m1@post.example", "m2@post.example")
    assert (read.text, read.automatic, read.calendar, read.attachments) == ("Hello", Why.NOT, None, ())


@pytest.mark.parametrize(
    "said", ["", "yesterday", "Wed, 99 Nov 2026 10:00:00 +0000", "Fri, 31 Dec 9999 23:00:00 -1400"]
)
def test_a_date_that_is_none_is_none(said: str) -> None:
    assert letter("From: a@post.example", f"Date: {said}").date is None


def test_a_chinese_word_cut_in_mid_character_is_joined() -> None:
    raw = "星期四下午".encode("gb18030")
    words = [f"=?GB2312?B?{base64.b64encode(each).decode()}?=" for each in (raw[:5], raw[5:])]
    assert letter("From: a@post.example", f"Subject: {words[0]}\r\n {words[1]}").subject == "星期四下午"


def test_encoded_words_and_plain_ones_keep_their_spaces() -> None:
    read = letter("From: =?utf-8?q?Zo=C3=A9_Roy?= <z@post.example>", "Subject: Re: =?utf-8?Q?caf=C3=A9?= at noon")
    assert (read.sender, read.subject) == (Address("Zoé Roy", "z@post.example"), "Re: café at noon")


def test_a_subject_in_raw_gbk_is_read() -> None:
    assert letter("From: a@post.example", b"Subject: " + CHINESE.encode("gb18030")).subject == CHINESE


@pytest.mark.parametrize("said", ["gb2312", "utf-8", "us-ascii", "iso-8859-1", "big5", "nonsense", "", "base64"])
@pytest.mark.parametrize(
    ("text", "real"), [(CHINESE, "gb18030"), (TAIWANESE, "big5"), (JAPANESE, "shift_jis"), (FRENCH, "cp1252")]
)
def test_text_is_read_whatever_charset_it_claims(said: str, text: str, real: str) -> None:
    assert of_type(f"text/plain; charset={said}", text.encode(real)) == text


def test_utf_8_is_utf_8_whatever_is_claimed() -> None:
    assert of_type("text/plain; charset=gb2312", CHINESE) == CHINESE


@pytest.mark.parametrize("charset", ["iso-2022-jp", "hz", "utf-7", "utf-16"])
def test_charsets_that_look_like_ascii_are_read(charset: str) -> None:
    text = JAPANESE if charset == "iso-2022-jp" else CHINESE
    encoded = base64.encodebytes(text.encode(charset))
    assert of_type(f"text/plain; charset={charset}", encoded, "base64") == text


@pytest.mark.parametrize(("coding", "body"), [("base64", "SGVsbG8gdGhlcmU"), ("quoted-printable", "Hello=20=\nthere")])
def test_codings_are_undone_also_where_they_are_cut(coding: str, body: str) -> None:
    assert of_type("text/plain", body, coding) == "Hello there"


def test_flowed_lines_are_joined_and_the_signature_kept_apart() -> None:
    body = "One line \ngoes on.\n> Quoted \n> too.\n-- \nAnn"
    assert of_type("text/plain; format=flowed", body) == "One line goes on.\n> Quoted too.\n--\nAnn"
    assert of_type("text/plain; format=flowed; delsp=yes", "星期四 \n下午") == "星期四下午"


def test_of_two_alternatives_the_plain_one_is_read() -> None:
    body = parts("b", "Content-Type: text/plain\n\nPlain", "Content-Type: text/html\n\n<p>Rich</p>")
    assert of_type("multipart/alternative; boundary=b", body) == "Plain"


@pytest.mark.parametrize("plain", ["", "Your mail program does not support HTML."])
def test_a_plain_alternative_that_says_nothing_yields_to_the_html(plain: str) -> None:
    rich = "<p>" + "Thursday at ten suits me very well indeed. " * 3 + "</p>"
    body = parts("b", f"Content-Type: text/plain\n\n{plain}", f"Content-Type: text/html\n\n{rich}")
    assert of_type("multipart/alternative; boundary=b", body).startswith("Thursday at ten")


def test_text_after_a_picture_is_read_too() -> None:
    picture = "Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAAAA"
    body = parts("b", "Content-Type: text/plain\n\nBefore", picture, "Content-Type: text/plain\n\nAfter")
    read = letter("From: a@post.example", "Content-Type: multipart/mixed; boundary=b", body=body)
    assert read.text == "Before\nAfter"
    assert read.attachments == (Attachment("a.png", "image/png", 3),)


def test_an_attachment_is_named_and_weighed_but_not_read() -> None:
    message = EmailMessage()
    message["From"] = "a@post.example"
    message.set_content("See the file.")
    message.add_attachment(b"x" * 1000, maintype="application", subtype="pdf", filename="简历 周敏.pdf")
    message.add_attachment("secret", subtype="plain", filename="notes.txt")
    read = read_letter(bytes(message))
    assert read.text == "See the file."
    assert [(each.name, each.kind) for each in read.attachments] == [
        ("简历 周敏.pdf", "application/pdf"),
        ("notes.txt", "text/plain"),
    ]
    assert read.attachments[0].size == 1000


def test_a_forwarded_message_is_an_attachment_not_the_text() -> None:
    inside = "Content-Type: message/rfc822\n\nFrom: x@post.example\n\nOld words"
    body = parts("b", "Content-Type: text/plain\n\nNew words", inside)
    assert of_type("multipart/mixed; boundary=b", body) == "New words"


def test_the_calendar_part_comes_as_bytes() -> None:
    inside = "Content-Type: text/calendar; method=REPLY\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFS"
    body = parts("b", "Content-Type: text/plain\n\nAccepted", inside)
    read = letter("From: a@post.example", "Content-Type: multipart/alternative; boundary=b", body=body)
    assert (read.text, read.calendar) == ("Accepted", b"BEGIN:VCALENDAR")


def test_a_last_boundary_that_never_comes_is_forgiven() -> None:
    assert of_type("multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\nHello") == "Hello"


def test_a_boundary_that_never_comes_at_all_leaves_the_text() -> None:
    assert of_type("multipart/mixed; boundary=b", "Hello") == "Hello"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_ends_of_lines_of_every_kind(end: bytes) -> None:
    lines = [b"From: a@post.example", b"Subject: Hi", b"", b"One", b"Two"]
    read = read_letter(end.join(lines))
    assert (read.subject, read.text) == ("Hi", "One\nTwo")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_envelope_line_of_a_mailbox_file_is_passed_over(end: bytes) -> None:
    read = read_letter(end.join([b"From a@post.example Wed Nov 25 10:00:00 2026", b"Subject: Hi", b"", b"One"]))
    assert (read.subject, read.text) == ("Hi", "One")


@pytest.mark.parametrize(("data", "why"), [(b"", "empty"), (b" \r\n\n", "empty"), (b"Hello there", "no_headers")])
def test_what_is_no_message_is_refused_by_name(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableLetter, match=f"^{why}$"):
        read_letter(data)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("askwell.protocols.mail.letters.LARGEST", 10)
    with pytest.raises(UnreadableLetter, match="too_large"):
        read_letter(b"From: a@post.example\n\nHello")


def test_a_thousand_levels_end_in_a_letter() -> None:
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(1000))
    assert read_letter(f"From: a@post.example\n{opening}Content-Type: text/plain\n\nHello".encode()).text == ""


SCRAPS = st.sampled_from(
    [b"From: ", b"Subject: =?gb2312?B?", b"?=", b"Content-Type: multipart/mixed; boundary=b\n", b"\n--b\n", b"--b--",
     b"Content-Type: text/html; charset=utf-7\n", b"<blockquote>", b"<!--", b"<a href='", b"\n\n", b"\r",
     b"Date: Mon, ",
     b"Content-Type: message/delivery-status\n\n", b"Status: 5.1.1\n", b"Final-Recipient: rfc822;", b"a@b.example",
     b"Content-Transfer-Encoding: base64\n", b"name*0*=utf-8''%E5", b"<", b"\"", b"(", b"\\", b"+AAA", b"\x1b$B"]
)  # fmt: skip


@given(
    st.one_of(st.binary(max_size=300), st.lists(st.one_of(SCRAPS, st.binary(max_size=4)), max_size=30).map(b"".join))
)
def test_any_bytes_end_in_a_letter_or_a_named_refusal(data: bytes) -> None:
    try:
        read = read_letter(data)
    except UnreadableLetter:
        return
    assert isinstance(read, Letter)
    read.text.encode()
    read.subject.encode()
    assert never_answer(read) in Why


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=80), st.sampled_from(["utf-8", "gb18030"]))
def test_what_the_standard_library_writes_is_read_back(text: str, charset: str) -> None:
    message = EmailMessage()
    message["From"] = "a@post.example"
    message["Subject"] = " ".join(text.split())
    message.set_content(text, charset=charset)
    read = read_letter(bytes(message))
    if charset == "utf-8" and text.isprintable():
        assert read.text == text.rstrip().lstrip("\n")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Auto-Submitted: auto-replied", Why.AUTO_SUBMITTED),
        ("Auto-Submitted: auto-generated; owner-email=a@post.example", Why.AUTO_SUBMITTED),
        ("X-Autoreply: yes", Why.AUTOREPLY),
        ("X-Autorespond: Re: Hi", Why.AUTOREPLY),
        ("Precedence: bulk", Why.PRECEDENCE),
        ("Precedence: auto_reply", Why.PRECEDENCE),
        ("List-Id: <talk.lists.example>", Why.LIST),
        ("X-Auto-Response-Suppress: DR, OOF, AutoReply", Why.SUPPRESS),
        ("Return-Path: <>", Why.NULL_RETURN_PATH),
        ("Subject: Automatic reply: Thursday", Why.SUBJECT),
        ("Subject: Réponse automatique : jeudi", Why.SUBJECT),
        ("Subject: 自动回复：星期四", Why.SUBJECT),
        ("Subject: Out of office until Monday", Why.SUBJECT),
    ],
)
def test_what_a_program_sent_is_known_and_never_answered(line: str, why: Why) -> None:
    read = letter("From: a@post.example", line)
    assert read.automatic == why
    assert never_answer(read) == why


@pytest.mark.parametrize(
    "line",
    [
        "Auto-Submitted: no",
        "Return-Path: <a@post.example>",
        "Precedence: normal",
        "Subject: Re: Automatic reply: Thursday",
        "X-Auto-Response-Suppress: DR, RN",
        "Subject: Automation engineers",
    ],
)
def test_what_a_person_wrote_may_be_answered(line: str) -> None:
    read = letter("From: a@post.example", line)
    assert (read.automatic, never_answer(read)) == (Why.NOT, Why.NOT)


@pytest.mark.parametrize(
    "who", ["MAILER-DAEMON", "postmaster", "no-reply", "do_not_reply", "owner-talk", "talk-request"]
)
def test_addresses_of_programs_are_never_answered(who: str) -> None:
    assert never_answer(letter(f"From: {who}@post.example")) == Why.MACHINE
    assert never_answer(letter("From: a@post.example", f"Reply-To: {who}@post.example")) == Why.MACHINE


def test_ourselves_nobody_and_loops_are_never_answered() -> None:
    assert never_answer(letter("From: Ann@post.example"), own=["ann@POST.example"]) == Why.OWN
    assert (
        never_answer(letter("From: b@post.example", "Reply-To: ann@post.example"), own=["ann@post.example"]) == Why.OWN
    )
    assert never_answer(letter("Subject: Hi")) == Why.NOBODY
    assert never_answer(letter("From: a@post.example", *["Received: by x.example"] * 41)) == Why.LOOP
