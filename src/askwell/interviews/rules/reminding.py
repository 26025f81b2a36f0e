"""When the seeker is reminded of an agreed talk, and in which words.

A reminder is due within a span, not at a moment, and leaves once for each time that was agreed (`interviews.Reminder`
remembers it): so neither a clock that jumps nor a server that was down for a while loses or doubles one.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from askwell.interviews.choices import ReminderKind
from askwell.interviews.rules.offers import Offer, offered_lines
from askwell.lib.times import at_local, zone
from askwell.outreach.choices import MeetingBy

DAY_FROM, DAY_UNTIL = timedelta(hours=48), timedelta(hours=24)  # METHOD.md, as for confirming
TOO_LATE = timedelta(hours=3)  # for the day's: then the hour's is near
JUST_AGREED = timedelta(hours=6)  # our choice (C): who has just agreed needs no reminder
HOUR_FROM, HOUR_UNTIL = timedelta(minutes=65), timedelta(0)  # rather late than not at all, but never after it began
"""Five minutes more than the hour: a clock that is set an hour ahead between two looks cannot leap over the span."""
DECENT = (time(8), time(20))


def due(starts_at: datetime, agreed_at: datetime, now: datetime, *, own: str) -> ReminderKind | None:
    """Which reminder is due now for a talk that was agreed on at `agreed_at` (all aware); `own` is the seeker's
    zone."""
    if starts_at - HOUR_FROM <= now < starts_at - HOUR_UNTIL:
        return ReminderKind.HOUR if agreed_at < starts_at - HOUR_FROM else None
    leaves = decent(max(starts_at - DAY_FROM, agreed_at + JUST_AGREED), own)
    if leaves > starts_at - DAY_UNTIL:
        return None
    return ReminderKind.DAY if leaves <= now < starts_at - TOO_LATE else None


def useless_after(kind: ReminderKind, starts_at: datetime) -> datetime:
    """When a reminder that could not leave has nothing more to say; the hour's comes after the day's."""
    return starts_at - HOUR_FROM if kind is ReminderKind.DAY else starts_at


def decent(moment: datetime, own: str) -> datetime:
    """The moment, or the next one between eight and eight on the seeker's clock."""
    local = moment.astimezone(zone(own))
    if DECENT[0] <= local.time() < DECENT[1]:
        return moment
    day = local.date() + timedelta(days=local.time() >= DECENT[1])
    return at_local(day, DECENT[0].hour, 0, own)


@dataclass(frozen=True, slots=True)
class About:
    """The talk that a mail reminds of. `own` and `theirs` are zones, `language` is the seeker's."""

    kind: ReminderKind
    name: str
    starts_at: datetime
    minutes: int
    by: MeetingBy
    place: str
    language: str
    own: str
    theirs: str


def mail_of(about: About) -> tuple[str, str]:
    """Subject and body, to the seeker."""
    words = {"fr": _FRENCH, "zh": _CHINESE}.get(about.language[:2], _ENGLISH)
    when = offered_lines(_times(about))[0]
    said = {"name": about.name, "when": when, "way": words[about.by], "place": about.place}
    lines = [words[about.kind].format(**said), when, words[about.by], about.place, words[f"{about.kind}_tip"]]
    return words["subject"].format(**said), "\n\n".join(line for line in lines if line)


def _times(about: About) -> Offer:
    """On the seeker's clock first: they are the reader here."""
    language = {"fr": "fr", "zh": "zh-Hans"}.get(about.language[:2], "en")
    return Offer(
        language=language, hello="", sender="", times=(about.starts_at,), minutes=about.minutes, by=about.by,
        own=about.theirs or about.own, theirs=about.own,
    )  # fmt: skip


_ENGLISH = {
    "subject": "Your talk with {name}: {when}",
    "day": "You meet {name} soon.",
    "hour": "You meet {name} in about an hour.",
    "day_tip": "A line to confirm, and a look at your questions, is all it takes now.",
    "hour_tip": "Have your questions at hand. Five minutes before the end: who else, may I use your name, thank you.",
    MeetingBy.VIDEO: "By video",
    MeetingBy.PHONE: "By phone",
    MeetingBy.IN_PERSON: "In person",
}
_FRENCH = {
    "subject": "Votre échange avec {name} : {when}",
    "day": "Vous rencontrez bientôt {name}.",
    "hour": "Vous rencontrez {name} dans une heure environ.",
    "day_tip": "Un mot pour confirmer et un coup d’œil à vos questions suffisent maintenant.",
    "hour_tip": "Vos questions sous la main? Cinq minutes avant la fin\u00a0: qui d’autre, puis-je vous nommer, merci.",
    MeetingBy.VIDEO: "En visio",
    MeetingBy.PHONE: "Par téléphone",
    MeetingBy.IN_PERSON: "De vive voix",
}
_CHINESE = {
    "subject": "和{name}的交谈：{when}",
    "day": "你和{name}的交谈快到了。",
    "hour": "再过一小时左右，你和{name}交谈。",
    "day_tip": "现在只差发一句话确认，再看一眼你的问题。",
    "hour_tip": "把问题放在手边。结束前五分钟：还有谁可以请教、能不能提您的名字、谢谢您。",
    MeetingBy.VIDEO: "视频",
    MeetingBy.PHONE: "电话",
    MeetingBy.IN_PERSON: "当面",
}
