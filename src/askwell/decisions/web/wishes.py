"""Wishes: added, put otherwise, or taken over from what the seeker said matters about work."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.coach.self_reflection import values
from askwell.decisions.actions.laying import WishFacts, add_wish, change_wish
from askwell.decisions.models import Criterion, Decision
from askwell.decisions.web.forming import attempt, form_page
from askwell.decisions.web.forms import WishForm
from askwell.interviews.models import Insight
from askwell.interviews.queries.insights import ClaimRow, claim_of
from askwell.lib.ids import id_of
from askwell.portfolio.queries.reflecting import about_values, musts_of, ranking
from askwell.ui.rooms import bcp47
from askwell.ui.say import say

FIRST = 5
"""So many of what matters most are offered, beside the musts."""
LONGEST, LONGEST_ASK = 120, 200
"""So much of a claim goes into a wish, and into its question."""
COLUMNS = ("words", "weight", "ask", "is_must")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that the seeker said matters about work."""

    words: str
    ask: str
    is_must: bool


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """A form; what was said to matter about work is offered, each by a button of its own. `claim` in the address is a
    claim that the wish is made from."""
    workspace = workspace_of(request.user)
    decision = Decision.kept(workspace).filter(pk=decision_id).first()
    if decision is None:
        raise Http404
    said = _claim(workspace, id_of(request.GET.get("claim", "")))
    form = WishForm(request.POST or None, initial=_from_claim(said) if said else None)

    def act() -> Criterion:
        facts, now = _facts(form, said), timezone.now()
        return add_wish(workspace=workspace, decision_id=decision_id, facts=facts, now=now)

    if form.is_valid() and (made := attempt(form, act)):
        say(request, _("The wish is added."), undo=reverse("decisions:remove_wish", args=[made.pk]))
        return redirect("decisions:decision", decision_id)
    return _page(request, form, decision, title=_("Add a wish"), offers=_offers(workspace, decision), said=said)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, criterion_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    rows = Criterion.kept(workspace).filter(decision__removed_at=None).select_related("decision")
    row = rows.filter(pk=criterion_id).first()
    if row is None:
        raise Http404
    form = WishForm(request.POST or None, initial={name: getattr(row, name) for name in COLUMNS})
    if (
        form.is_valid()
        and attempt(
            form, lambda: change_wish(workspace=workspace, criterion_id=row.pk, facts=_facts(form), now=timezone.now())
        )
        is not None
    ):
        return redirect("decisions:decision", row.decision_id)
    remove = reverse("decisions:remove_wish", args=[row.pk])
    return _page(request, form, row.decision, title=row.words, remove=remove)


def _claim(workspace: Workspace, insight_id: UUID | None) -> ClaimRow | None:
    """Raises Http404 where there is no such claim."""
    if insight_id is None:
        return None
    try:
        return claim_of(workspace, insight_id)
    except Insight.DoesNotExist:
        raise Http404 from None


def _from_claim(said: ClaimRow) -> dict[str, str]:
    """The seeker shortens it to what they want; the question leaves out who said it."""
    asks = _("Somebody in the field told me: “%(claim)s” How do you see that?") % {"claim": said.text[:LONGEST_ASK]}
    return {"words": said.text[:LONGEST], "ask": asks}


def _facts(form: WishForm, said: ClaimRow | None = None) -> WishFacts:
    return WishFacts(**form.cleaned_data, insight_id=said.id if said else None)


def _offers(workspace: Workspace, decision: Decision) -> list[Offer]:
    """The musts and what matters most, without what is a wish already."""
    row, language = about_values(workspace), bcp47(translation.get_language() or "en")
    ids = dict.fromkeys([*musts_of(row), *(one.id for one in ranking(row)[:FIRST])])
    there = set(Criterion.kept(workspace).filter(decision=decision).values_list("words", flat=True))
    musts = musts_of(row)
    found = [Offer(values()[key].name[language], values()[key].ask[language], key in musts) for key in ids]
    return [one for one in found if one.words not in there]


def _page(request: HttpRequest, form: WishForm, decision: Decision, **context: Any) -> HttpResponse:
    back = reverse("decisions:decision", args=[decision.pk])
    return form_page(request, form, back=back, back_words=decision.question, **context)
