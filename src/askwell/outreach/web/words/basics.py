"""Names, channels, ties, languages, days: what every other sentence is made of."""

from datetime import date, datetime

from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from askwell.outreach.choices import Channel, MeetingBy
from askwell.outreach.queries.values import Who
from askwell.ui import moments
from askwell.ui import words as shared
from askwell.ui.words import spoken_word
from askwell.ui.written import who as who_tag

CHANNELS = {Channel(code): word for code, word in shared.CHANNELS.items()}
WAYS = {MeetingBy(code): word for code, word in shared.MEETINGS.items()}
LANGUAGES = {"en": _("English"), "zh-Hans": _("Chinese"), "fr": _("French")}
WRITTEN = {"zh": _("Chinese")}
"""What a conversation or a text is in, where that has another word than what is spoken."""
DAYS_IN_WORDS = range(-1, 7)
"""Days from today that are said as yesterday to a week day; others are dates."""


def name(who: Who) -> SafeString:
    """Native name first, each script marked with its language."""
    return SafeString(who_tag(who.latin, who.native))


def call_name(who: Who) -> str:
    """What a sentence calls them: in a Chinese one their Chinese name, where they have one."""
    return who.native if who.native and _language().startswith("zh") else who.call_name


def role_line(who: Who) -> str:
    """Their title and employer as a sentence, with one full stop also after "Inc."; empty when neither is known."""
    said = gettext(", ").join(part for part in (who.title, who.organisation) if part)
    return stopped(said) if said else ""


def stopped(sentence: str) -> str:
    """The sentence with its full stop, unless it ends in one already."""
    return sentence if sentence.endswith((".", "。", "!", "?", "！", "？")) else sentence + gettext(".")


def channel_word(code: str) -> str:
    """A channel, or a way to meet."""
    words = {**shared.CHANNELS, **{str(way): word for way, word in WAYS.items()}}
    return str(words.get(code, code))


def language_word(code: str) -> str:
    return str(LANGUAGES.get(code) or WRITTEN.get(code) or spoken_word(code))


def day(value: date | datetime) -> str:
    """A day inside a sentence, in the viewer's zone: today, Thursday, 17 November."""
    there = timezone.localdate(value) if isinstance(value, datetime) else value
    words = moments.day(there, timezone.localdate(), _language())
    return _small(words) if abs((there - timezone.localdate()).days) <= 1 else words


def on_day(value: date | datetime) -> str:
    """A day as an adverb: yesterday, on Thursday, on 17 November."""
    there = timezone.localdate(value) if isinstance(value, datetime) else value
    if abs((there - timezone.localdate()).days) <= 1:
        return day(there)
    words = pgettext("date", "on %(day)s") if is_dated(there) else gettext("on %(day)s")
    return words % {"day": day(there)}


def is_dated(value: date | datetime) -> bool:
    """Whether the day is said as a date, not as tomorrow or a week day: French sets other words around it."""
    there = timezone.localdate(value) if isinstance(value, datetime) else value
    return (there - timezone.localdate()).days not in DAYS_IN_WORDS


def moment(value: datetime) -> str:
    """A moment inside a sentence, in the viewer's zone: tomorrow 14:45, Thursday 10:00."""
    local = timezone.localtime(value)
    words = moments.moment(local, timezone.localdate(), _language(), "")
    return _small(words) if abs((local.date() - timezone.localdate()).days) <= 1 else words


def wall(local: datetime) -> str:
    """A clock reading of somewhere else, as it stands there: Thursday 10:00."""
    return moments.moment(local, timezone.localdate(), _language(), "")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def business_days(count: int) -> str:
    return ngettext("%(count)s business day", "%(count)s business days", count) % {"count": count}


def _language() -> str:
    return translation.get_language() or "en"
