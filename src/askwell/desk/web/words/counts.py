"""Numbers and counts as sentences."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from askwell.desk.queries.do_next import DoNext
from askwell.desk.queries.today import Today
from askwell.ui.templatetags.ui import gap

AN_HOUR = 60


def doors_heading(opened: int, goal: int) -> str:
    """Four doors open, six to go."""
    if opened <= 0:
        return capfirst(_("%(goal)s doors, and the first is before you") % {"goal": number(goal)})
    if opened >= goal:
        return capfirst(_("all %(goal)s doors are open") % {"goal": number(goal)})
    words = ngettext("%(opened)s door open, %(left)s to go", "%(opened)s doors open, %(left)s to go", opened)
    return capfirst(words % {"opened": number(opened), "left": number(goal - opened)})


def number(value: int) -> str:
    """Up to twelve in words, as a number of doors."""
    words = {
        1: pgettext("number of doors", "one"),
        2: pgettext("number of doors", "two"),
        3: pgettext("number of doors", "three"),
        4: pgettext("number of doors", "four"),
        5: pgettext("number of doors", "five"),
        6: pgettext("number of doors", "six"),
        7: pgettext("number of doors", "seven"),
        8: pgettext("number of doors", "eight"),
        9: pgettext("number of doors", "nine"),
        10: pgettext("number of doors", "ten"),
        11: pgettext("number of doors", "eleven"),
        12: pgettext("number of doors", "twelve"),
    }
    return words.get(value, str(value))


def do_next_words(listed: DoNext) -> str:
    """4 things, about 35 minutes."""
    count = len(listed.todos)
    things = ngettext("%(count)s thing", "%(count)s things", count) % {"count": count}
    return _("%(things)s, %(time)s") % {"things": things, "time": about(listed.minutes)}


def about(minutes: int) -> str:
    """About 35 minutes; rounded to five where it is more than ten."""
    shown = minutes if minutes <= 10 else 5 * round(minutes / 5)
    if shown < AN_HOUR:
        return ngettext("about %(count)s minute", "about %(count)s minutes", shown) % {"count": shown}
    hours = round(minutes / AN_HOUR)
    return ngettext("about %(count)s hour", "about %(count)s hours", hours) % {"count": hours}


def effort_words(page: Today) -> str:
    """All that was sent this week, then of the first messages how many are decided; silence is usual."""
    done = page.effort
    if not done.in_all:
        return _("Nothing is sent yet. Most first messages stay without an answer; ten doors take patience, not luck.")
    week = ngettext(
        "%(count)s message sent this week, %(all)s in all.",
        "%(count)s messages sent this week, %(all)s in all.",
        done.this_week,
    ) % {"count": done.this_week, "all": done.in_all}
    return week + gap() + _silence(page)


def _silence(page: Today) -> str:
    if not page.outlook.tried:
        return _("Answers take days, and many never come: that is usual, and not about you.")
    return ngettext(
        "Of %(tried)s first message decided so far, %(yes)s brought a yes: silence is usual, and not about you.",
        "Of %(tried)s first messages decided so far, %(yes)s brought a yes: silence is usual, and not about you.",
        page.outlook.tried,
    ) % {"tried": page.outlook.tried, "yes": page.outlook.yes}
