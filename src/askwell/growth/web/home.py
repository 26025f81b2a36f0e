"""The list of plans, and a new one: for an occupation that is found, or in own words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.growth.actions.planning import begin_plan
from askwell.growth.queries.listing import plans
from askwell.growth.web.forming import attempt
from askwell.growth.web.forms import AimForm
from askwell.occupations.queries.search import search
from askwell.ui.say import say

MOST_HITS = 4


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """The plans. `title` in the address looks for occupations of that name; a POST begins a plan in own words."""
    workspace, language = workspace_of(request.user), translation.get_language() or "en"
    asked = request.GET.get("title", "").strip()[:200]
    form = AimForm(request.POST if request.method == "POST" else None, initial={"title": asked})
    if form.is_valid():
        title = form.cleaned_data["title"]
        if made := attempt(form, lambda: begin_plan(workspace=workspace, title=title, now=timezone.now())):
            row, is_new = made
            undo = reverse("growth:remove_plan", args=[row.pk]) if is_new else ""
            say(request, _("The plan is begun.") if is_new else _("You have this plan already."), undo=undo)
            return redirect("growth:plan", row.pk)
    context = {
        "rows": plans(workspace, language), "form": form, "asked": asked,
        "hits": search(asked, language, MOST_HITS) if asked else [],
    }  # fmt: skip
    return render(request, "growth/home.html", context, status=422 if form.errors else 200)
