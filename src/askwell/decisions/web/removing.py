"""Throwing decisions, options, wishes and evidence away, with an undo."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import Removable
from askwell.accounts.queries import workspace_of
from askwell.decisions.models import Criterion, Decision, Evidence, Option
from askwell.ui.say import say

View = Callable[..., HttpResponse]


def _removal(kind: type[Removable], said: object, undo: str) -> View:
    """A view that throws away what the only parameter of its address names; `undo` names the view that undoes it."""

    @require_POST
    def remove(request: HttpRequest, **ids: UUID) -> HttpResponse:
        (key,) = ids.values()
        place = _done(request, kind, key, throw_away, now=timezone.now())
        say(request, str(said), undo=reverse(f"decisions:{undo}", args=[key]))
        return redirect("decisions:home") if kind is Decision else place

    return remove


def _return(kind: type[Removable]) -> View:
    """The undo of a `_removal`."""

    @require_POST
    def restore(request: HttpRequest, **ids: UUID) -> HttpResponse:
        (key,) = ids.values()
        return _done(request, kind, key, bring_back)

    return restore


def _done(
    request: HttpRequest, kind: type[Removable], key: UUID, act: Callable[..., None], **told: Any
) -> HttpResponse:
    """Do it, and go to the page where the row belongs."""
    workspace = workspace_of(request.user)
    try:
        act(kind, workspace=workspace, key=key, **told)
    except kind.DoesNotExist:
        raise Http404 from None
    return _place(request, kind.objects.of(workspace).get(pk=key))


def _place(request: HttpRequest, row: Removable) -> HttpResponse:
    """The page of what a row belongs to; where that was taken away meanwhile, the nearest that is there, and why."""
    if isinstance(row, Decision):
        return redirect("decisions:decision", row.pk)
    decision = row.option.decision if isinstance(row, Evidence) else row.decision  # type: ignore[attr-defined]  # an option, a wish
    if decision.removed_at:
        say(request, _("It belongs to a decision that is deleted."), level=messages.INFO)
        return redirect("decisions:home")
    if not isinstance(row, Evidence):
        return redirect("decisions:decision", decision.pk)
    if row.option.removed_at or row.criterion.removed_at:
        say(request, _("It belongs to an option or a wish that is taken away."), level=messages.INFO)
        return redirect("decisions:decision", decision.pk)
    return redirect("decisions:field", row.option_id, row.criterion_id)


decision = _removal(Decision, gettext_lazy("The decision is deleted."), "bring_back_decision")
option = _removal(Option, gettext_lazy("The option is taken away."), "bring_back_option")
wish = _removal(Criterion, gettext_lazy("The wish is taken away."), "bring_back_wish")
evidence = _removal(Evidence, gettext_lazy("It counts no more."), "bring_back_evidence")
bring_back_decision, bring_back_option = _return(Decision), _return(Option)
bring_back_wish, bring_back_evidence = _return(Criterion), _return(Evidence)
