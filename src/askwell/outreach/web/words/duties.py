"""Follow-ups as a title, a reason and a button."""

from collections.abc import Callable

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.outreach.choices import Answer, FollowUpKind, FollowUpReason
from askwell.outreach.queries.values import DueFollowUp, Duty, Who
from askwell.outreach.web.words.basics import business_days, call_name, day, moment, name, on_day
from askwell.ui.written import put

SHORT = {
    FollowUpKind.SECOND_PERSON: gettext_lazy("a second person"),
    FollowUpKind.NUDGE: gettext_lazy("nudge"),
    FollowUpKind.REPLY_WITHIN_A_DAY: gettext_lazy("reply"),
    FollowUpKind.WRITE_AGAIN: gettext_lazy("write again"),
    FollowUpKind.THANK: gettext_lazy("thanks"),
    FollowUpKind.CONFIRM: gettext_lazy("confirm"),
    FollowUpKind.LET_REST: gettext_lazy("let rest"),
    FollowUpKind.PREPARE: gettext_lazy("prepare"),
    FollowUpKind.WRITE_DOWN: gettext_lazy("write down"),
    FollowUpKind.WRITE_TO_NAMED: gettext_lazy("first message"),
    FollowUpKind.ASK_FOR_NAMES: gettext_lazy("ask for names"),
    FollowUpKind.PROGRESS_NOTE: gettext_lazy("progress note"),
    FollowUpKind.GREET: gettext_lazy("good to meet you"),
    FollowUpKind.ANOTHER_WAY: gettext_lazy("another way"),
}
BUTTONS = {
    FollowUpKind.SECOND_PERSON: gettext_lazy("Second person"),
    FollowUpKind.NUDGE: gettext_lazy("Review nudge"),
    FollowUpKind.REPLY_WITHIN_A_DAY: gettext_lazy("Reply"),
    FollowUpKind.WRITE_AGAIN: gettext_lazy("Write again"),
    FollowUpKind.THANK: gettext_lazy("Write thanks"),
    FollowUpKind.CONFIRM: gettext_lazy("Confirm"),
    FollowUpKind.LET_REST: gettext_lazy("Let it rest"),
    FollowUpKind.PREPARE: gettext_lazy("Prepare"),
    FollowUpKind.WRITE_DOWN: gettext_lazy("Write it down"),
    FollowUpKind.WRITE_TO_NAMED: gettext_lazy("Draft a message"),
    FollowUpKind.ASK_FOR_NAMES: gettext_lazy("Ask for a name"),
    FollowUpKind.PROGRESS_NOTE: gettext_lazy("Write the note"),
    FollowUpKind.GREET: gettext_lazy("Write to them"),
    FollowUpKind.ANOTHER_WAY: gettext_lazy("Another way"),
}
WRITES = {
    FollowUpKind.NUDGE: "nudge",
    FollowUpKind.REPLY_WITHIN_A_DAY: "reply",
    FollowUpKind.WRITE_AGAIN: "again",
    FollowUpKind.THANK: "thanks",
    FollowUpKind.CONFIRM: "reply",
    FollowUpKind.WRITE_TO_NAMED: "first",
    FollowUpKind.ASK_FOR_NAMES: "reply",
}
INTERVIEW_PAGES = {FollowUpKind.PREPARE: "interviews:prepare", FollowUpKind.WRITE_DOWN: "interviews:finish"}
"""Addresses of a higher app, by name only: the duty carries the interview's id."""


def title(due: DueFollowUp) -> SafeString:
    """What is to be done, naming the person."""
    who = name(due.who)
    match due.duty.kind:
        case FollowUpKind.SECOND_PERSON:
            employer = due.duty.facts.get("employer", "")
            return put(_("Write to a second person at %(employer)s"), employer=employer)
        case FollowUpKind.NUDGE:
            return put(_("Nudge %(name)s"), name=who)
        case FollowUpKind.REPLY_WITHIN_A_DAY:
            return put(_("Answer %(name)s"), name=who)
        case FollowUpKind.WRITE_AGAIN:
            return put(_("Write to %(name)s again"), name=who)
        case FollowUpKind.THANK:
            return put(_("Thank %(name)s"), name=who)
        case FollowUpKind.CONFIRM:
            return put(_("Confirm with %(name)s"), name=who)
        case FollowUpKind.LET_REST:
            return put(_("Let %(name)s rest"), name=who)
        case FollowUpKind.PREPARE:
            return put(_("Prepare for %(name)s"), name=who)
        case FollowUpKind.WRITE_DOWN:
            return put(_("Write down the talk with %(name)s"), name=who)
        case FollowUpKind.WRITE_TO_NAMED:
            return put(_("Write to %(name)s"), name=who)
        case FollowUpKind.ASK_FOR_NAMES:
            return put(_("Ask %(name)s who else to talk to"), name=who)
        case FollowUpKind.PROGRESS_NOTE:
            return put(_("Tell %(name)s how it went"), name=who)
        case FollowUpKind.GREET:
            return put(_("Tell %(name)s it was good to meet"), name=who)
        case FollowUpKind.ANOTHER_WAY:
            return put(_("Reach %(name)s another way"), name=who)


def why(due: DueFollowUp) -> SafeString:
    """Why it is there, in a sentence or two."""
    return duty_why(due.duty, due.who)


def duty_why(duty: Duty, who: Who) -> SafeString:
    return put(REASONS[duty.reason](duty), name=call_name(who), **_facts(duty))


def _facts(duty: Duty) -> dict[str, object]:
    facts: dict[str, object] = {"employer": duty.facts.get("employer", "")}
    if "business_days" in duty.facts:
        facts["days"] = business_days(duty.facts["business_days"])
        facts["since"] = day(duty.facts["since"])
    if duty.facts.get("named"):
        facts["named"] = on_day(duty.facts["named"])
    if duty.facts.get("meets_at"):
        facts["meets"] = moment(duty.facts["meets_at"])
    if duty.facts.get("answered_at"):
        facts["when"] = on_day(duty.facts["answered_at"])
    if duty.facts.get("met_on"):
        facts["when"] = on_day(duty.facts["met_on"])
    facts |= {key: duty.facts[key] for key in ("by", "met", "event") if key in duty.facts}
    return facts


def _silent(duty: Duty) -> str:
    if duty.kind is FollowUpKind.SECOND_PERSON:
        if duty.facts.get("moved"):
            return _("%(name)s is back since %(since)s and silent for %(days)s. Someone else there may answer.")
        return _("%(name)s has not answered in %(days)s. Someone else there may.")
    if duty.facts.get("moved"):
        return _("Back since %(since)s, no answer for %(days)s. One short follow-up, then let it rest.")
    return _("No answer for %(days)s. One short follow-up, then let it rest.")


def _answered(duty: Duty) -> str:
    if duty.facts.get("in_writing"):
        return _("%(name)s answered in writing. Thank them within a day, and say what helps you most.")
    if duty.facts.get("answer") == Answer.DEFERS:
        return _("%(name)s said “not now”. Two friendly lines within a day keep the door on the latch.")
    if duty.facts.get("answer") == Answer.ASKS:
        return _("%(name)s asked you something. Answer within a day, while they think of you.")
    return _("%(name)s answered. A reply within a day keeps it warm.")


def _booster(duty: Duty) -> str:
    if duty.facts.get("in_writing"):
        return _answered(duty)
    if duty.facts.get("answer") == Answer.ACCEPTS:
        return _("%(name)s said yes, and quickly. Offer two or three times within a day.")
    if duty.facts.get("answer") == Answer.ASKS:
        return _("%(name)s answered quickly and asked you something. Answer within a day.")
    return _answered(duty)


def _deferred(duty: Duty) -> str:
    if duty.facts.get("named"):
        return _("%(name)s asked you to come back %(named)s.")
    return _("%(name)s asked for later and named no day. About now is a good time.")


REASONS: dict[FollowUpReason, Callable[[Duty], str]] = {
    FollowUpReason.SILENT_FOR_DAYS: _silent,
    FollowUpReason.SILENT_AFTER_NUDGE: lambda duty: _(
        "Two messages, and no answer for %(days)s. Let it rest: it says nothing about you."
    ),
    FollowUpReason.BOOSTER_ANSWERED: _booster,
    FollowUpReason.ANSWERED: _answered,
    FollowUpReason.MET_BY_CHANCE: lambda duty: _(
        "You ran into each other %(when)s. A word within a day keeps it warm."
    ),
    FollowUpReason.DEFERRED: _deferred,
    FollowUpReason.DECLINED: lambda duty: _("%(name)s said no, kindly. A thank-you costs a minute and is remembered."),
    FollowUpReason.REFERRED: lambda duty: _("%(name)s named someone else. Say thank you, then write to that person."),
    FollowUpReason.TIME_AGREED: lambda duty: _("You meet: %(meets)s. A line a day before saves a missed meeting."),
    FollowUpReason.MET: lambda duty: _("You met %(when)s. Thanks within a day are remembered."),
    FollowUpReason.GAPS_IN_BRIEF: lambda duty: _("You meet: %(meets)s. The brief still has gaps."),
    FollowUpReason.TIME_PASSED: lambda duty: _("You were to meet: %(meets)s. How did it go?"),
    FollowUpReason.HELD: lambda duty: _("Within a day, while you still hear it: what you learned, who was named."),
    FollowUpReason.NAMED: lambda duty: _("%(by)s named %(name)s %(when)s. Say so in the first line."),
    FollowUpReason.NOBODY_NAMED: lambda duty: _(
        "Nobody was named when you met. A week later it is easy to ask who else sees it from another side."
    ),
    FollowUpReason.CAME_BACK: lambda duty: _(
        "Your message to %(name)s did not arrive: that address does not exist. Send it to another, or by another way."
    ),
    FollowUpReason.MET_AT_EVENT: lambda duty: _(
        "You met %(when)s: %(event)s. Two lines within two days, and they still know who you are."
    ),
    FollowUpReason.INTRODUCED_YOU: lambda duty: _(
        "%(name)s led you to %(met)s. Two lines on what came of it; ask for nothing new."
    ),
}


def button(due: DueFollowUp) -> str:
    return duty_button(due.duty)


def duty_button(duty: Duty) -> str:
    return _("Offer times") if _said_yes(duty) else str(BUTTONS[duty.kind])


def _said_yes(duty: Duty) -> bool:
    """To a talk: who answered in writing instead is thanked first."""
    said_yes = duty.facts.get("answer") == Answer.ACCEPTS and not duty.facts.get("in_writing")
    return duty.kind is FollowUpKind.REPLY_WITHIN_A_DAY and said_yes


def url(due: DueFollowUp) -> str:
    """Where the button leads."""
    return duty_url(due.duty, due.who, due.thread_id)


def duty_url(duty: Duty, who: Who, thread_id: object) -> str:
    if duty.kind in INTERVIEW_PAGES:
        return reverse(INTERVIEW_PAGES[duty.kind], args=[duty.facts["interview"]])
    if _said_yes(duty):
        return reverse("interviews:offer", args=[who.id])
    if duty.kind is FollowUpKind.SECOND_PERSON:
        return reverse("outreach:second", args=[thread_id])
    if duty.kind is FollowUpKind.LET_REST:
        return reverse("outreach:thread", args=[thread_id])
    page = reverse("outreach:write", args=[who.id])
    return f"{page}?kind={WRITES[duty.kind]}" if duty.kind in WRITES else page


def word(kind: FollowUpKind) -> str:
    """The duty in two words, for small print."""
    return str(SHORT[kind])


def tag(duty: Duty) -> str:
    """What is due, on a tag: nudge due."""
    return _("%(duty)s due") % {"duty": SHORT[duty.kind]}


def due_today(due: DueFollowUp, now: object = None) -> bool:
    """Whether today is the last day for it, in the viewer's zone."""
    return timezone.localdate(due.duty.due_by) == timezone.localdate()
