"""Only the newest words of a reply are read, whatever program wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.protocols.mail.newest import LONGEST, newest
from tests.steps import steps

YES = "Yes, Tuesday at ten works."
OUI = "Oui, mardi à dix heures me convient."
ZH = "可以，周二上午十点见。"

BELOW = {
    "gmail": f"{YES}\n\nOn Mon, Jan 5, 2026 at 9:00 PM Lin Hua <lin@mail.example> wrote:\n\n> Would Friday do?\n",
    "gmail, broken header": f"{YES}\n\nOn Mon, Jan 5, 2026 at 9:00 PM Lin Hua\n<lin@mail.example>\nwrote:\n> Friday?\n",
    "header without quote marks": f"{YES}\n\nOn Jan 5, 2026, Lin wrote:\n\nWould Friday do?\n",
    "outlook": f"{YES}\n\nFrom: Lin Hua <lin@mail.example>\nSent: Monday, January 5, 2026 9:00 PM\nTo: Ann\n\nFriday?",
    "outlook, rule": f"{YES}\n\n________________________________\nFrom: Lin Hua\nSent: Monday\n\nFriday?",
    "outlook, original": f"{YES}\n\n-----Original Message-----\nFrom: Lin Hua\nSubject: A chat\n\nFriday?",
    "thunderbird": f"{YES}\n\nOn 05/01/2026 21:00, Lin Hua wrote:\n> Would Friday do?\n",
    "yahoo": f"{YES}\n\n    On Monday, January 5, 2026, 04:12:00 PM EST, Lin Hua <lin@mail.example> wrote:\n\n Friday?",
    "apple, quoted header": f"{YES}\n\n> On Jan 5, 2026, at 9:00 PM, Lin Hua <lin@mail.example> wrote:\n> \n> Friday?",
    "iphone": f"{YES}\n\nSent from my iPhone\n\n> On Jan 5, 2026, at 9:00 PM, Lin Hua wrote:\n> \n> Friday?",
    "outlook for ios": f"{YES}\n\nGet Outlook for iOS<https://aka.example/o0ukef>\n",
    "signature": f"{YES}\n-- \nAnn Berg\nHead of Baking\n",
    "legal notice": f"{YES}\n\nThis e-mail may contain confidential information and is meant for the reader "
    "only.\nThank you.",
    "french gmail": f"{OUI}\n\nLe lun. 5 janv. 2026 à 21 h 00, Lin Hua <lin@mail.example> a écrit :\n\n> Vendredi?\n",
    "french outlook": f"{OUI}\n\nDe : Lin Hua\nEnvoyé : 5 janvier 2026 21:00\nÀ : Ann\nObjet : Café\n\nVendredi?",
    "french original": f"{OUI}\n\n-----Message d'origine-----\nDe : Lin Hua\nObjet : Café\n\nVendredi?",
    "french iphone": f"{OUI}\n\nEnvoyé de mon iPhone\n\n> Le 5 janv. 2026 à 21:00, Lin Hua a écrit :\n> \n> Vendredi?",
    "chinese apple": f"{ZH}\n\n> 在 2026年1月5日，21:00，Lin Hua <lin@mail.example> 写道：\n> \n> 周五可以吗？",
    "chinese gmail": f"{ZH}\n\nLin Hua <lin@mail.example> 于2026年1月5日周一 21:00写道：\n\n> 周五可以吗？",
    "qq": f'{ZH}\n\n------------------ 原始邮件 ------------------\n发件人: "林华";\n发送时间: 2026年1月5日\n\n周五？',
    "foxmail": f"{ZH}\n\n发件人： 林华\n发送时间： 2026-01-05 21:00\n收件人： 安\n主题： 聊聊\n周五可以吗？",
    "163": f'{ZH}\n\n在 2026-01-05 21:00:10，"林华" <lin@mail.example> 写道：\n>周五可以吗？',
    "163 in english": f'{ZH}\n\nAt 2026-01-05 21:00:10, "林华" <lin@mail.example> wrote:\n>周五可以吗？',
    "chinese phone": f"{ZH}\n发自我的iPhone",
    "mail master": f"{ZH}\n\n发自网易邮箱大师",
}


@pytest.mark.parametrize("body", BELOW.values(), ids=BELOW.keys())
def test_what_stands_below_the_reply_is_cut_off(body: str) -> None:
    assert newest(body).text in (YES, OUI, ZH)


@pytest.mark.parametrize(
    "body",
    [
        f"> Would Friday do?\n\n{YES}",
        f"On Jan 5, 2026, Lin wrote:\n> Would Friday do?\n>\n> Lin\n\n{YES}",
        f"-----Original Message-----\nFrom: Lin\nSubject: A chat\n\n> Friday?\n\n{YES}",
    ],
)
def test_an_answer_below_the_quote_is_found(body: str) -> None:
    assert newest(body).text == YES


def test_answers_between_quoted_lines_are_joined_and_shown_with_them() -> None:
    body = "Hello,\n> Do you have time?\nI do.\n> By phone?\nGladly.\n> Thanks\n"
    read = newest(body)
    assert read.text == "Hello,\nI do.\nGladly."
    assert read.reply == "Hello,\n> Do you have time?\nI do.\n> By phone?\nGladly."


@pytest.mark.parametrize(
    ("sender", "closing"),
    [
        ("Ann Berg", "Ann"),
        ("Ann Berg", "Best,\nAnn"),
        ("Ann Berg", "Kind regards,\n\nAnn Berg, RN\nCity Hospital\n416-555-0101"),
        ("Ann Berg", "Ann Berg | Head of Baking"),
        ("Ann Berg", "A."),
        ("Ann Berg", "- Ann"),
        ("Ann Berg", "Talk soon,\nA. Berg"),
        ("Katherine Low", "Kath"),
        ("", "Sincerely,\nAnn Berg"),
        ("", "Thanks!\nAnn"),
        ("Élise Côté", "Bien à vous,\nElise"),
        ("Élise Côté", "Cordialement,\nÉlise Côté\nInfirmière"),
        ("林芳", "祝好\n林芳"),
        ("林芳", "此致\n敬礼\n林芳"),
        ("林芳", "林芳\n护士长"),
        ("", "祝工作顺利！\n林芳"),
    ],
)
def test_closing_name_and_signature_are_not_part_of_what_was_said(sender: str, closing: str) -> None:
    read = newest(f"{YES}\n{closing}", sender)
    assert read.text == YES
    assert read.reply == f"{YES}\n{closing}"


@pytest.mark.parametrize(
    "body",
    [
        "No thanks.",
        "Thanks, but no.",
        "Sounds good\nsee you then",
        "Thank you for writing. I am glad to help.\nWould Monday do?",
        "Send your phone number over and I'll call.",
        "从我的经验看，打电话比发邮件好。",
        "On 5 May I am away.\nOn 6 May I am back.",
        "Here is what you wrote: it was kind.",
        "I left this team.\nFrom: now on, ask Bo.",
        "Merci de votre message.\nJe suis libre lundi.",
        "谢谢你的来信。\n我很乐意。",
    ],
)
def test_words_of_the_reply_stay(body: str) -> None:
    assert newest(body, "Ann Berg").text == body


@pytest.mark.parametrize(
    "own", ["On this day\n\nI wrote something.", "Tuesday, Jan 27 at 10am or 3pm.\nAsk ann@bakery.example."]
)
def test_a_header_swallows_no_words_above_it(own: str) -> None:
    assert newest(f"{own}\n\nOn 28 Jan 2026, at 19:04, Bo Lund wrote:\n> Hi").text == own


def test_a_postscript_is_part_of_the_reply() -> None:
    assert newest(f"{YES}\nAnn\nP.S. Bring boots.", "Ann Berg").text == f"{YES}\nP.S. Bring boots."


def test_a_message_that_only_quotes_says_nothing() -> None:
    assert newest("> Would Friday do?").text == ""


def test_a_forwarded_message_without_a_word_is_read_itself() -> None:
    body = "---------- Forwarded message ----------\nFrom: Bo <bo@mail.example>\nSubject: Hi\n\nI can help."
    assert newest(body).text == "I can help."


_piece = st.sampled_from(
    [
        *BELOW.values(),
        "> a",
        ">> b",
        "Best,",
        "Ann",
        "--",
        "___",
        "On",
        "wrote:",
        "写道：",
        "From: x",
        "a@b.ca",
        "",
        "?",
    ]
)


@given(st.lists(st.one_of(st.text(max_size=40), _piece), max_size=25).map("\n".join), st.text(max_size=20))
def test_the_newest_words_are_lines_of_the_message_in_their_order(body: str, sender: str) -> None:
    read = newest(body, sender)
    for part, whole in ((read.text, read.reply), (read.reply, body)):
        lines = iter([line.strip() for line in whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")])
        assert all(line.strip() in lines for line in part.split("\n") if line.strip())


@pytest.mark.parametrize(
    "piece",
    [
        "On 5 May\n", ">" * 50 + "\n", "From: a\n", "a@b\n", "在1\n", "x\nBest,\n", "Ann\n", "\n", "-\n", "x\n--\n",
        "On Mon a@b " * 9 + "\n", "hi\n\nFrom: a\nTo: b\n", "祝\n", "P.S. a\n",
    ],
)  # fmt: skip
def test_twice_the_text_takes_twice_the_steps(piece: str) -> None:
    once, twice = (steps(lambda size=size: newest(piece * size, "Ann Berg")) for size in (400, 800))  # type: ignore[misc]
    assert twice <= 2.2 * once + 100


def test_of_a_boundless_message_only_the_beginning_is_read() -> None:
    assert len(newest("word " * LONGEST).text) <= LONGEST
