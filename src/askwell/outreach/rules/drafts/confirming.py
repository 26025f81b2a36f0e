"""The two lines that tell somebody: the time that you offered is agreed."""

from dataclasses import dataclass
from datetime import datetime

from askwell.outreach.choices import MeetingBy

DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
WAYS = {
    "en": {MeetingBy.VIDEO: "by video", MeetingBy.PHONE: "by phone", MeetingBy.IN_PERSON: "in person"},
    "fr": {MeetingBy.VIDEO: "en visio", MeetingBy.PHONE: "par téléphone", MeetingBy.IN_PERSON: "de vive voix"},
    "zh-Hans": {MeetingBy.VIDEO: "视频聊", MeetingBy.PHONE: "电话聊", MeetingBy.IN_PERSON: "当面聊"},
}


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed. `at` is on the reader's clock; `place` is the city of that clock, empty where the seeker's shows
    the same."""

    language: str
    hello: str
    sender: str
    at: datetime
    place: str
    by: MeetingBy


def confirmation(agreed: Agreed) -> str:
    """The message in agreed.language (en, fr, zh-Hans)."""
    return {"fr": _french, "zh-Hans": _chinese}.get(agreed.language, _english)(agreed, agreed.at)


def _english(agreed: Agreed, at: datetime) -> str:
    hello = f"Hi {agreed.hello}," if agreed.hello else "Hello,"
    where = f" ({agreed.place} time)" if agreed.place else ""
    when = f"{DAYS['en'][at.weekday()]}, {at.day} {MONTHS['en'][at.month - 1]} at {at.hour}:{at.minute:02}{where}"
    said = f"{when} suits me well; we talk {WAYS['en'][agreed.by]}. Thank you for making the time."
    return f"{hello}\n\n{said}\n\nSee you then,\n{agreed.sender}".rstrip(",\n")


def _french(agreed: Agreed, at: datetime) -> str:
    hello = f"Bonjour {agreed.hello}," if agreed.hello else "Bonjour,"
    number = "1er" if at.day == 1 else str(at.day)
    clock = f"{at.hour} h {at.minute:02}" if at.minute else f"{at.hour} h"
    where = f" (heure de {agreed.place})" if agreed.place else ""
    when = f"{DAYS['fr'][at.weekday()]} {number} {MONTHS['fr'][at.month - 1]} à {clock}{where}"
    said = f"C’est noté pour {when}, {WAYS['fr'][agreed.by]}. Merci de prendre ce temps."
    return f"{hello}\n\n{said}\n\nÀ bientôt,\n{agreed.sender}".rstrip(",\n")


def _chinese(agreed: Agreed, at: datetime) -> str:
    hello = f"{agreed.hello}，您好：" if agreed.hello else "您好："
    where = f"{agreed.place}时间" if agreed.place else ""
    when = f"{where}{at.month}月{at.day}日周{'一二三四五六日'[at.weekday()]} {at.hour}:{at.minute:02}"
    return f"{hello}\n\n那就定在{when}，{WAYS['zh-Hans'][agreed.by]}。谢谢您抽时间。\n\n{agreed.sender}".strip()
