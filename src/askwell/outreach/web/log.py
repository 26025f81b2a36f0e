"""Logging what happened outside: an answer, an absence, a call, a meeting, an agreed time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.accounts.queries import workspace_of
from askwell.outreach.actions.errors import DoNotContactError, InTheFutureError
from askwell.outreach.actions.logbook import Logged, log_on_person
from askwell.outreach.choices import Answer, Channel, MeetingBy
from askwell.outreach.models import Message
from askwell.outreach.queries.thread import person_who
from askwell.outreach.rules.threads import ImpossibleMove, ThirdUnanswered
from askwell.outreach.web.forms import (
    AnswerForm,
    CallForm,
    ChanceForm,
    MetForm,
    NoteForm,
    OutOfOfficeForm,
    ScheduleForm,
)
from askwell.people.models import Person
from askwell.ui.say import say

FORMS: dict[str, type[forms.Form]] = {
    "answer": AnswerForm,
    "call": CallForm,
    "chance": ChanceForm,
    "away": OutOfOfficeForm,
    "schedule": ScheduleForm,
    "cancel": forms.Form,
    "met": MetForm,
    "note": NoteForm,
}
TITLES = {
    "answer": gettext_lazy("An answer"),
    "call": gettext_lazy("A call"),
    "chance": gettext_lazy("A meeting by chance"),
    "away": gettext_lazy("An out-of-office note"),
    "schedule": gettext_lazy("An agreed time"),
    "cancel": gettext_lazy("The time fell through"),
    "met": gettext_lazy("You met"),
    "note": gettext_lazy("A note"),
}

USUAL = ("answer", "call", "chance", "schedule", "note")


def log(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A page with one form; `what` says which. A POST records and goes to the thread."""
    workspace, now = workspace_of(request.user), timezone.now()
    what = request.POST.get("what") or request.GET.get("what") or "answer"
    if what not in FORMS:
        raise Http404
    try:
        who = person_who(workspace, person_id)
    except Person.DoesNotExist:
        raise Http404 from None
    form = form_of(what, now, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            told = _told(form.cleaned_data, now)
            entry = log_on_person(workspace=workspace, person_id=person_id, what=what, told=told, now=now)
        except (ImpossibleMove, DoNotContactError, InTheFutureError) as error:
            form.add_error(None, why_not(error))
        else:
            return _recorded(request, entry, what)
    kinds = [(code, TITLES[code]) for code in dict.fromkeys((*USUAL, what))]
    page = {"who": who, "form": form, "what": what, "kinds": kinds, "title": TITLES[what]}
    return render(request, "outreach/log.html", page, status=422 if form.errors else 200)


def form_of(what: str, now: datetime, data: Any = None, by: str = "") -> forms.Form:
    """An empty form for `what`, or one filled with `data`; `by` is how it was agreed to meet."""
    return FORMS[what](data, auto_id=f"{what}_%s", initial={"at": timezone.localtime(now), "by": by})


def why_not(error: Exception) -> str:
    """A refusal in words."""
    if isinstance(error, ThirdUnanswered):
        return _("Two of your messages are unanswered already. Let it rest: a late answer opens it again.")
    if isinstance(error, DoNotContactError):
        return _("This person asked not to be contacted.")
    if isinstance(error, InTheFutureError):
        return _("That has not happened yet. For a time to come, log an agreed time.")
    return _("That does not fit what happened before. Look at the dates.")


def _told(data: dict[str, Any], now: datetime) -> Logged:
    said = {name: value for name, value in data.items() if value not in (None, "")}
    return Logged(
        at=said.get("at", now),
        text=said.get("text", ""),
        answer=Answer(said["answer"]) if "answer" in said else None,
        channel=Channel(said.get("channel", Channel.EMAIL)),
        until=said.get("until"),
        meets_at=said.get("meets_at"),
        by=MeetingBy(said.get("by", MeetingBy.VIDEO)),
    )


def _recorded(request: HttpRequest, entry: Message, what: str) -> HttpResponse:
    words = {
        "schedule": _("Agreed. It stands in your week. Nothing was sent: write them a line, or send an invitation."),
        "met": _("Held. Write down what came of it, and thank them within a day: then the door opens."),
        "away": _("Noted. The dates moved with it."),
    }
    say(request, words.get(what, _("Logged.")), undo=reverse("outreach:undo", args=[entry.pk]))
    return redirect("interviews:agreed" if what == "schedule" else "outreach:thread", entry.thread_id)
