"""The forecast as sentences, with what is only a starting rate said to be one."""

from datetime import date

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from askwell.interviews.rules.forecast import Forecast, GroupRate, TieGroup
from askwell.ui import moments
from askwell.ui.words import channel_inside


def said(forecast: Forecast, goal: int) -> str:
    """`sentence` for the viewer, today."""
    return sentence(forecast, goal, timezone.localdate(), translation.get_language() or "en")


def said_faster(forecast: Forecast) -> str:
    """`faster` for the viewer, today."""
    return faster(forecast, timezone.localdate(), translation.get_language() or "en")


def sentence(forecast: Forecast, goal: int, today: date, language: str) -> str:
    """When the goal is likely reached; empty when it is reached."""
    if forecast.reached:
        return ""
    if forecast.expected is None:
        return _("At this pace the goal lies more than two years ahead. More messages, or warmer ones, bring it near.")
    facts = {"pace": _pace(forecast), "rate": round(forecast.rate.rate * 100), "goal": goal}
    facts |= {"expected": _day(forecast.expected, today, language)}
    facts |= {"low": _day(forecast.low, today, language), "high": _day(forecast.high, today, language)}
    return _opening(forecast) % facts


def _opening(forecast: Forecast) -> str:
    known = not (forecast.pace_from_prior and forecast.rate.from_prior)
    if forecast.high is None:
        if known:
            return _(
                "At your pace (%(pace)s, %(rate)s %% become a successful talk) interview %(goal)s falls around "
                "%(expected)s, perhaps from %(low)s on, perhaps much later."
            )
        return _(
            "With usual numbers (%(pace)s, %(rate)s %% become a successful talk; grade C) interview %(goal)s falls "
            "around %(expected)s, perhaps from %(low)s on, perhaps much later."
        )
    if known:
        return _(
            "At your pace (%(pace)s, %(rate)s %% become a successful talk) interview %(goal)s falls around "
            "%(expected)s, most likely between %(low)s and %(high)s."
        )
    return _(
        "With usual numbers (%(pace)s, %(rate)s %% become a successful talk; grade C) interview %(goal)s falls around "
        "%(expected)s, most likely between %(low)s and %(high)s. Your own will replace them."
    )


def _pace(forecast: Forecast) -> str:
    count = round(forecast.pace) if forecast.pace >= 1 else 1
    return ngettext("%(count)s new contact a week", "%(count)s new contacts a week", count) % {"count": count}


def faster(forecast: Forecast, today: date, language: str) -> str:
    """What two more contacts a week would change; empty where it changes nothing that can be said."""
    more = forecast.faster
    if forecast.reached or more.expected is None or more.days_gained == 0:
        return ""
    words = ngettext(
        "%(more)s more message a week would bring it to %(day)s.",
        "%(more)s more messages a week would bring it to %(day)s.",
        more.more,
    )
    return words % {"more": more.more, "day": _day(more.expected, today, language)}


def contacts(forecast: Forecast) -> str:
    """How many more first messages make it nearly sure."""
    if forecast.reached or forecast.contacts is None:
        return ""
    if forecast.contacts == 0:
        return _("What is under way already gives a chance of 90 percent.")
    words = ngettext(
        "%(count)s more person to write to gives a chance of 90 %%.",
        "%(count)s more people to write to give a chance of 90 %%.",
        forecast.contacts,
    )
    return words % {"count": forecast.contacts}


def by_date(forecast: Forecast, goal_on: date | None, today: date, language: str) -> str:
    """How likely one's own date is; a date that has passed is said to be so."""
    if goal_on is None or forecast.reached:
        return ""
    if goal_on < today:
        return _("Your date, %(day)s, has passed. Set another; the doors stay open.") % {
            "day": _day(goal_on, today, language)
        }
    chance = round((forecast.chance_by_goal_date or 0) * 100)
    return _("By your date, %(day)s, the chance is %(chance)s %%.") % {
        "day": _day(goal_on, today, language),
        "chance": chance,
    }


TIES = {
    TieGroup.COLD: gettext_lazy("Cold"),
    TieGroup.LOOSE: gettext_lazy("People you know a little"),
    TieGroup.CLOSE: gettext_lazy("People close to you"),
    TieGroup.INTRODUCED: gettext_lazy("Introduced by someone"),
}


def group(rate: GroupRate) -> str:
    """A channel and a group of ties."""
    tie = TIES[rate.tie] if rate.tie else ""
    return _("%(tie)s, %(channel)s") % {"tie": tie, "channel": channel_inside(rate.channel or "email")}


def _day(day: date | None, today: date, language: str) -> str:
    return moments.day(day, today, language, "full") if day else ""
