"""Offering times: which hours suit the reader, and a first text that names them on both clocks.

The seeker reads and changes the text before it goes out. Zone rules come from the pinned `tzdata`, so that a
time behind a clock change is right on both walls, and an insider twelve zones away reads their own date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from askwell.interviews.rules.booking import Span, free
from askwell.lib.times import at_local, good_hour, local_day, zone
from askwell.lib.zones import city
from askwell.outreach.choices import MeetingBy

ANSWERING = timedelta(hours=24)  # our choice (C): to read the message, to look into a calendar, and to answer
HOURS = (10, 14, 9, 16)  # theirs; the middle of the morning and of the afternoon first
A_DAY = 2
MOST_MINUTES = 30
MOST_CLOSING = 80  # characters of "Best regards,\nMei Tan"
AWAKE = (time(7), time(21, 30))  # the seeker's own clock
WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What the message says. `times` are aware; `own` and `theirs` are names of zones, `theirs` empty when it
    is not known; `hello` and `sender` are names as the greeting and the closing want them; `link` opens the page on
    which they can pick one, empty without it."""

    language: str
    hello: str
    sender: str
    times: Sequence[datetime]
    minutes: int
    by: MeetingBy
    own: str
    theirs: str = ""
    link: str = ""


def good_times(
    now: datetime, *, theirs: str, region: str, own: str, taken: Sequence[Span] = (), count: int = 6
) -> tuple[datetime, ...]:
    """Times (UTC) at which the reader works and the seeker is awake, at most two a day, the earliest first.

    `theirs` and `own` are zones, `region` says which days are the reader's business days, `taken` when the seeker
    has something else. From a day after `now`; where no working hour of theirs is a waking one of the seeker's, the
    seeker gets up.
    """
    found: list[datetime] = []
    opening = good_hour(now + ANSWERING, theirs, region=region)
    while len(found) < count:
        day = local_day(opening, theirs)
        hours = [at_local(day, hour, 0, theirs) for hour in HOURS]
        fitting = [moment for moment in hours if _awake(moment, own)] or hours
        to_come = [moment for moment in fitting if moment >= opening and free([moment], MOST_MINUTES, taken, now)]
        found.extend(sorted(to_come[:A_DAY]))
        opening = good_hour(at_local(day + timedelta(days=1), 0, 0, theirs), theirs, region=region)
    return tuple(found[:count])


def _awake(moment: datetime, own: str) -> bool:
    return AWAKE[0] <= moment.astimezone(zone(own)).time() <= AWAKE[1]


def offer(about: Offer) -> tuple[str, str]:
    """Subject and body in about.language (en, fr, zh-Hans; English for any other)."""
    lines = "\n".join(f"- {line}" for line in offered_lines(about))
    return {"fr": _french, "zh-Hans": _chinese}.get(about.language, _english)(about, lines)


def offered_lines(about: Offer) -> list[str]:
    """Each time in words: on the reader's clock, and where that differs on the seeker's in brackets."""
    return list(_lines(about))


def _lines(about: Offer) -> Iterator[str]:
    language = about.language if about.language in ("fr", "zh-Hans") else "en"
    for moment in about.times:
        own = moment.astimezone(zone(about.own))
        there = moment.astimezone(zone(about.theirs)) if about.theirs else own
        line = _span(there, about.minutes, language)
        if about.theirs and there.utcoffset() == own.utcoffset():
            yield line
        elif about.theirs:
            yield _both(line, there, own, about, language)
        else:
            yield _at_place(line, city(about.own, language), language)


def _both(line: str, there: datetime, own: datetime, about: Offer, language: str) -> str:
    mine = (
        _clock(own, language)
        if own.date() == there.date()
        else f"{day_words(own.date(), language)} {_clock(own, language)}"
    )
    line = _at_place(line, city(about.theirs, language), language)
    if language == "zh-Hans":
        return f"{line}（{city(about.own, language)}时间{mine}）"
    return f"{line} ({_at_place(mine, city(about.own, language), language)})"


def _at_place(words: str, place: str, language: str) -> str:
    return {"fr": f"{words} à {place}", "zh-Hans": f"{place}时间{words}"}.get(language, f"{words} in {place}")


def _span(start: datetime, minutes: int, language: str) -> str:
    """Day, beginning and end; the minutes pass in UTC, since a clock change may fall between."""
    end = (start.astimezone(zone("UTC")) + timedelta(minutes=minutes)).astimezone(start.tzinfo)
    between = " " if language == "zh-Hans" else ", "
    return f"{day_words(start.date(), language)}{between}{_clock(start, language)}–{_clock(end, language)}"


def day_words(day: date, language: str) -> str:
    """A day in words (en, fr, zh-Hans)."""
    if language == "zh-Hans":
        return f"{day.month}月{day.day}日周{'一二三四五六日'[day.weekday()]}"
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{WEEKDAYS[language][day.weekday()]} {number} {MONTHS[language][day.month - 1]}"


def _clock(moment: datetime, language: str) -> str:
    if language == "fr":
        return f"{moment.hour} h {moment.minute:02}" if moment.minute else f"{moment.hour} h"
    return f"{moment.hour}:{moment.minute:02}"


LINKED = {
    "en": "You can also pick a time, or answer otherwise, on this page, without an account:",
    "fr": "Vous pouvez aussi choisir un moment, ou répondre autrement, sur cette page, sans compte :",
    "zh-Hans": "您也可以在这个页面上挑时间或作别的答复，不用注册：",
}


def _linked(words: str, link: str, language: str) -> str:
    return f"{words}\n\n{link_lines(link, language)}" if link else words


def link_lines(link: str, language: str) -> str:
    """The sentence that leads to the page, and its address on a line of its own."""
    return f"{LINKED.get(language, LINKED['en'])}\n{link}"


def with_link(body: str, link: str, language: str) -> str:
    """A message with the link before its closing, which is a short last paragraph; once."""
    if link in body:
        return body
    start, gap, closing = body.rstrip().rpartition("\n\n")
    if not gap or len(closing) > MOST_CLOSING:
        start, closing = body.rstrip(), ""
    return "\n\n".join(part for part in (start, link_lines(link, language), closing) if part)


def signed(words: str, sender: str) -> str:
    """The closing words over the name; a sentence of their own where no name is known."""
    return f"{words},\n{sender}" if sender else f"{words}."


def _english(about: Offer, lines: str) -> tuple[str, str]:
    hello = f"Hi {about.hello}," if about.hello else "Hello,"
    way = {MeetingBy.VIDEO: "by video", MeetingBy.PHONE: "by phone"}.get(about.by, "in person")
    ask = (
        f"Would one of these times suit you for {about.minutes} minutes {way}?"
        if len(about.times) > 1
        else f"Would this time suit you for {about.minutes} minutes {way}?"
    )
    other = _linked("If not, name another and I will make it fit.", about.link, "en")
    body = f"{hello}\n\nThank you for your answer. {ask}\n\n{lines}\n\n{other}\n\n{signed('Thank you', about.sender)}"
    return "A time to talk", body


def _french(about: Offer, lines: str) -> tuple[str, str]:
    hello = f"Bonjour {about.hello}," if about.hello else "Bonjour,"
    way = {MeetingBy.VIDEO: "en visio", MeetingBy.PHONE: "par téléphone"}.get(about.by, "de vive voix")
    one = "L’un de ces moments" if len(about.times) > 1 else "Ce moment"
    ask = f"{one} vous conviendrait-il pour {about.minutes} minutes {way} ?"
    other = _linked("Sinon, proposez-en un autre : je m’arrangerai.", about.link, "fr")
    body = f"{hello}\n\nMerci de votre réponse. {ask}\n\n{lines}\n\n{other}\n\n{signed('Merci encore', about.sender)}"
    return "Un moment pour échanger", body


def _chinese(about: Offer, lines: str) -> tuple[str, str]:
    hello = f"{about.hello}，您好：" if about.hello else "您好："
    way = {MeetingBy.VIDEO: "视频聊聊", MeetingBy.PHONE: "电话聊聊"}.get(about.by, "当面聊聊")
    which = "下面几个时间您看哪个方便？" if len(about.times) > 1 else "这个时间您看方便吗？"
    ask = f"谢谢您的回复。想占用您{about.minutes}分钟，{way}。{which}"
    other = "要是都不方便，您说个时间，我来配合。" if len(about.times) > 1 else "要是不方便，您说个时间，我来配合。"
    other = _linked(other, about.link, "zh-Hans")
    return "约个时间聊聊", f"{hello}\n\n{ask}\n\n{lines}\n\n{other}\n\n谢谢！\n{about.sender}".strip()
