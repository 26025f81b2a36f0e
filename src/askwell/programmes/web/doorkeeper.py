"""Somebody at work in a programme finds no seeker's pages: there would be nobody's data on them."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import User
from askwell.accounts.queries import role_in, workplaces
from askwell.programmes.queries.mine import programme_in
from askwell.programmes.web.doors import LEADS

View = Callable[[HttpRequest], HttpResponse]

OPEN = {"", "programmes", "accounts", "visiting"}
"""Namespaces that are everybody's."""
MAIL = frozenset(
    f"outreach:{name}"
    for name in (
        "mailboxes", "connect_mailbox", "sign_in_mailbox", "signed_in_mailbox", "change_mailbox", "look_into_mailbox",
        "try_mailbox", "disconnect_mailbox", "reconnect_mailbox", "outbox", "dispatch", "cancel_dispatch",
        "decide_dispatch", "look_dispatch", "hasten_dispatch",
    )
)  # fmt: skip
"""Pages of a programme's mailbox and outbox: for those who lead it."""


class DoorkeeperMiddleware:
    """Leads whoever is at work in a programme from a seeker's page to the programme; and tells whoever works in one,
    and is at work elsewhere, where a programme's page belongs."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        workspace = request.user.workspace if isinstance(request.user, User) else None
        namespace = request.resolver_match.namespace if request.resolver_match else ""
        if workspace is None or workspace.kind != WorkspaceKind.PROGRAMME or namespace in OPEN:
            return None
        assert isinstance(request.user, User)
        view = request.resolver_match.view_name if request.resolver_match else ""
        if view in MAIL and role_in(workspace, request.user) in LEADS:
            return None
        if request.method in ("GET", "HEAD"):
            return redirect("programmes:home")
        raise PermissionDenied("at work in a programme")

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Still not found: which programme's page it would be is not looked up, only where they work is named."""
        match, user = request.resolver_match, request.user
        if not isinstance(error, Http404) or match is None or match.namespace != "programmes":
            return None
        if not isinstance(user, User) or user.workspace is None or not user.works_in_many:
            return None
        places = [one for one in workplaces(user) if one.kind == WorkspaceKind.PROGRAMME and one != user.workspace]
        if not places:
            return None
        context = {"places": [(one.pk, programme_in(one.pk).name) for one in places]}
        return render(request, "programmes/elsewhere.html", context, status=404)
