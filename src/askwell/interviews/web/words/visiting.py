"""What the insider's page says: times on both clocks, zones to choose from, what they answered; and what the seeker
is told of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.interviews.choices import NoticeKind
from askwell.interviews.models import Notice
from askwell.interviews.queries.pages import News
from askwell.interviews.queries.visiting import Visit
from askwell.interviews.rules.booking import MONTHS
from askwell.interviews.web.words.states import call_name, day_and_time, there
from askwell.lib import zones as cities
from askwell.lib.times import zone
from askwell.protocols.calendar import Answer
from askwell.ui import moments
from askwell.ui.rooms import address, bcp47
from askwell.ui.words import MEETINGS
from askwell.ui.written import put, who

MOST_QUOTED = 400  # characters

CHOSEN = {
    NoticeKind.CALLED_OFF: gettext_lazy("You called the talk off. If another time suits, take it."),
    NoticeKind.OTHER_TIME: gettext_lazy("You said when it would suit you better."),
    NoticeKind.NAMED: gettext_lazy("You named somebody. Thank you."),
    NoticeKind.LATER: gettext_lazy("You said: not now, perhaps later. Thank you for the answer."),
    NoticeKind.DECLINED: gettext_lazy("You said no, kindly. Thank you for the answer."),
    NoticeKind.TAKEN_BACK: gettext_lazy("You may be written to again."),
    NoticeKind.WROTE: gettext_lazy("You answered in writing. Thank you."),
}
"""To the insider; a time that stands says itself."""

TOLD = {
    NoticeKind.BOOKED: gettext_lazy("%(name)s chose a time on your page: %(when)s."),
    NoticeKind.MOVED: gettext_lazy("%(name)s moved your talk: now %(when)s."),
    NoticeKind.CALLED_OFF: gettext_lazy("%(name)s called the talk off."),
    NoticeKind.OTHER_TIME: gettext_lazy("%(name)s would like another time."),
    NoticeKind.NAMED: gettext_lazy("%(name)s named somebody who knows it better."),
    NoticeKind.LATER: gettext_lazy("%(name)s said: not now, ask again %(day)s."),
    NoticeKind.DECLINED: gettext_lazy("%(name)s said no, kindly."),
    NoticeKind.STOPPED: gettext_lazy("%(name)s asks not to be contacted again. Nobody here writes to them now."),
    NoticeKind.TAKEN_BACK: gettext_lazy("%(name)s may be written to again."),
    NoticeKind.ACCEPTED: gettext_lazy("%(name)s accepted your invitation for %(when)s."),
    NoticeKind.REFUSED: gettext_lazy("%(name)s’s calendar says no to %(when)s."),
    NoticeKind.UNSURE: gettext_lazy("%(name)s’s calendar says perhaps to %(when)s."),
    NoticeKind.COUNTERED: gettext_lazy("%(name)s’s calendar asks for another time: %(when)s."),
    NoticeKind.INVITED: gettext_lazy("%(name)s invited you to %(when)s: accept?"),
    NoticeKind.CHANGED: gettext_lazy("%(name)s changed their invitation, now for %(when)s: accept?"),
    NoticeKind.WITHDRAWN: gettext_lazy("%(name)s called off the talk that they invited you to, %(when)s."),
    NoticeKind.WROTE: gettext_lazy("%(name)s answered you in writing."),
    NoticeKind.ERASE: gettext_lazy(
        "%(name)s asks you to erase what you keep about them. Nobody here writes to them now; on %(day)s it goes by "
        "itself."
    ),
}
"""To the seeker."""


OF_THEIRS = (NoticeKind.INVITED, NoticeKind.CHANGED)
OFF = (NoticeKind.REFUSED, NoticeKind.WITHDRAWN)
CALENDAR_SAYS = {
    Answer.NONE: gettext_lazy("Their calendar has not answered yet."),
    Answer.ACCEPTED: gettext_lazy("Their calendar said yes."),
    Answer.DECLINED: gettext_lazy("Their calendar said no."),
    Answer.TENTATIVE: gettext_lazy("Their calendar said perhaps."),
    Answer.DELEGATED: gettext_lazy("They passed it on to somebody else."),
}
OWN_ANSWER = {
    Answer.NONE: gettext_lazy("You have not answered it by mail."),
    Answer.ACCEPTED: gettext_lazy("You said yes."),
    Answer.DECLINED: gettext_lazy("You said no."),
    Answer.TENTATIVE: gettext_lazy("You asked for another time."),
    Answer.DELEGATED: gettext_lazy("You have not answered it by mail."),
}
"""To an event of theirs."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A time on their clock, and on the seeker's where that shows another."""

    value: str
    day: str
    time: str
    elsewhere: str


def hours(times: Iterable[datetime], minutes: int, own: str) -> list[Hour]:
    return [Hour(time.isoformat(), *day_and_time(time, minutes), there(time, own)) for time in times]


def sender_name(page: Visit) -> str:
    """The seeker's name as the page's reader reads names."""
    chinese = (translation.get_language() or "").startswith("zh")
    sender = page.sender
    return (sender.native or sender.latin) if chinese else (sender.latin or sender.native)


def zones(chosen: str, *first: str) -> list[tuple[str, str, bool]]:
    """Zones to choose from, as (name, words, whether it is chosen): theirs and the seeker's, then the others
    from west to east."""
    language = translation.get_language() or "en"
    others = sorted(cities.CHINESE, key=lambda name: (_offset(name), cities.city(name, language)))
    names = dict.fromkeys((chosen, *first, *others))
    return [(name, _zone_word(name, language), name == chosen) for name in names]


def _offset(name: str) -> timedelta:
    return timezone.now().astimezone(zone(name)).utcoffset() or timedelta()


def _zone_word(name: str, language: str) -> str:
    return _("Universal time (UTC)") if name == "UTC" else cities.city(name, language)


def languages(current: str) -> list[tuple[str, str, str]]:
    """The other languages, as (code, as HTML spells it, its own name)."""
    return [(code, bcp47(code), name) for code, name in settings.LANGUAGES if code != current]


def months() -> list[tuple[int, str]]:
    """When they may be asked again."""
    return [(count, ngettext("in a month", "in %(count)s months", count) % {"count": count}) for count in MONTHS]


def chosen_words(last: Notice | None) -> str:
    """What they answered last, to themselves; empty where nothing needs saying."""
    return str(CHOSEN.get(NoticeKind(last.what), "")) if last else ""


def news_words(news: News) -> SafeString:
    """One sentence for Today."""
    when, until = news.facts.get("meets_at"), news.facts.get("until")
    name = who(call_name(news.who))
    return put(str(TOLD[news.what]), name=name, when=_moment(when) if when else "", day=_day(until) if until else "")


def _moment(when: datetime) -> str:
    return moments.moment(timezone.localtime(when), timezone.localdate(), _now(), "full")


def _day(until: date) -> str:
    return moments.day(until, timezone.localdate(), _now(), "full")


def news_step(news: News) -> dict[str, str]:
    """What one press does about it, as `words` and `url` (a POST) or `page`, and where it can be decided `otherwise`;
    empty where there is nothing to decide."""
    is_to_come = "meets_at" in news.facts and news.facts["meets_at"] > timezone.now()
    if news.what in OF_THEIRS and is_to_come:
        otherwise = address("interviews:answer", news.id)
        return {"words": _("Accept"), "url": address("interviews:accept", news.id), "otherwise": otherwise}
    if news.what is NoticeKind.COUNTERED and is_to_come:
        return {"words": _("Agree on it"), "url": address("interviews:take_time", news.id)}
    if news.what is NoticeKind.ERASE:
        return {"words": _("Erase now"), "page": address("desk:erase_person", news.who.id)}
    if news.what in OFF:
        return {"words": _("Call it off"), "url": address("interviews:take_refusal", news.id)}
    return {}


def news_detail(news: News) -> str:
    """What stands under it: their own words, how they want to talk."""
    by = MEETINGS.get(news.facts.get("by", ""), "")
    text = Truncator(news.facts.get("text", "")).chars(MOST_QUOTED)
    parts = [capfirst(str(by)), text, _named(news)]
    return " · ".join(part for part in parts if part)


def _named(news: News) -> str:
    if news.what is not NoticeKind.NAMED:
        return ""
    return _("You may say who gave the name.") if news.facts.get("may_use_name") else _("Do not say who gave the name.")


def _now() -> str:
    return translation.get_language() or "en"
