"""Sessions and workshops: their page, the attendance sheet, and the file for a calendar."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.lib.text import clean
from askwell.programmes.actions import sessions as acts
from askwell.programmes.actions.errors import ChangedMeanwhileError, NoNameError
from askwell.programmes.actions.keeping import bring_back, take_off
from askwell.programmes.choices import AttendanceState
from askwell.programmes.models import Cohort, Session
from askwell.programmes.queries.cohorts import kept_cohorts
from askwell.programmes.queries.sessions import A_PART, came, parts_of, session_of, sheet
from askwell.programmes.web.acting import done
from askwell.programmes.web.cohort_forms import SessionForm, as_told
from askwell.programmes.web.cohorts import form_page, moment_of
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.versions import changed_meanwhile
from askwell.protocols.calendar import Duty, write_calendar
from askwell.ui.say import say

PREFIX = "state-"
"""Before a seeker's id, the name of their field on the sheet."""


@require_http_methods(["GET", "HEAD", "POST"])
def new_session(request: HttpRequest) -> HttpResponse:
    """`cohort` in the address says for whom."""
    at = leads(request)
    form = _form(request, at, {"cohort": request.GET.get("cohort", "")})
    if form.is_valid() and (row := _kept(at, form)):
        say(request, _("The session is there."), undo=reverse("programmes:remove_session", args=[row.pk]))
        return redirect("programmes:session", row.pk)
    back = reverse("programmes:cohorts")
    return form_page(request, at, form, title=_("A new session"), back=back, back_words=_("Cohorts"))


@require_safe
def session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    at, row = found(staff(request), session_id)
    q = clean(request.GET.get("q", ""), limit=100)
    page = sheet(row, at.only, request.GET.get("page"), q)
    told = {"at": at, "session": row, "page": page, "parts": parts_of(list(page)), "counts": came(row, at.only)}
    told |= {"q": q, "is_long": q or page.paginator.count > A_PART, "states": list(AttendanceState)}
    return render(request, "programmes/session.html", told | {"is_over": row.starts_at <= timezone.now()})


@require_http_methods(["GET", "HEAD", "POST"])
def edit_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    at, row = found(leads(request), session_id)
    form = _form(request, at, as_told(row, at.programme.zone))
    if form.is_valid() and _kept(at, form, row):
        say(request, _("Kept."))
        return redirect("programmes:session", row.pk)
    here, gone = reverse("programmes:session", args=[row.pk]), reverse("programmes:remove_session", args=[row.pk])
    return form_page(request, at, form, title=_("Change the session"), back=here, back_words=row.title, remove=gone)


@require_POST
def remove_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    at, row = found(leads(request), session_id)
    back = reverse("programmes:bring_back_session", args=[row.pk])
    to = ["programmes:cohort", row.cohort_id] if row.cohort_id else ["programmes:cohorts"]

    def act() -> object:
        return take_off(Session, workspace=at.workspace, key=row.pk, now=timezone.now())

    return done(request, act, _("The session is deleted, with who came."), *to, undo=back)


@require_POST
def bring_back_session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    at = leads(request)

    def act() -> object:
        return bring_back(Session, workspace=at.workspace, key=session_id)

    return done(request, act, _("Taken back."), "programmes:session", session_id)


@require_POST
def attendance(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """A page of the sheet as it is sent; `all` is said of everybody on it of whom nothing was put down yet."""
    at, row = found(staff(request), session_id)
    states, now = _states(request), timezone.now()
    if request.POST.get("all") in set(AttendanceState):
        rest = AttendanceState(request.POST["all"])
        states = {key: rest if state == AttendanceState.EXPECTED else state for key, state in states.items()}
    number = acts.take_attendance(workspace=at.workspace, session_id=row.pk, states=states, only=at.only, now=now)
    undo = f"{reverse('programmes:attendance_back', args=[row.pk])}?at={now:%Y-%m-%dT%H:%M:%S.%fZ}"
    said = ngettext("Put down for %(n)s seeker.", "Put down for %(n)s seekers.", number) % {"n": number}
    say(request, said if number else _("Nothing has changed."), undo=undo if number else "")
    page, q = whole_number(request.GET.get("page", ""), 1), request.GET.get("q", "")
    here = urlencode(({"q": q} if q else {}) | ({"page": page} if page > 1 else {}))
    return redirect(f"{reverse('programmes:session', args=[row.pk])}{here and '?'}{here}")


@require_POST
def attendance_back(request: HttpRequest, session_id: UUID) -> HttpResponse:
    at, row = found(staff(request), session_id)
    acts.take_attendance_back(workspace=at.workspace, session_id=row.pk, at=moment_of(request), only=at.only)
    say(request, _("Taken back."))
    return redirect("programmes:session", row.pk)


@require_safe
def session_calendar(request: HttpRequest, session_id: UUID) -> HttpResponse:
    at, row = found(staff(request), session_id)
    return calendar_of(row, at.programme.name)


def calendar_of(row: Session, name: str) -> HttpResponse:
    """The session as a file for any calendar; `name` is the programme's."""
    link = row.place if row.place.startswith(("https://", "http://")) else ""
    entry = Duty(
        uid=f"{row.pk}@askwell", title=row.title, when=row.starts_at, minutes=row.minutes, note=row.about,
        place=row.place, link=link,
    )  # fmt: skip
    headers = {"Content-Disposition": content_disposition_header(True, "session.ics") or ""}
    data = write_calendar([entry], name=name, now=timezone.now(), method="PUBLISH")
    return HttpResponse(data, content_type="text/calendar; charset=utf-8", headers=headers)


def _states(request: HttpRequest) -> dict[UUID, AttendanceState]:
    known = set(AttendanceState)
    told = ((id_of(name.removeprefix(PREFIX)), value) for name, value in request.POST.items() if value in known)
    return {key: AttendanceState(value) for key, value in told if key}


def _form(request: HttpRequest, at: At, told: dict[str, object]) -> SessionForm:
    cohorts = list(kept_cohorts(at.workspace).values_list("id", "name"))
    return SessionForm(request.POST or None, initial=told, cohorts=cohorts, zone_name=at.programme.zone)


def _kept(at: At, form: SessionForm, row: Session | None = None) -> Session | None:
    """The session as the form has it; None where it was refused, which then stands on the form."""
    try:
        if row is None:
            return acts.add_session(workspace=at.workspace, facts=form.facts)
        version = form.cleaned_data["version"] or 0
        return acts.change_session(workspace=at.workspace, session_id=row.pk, version=version, facts=form.facts)
    except NoNameError:
        form.add_error("title", _("It needs words."))
    except ChangedMeanwhileError:
        changed_meanwhile(form, row.version if row else 0)
    except Cohort.DoesNotExist:
        raise Http404 from None
    return None


def found(at: At, session_id: UUID) -> tuple[At, Session]:
    """Raises Http404 for one that is not theirs."""
    try:
        return at, session_of(at.workspace, session_id)
    except Session.DoesNotExist:
        raise Http404 from None
