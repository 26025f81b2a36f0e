"""A plan: begun from an occupation, looked at, renamed, its gaps."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.growth.actions import planning as actions
from askwell.growth.choices import StepState
from askwell.growth.models import Gap, Plan
from askwell.growth.queries import plans as reads
from askwell.growth.queries.naming import names_of
from askwell.growth.queries.values import PlanPage, StepRow
from askwell.growth.web.forming import attempt, form_page, point
from askwell.growth.web.forms import AimForm, GapForm
from askwell.growth.web.words import codes, sentences
from askwell.lib.ids import id_of
from askwell.occupations.queries.telling import tell
from askwell.ui.say import say


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A plan for the occupation `occupation`, with what the story does not show as its gaps: the skills named in `gap`,
    all where none is named."""
    workspace, language, now = workspace_of(request.user), translation.get_language() or "en", timezone.now()
    key = id_of(request.POST.get("occupation", ""))
    told = tell(key, language) if key else None
    if told is None:
        raise Http404
    row, is_new = actions.begin_plan(workspace=workspace, title=told.title, occupation=told.id, now=now)
    skills = reads.missing(workspace, told, language, request.POST.getlist("gap"))
    fresh = actions.miss(workspace=workspace, plan_id=row.pk, skills=skills, now=now)
    said = ngettext("%(n)s gap is in your plan.", "%(n)s gaps are in your plan.", len(fresh)) % {"n": len(fresh)}
    if is_new and not fresh:
        said = _("The plan is begun.")
    say(request, said if fresh or is_new else _("It is in your plan already."), undo=_undo(row, fresh, is_new=is_new))
    return redirect("growth:plan", row.pk)


def _undo(row: Plan, fresh: list[Gap], *, is_new: bool) -> str:
    """Of beginning a plan, or of the gaps that came into one."""
    if is_new:
        return reverse("growth:remove_plan", args=[row.pk])
    told = urlencode({"gap": [one.pk for one in fresh]}, doseq=True)
    return f"{reverse('growth:remove_gaps', args=[row.pk])}?{told}" if fresh else ""


@require_safe
def plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    return _page(request, plan_id, GapForm())


def _page(request: HttpRequest, plan_id: UUID, form: GapForm) -> HttpResponse:
    workspace, today = workspace_of(request.user), timezone.localdate()
    try:
        page = reads.plan_page(workspace, plan_id, translation.get_language() or "en", today)
    except Plan.DoesNotExist:
        raise Http404 from None
    point(form)
    context = {"page": page, "form": form, "headline": sentences.headline(page), "steps": _steps(page)}
    return render(request, "growth/plan.html", context, status=422 if form.errors else 200)


def _steps(page: PlanPage) -> list[tuple[StepRow, StepState | None, list[str]]]:
    """Each step with what usually comes next (None: nothing) and what it pays back."""
    return [
        (one, codes.ONWARD.get(one.state), sentences.payback(one.payback, one.kind) if one.is_open else [])
        for one in page.steps
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def title(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """What the plan is called; a POST without a form takes the name from `title` in the address, none of its own where
    that is empty: the undo."""
    workspace, now = workspace_of(request.user), timezone.now()
    row = _row(request, plan_id)
    name = names_of([row], translation.get_language() or "en")[row.pk]
    sent = request.POST if "title" in request.POST else request.GET
    form = AimForm(sent if request.method == "POST" else None, initial={"title": name})
    is_undo = request.method == "POST" and "title" not in request.POST and not request.GET.get("title")
    if is_undo or form.is_valid():
        words = None if is_undo else form.cleaned_data["title"]
        before = attempt(
            form, lambda: actions.rename_plan(workspace=workspace, plan_id=row.pk, title=words, now=now)
        )  # fmt: skip
        if before is not None:
            undo = f"{reverse('growth:title', args=[row.pk])}?{urlencode({'title': before})}"
            say(request, _("The name is changed."), undo=undo)
            return redirect("growth:plan", row.pk)
    return form_page(
        request, form, title=_("What you aim at"), back=reverse("growth:plan", args=[row.pk]), back_words=name,
        remove=reverse("growth:remove_plan", args=[row.pk]),
    )  # fmt: skip


@require_POST
def add_gap(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    workspace, form = workspace_of(request.user), GapForm(request.POST)
    if form.is_valid():
        words = form.cleaned_data["words"]
        made = attempt(
            form, lambda: actions.add_gap(workspace=workspace, plan_id=plan_id, words=words, now=timezone.now())
        )  # fmt: skip
        if made:
            row, is_new = made
            undo = reverse("growth:remove_gap", args=[row.pk]) if is_new else ""
            say(request, _("The gap is noted.") if is_new else _("It is in your plan already."), undo=undo)
            return redirect("growth:plan", plan_id)
    return _page(request, plan_id, form)


@require_POST
def close_gap(request: HttpRequest, gap_id: UUID) -> HttpResponse:
    """`by`: what closed it."""
    workspace, by = workspace_of(request.user), request.POST.get("by")
    try:
        row = actions.close_gap(workspace=workspace, gap_id=gap_id, by=by, now=timezone.now())
    except Gap.DoesNotExist:
        raise Http404 from None
    say(request, _("The gap is closed."), undo=reverse("growth:open_gap", args=[row.pk]))
    return redirect("growth:plan", row.plan_id)


@require_POST
def open_gap(request: HttpRequest, gap_id: UUID) -> HttpResponse:
    try:
        row = actions.open_gap(workspace=workspace_of(request.user), gap_id=gap_id, now=timezone.now())
    except Gap.DoesNotExist:
        raise Http404 from None
    say(request, _("The gap is open again."), undo=reverse("growth:close_gap", args=[row.pk]))
    return redirect("growth:plan", row.plan_id)


def _row(request: HttpRequest, plan_id: UUID) -> Plan:
    try:
        return reads.plan_row(workspace_of(request.user), plan_id)
    except Plan.DoesNotExist:
        raise Http404 from None
