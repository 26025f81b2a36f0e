"""Throwing away a part of the story, with an undo: the same for each kind."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.queries import workspace_of
from askwell.portfolio.web.keeping import back
from askwell.portfolio.web.kinds import Kind
from askwell.ui.say import say

View = Callable[..., HttpResponse]


def remove(kind: Kind) -> View:
    """The view that throws one away."""

    @require_POST
    def view(request: HttpRequest, **ids: UUID) -> HttpResponse:
        key = ids[kind.key]
        try:
            throw_away(kind.model, workspace=workspace_of(request.user), key=key, now=timezone.now())
        except kind.model.DoesNotExist:
            raise Http404 from None
        say(request, str(kind.removed), undo=reverse(f"portfolio:bring_back_{kind.name}", args=[key]))
        return redirect(back(request, kind.anchor))

    return view


def restore(kind: Kind) -> View:
    """The view that takes it back."""

    @require_POST
    def view(request: HttpRequest, **ids: UUID) -> HttpResponse:
        try:
            bring_back(kind.model, workspace=workspace_of(request.user), key=ids[kind.key])
        except kind.model.DoesNotExist:
            raise Http404 from None
        return redirect(back(request, kind.anchor))

    return view
