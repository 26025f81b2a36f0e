"""What hosted pages ask for beyond a password: a session of limited age, and a second factor for others' data."""

import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import User
from askwell.accounts.rules import OTHERS_DATA, OWN_DATA, is_over
from askwell.accounts.web.hearing import SHOWN, listen
from askwell.accounts.web.mailing import MailNotSentError
from askwell.accounts.web.recovery_codes import install

View = Callable[[HttpRequest], HttpResponse]

BEGAN, SEEN = "began", "seen"
WITHOUT = {"accounts:leave", "accounts:work", "accounts:language", "accounts:security"}
"""Addresses that are open at work in a programme before a second factor was shown; beside these what allauth brings."""


class GuardMiddleware:
    """Ends sessions that are too old, and leads whoever is at work in a programme to their second factor first."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        listen()
        install()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in = isinstance(request.user, User)
        if isinstance(request.user, User) and too_old(request, request.user, int(time.time())):
            logout(request)
        response = self.get_response(request)
        if signed_in:
            response.headers.setdefault("Cache-Control", "no-store")
        if signed_in and not request.user.is_authenticated:  # signed out meanwhile, wherever
            response.headers["Clear-Site-Data"] = '"cache", "storage"'  # also what a script kept of a page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return render(request, "accounts/no_mail.html", status=503) if isinstance(error, MailNotSentError) else None

    def process_view(self, request: HttpRequest, view: Any, *_call: Any) -> HttpResponse | None:
        if not others_data(request.user) or second_factor_shown(request) or is_open(request, view):
            return None
        return redirect("accounts:security")


def too_old(request: HttpRequest, user: User, now: int) -> bool:
    """Whether this session has ended. Writes down, not too often, that it was used."""
    stay, session = OTHERS_DATA if others_data(user) else OWN_DATA, request.session
    began, seen = session.setdefault(BEGAN, now), session.setdefault(SEEN, now)
    if is_over(stay, began=began, seen=seen, now=now):
        return True
    if now - seen >= stay.grain:
        session[SEEN] = now
    return False


def others_data(user: object) -> bool:
    """Whether this user is at work in a programme just now."""
    return isinstance(user, User) and user.workspace is not None and user.workspace.kind == WorkspaceKind.PROGRAMME


def second_factor_shown(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.session.get(SHOWN) == str(request.user.pk)


def is_open(request: HttpRequest, view: Any) -> bool:
    """Whether a page needs no second factor: it is a visitor's, or one leaves, or shows a factor by it."""
    match = request.resolver_match
    ours = match is not None and bool(match.namespace)
    return not ours or not getattr(view, "login_required", True) or (match is not None and match.view_name in WITHOUT)
