"""Networking events: where somebody was met, and who."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.db.models import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as say_it
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.people import actions
from askwell.people.actions import NobodyError
from askwell.people.actions import events as acts
from askwell.people.choices import ContactKind
from askwell.people.models import Encounter, Event, Person
from askwell.people.queries import FoundPerson, search
from askwell.people.queries.events import event_of, list_events, met_at
from askwell.people.queries.scans import cards_of_event
from askwell.people.rules.quick_line import parse_line
from askwell.people.web.adding import LONGEST
from askwell.people.web.cards.receiving import shown_line
from askwell.people.web.forms import LONGEST_NOTE, DayField
from askwell.people.web.names import shown_name
from askwell.people.web.words.basics import UNREADABLE
from askwell.ui.say import say

ALIKE = 5


class EventForm(forms.Form):
    """What is known of an event."""

    name = forms.CharField(label=_("What it is called"), max_length=200)
    held_on = DayField(label=_("Day"))
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    link = forms.CharField(
        label=_("Web page"), required=False, max_length=500, widget=forms.TextInput(attrs={"inputmode": "url"})
    )
    note = forms.CharField(
        label=_("Note"), required=False, max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 3})
    )

    def facts(self) -> acts.EventFacts:
        return acts.EventFacts(**self.cleaned_data)


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    return render(request, "people/events.html", {"events": list_events(workspace_of(request.user))})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    workspace = workspace_of(request.user)
    form = EventForm(request.POST or None, initial={"held_on": timezone.localdate()})
    if form.is_valid() and (made := _saved(form, lambda facts: _added(workspace, facts))):
        say(request, say_it("The event is kept."), undo=reverse("people:remove_event", args=[made.pk]))
        return redirect("people:event", made.pk)
    return render(request, "people/event_form.html", {"form": form}, status=422 if form.errors else 200)


def _added(workspace: Workspace, facts: acts.EventFacts) -> Event:
    return acts.add_event(workspace=workspace, facts=facts, now=timezone.now())


def _saved(form: EventForm, save: Any) -> Event | None:
    """The event; None with an error on the form."""
    try:
        saved: Event = save(form.facts())
    except actions.UnreadableAddressError:
        form.add_error("link", UNREADABLE[ContactKind.LINK] % {"text": form.cleaned_data["link"][:80]})
    except ValueError:
        form.add_error("name", say_it("An event needs a name."))
    else:
        return saved
    return None


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, event_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    one = _event_or_404(workspace, event_id)
    initial = {name: getattr(one, name) for name in EventForm.base_fields}
    form = EventForm(request.POST if request.method == "POST" else None, initial=initial)

    def save(facts: acts.EventFacts) -> Event:
        acts.edit_event(workspace=workspace, event_id=event_id, facts=facts, now=timezone.now())
        return one

    if form.is_valid() and _saved(form, save):
        say(request, say_it("Kept."))
        return redirect("people:event", event_id)
    return render(request, "people/event_form.html", {"form": form, "event": one}, status=422 if form.errors else 200)


@require_safe
def event(request: HttpRequest, event_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    return _page(request, workspace, _event_or_404(workspace, event_id))


def _page(request: HttpRequest, workspace: Workspace, one: Event, **more: Any) -> HttpResponse:
    context = {
        "event": one,
        "met": met_at(workspace, one.pk),
        "cards": [shown_line(line) for line in cards_of_event(workspace, one.pk)],
        "longest": LONGEST,
        **more,
    }
    return render(request, "people/event.html", context, status=422 if more.get("trouble") else 200)


@require_POST
def remove(request: HttpRequest, event_id: UUID) -> HttpResponse:
    _act(lambda mine: acts.remove_event(workspace=mine, event_id=event_id, now=timezone.now()), request)
    say(request, say_it("The event is off the list."), undo=reverse("people:restore_event", args=[event_id]))
    return redirect("people:events")


@require_POST
def restore(request: HttpRequest, event_id: UUID) -> HttpResponse:
    _act(lambda mine: acts.restore_event(workspace=mine, event_id=event_id, now=timezone.now()), request)
    return redirect("people:event", event_id)


@require_POST
def meet(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Somebody was met: one who is there already, or a new person from one line. When the line could mean
    somebody who is there, the page asks."""
    workspace = workspace_of(request.user)
    one = _event_or_404(workspace, event_id)
    line, who = request.POST.get("line", "")[:LONGEST], request.POST.get("person", "")
    if not line.strip() and not who:
        return _page(request, workspace, one, trouble=say_it("Write at least a name."))
    alike = [] if who else _alike(workspace, line)
    if alike:
        return _page(request, workspace, one, alike=alike, line=line, note=request.POST.get("note", ""))
    try:
        person_id = _chosen(who) or _new(workspace, line)
        met = acts.meet_at_event(
            workspace=workspace, event_id=event_id, person_id=person_id, note=request.POST.get("note", ""),
            now=timezone.now(),
        )  # fmt: skip
    except NobodyError:
        return _page(request, workspace, one, line=line, trouble=say_it("Write at least a name."))
    except Person.DoesNotExist:
        raise Http404 from None
    words = say_it("Met there: %(name)s.") % {"name": shown_name(met.person)}
    say(request, words, undo=reverse("people:not_met", args=[met.pk]) + ("" if _chosen(who) else "?new=1"))
    return redirect("people:event", event_id)


def _chosen(who: str) -> UUID | None:
    """The person's id; None for somebody new."""
    try:
        return UUID(who)
    except ValueError:
        return None


def _alike(workspace: Workspace, line: str) -> list[FoundPerson]:
    """People of that name who are there already."""
    name = parse_line(line).name
    typed = name.native or f"{name.given} {name.family}".strip()
    return [one for one in search(workspace, typed, limit=ALIKE) if one.matched == "name"] if typed else []


def _new(workspace: Workspace, line: str) -> UUID:
    return actions.add_from_line(workspace=workspace, line=line, now=timezone.now()).pk


@require_POST
def meet_again(request: HttpRequest, event_id: UUID, person_id: UUID) -> HttpResponse:
    """Undo of `not_met`."""
    note = request.GET.get("note", "")
    met = acts.meet_newcomer_again if "new" in request.GET else acts.meet_at_event
    _act(
        lambda mine: met(workspace=mine, event_id=event_id, person_id=person_id, note=note, now=timezone.now()),
        request,
    )
    return redirect("people:event", event_id)


@require_POST
def not_met(request: HttpRequest, encounter_id: UUID) -> HttpResponse:
    """Not met there after all; who came to be known by it ("new") is archived."""
    new = "new" in request.GET
    unmeet = acts.unmeet_newcomer if new else acts.unmeet
    removed: Encounter = _act(
        lambda mine: unmeet(workspace=mine, encounter_id=encounter_id, now=timezone.now()), request
    )
    again = reverse("people:meet_again", args=[removed.event_id, removed.person_id])
    back = f"{again}?{urlencode({'note': removed.note} | ({'new': 1} if new else {}))}"
    stay = say_it("Off the event; they stay among your people.")
    say(request, say_it("Archived: out of the lists, nothing lost.") if new else stay, undo=back)
    return redirect("people:event", removed.event_id)


def _act(act: Any, request: HttpRequest) -> Any:
    """Do it in the viewer's workspace; 404 for what is not there."""
    try:
        return act(workspace_of(request.user))
    except ObjectDoesNotExist:
        raise Http404 from None


def _event_or_404(workspace: Workspace, event_id: UUID) -> Event:
    try:
        return event_of(workspace, event_id)
    except Event.DoesNotExist:
        raise Http404 from None
