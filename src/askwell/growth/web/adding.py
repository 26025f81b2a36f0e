"""A new step, from a plan, an opening, a person or a claim; a claim sent on into a plan."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.growth.actions.moving import move_step
from askwell.growth.actions.steps import add_step, hear
from askwell.growth.choices import StepKind
from askwell.growth.models import PlanStep
from askwell.growth.queries.listing import plans, steps_of
from askwell.growth.queries.naming import gaps_of
from askwell.growth.queries.opening import as_step, how_far, step_already, talk_already
from askwell.growth.web.forming import attempt, point
from askwell.growth.web.forms import NewStepForm
from askwell.interviews.models import Insight
from askwell.interviews.queries.insights import ClaimRow, claim_of
from askwell.lib.ids import id_of
from askwell.people.queries import rows_of
from askwell.ui.say import say


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`plan` says to which plan, else the one last changed; `kind`, `gap`, `opportunity`, `person` and `insight` in the
    address fill the form in, so that other pages may send a step here."""
    workspace, asked, language = workspace_of(request.user), request.GET, translation.get_language() or "en"
    there = plans(workspace, language)
    plan = next((one for one in there if str(one.id) == asked.get("plan")), None)
    if plan is None and asked.get("plan"):
        raise Http404
    plan = plan or (there[0] if there else None)
    claim = _claim(workspace, asked)
    context: dict[str, Any] = {"plans": there, "plan": plan, "claim": claim, "query": _rest(asked)}
    if plan is None:
        return render(request, "growth/add.html", context)
    told, opportunity_id, person_id = _told(workspace, asked, claim)
    if there_already := _already(workspace, asked, plan.id):
        say(request, _("It is in your plan already."))
        return redirect("growth:step", there_already)
    gaps = gaps_of(workspace, plan.id, language)
    form = NewStepForm(request.POST if request.method == "POST" else None, gaps=gaps, initial=told)
    if form.is_valid() and (
        made := attempt(form, lambda: _made(workspace, plan.id, form, opportunity_id, person_id, claim))
    ):
        say(request, _("The step is in your plan."), undo=reverse("growth:remove_step", args=[made.pk]))
        is_open_question = made.kind == StepKind.CONVERSATION and made.person_id is None
        return redirect("growth:supervisor" if is_open_question else "growth:step", made.pk)
    point(form)
    return render(request, "growth/add.html", {**context, "form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def use(request: HttpRequest, insight_id: UUID) -> HttpResponse:
    """A claim sent on: to a step that it bears on (`step`), or into a new one."""
    workspace, language = workspace_of(request.user), translation.get_language() or "en"
    try:
        claim = claim_of(workspace, insight_id)
        if request.method == "POST":
            return _heard(request, workspace, insight_id)
    except (Insight.DoesNotExist, PlanStep.DoesNotExist):
        raise Http404 from None
    has_plan, steps = bool(plans(workspace, language)), steps_of(workspace, language)
    context = {"claim": claim, "steps": steps, "has_plan": has_plan, "now": timezone.now()}
    return render(request, "growth/use.html", context)


def _heard(request: HttpRequest, workspace: Workspace, insight_id: UUID) -> HttpResponse:
    step_id = id_of(request.POST.get("step", ""))
    if step_id is None:
        raise Http404
    row = hear(workspace=workspace, step_id=step_id, insight_id=insight_id, now=timezone.now())
    say(request, _("It stands with the step, with who said it."), undo=reverse("growth:remove_worth", args=[row.pk]))
    return redirect("growth:step", step_id)


def _made(
    workspace: Workspace,
    plan_id: UUID,
    form: NewStepForm,
    opportunity_id: UUID | None,
    person_id: UUID | None,
    claim: ClaimRow | None,
) -> PlanStep:
    now = timezone.now()
    row = add_step(
        workspace=workspace, plan_id=plan_id, kind=StepKind(form.cleaned_data["kind"]), facts=form.facts,
        opportunity_id=opportunity_id, person_id=person_id, now=now,
    )  # fmt: skip
    to = how_far(workspace, opportunity_id, row.starts, timezone.localdate()) if opportunity_id else None
    if to:
        move_step(workspace=workspace, step_id=row.pk, to=to, now=now)
    if claim:
        hear(workspace=workspace, step_id=row.pk, insight_id=claim.id, now=now)
    return row


def _already(workspace: Workspace, asked: QueryDict, plan_id: UUID) -> UUID | None:
    """The step that the opening, or the question to the person, of the address is."""
    opportunity_id, person_id = id_of(asked.get("opportunity", "")), id_of(asked.get("person", ""))
    if opportunity_id:
        return step_already(workspace, plan_id if asked.get("plan") else None, opportunity_id)
    return talk_already(workspace, plan_id, person_id) if person_id else None


def _told(
    workspace: Workspace, asked: QueryDict, claim: ClaimRow | None
) -> tuple[dict[str, Any], UUID | None, UUID | None]:
    """What the form begins with, the opening that the step is, and whom it names."""
    told: dict[str, Any] = {"closes": asked.getlist("gap")}
    opportunity_id, person_id = id_of(asked.get("opportunity", "")), id_of(asked.get("person", ""))
    try:
        if opportunity_id:
            told |= as_step(workspace, opportunity_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    if person_id:
        person = rows_of(workspace, [person_id]).get(person_id)
        if person is None:
            raise Http404
        name = " ".join(dict.fromkeys(filter(None, (person.native, person.latin))))
        told |= {"title": _("Ask %(name)s") % {"name": name}, "kind": StepKind.CONVERSATION}
    if asked.get("kind") in set(StepKind):
        told["kind"] = asked["kind"]
    return told, opportunity_id, person_id


def _claim(workspace: Workspace, asked: QueryDict) -> ClaimRow | None:
    key = id_of(asked.get("insight", ""))
    try:
        return claim_of(workspace, key) if key else None
    except Insight.DoesNotExist:
        raise Http404 from None


def _rest(asked: QueryDict) -> str:
    """The address's other words, to be kept when another plan is chosen."""
    rest = asked.copy()
    rest.pop("plan", None)
    rest.pop("gap", None)
    return rest.urlencode()
