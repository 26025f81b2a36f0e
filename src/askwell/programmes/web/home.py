"""The programme's first page; for somebody in none, how to begin one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import User
from askwell.accounts.queries import workspace_of
from askwell.programmes.actions.errors import NoNameError
from askwell.programmes.actions.opening import open_programme
from askwell.programmes.choices import Measure
from askwell.programmes.queries.numbers import FUNNEL, LIVE, OVERALL, live_numbers
from askwell.programmes.queries.stuck import stuck_list
from askwell.programmes.queries.waits import begun, waits
from askwell.programmes.web.doors import staff
from askwell.programmes.web.pictures import funnel_picture
from askwell.programmes.web.words.numbers import drawn


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if workspace_of(request.user).kind != WorkspaceKind.PROGRAMME:
        return redirect("programmes:new")
    at, now = staff(request), timezone.now()
    numbers = live_numbers(at.programme, now, hides=not at.leads)
    measures = LIVE if at.leads else OVERALL
    stages = [(measure, numbers.totals[measure]) for measure in FUNNEL]
    told: dict[str, Any] = {
        "at": at, "totals": [(measure, numbers.totals[measure]) for measure in measures],
        "tables": [drawn(table) for table in numbers.tables if table.rows], "stages": stages,
        "funnel": funnel_picture(stages) if numbers.totals[Measure.SENT].value else "",
        "waits": waits(at.programme, now), "begun": begun(at.programme),
        "stuck": stuck_list(at.programme, now, caseworker=None if at.leads else at.user), "measures": measures,
    }  # fmt: skip
    return render(request, "programmes/home.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a programme of one's own."""
    user = request.user
    assert isinstance(user, User)
    name, trouble = request.POST.get("name", ""), ""
    if request.method == "POST":
        organisation = request.POST.get("organisation", "")
        try:
            open_programme(user=user, name=name, organisation=organisation, now=timezone.now())
        except NoNameError:
            trouble = _("Give it a name: its people will read it.")
        else:
            return redirect("programmes:home")
    told = {"name": name, "organisation": request.POST.get("organisation", ""), "trouble": trouble}
    return render(request, "programmes/new.html", told, status=422 if trouble else 200)
