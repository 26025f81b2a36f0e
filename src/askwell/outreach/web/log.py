"""Logging what happened outside: an answer, an absence, a call, a meeting, an agreed time."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.outreach.actions import entries, threads
from askwell.outreach.actions.errors import DoNotContactError, InTheFutureError
from askwell.outreach.choices import Answer, MeetingBy
from askwell.outreach.models import Message
from askwell.outreach.queries.thread import loggable_thread, person_who
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
            return _recorded(request, _record(workspace, person_id, what, form.cleaned_data, now), what)
        except (ImpossibleMove, DoNotContactError, InTheFutureError) as error:
            form.add_error(None, why_not(error))
    kinds = [(code, TITLES[code]) for code in dict.fromkeys((*USUAL, what))]
    page = {"who": who, "form": form, "what": what, "kinds": kinds, "title": TITLES[what]}
    return render(request, "outreach/log.html", page, status=422 if form.errors else 200)


def form_of(what: str, now: datetime, data: Any = None) -> forms.Form:
    """An empty form for `what`, or one filled with `data`."""
    return FORMS[what](data, auto_id=f"{what}_%s", initial={"at": timezone.localtime(now)})


def why_not(error: Exception) -> str:
    """A refusal in words."""
    if isinstance(error, ThirdUnanswered):
        return _("Two of your messages are unanswered already. Let it rest: a late answer opens it again.")
    if isinstance(error, DoNotContactError):
        return _("This person asked not to be contacted.")
    if isinstance(error, InTheFutureError):
        return _("That has not happened yet. For a time to come, log an agreed time.")
    return _("That does not fit what happened before. Look at the dates.")


@transaction.atomic
def _record(workspace: Workspace, person_id: UUID, what: str, data: dict[str, Any], now: datetime) -> Message:
    """The entry, on a thread begun for it where there is none; a refusal leaves no empty thread behind."""
    begun = loggable_thread(workspace, person_id, what)
    thread = begun or threads.start_thread(workspace=workspace, person_id=person_id, now=now).pk
    return _RECORDERS[what](workspace, thread, data, now)


def _recorded(request: HttpRequest, entry: Message, what: str) -> HttpResponse:
    words = {
        "schedule": _("Agreed. It stands in your week."),
        "met": _("One more door open. Thank them within a day."),
        "away": _("Noted. The dates moved with it."),
    }
    say(request, words.get(what, _("Logged.")), undo=reverse("outreach:undo", args=[entry.pk]))
    return redirect("outreach:thread", entry.thread_id)


def _answer(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.log_answer(
        workspace=workspace, thread_id=thread_id, answer=Answer(data["answer"]), channel=data["channel"],
        at=data["at"], text=data["text"], until=data["until"], now=now,
    )  # fmt: skip


def _call(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.log_call(
        workspace=workspace, thread_id=thread_id, at=data["at"], answer=_said(data), text=data["text"],
        until=data["until"], now=now,
    )  # fmt: skip


def _chance(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.log_chance_meeting(
        workspace=workspace, thread_id=thread_id, at=data["at"], answer=_said(data), text=data["text"],
        until=data["until"], now=now,
    )  # fmt: skip


def _away(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.log_out_of_office(
        workspace=workspace, thread_id=thread_id, at=data["at"], until=data["until"], text=data["text"], now=now
    )


def _schedule(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.schedule(
        workspace=workspace, thread_id=thread_id, meets_at=data["meets_at"], by=MeetingBy(data["by"]),
        text=data["text"], now=now,
    )  # fmt: skip


def _met(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.met(
        workspace=workspace, thread_id=thread_id, at=data["at"], by=MeetingBy(data["by"]), text=data["text"], now=now
    )


def _cancel(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.cancel(workspace=workspace, thread_id=thread_id, now=now)


def _note(workspace: Workspace, thread_id: UUID, data: dict[str, Any], now: datetime) -> Message:
    return entries.log_note(workspace=workspace, thread_id=thread_id, text=data["text"], at=now, now=now)


def _said(data: dict[str, Any]) -> Answer | None:
    return Answer(data["answer"]) if data["answer"] else None


_RECORDERS: dict[str, Callable[[Workspace, UUID, dict[str, Any], datetime], Message]] = {
    "answer": _answer,
    "call": _call,
    "chance": _chance,
    "away": _away,
    "schedule": _schedule,
    "cancel": _cancel,
    "met": _met,
    "note": _note,
}
