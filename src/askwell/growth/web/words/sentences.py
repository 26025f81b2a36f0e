"""What plans say in sentences: what a step costs and gives, what is due, how near the target is."""

from datetime import date

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from askwell.growth.choices import DutyKind, StepKind
from askwell.growth.queries.values import PlanPage
from askwell.growth.rules.duties import Duty
from askwell.growth.rules.paying import Payback

WORTH: dict[StepKind, Promise] = {
    StepKind.COURSE: gettext_lazy(
        "You have asked nobody yet. Somebody who took it, or who hires people who did, can save you its price."
    ),
    StepKind.VOLUNTEER: gettext_lazy(
        "You have asked nobody yet. Somebody who volunteered there, or who hires for such work, can tell you what it "
        "counts for."
    ),
    StepKind.CONVERSATION: gettext_lazy("You have asked nobody yet whether they are the right person for it."),
    StepKind.PRACTICE: gettext_lazy(
        "You have asked nobody yet. Somebody in the field can tell you whether they would look at such work."
    ),
}
"""Where no insider spoke of a step: who could."""

DUTIES: dict[DutyKind, tuple[Promise, Promise]] = {
    DutyKind.BEGIN: (gettext_lazy("It begins: are you in?"), gettext_lazy("See it")),
    DutyKind.FINISH: (gettext_lazy("It has ended: put it in your story"), gettext_lazy("It is done")),
    DutyKind.LOG_HOURS: (gettext_lazy("Note your hours while you remember them"), gettext_lazy("Note hours")),
    DutyKind.REFERENCE: (gettext_lazy("It is time to ask for a reference"), gettext_lazy("Ask for it")),
}
"""What is due, and the button."""


def number(value: float) -> str:
    """7.5, 7.25, 1,800: grouped as the language does, decimals only where there are any."""
    part = f"{value:.2f}".partition(".")[2].rstrip("0")
    return number_format(value, decimal_pos=len(part), force_grouping=value >= 1000)


def money(amount: float, currency: str) -> str:
    if amount == 0:
        return _("free of charge")
    told = {"amount": number_format(amount, decimal_pos=0 if amount == int(amount) else 2, force_grouping=True)}
    if currency == "CAD":
        return _("$%(amount)s") % told
    return _("%(amount)s %(currency)s") % {**told, "currency": currency}


def payback(told: Payback, kind: StepKind) -> list[str]:
    """What it costs in time and money, what it closes, who asks for that. Only what is known; a conversation costs
    nothing worth a word."""
    costs = [*_time(told), *([money(told.cost, told.currency)] if told.cost is not None else [])]
    first = (
        _("%(list)s.") % {"list": _(", ").join(costs)}
        if costs
        else _("What it costs in time and money is not known yet.")
    )
    is_told = costs or kind is not StepKind.CONVERSATION
    if kind is StepKind.CONVERSATION:
        return [*([first] if is_told else []), _helps(told), *_insiders(told)]
    return [first, *filter(None, (_closes(told), _jobs(told))), *_insiders(told)]


def _time(told: Payback) -> list[str]:
    parts = []
    if told.weeks:
        parts.append(ngettext("%(n)s week", "%(n)s weeks", told.weeks) % {"n": told.weeks})
    if told.hours:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", round(told.hours)) % {"n": number(told.hours)})
    return parts


def _closes(told: Payback) -> str:
    if not told.closes:
        return _("Which gap it closes is not said yet.")
    words = ngettext("It closes %(closes)s of %(gaps)s gaps.", "It closes %(closes)s of %(gaps)s gaps.", told.closes)
    said = words if told.gaps > 1 else _("It closes the only gap.")
    return said % {"closes": told.closes, "gaps": told.gaps}


def _jobs(told: Payback) -> str:
    """How many of the jobs that are kept ask for what it closes; empty where none is kept."""
    counts = {"openings": told.openings, "all": told.openings_in_all}
    if not told.closes or not told.openings_in_all:
        return ""
    if not told.openings:
        words = ngettext(
            "The only job you keep does not ask for it.",
            "None of the %(all)s jobs you keep asks for it.",
            told.openings_in_all,
        )
    elif told.openings_in_all == 1:
        words = _("The only job you keep asks for it.")
    elif told.closes == 1:
        words = ngettext(
            "%(openings)s of the %(all)s jobs you keep asks for it.",
            "%(openings)s of the %(all)s jobs you keep ask for it.",
            told.openings,
        )
    else:
        words = ngettext(
            "%(openings)s of the %(all)s jobs you keep asks for one of them.",
            "%(openings)s of the %(all)s jobs you keep ask for one of them.",
            told.openings,
        )
    return words % counts


def _helps(told: Payback) -> str:
    """A conversation closes nothing by itself."""
    if not told.closes:
        return _("Which gap it helps with is not said yet.")
    words = ngettext("It helps with %(n)s gap.", "It helps with %(n)s gaps.", told.closes)
    return words % {"n": told.closes}


def _insiders(told: Payback) -> list[str]:
    if not told.insiders:
        return []
    return [ngettext("%(n)s insider spoke of it.", "%(n)s insiders spoke of it.", told.insiders) % {"n": told.insiders}]


def headline(page: PlanPage) -> list[str]:
    """How near the target is."""
    said = []
    if page.asked:
        told = {"held": page.held, "asked": page.asked}
        said.append(_("Your story shows %(held)s of %(asked)s skills that it asks for.") % told)
    left, gaps = len(page.open_gaps), len(page.gaps)
    if gaps and not left:
        said.append(_("Every gap of this plan is closed."))
    elif gaps:
        told = {"left": left, "gaps": gaps}
        words = ngettext("%(left)s of %(gaps)s gaps is open.", "%(left)s of %(gaps)s gaps are open.", left)
        said.append((words if gaps > 1 else _("The only gap is open.")) % told)
    return said


def demand(openings: int, insiders: int) -> str:
    """Who asks for a gap; nothing where nobody does."""
    parts = []
    if openings:
        parts.append(
            ngettext("%(n)s job you keep asks for it", "%(n)s jobs you keep ask for it", openings) % {"n": openings}
        )
    if insiders:
        parts.append(ngettext("%(n)s insider spoke of it", "%(n)s insiders spoke of it", insiders) % {"n": insiders})
    return _(", ").join(parts)


def duty(told: Duty) -> str:
    """What a step asks for."""
    return str(DUTIES[told.kind][0])


def duty_button(told: Duty) -> str:
    return str(DUTIES[told.kind][1])


def since(told: Duty, today: date) -> str:
    """How long it has waited, or how long is left, in days."""
    days = (today - told.on).days
    if told.kind is DutyKind.LOG_HOURS:
        return ngettext("last noted %(n)s day ago", "last noted %(n)s days ago", days) % {"n": days}
    if days == 0:
        return pgettext("due", "today")
    if days > 0:
        return ngettext("%(n)s day ago", "%(n)s days ago", days) % {"n": days}
    return ngettext("in %(n)s day", "in %(n)s days", -days) % {"n": -days}
