"""Cohorts: their list, each one's page, and who is put into it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.lib.ids import id_of
from askwell.lib.text import clean
from askwell.programmes.actions import cohorts as acts
from askwell.programmes.actions.errors import ChangedMeanwhileError, EndsBeforeStartError, NoNameError
from askwell.programmes.actions.keeping import bring_back, take_off
from askwell.programmes.models import Cohort, Participant
from askwell.programmes.queries.cohorts import all_left, cohort_of, cohort_rows, seekers_in, without_cohort
from askwell.programmes.queries.numbers import live_numbers, row_of
from askwell.programmes.queries.sessions import session_page
from askwell.programmes.web.acting import done
from askwell.programmes.web.cohort_forms import CohortForm
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.versions import changed_meanwhile
from askwell.ui.say import refuse, say

A_PAGE, AT_ONCE = 50, 100


@require_safe
def cohorts(request: HttpRequest) -> HttpResponse:
    at = staff(request)
    page = session_page(at.workspace, request.GET.get("page"))
    told = {"at": at, "rows": cohort_rows(at.workspace), "page": page, "now": timezone.now()}
    return render(request, "programmes/cohorts.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
def new_cohort(request: HttpRequest) -> HttpResponse:
    at, form = leads(request), CohortForm(request.POST or None)
    if form.is_valid() and (
        row := _attempt(form, lambda: acts.add_cohort(workspace=at.workspace, facts=form.facts, now=timezone.now()))
    ):
        say(request, _("The cohort is there."), undo=reverse("programmes:remove_cohort", args=[row.pk]))
        return redirect("programmes:cohort", row.pk)
    back = reverse("programmes:cohorts")
    return form_page(request, at, form, title=_("A new cohort"), back=back, back_words=_("Cohorts"))


@require_safe
def cohort(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    at, row = _found(staff(request), cohort_id)
    now = timezone.now()
    page = Paginator(seekers_in(row, at.only), A_PAGE).get_page(request.GET.get("page"))
    numbers = row_of(live_numbers(at.programme, now, hides=not at.leads), row.pk)
    told = {"at": at, "cohort": row, "page": page, "left": all_left(row), "numbers": numbers, "now": now}
    sessions = session_page(at.workspace, request.GET.get("sessions"), row)
    return render(request, "programmes/cohort.html", told | {"sessions": sessions})


@require_http_methods(["GET", "HEAD", "POST"])
def edit_cohort(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    at, row = _found(leads(request), cohort_id)
    form = CohortForm(request.POST or None, initial=model_to_dict(row, list(CohortForm.base_fields)))

    def act() -> Cohort:
        version = form.cleaned_data["version"] or 0
        return acts.change_cohort(workspace=at.workspace, cohort_id=row.pk, version=version, facts=form.facts)

    if form.is_valid() and _attempt(form, act, row.version):
        say(request, _("Kept."))
        return redirect("programmes:cohort", row.pk)
    here, gone = reverse("programmes:cohort", args=[row.pk]), reverse("programmes:remove_cohort", args=[row.pk])
    return form_page(request, at, form, title=_("Change the cohort"), back=here, back_words=row.name, remove=gone)


@require_POST
def remove_cohort(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    at, back = leads(request), reverse("programmes:bring_back_cohort", args=[cohort_id])
    said = _("The cohort is off the lists. Its seekers and its numbers stay.")

    def act() -> object:
        return take_off(Cohort, workspace=at.workspace, key=cohort_id, now=timezone.now())

    return done(request, act, said, "programmes:cohorts", undo=back)


@require_POST
def bring_back_cohort(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    at = leads(request)

    def act() -> object:
        return bring_back(Cohort, workspace=at.workspace, key=cohort_id)

    return done(request, act, _("Taken back."), "programmes:cohort", cohort_id)


@require_http_methods(["GET", "HEAD", "POST"])
def put_in(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    """Seekers who are in no cohort, to be ticked; `all` takes everybody whom the search found."""
    at, row = _found(leads(request), cohort_id)
    query = clean(request.GET.get("q", ""), limit=100)
    if request.method == "POST":
        return _put(request, at, row, query)
    there = without_cohort(at.workspace, query)
    told: dict[str, Any] = {"at": at, "cohort": row, "query": query, "rows": there[:AT_ONCE], "found": there.count()}
    return render(request, "programmes/put_in.html", told)


def _put(request: HttpRequest, at: At, row: Cohort, query: str) -> HttpResponse:
    now = timezone.now()
    if "all" in request.POST:
        number = acts.put_in_all(workspace=at.workspace, cohort_id=row.pk, query=query, now=now)
    else:
        told = [*request.POST.getlist("participant"), *request.GET.getlist("participant")]
        chosen = [key for one in told if (key := id_of(one))]
        number = acts.put_in(workspace=at.workspace, cohort_id=row.pk, participant_ids=chosen, now=now)
    if not number:
        refuse(request, _("Nobody was ticked."))
        return redirect("programmes:put_in", row.pk)
    undo = f"{reverse('programmes:take_out_again', args=[row.pk])}?at={now:%Y-%m-%dT%H:%M:%S.%fZ}"
    said = ngettext("%(n)s seeker is in the cohort now.", "%(n)s seekers are in the cohort now.", number)
    say(request, said % {"n": number}, undo=undo)
    return redirect("programmes:cohort", row.pk)


@require_POST
def take_out_again(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    at, row = _found(leads(request), cohort_id)
    acts.take_out_again(workspace=at.workspace, cohort_id=row.pk, at=moment_of(request))
    say(request, _("Taken back."))
    return redirect("programmes:cohort", row.pk)


@require_POST
def take_out(request: HttpRequest, cohort_id: UUID) -> HttpResponse:
    at, row = _found(leads(request), cohort_id)
    key = id_of(request.POST.get("participant", ""))
    try:
        acts.take_out(workspace=at.workspace, cohort_id=row.pk, participant_id=key or row.pk)
    except Participant.DoesNotExist:
        raise Http404 from None
    undo = f"{reverse('programmes:put_in', args=[row.pk])}?participant={key}"
    say(request, _("They are out of the cohort, and still in the programme."), undo=undo)
    return redirect("programmes:cohort", row.pk)


def moment_of(request: HttpRequest) -> datetime:
    """The moment that `at` in the address names. Raises Http404 where it names none."""
    try:
        at = parse_datetime(request.GET.get("at", ""))
    except ValueError:
        at = None
    if at is None or timezone.is_naive(at):
        raise Http404
    return at


def form_page(request: HttpRequest, at: At, form: forms.Form, **context: object) -> HttpResponse:
    """A page with one form. `back` and `back_words` lead up, `remove` is where a button to take it away posts."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "programmes/cohort_form.html", {"at": at, "form": form, **context}, status=status)


def _attempt(form: CohortForm, act: Callable[[], Cohort], version: int = 0) -> Cohort | None:
    """What the action gives; None where it refused, which then stands on the form. `version` is the row's now."""
    try:
        return act()
    except NoNameError:
        form.add_error("name", _("Give it a name: its people will read it."))
    except EndsBeforeStartError:
        form.add_error("ends_on", _("It cannot end before it starts."))
    except ChangedMeanwhileError:
        changed_meanwhile(form, version)
    return None


def _found(at: At, cohort_id: UUID) -> tuple[At, Cohort]:
    try:
        return at, cohort_of(at.workspace, cohort_id)
    except Cohort.DoesNotExist:
        raise Http404 from None
