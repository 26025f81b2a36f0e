"""One step: what it costs and gives, what insiders said of it; changed, and what bears on it."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.growth.actions.steps import change_step, take_change_back
from askwell.growth.actions.steps import hear as hear_claim
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import PlanStep
from askwell.growth.queries.naming import gaps_of
from askwell.growth.queries.steps import facts_of, step_page
from askwell.growth.queries.values import StepPage
from askwell.growth.rules.states import MOVES, NothingToTakeBackError
from askwell.growth.web.forming import attempt, form_page, point
from askwell.growth.web.forms import FactsForm, HoursForm
from askwell.growth.web.words import codes, letters, sentences
from askwell.interviews.queries.insights import newest_claims
from askwell.lib.ids import id_of
from askwell.ui.say import say

CLAIMS = 40


@require_safe
def step(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    return shown(request, plan_step_id)


def shown(request: HttpRequest, step_id: UUID, *, form: HoursForm | None = None, trouble: str = "") -> HttpResponse:
    """The step's page; with what was typed into the log and refused."""
    workspace, now, today = workspace_of(request.user), timezone.now(), timezone.localdate()
    try:
        page = step_page(workspace, step_id, translation.get_language() or "en", now, today)
    except PlanStep.DoesNotExist:
        raise Http404 from None
    there = {one.claim.id for one in page.worths}
    if form:
        point(form)
    status = 422 if trouble or (form and form.errors) else 200
    context = {
        "page": page, "row": page.row, "today": today, "trouble": trouble,
        "moves": _moves(page),
        "payback": sentences.payback(page.row.payback, page.row.kind),
        "duty": page.row.duty and sentences.duty(page.row.duty),
        "claims": [one for one in newest_claims(workspace, limit=CLAIMS) if one.id not in there],
        "form": form or HoursForm(initial={"on": today}), "letter": letters.reference_request(page),
        "answers": _answers(page),
    }  # fmt: skip
    return render(request, "growth/step.html", context, status=status)


def _moves(page: StepPage) -> list[tuple[str, object]]:
    """Where it may go; what is under way is done by the button at the head of the page."""
    is_above = page.row.state is StepState.UNDER_WAY
    return [(to, codes.MOVES[to]) for to in MOVES[page.row.state] if not (is_above and to is StepState.DONE)]


def _answers(page: StepPage) -> list[tuple[str, object]]:
    """What may be noted of the reference next."""
    return [(to, codes.NOTES[to]) for to in letters.AFTER[page.asking.stage]]


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    row = PlanStep.kept(workspace).filter(pk=plan_step_id, plan__removed_at=None).first()
    if row is None:
        raise Http404
    told = facts_of(row)
    closes = [str(key) for key in row.closings.values_list("gap_id", flat=True)]
    initial = {name: getattr(told, name) for name in told.__dataclass_fields__} | {"closes": closes}
    gaps = gaps_of(workspace, row.plan_id, translation.get_language() or "en")
    form = FactsForm(request.POST or None, gaps=gaps, initial=initial)
    if form.is_valid() and _changed(form, row):
        say(request, _("The step is changed."), undo=reverse("growth:edit_back", args=[row.pk]))
        return redirect("growth:step", row.pk)
    return form_page(
        request, form, title=_("Change the step"), back=reverse("growth:step", args=[row.pk]), back_words=row.title,
        remove=reverse("growth:remove_step", args=[row.pk]), two=True,
        whom=reverse("growth:supervisor", args=[row.pk]) if row.kind == StepKind.CONVERSATION else "",
    )  # fmt: skip


def _changed(form: FactsForm, row: PlanStep) -> PlanStep | None:
    facts, now = form.facts, timezone.now()
    return attempt(form, lambda: change_step(workspace=row.workspace, step_id=row.pk, facts=facts, now=now))


@require_POST
def edit_back(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    try:
        take_change_back(workspace=workspace_of(request.user), step_id=plan_step_id, now=timezone.now())
    except PlanStep.DoesNotExist:
        raise Http404 from None
    except NothingToTakeBackError:
        say(request, _("There is nothing to take back."))
    else:
        say(request, _("Taken back."), undo=reverse("growth:edit_back", args=[plan_step_id]))
    return redirect("growth:step", plan_step_id)


@require_POST
def hear(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """`insight`: a claim that bears on the step."""
    key = id_of(request.POST.get("insight", ""))
    if key is None:
        return shown(request, plan_step_id, trouble=_("Choose what was said."))
    try:
        row = hear_claim(workspace=workspace_of(request.user), step_id=plan_step_id, insight_id=key, now=timezone.now())
    except ObjectDoesNotExist:
        raise Http404 from None
    say(request, _("It stands with the step, with who said it."), undo=reverse("growth:remove_worth", args=[row.pk]))
    return redirect("growth:step", plan_step_id)
