"""Calendars that go out: what stands in an invitation; the mail around it or an answer, in the reader's language."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from askwell.interviews.rules.offers import Offer, offered_lines, signed
from askwell.lib.times import zone
from askwell.outreach.choices import MeetingBy
from askwell.protocols.calendar import Event, Party


class Telling(StrEnum):
    """What a mail with a calendar tells: of an event of the seeker's own, and in answer to one of the insider's."""

    INVITED = "invited"
    MOVED = "moved"
    OFF = "off"
    REPLACED = "replaced"  # ours gives way to theirs
    ACCEPTED = "accepted"
    DECLINED = "declined"
    COUNTERED = "countered"  # another time, please


@dataclass(frozen=True, slots=True)
class Invited:
    """One agreed talk as both calendars should hold it. `own` and `theirs` are zones, `theirs` empty when it is not
    known; `language` is the reader's, `hello` what the mail calls them."""

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    by: MeetingBy
    place: str
    organizer: Party
    attendee: Party
    own: str
    theirs: str
    language: str
    hello: str


def event_of(one: Invited) -> Event:
    """The event, as a REQUEST has it; on the reader's clock, so that their calendar says their hour."""
    return Event(
        uid=one.uid,
        sequence=one.sequence,
        start=one.starts_at,
        end=one.starts_at + timedelta(minutes=one.minutes),
        zone=zone(one.theirs or one.own),
        summary=" · ".join(party.name or party.email for party in (one.organizer, one.attendee)),
        organizer=one.organizer,
        attendees=(one.attendee,),
        location=one.place,
        description=_way(one),
        status="CONFIRMED",
    )


def says_the_same(before: Event, after: Event) -> bool:
    """Whether a calendar that holds `before` needs nothing of `after`, whatever their numbers."""
    facts = ((one.start, one.end, one.location, one.attendees[0].email) for one in (before, after) if one.attendees)
    return len({*facts}) == 1


def mail_of(one: Invited, what: Telling, text: str = "") -> tuple[str, str]:
    """Subject and body; `text` is what the seeker adds in their own words."""
    words = {"fr": _FRENCH, "zh-Hans": _CHINESE}.get(one.language, _ENGLISH)
    when = offered_lines(_offer(one))[0]
    subject, sentence = words[what]
    name = one.organizer.name or one.organizer.email
    greeting = words["hello"][bool(one.hello)].format(hello=one.hello)
    facts = [when, *filter(None, (_way(one), one.place))] if what in _WITH_PLACE else [when]
    closing = f"{words['thanks'][0]}\n{name}" if one.language == "zh-Hans" else signed(words["thanks"][0], name)
    parts = [greeting, sentence.format(minutes=one.minutes), "\n".join(facts), *filter(None, (text,)), closing]
    return subject.format(name=name, when=when), "\n\n".join(parts)


def _offer(one: Invited) -> Offer:
    return Offer(
        language=one.language,
        hello=one.hello,
        sender=one.organizer.name,
        times=(one.starts_at,),
        minutes=one.minutes,
        by=one.by,
        own=one.own,
        theirs=one.theirs,
    )


def _way(one: Invited) -> str:
    words = {"fr": _WAYS_FR, "zh-Hans": _WAYS_ZH}.get(one.language, _WAYS_EN)
    return words[one.by]


_WITH_PLACE = (Telling.INVITED, Telling.MOVED)
_WAYS_EN = {MeetingBy.VIDEO: "By video", MeetingBy.PHONE: "By phone", MeetingBy.IN_PERSON: "In person"}
_WAYS_FR = {MeetingBy.VIDEO: "En visio", MeetingBy.PHONE: "Par téléphone", MeetingBy.IN_PERSON: "De vive voix"}
_WAYS_ZH = {MeetingBy.VIDEO: "视频", MeetingBy.PHONE: "电话", MeetingBy.IN_PERSON: "当面"}
_ENGLISH = {
    "hello": ("Hello,", "Hi {hello},"),
    "invited": ("Invitation: {name}, {when}", "Thank you. Here is our talk for your calendar, {minutes} minutes."),
    "moved": ("New time: {name}, {when}", "Our talk has another time now. Your calendar can take it over."),
    "off": ("Called off: {name}, {when}", "Our talk does not take place at this time. Your calendar can take it out."),
    "replaced": (
        "Yours instead of mine: {name}, {when}",
        "You sent an invitation too, so mine can leave your calendar. The talk stands, as you put it.",
    ),
    "accepted": ("Accepted: {name}, {when}", "Thank you for the invitation. I will be there."),
    "declined": ("Declined: {name}, {when}", "Thank you for the invitation. I can’t at this time, I am sorry."),
    "countered": ("Another time: {name}, {when}", "Thank you for the invitation. Could we take this time instead?"),
    "thanks": ("Thank you",),
}
_FRENCH = {
    "hello": ("Bonjour,", "Bonjour {hello},"),
    "invited": ("Invitation\u00a0: {name}, {when}", "Merci. Voici notre échange pour votre agenda, {minutes} minutes."),
    "moved": (
        "Nouvel horaire\u00a0: {name}, {when}",
        "Notre échange a un nouvel horaire. Votre agenda peut le reprendre.",
    ),
    "off": ("Annulé\u00a0: {name}, {when}", "Notre échange n’aura pas lieu à ce moment. Votre agenda peut l’effacer."),
    "replaced": (
        "Votre invitation au lieu de la mienne\u00a0: {name}, {when}",
        "Vous avez aussi envoyé une invitation\u00a0: la mienne peut quitter votre agenda. L’échange reste prévu.",
    ),
    "accepted": ("Accepté\u00a0: {name}, {when}", "Merci de votre invitation. J’y serai."),
    "declined": (
        "Décliné\u00a0: {name}, {when}",
        "Merci de votre invitation. Je ne suis malheureusement pas libre à ce moment.",
    ),
    "countered": (
        "Autre horaire\u00a0: {name}, {when}",
        "Merci de votre invitation. Cet autre moment vous irait-il\u00a0?",
    ),
    "thanks": ("Merci encore",),
}
_CHINESE = {
    "hello": ("您好：", "{hello}，您好："),
    "invited": ("邀请：{name}，{when}", "谢谢您。附上这次交谈的日历邀请，{minutes}分钟。"),
    "moved": ("改期：{name}，{when}", "我们的交谈改了时间，您的日历可以直接更新。"),
    "off": ("取消：{name}，{when}", "这个时间的交谈取消了，您的日历可以直接删去。"),
    "replaced": ("以您的邀请为准：{name}，{when}", "您也发来了邀请，我的那份可以从日历里删去。交谈照旧。"),
    "accepted": ("接受：{name}，{when}", "谢谢您的邀请，我会准时参加。"),
    "declined": ("无法参加：{name}，{when}", "谢谢您的邀请。很抱歉，这个时间我不方便。"),
    "countered": ("另约时间：{name}，{when}", "谢谢您的邀请。请问改到这个时间可以吗？"),
    "thanks": ("谢谢！",),
}
