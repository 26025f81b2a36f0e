"""What an insider's answer means, and why."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell.coach.replies import Channel, Intent, Named, Reply, read_reply
from askwell.coach.replies.reading import LONGEST
from tests.steps import steps

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)  # a Wednesday
TORONTO = datetime(2026, 11, 26, 10, tzinfo=ZoneInfo("America/Toronto"))  # a Thursday


def intent(text: str, **more: object) -> Intent:
    return read_reply(Reply(text, NOW, **more)).intent  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("I would love to help, but I can't.", Intent.DECLINES),
        ("I can't do a call, but I'd be happy to meet.", Intent.ACCEPTS),
        ("I'd love to, but not right now.", Intent.DEFERS),
        ("J'aimerais beaucoup, mais ce n'est pas possible.", Intent.DECLINES),
        ("很想帮忙，但是公司不允许。", Intent.DECLINES),
    ],
)
def test_the_last_stance_counts(text: str, meaning: Intent) -> None:
    assert intent(text) is meaning


@pytest.mark.parametrize("text", ["Would you be happy to tell me more?", "Why can't you ask your school?"])
def test_a_question_neither_agrees_nor_refuses(text: str) -> None:
    assert intent(text) is Intent.ASKS_QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Sure, Friday at 3. But never email me again.",
        "Oui, vendredi. Mais ne m'écrivez plus.",
        "好的。不要再联系我了。",
    ],
)
def test_a_wish_to_be_left_alone_counts_before_everything(text: str) -> None:
    assert intent(text) is Intent.STOP


@pytest.mark.parametrize(
    "text",
    [
        "Meet me at the bus stop. Friday at 3?",
        "Please don't call me before nine.",
        "I don't write reports any more, but happy to talk.",
        "Could you get back to me in three weeks?",
        "Don't send me your resume, send me your questions and I'll answer them.",
        "I was never allowed to take part in interviews.",
        "Merci de ne pas m'appeler avant 9 h.",
        "C'est assez simple : appelez-moi.",
        "Je n'ai jamais été autorisée à en parler.",
        "Je dois me retirer du projet, on se parle en juin?",
        "周末不要打电话，工作日都可以。",
        "把问题发去我的邮箱，我来回答。",
        "把我们周五的会取消吧，下周再约。",
        "你在我的通讯录里，随时联系。",
    ],
)
def test_what_only_sounds_like_stop_is_none(text: str) -> None:
    assert intent(text) is not Intent.STOP


@pytest.mark.parametrize("text", ["Fichez le camp de ma boîte.", "Be gone with these notes.", "烦不烦，走开。"])
def test_nothing_is_done_unasked_on_a_guess(text: str) -> None:
    assert not read_reply(Reply(text, NOW)).sure


@pytest.mark.parametrize(
    "text",
    [
        "Please do not contact me again.",
        "Unsubscribe",
        "Please stop emailing me.\nDaniel Wong\nHarbour Ltd",
        "Ne m'écrivez plus, s'il vous plaît.",
        "请不要再给我发邮件了。",
        "退订",
    ],
)
def test_a_plain_wish_to_be_left_alone_is_sure(text: str) -> None:
    reading = read_reply(Reply(text, NOW))
    assert (reading.intent, reading.sure) == (Intent.STOP, True)


@pytest.mark.parametrize(
    "text",
    [
        "Sure, Friday at 3. But never email me again.",
        "Do not write to this address again: kim@home.example is better.",
        "If you want to do me a favour, stop emailing me.",
        "Ne m'écrivez plus à cette adresse.",
        "别再打我公司电话了。",
    ],
)
def test_a_stop_that_something_speaks_against_is_not_sure(text: str) -> None:
    reading = read_reply(Reply(text, NOW))
    assert reading.intent is not Intent.STOP or not reading.sure


@pytest.mark.parametrize(
    "text",
    [
        "Sure, Tuesday at 10. You can stop emailing the careers desk now, they told me about you.",
        "Please don't write to HR again, I'm the right person. Let's talk Friday 9am.",
        "Please don't email my work address again, write to me at home: kim@home.example. Glad to talk.",
        "Yes. It is my last week so do not write to this address any more, my private one is below. Tuesday 4 pm?",
        "Please don't send me your resume again, but let's talk Tuesday at 3.",
        "不要再发到这个邮箱，请发到 a@b.example，很乐意聊。",
        "请不要再给HR发邮件了，直接找我，周四十点。",
        "Ne m'appelez plus au bureau, appelez-moi sur mon cellulaire. Mardi 10 h?",
        "Cessez d'écrire aux RH, venez me voir jeudi à 14 h.",
        "Ne m'écrivez plus à cette adresse; voici la nouvelle: a.roy@b.example. Oui, parlons-nous!",
    ],
)
def test_a_yes_stays_one_where_somebody_or_somewhere_else_is_to_be_left_alone(text: str) -> None:
    assert intent(text) in (Intent.ACCEPTS, Intent.ACCEPTS_WITH_TIMES, Intent.DEFERS)


@pytest.mark.parametrize(
    "footer",
    [
        "To unsubscribe from our newsletter click here.",
        "If you no longer wish to receive emails from us, please unsubscribe.",
        "CONFIDENTIAL: if you received this in error, please delete it and do not contact us.",
        "Unsubscribe | Privacy policy",
        "如需退订,请点击此处。",
        "如果您不想再收到我们的邮件，请回复退订。",
        "Pour vous désabonner, cliquez ici.",
        "Si vous ne souhaitez plus recevoir nos courriels, désabonnez-vous ici.",
    ],
)
def test_what_a_footer_offers_to_everybody_is_no_wish_of_the_writers(footer: str) -> None:
    assert intent(f"Happy to talk, Tuesday at 10?\n\n{footer}") is not Intent.STOP
    undecided = read_reply(Reply(f"Let me think about it.\n\n{footer}", NOW))
    assert undecided.intent is not Intent.STOP or not undecided.sure


PERSONS = [line.split("|") for line in (Path(__file__).parent / "persons.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("text", "name", "email", "role"), PERSONS, ids=[row[0][:40] for row in PERSONS])
def test_the_person_handed_over_to_is_found(text: str, name: str, email: str, role: str) -> None:
    person = read_reply(Reply(text, NOW, sender="Pat Roe")).person
    assert person
    assert (person.name, person.email, bool(person.role)) == (name, email, bool(role))
    assert person.role in role or role in person.role


def test_an_hour_offered_is_a_yes_even_beside_a_refusal() -> None:
    reading = read_reply(Reply("I can't make Thursday. Monday at 9:30?", NOW))
    assert reading.intent is Intent.ACCEPTS_WITH_TIMES
    assert [start.isoformat() for start in reading.times] == ["2026-03-09T09:30"]


def test_a_day_to_write_again_on_is_no_offer() -> None:
    reading = read_reply(Reply("Very busy. Please write to me again on April 7.", NOW))
    assert (reading.intent, reading.times, reading.until and reading.until.isoformat()) == (
        Intent.DEFERS, (), "2026-04-07",
    )  # fmt: skip


def test_headers_of_a_machine_count_before_its_words() -> None:
    assert intent("Yes, Friday at 3!", headers={"auto-submitted": "auto-replied (vacation)"}) is Intent.AUTO_REPLY
    assert intent("Yes, Friday at 3!", headers={"Auto-Submitted": "no"}) is Intent.ACCEPTS_WITH_TIMES


def test_a_person_who_goes_away_is_no_machine() -> None:
    assert intent("I'm on vacation until March 20, let's talk after that.", subject="Re: A chat") is Intent.DEFERS
    assert intent("I am on vacation until March 20.", subject="Out of office: A chat") is Intent.AUTO_REPLY


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Thanks for your email. I'm out of office this week with limited access to email. "
            "Would next Wednesday at 2 work?",
            "Re: A chat",
        ),
        (
            "Je suis absente du bureau jusqu'à lundi avec un accès limité à mes courriels. Mardi 10 h vous irait?",
            "Re: A",
        ),
        ("您好，我目前出差，无法及时处理邮件。下周二上午十点可以吗？", "回复：请教"),
        ("Let's talk Monday 9am", "Out of office next week, but yes"),
    ],
)
def test_who_offers_an_hour_while_away_is_a_person(text: str, subject: str) -> None:
    assert intent(text, subject=subject) is Intent.ACCEPTS_WITH_TIMES


def test_that_a_machine_wrote_it_is_sure_only_where_the_headers_say_so() -> None:
    away = "I am out of the office until March 20 with limited access to email."
    for headers, sure in (({}, False), ({"Auto-Submitted": "auto-replied"}, True)):
        reading = read_reply(Reply(away, NOW, subject="Out of office: A chat", headers=headers))
        assert (reading.intent, reading.sure) == (Intent.AUTO_REPLY, sure)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("周五不成，周六下午三点可以吗？", ["2026-11-28T15:00"]),
        ("Lundi non, je suis en déplacement, mais mercredi midi et demi c'est bon.", ["2026-12-02T12:30"]),
        ("Avec joie, mardi midi autour d'un café.", ["2026-12-01T12:00"]),
        ("Bien sûr, lundi à midi moins le quart.", ["2026-11-30T11:45"]),
        ("Oui, disons le premier décembre à 10 heures.", ["2026-12-01T10:00"]),
        ("D'accord, mais pas mardi : mercredi 2 à 16 h 30.", ["2026-12-02T16:30"]),
        ("I'd be glad to. 10 to 10:20 Friday the 4th?", ["2026-12-04T10:00"]),
    ],
)
def test_the_hour_that_is_meant_is_read(text: str, offered: list[str]) -> None:
    assert [start.isoformat() for start in read_reply(Reply(text, TORONTO)).times] == offered


@pytest.mark.parametrize(
    "text", ["I'm having a baby in two weeks so it'll have to wait until the spring.", "年底太忙，开春再聊行不行？"]
)
def test_spring_is_a_time_to_write_again(text: str) -> None:
    until = read_reply(Reply(text, TORONTO)).until
    assert until
    assert until.isoformat() == "2027-03-01"


def test_who_does_not_talk_to_strangers_declines() -> None:
    assert intent("不好意思，我不太习惯跟陌生人聊工作，祝你顺利。") is Intent.DECLINES


def test_whose_world_it_is_is_the_one_to_talk_to() -> None:
    person = read_reply(Reply("That's really Tom Becker's world, not mine. Tell him I sent you.", NOW)).person
    assert person == Named("Tom Becker")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Sure, let's do Dec 3rd at 09:00 Pacific.", ["2026-12-03T09:00 America/Los_Angeles"]),
        ("Yes! Monday 3pm PST / 6pm EST?", ["2026-11-30T15:00 America/Los_Angeles"]),
        (
            "3pm Eastern on Monday works, or noon your time on Tuesday.",
            ["2026-11-30T15:00 America/Toronto", "2026-12-01T12:00 reader"],
        ),
        ("Tuesday at 2 or 3pm Mountain time.", ["2026-12-01T14:00 America/Denver", "2026-12-01T15:00 America/Denver"]),
        (
            "Monday at 4pm, Wednesday at 5pm. All times Eastern.",
            ["2026-11-30T16:00 America/Toronto", "2026-12-02T17:00 America/Toronto"],
        ),
        ("9pm Beijing time on Tuesday (5am for you) works.", ["2026-12-01T21:00 Asia/Shanghai"]),
        ("Tuesday at 3 pm UTC+8.", ["2026-12-01T15:00 Etc/GMT-8"]),
        ("Could do Monday 30 Nov, 4:15pm my time?", ["2026-11-30T16:15 "]),
        ("Monday at 3 works for you? I'll call.", ["2026-11-30T15:00 "]),
        ("12月1日下午三点（北京时间）可以。", ["2026-12-01T15:00 Asia/Shanghai"]),
        ("北京时间12月1日下午三点可以吗？", ["2026-12-01T15:00 Asia/Shanghai"]),
        ("周二上午十点，你那边是晚上十点，可以吗？", ["2026-12-01T10:00 "]),
        ("Oui, mardi 15 h, heure de Paris.", ["2026-12-01T15:00 Europe/Paris"]),
        ("Mardi à 15 h (HNE), ça irait?", ["2026-12-01T15:00 America/Toronto"]),
    ],
)
def test_a_zone_said_with_an_hour_is_the_clock_it_is_on(text: str, offered: list[str]) -> None:
    reading = read_reply(Reply(text, TORONTO))
    assert [f"{start.isoformat()} {start.zone}" for start in reading.times] == offered
    assert reading.sure


def test_the_writers_own_zone_is_meant_where_it_goes_by_the_same_name() -> None:
    vancouver = TORONTO.astimezone(ZoneInfo("America/Vancouver"))
    assert read_reply(Reply("Dec 3rd at 9 am Pacific?", vancouver)).times[0].zone == "America/Vancouver"


@pytest.mark.parametrize("text", ["Monday at 10 IST works.", "Monday at 10 CST.", "Monday at 10 Lagos time is fine."])
def test_an_hour_on_a_clock_that_nobody_knows_is_no_hour_and_not_sure(text: str) -> None:
    reading = read_reply(Reply(text, TORONTO))
    assert ([start.isoformat() for start in reading.times], reading.sure) == (["2026-11-30"], False)


@pytest.mark.parametrize(
    "text",
    [
        "Désolé, je ne peux plus vendredi. Pourrait-on plutôt mardi 15 h ou mercredi 10 h 30 ?",
        "I can't make Friday any more. Tuesday at 3?",
        "Something came up, could we find another time?",
        "不好意思，周五来不了了，改到下周二下午三点可以吗？",
    ],
)
def test_that_they_cannot_come_is_heard(text: str) -> None:
    assert read_reply(Reply(text, NOW)).withdraws


def test_a_yes_withdraws_nothing() -> None:
    assert not read_reply(Reply("Yes, Friday at 3 works. See you then!", NOW)).withdraws


def test_neither_writer_nor_reader_is_the_person_referred_to() -> None:
    reply = Reply(
        "Hi Lin, you should talk to Ann Berg again, that's me. Happy to help.",
        NOW,
        sender="Ann Berg",
        recipient="Lin Hua",
    )
    assert read_reply(reply).person is None


def test_the_senders_own_address_belongs_to_nobody_else() -> None:
    text = "Please talk to Bo Lund, our baker. Or write to me again: ann@bakery.example"
    reply = Reply(text, NOW, sender="Ann Berg", address="ann@bakery.example")
    assert read_reply(reply).person == Named("Bo Lund", "", "baker")


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Sure, but not by phone. Come to my office.", Channel.IN_PERSON),
        ("Sure, coffee over Zoom?", Channel.VIDEO),
        ("Sure, phone or Zoom, you choose.", None),
        ("Sure. Ring me at 416-555-0101.", Channel.PHONE),
        ("Oui, plutôt par téléphone qu'en personne.", Channel.PHONE),
        ("可以，不要打电话，来店里聊吧。", Channel.IN_PERSON),
    ],
)
def test_the_channel_is_the_one_that_is_meant(text: str, channel: Channel | None) -> None:
    assert read_reply(Reply(text, NOW)).channel is channel


def test_the_words_that_decided_can_be_shown() -> None:
    text = "Thanks for writing. I'm afraid I can't help with this."
    reading = read_reply(Reply(text, NOW))
    assert [text[start:end] for start, end in reading.why] == ["can't help"]
    assert reading.confidence > 0.8


def test_days_are_reckoned_from_the_date_of_receipt() -> None:
    late = Reply("Tomorrow at 3 works.", NOW.replace(hour=23) + timedelta(days=1))
    assert [start.isoformat() for start in read_reply(late).times] == ["2026-03-06T15:00"]


_pieces = """
I|can't|happy to|talk|Friday|at 3|May|not|?|.|,|联系|周五|下午|三点|王|me|again|jeudi|le|30|février|h|12|:|-|@|a@b.ca
"""
_words = st.sampled_from([*_pieces.strip().split("|"), "\n"])


@given(
    st.one_of(
        st.text(max_size=200), st.lists(_words, max_size=40).map(" ".join), st.lists(_words, max_size=40).map("".join)
    ),
    st.datetimes(datetime(1971, 1, 1), datetime(2190, 1, 1)),
    st.dictionaries(st.sampled_from(["Auto-Submitted", "Precedence", "X"]), st.text(max_size=9)),
)
def test_anything_can_be_read(text: str, received: datetime, headers: dict[str, str]) -> None:
    reading = read_reply(Reply(text, received.replace(tzinfo=UTC), subject=text[:20], headers=headers))
    assert 0 < reading.confidence <= 1
    assert all(0 <= start < end <= len(text) for start, end in reading.why)
    assert bool(reading.times) == (reading.intent is Intent.ACCEPTS_WITH_TIMES)
    assert reading.until is None or reading.intent in (Intent.DEFERS, Intent.AUTO_REPLY)
    assert (reading.person is not None) == (reading.intent is Intent.REFERS)


@pytest.mark.parametrize(
    "piece", ["I can ", "talk to Ann ", "Friday at 3, ", "周五三点", "联系王", "le 5 à 9 h ", "a", "\n", "a@b.ca "]
)
def test_of_a_boundless_reply_only_the_beginning_is_read(piece: str) -> None:
    longest = piece * (LONGEST // len(piece) + 1)
    once, more = (steps(lambda size=size: read_reply(Reply(longest * size, NOW))) for size in (1, 50))  # type: ignore[misc]
    assert more <= 1.1 * once + 100
