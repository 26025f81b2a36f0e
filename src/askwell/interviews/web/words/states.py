"""Where an interview stands, when it is on both clocks, and what to do with it next: as words."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone, translation
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.interviews.queries.listing import InterviewRow
from askwell.interviews.rules.duties import HELD
from askwell.lib.times import zone
from askwell.lib.zones import city
from askwell.outreach.choices import Answer, MeetingBy
from askwell.outreach.queries.values import Who
from askwell.ui import moments
from askwell.ui.rooms import address
from askwell.ui.words import MEETINGS

STATES = {
    InterviewState.PROPOSED: gettext_lazy("Looking for a time"),
    InterviewState.CONFIRMED: gettext_lazy("Agreed"),
    InterviewState.CANCELLED: gettext_lazy("Called off"),
    InterviewState.MISSED: gettext_lazy("Missed"),
    InterviewState.HELD: gettext_lazy("Held, not thanked yet"),
    InterviewState.THANKED: gettext_lazy("Held and thanked"),
    InterviewState.COMPLETE: gettext_lazy("Held, no door opened"),
}
DOORS = {
    InterviewState.PROPOSED: "knocked",
    InterviewState.CANCELLED: "shut",
    InterviewState.MISSED: "shut",
}
WAYS = {MeetingBy(code): word for code, word in MEETINGS.items()}


def state_word(row: InterviewRow | Interview) -> str:
    """In a few words; a successful one is a door open."""
    if isinstance(row, InterviewRow) and row.said_no:
        return _("Said no") if row.said_no is Answer.DECLINES else _("Not this time")
    return _("A door open") if row.is_successful else str(STATES[InterviewState(row.state)])


def state_door(row: InterviewRow | Interview) -> str:
    """The doorlet's state."""
    if isinstance(row, InterviewRow) and row.said_no:
        return "shut"
    return "open" if row.is_successful else DOORS.get(InterviewState(row.state), "ajar")


def way_word(by: str) -> str:
    """How you meet; empty when that is not said."""
    return str(WAYS[MeetingBy(by)]) if by in set(MeetingBy) else ""


def call_name(who: Who) -> str:
    """What a sentence calls them: in a Chinese one their Chinese name, where they have one."""
    return who.native if who.native and _language().startswith("zh") else who.call_name


def interview_next(row: InterviewRow) -> dict[str, str]:
    """The one thing to do with it now: `words` and `url`."""
    words, name, argument = _next(row, timezone.now())
    url = address(name, argument)
    return {"words": words, "url": f"{url}?kind=thanks" if name == "outreach:write" else url}


def _next(row: InterviewRow, now: datetime) -> tuple[str, str, UUID]:
    if row.state in HELD and row.finished_at is None:
        return _("Write it down"), "interviews:finish", row.id
    if row.state in HELD:
        if row.thanked_at is None:
            return _("Write thanks"), "outreach:write", row.who.id
        return _("Read it again"), "interviews:finish", row.id
    if row.state is InterviewState.CONFIRMED:
        return _confirmed(row, now)
    if row.said_no:
        return _("The conversation"), "outreach:thread", row.thread_id
    if row.state is InterviewState.PROPOSED:
        return _("Agree on a time"), "interviews:times", row.id
    return _("Offer times"), "interviews:offer", row.who.id


def _confirmed(row: InterviewRow, now: datetime) -> tuple[str, str, UUID]:
    if row.is_near(now):
        return _("Hold the talk"), "interviews:talk", row.id
    if row.is_over(now):
        return _("Write it down"), "interviews:finish", row.id
    return _("Prepare"), "interviews:prepare", row.id


def span(starts_at: datetime, minutes: int) -> str:
    """Day, beginning and end on the viewer's clock: Tomorrow, Friday 27 November, 10:00–10:20."""
    local = timezone.localtime(starts_at)
    return _span(local, minutes)


def _span(local: datetime, minutes: int) -> str:
    end = (local.astimezone(zone("UTC")) + timedelta(minutes=minutes)).astimezone(local.tzinfo)
    said = {"day": long_day(local), "from": moments.clock(local, _language()), "to": moments.clock(end, _language())}
    return _("%(day)s, %(from)s–%(to)s") % said


def day_and_time(starts_at: datetime, minutes: int) -> tuple[str, str]:
    """The day, and beginning and end on the viewer's clock, set apart: Friday 27 November; 10:00–10:20."""
    local = timezone.localtime(starts_at)
    end = timezone.localtime(starts_at + timedelta(minutes=minutes))
    return long_day(local), f"{moments.clock(local, _language())}–{moments.clock(end, _language())}"


def long_day(local: datetime) -> str:
    """A day with its week day, near ones said first: Tomorrow, Friday 27 November."""
    day, today = local.date(), timezone.localdate()
    full = {"weekday": WEEKDAYS[day.weekday()], "date": moments.day(day, today, _language(), "full")}
    date = pgettext("day of the week and date", "%(weekday)s %(date)s") % full
    near = moments.day(day, today, _language()) if abs((day - today).days) <= 1 else ""
    return _("%(near)s, %(date)s") % {"near": near, "date": date} if near else date


def own_city() -> str:
    """Whose clock the viewer's times are on."""
    return city(timezone.get_current_timezone_name(), _language())


def there(starts_at: datetime, theirs: str) -> str:
    """The same moment on their clock, with its date where that is another one; empty when it shows the same."""
    own = timezone.localtime(starts_at)
    local = own.astimezone(zone(theirs)) if theirs else own
    if local.utcoffset() == own.utcoffset():
        return ""
    clock = moments.clock(local, _language())
    said = {"time": clock, "city": city(theirs, _language()), "day": _plain_day(local)}
    if local.date() == own.date():
        return _("%(time)s in %(city)s") % said
    return _("%(day)s, %(time)s in %(city)s") % said


def _plain_day(local: datetime) -> str:
    date = moments.day(local.date(), timezone.localdate(), _language(), "full")
    return pgettext("day of the week and date", "%(weekday)s %(date)s") % {
        "weekday": WEEKDAYS[local.weekday()],
        "date": date,
    }


def _language() -> str:
    return translation.get_language() or "en"
