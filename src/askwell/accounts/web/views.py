"""Entering, leaving, the language switch and the settings page."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from askwell.accounts.actions import (
    LinkSpentError,
    change_profile,
    choose_language,
    go_to_work,
    spend_sign_in_link,
    take_time_zone,
)
from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import profile_of, workspace_of
from askwell.accounts.web.forms import PROFILE_FIELDS, PagesForm, ProfileForm
from askwell.ui.say import say

BACKEND = "askwell.accounts.web.backends.WorkspaceBackend"


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The one-time link. Looking at it changes nothing; its form, which a script sends at once, signs in."""
    if request.method != "POST":
        return render(request, "accounts/enter.html")
    try:
        user = spend_sign_in_link(token=token, now=timezone.now())
    except LinkSpentError:
        return redirect("desk:today") if request.user.is_authenticated else render(request, "accounts/locked.html")
    if user.last_login is None and not (user.workspace and user.workspace.is_demo):  # a demo has its own clocks
        take_time_zone(user=user, name=request.POST.get("time_zone", ""))
    login(request, user, backend=BACKEND)
    return redirect("desk:today")


@login_not_required
@require_GET
def locked(request: HttpRequest) -> HttpResponse:
    """Why a browser without the link sees nothing."""
    return render(request, "accounts/locked.html")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("account_login" if settings.HOSTED else "accounts:locked")


@require_POST
def work(request: HttpRequest) -> HttpResponse:
    """Be at work in another of one's workspaces: one's own, or a programme's."""
    user = request.user
    assert isinstance(user, User)
    try:
        go_to_work(user=user, key=UUID(request.POST.get("workspace", "")))
    except (ValueError, Workspace.DoesNotExist):
        raise Http404 from None
    return redirect(_back(request) or "desk:today")


def _back(request: HttpRequest) -> str:
    """The path of this site that a form asks to be led to; empty for any other word."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return back if safe and back.startswith("/") else ""


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Show every page in the chosen language from now on, and stay where the viewer was."""
    chosen = request.POST.get("language", "")
    response = redirect(_back(request) or "/")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=60 * 60 * 24 * 365, samesite="Lax", secure=settings.HOSTED
        )
        if isinstance(request.user, User):
            choose_language(user=request.user, language=chosen)
    return response


@require_http_methods(["GET", "POST"])
def settings_page(request: HttpRequest) -> HttpResponse:
    """How the seeker introduces themselves, and how pages are shown to them."""
    user = request.user
    workspace = workspace_of(user)
    assert isinstance(user, User)
    kind = ProfileForm if workspace.kind == WorkspaceKind.SEEKER else PagesForm
    form = kind(request.POST) if request.method == "POST" else kind(initial=shown(user))
    if form.is_valid():
        change_profile(
            user=user,
            workspace=workspace,
            language=form.cleaned_data["language"],
            time_zone=form.cleaned_data["time_zone"],
            facts=form.facts,
        )
        with override(form.cleaned_data["language"]):
            say(request, _("Saved."))
        return redirect("accounts:settings")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/settings.html", {"form": form, "hosted": settings.HOSTED}, status=status)


def shown(user: User) -> dict[str, object]:
    """The form's values as they stand."""
    profile = profile_of(workspace_of(user))
    return {name: getattr(profile, name) for name in PROFILE_FIELDS} | {
        "spoken": profile.languages.split(),
        "language": user.language or get_language(),
        "time_zone": user.time_zone,
    }
