"""The audit log on pages: one's own entries, and a programme's for its owner."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from askwell.accounts.choices import Deed, MembershipRole, WorkspaceKind
from askwell.accounts.models import User
from askwell.accounts.queries import Line, log_broken_at, log_of_person, log_of_place, role_in, workspace_of

WORDS = {
    Deed.SIGNED_IN: gettext_lazy("Signed in"),
    Deed.SIGN_IN_FAILED: gettext_lazy("Somebody tried to sign in with a wrong password"),
    Deed.LOCKED_OUT: gettext_lazy("Too many wrong passwords: locked for an hour"),
    Deed.FACTOR_FAILED: gettext_lazy("A wrong code was given for the second factor"),
    Deed.FACTOR_ADDED: gettext_lazy("A second factor was added"),
    Deed.FACTOR_REMOVED: gettext_lazy("A second factor was removed"),
    Deed.CODES_RENEWED: gettext_lazy("New recovery codes were made"),
    Deed.PASSWORD_CHANGED: gettext_lazy("The password was changed"),
    Deed.EMAIL_CHANGED: gettext_lazy("The e-mail address was changed"),
    Deed.SESSIONS_ENDED: gettext_lazy("Other browsers were signed out"),
    Deed.EXPORTED: gettext_lazy("Everything was exported"),
    Deed.TAKEN_OUT: gettext_lazy("People were taken out as a file"),
    Deed.RESTORED: gettext_lazy("An export was brought in"),
    Deed.PERSON_ERASED: gettext_lazy("A person was erased"),
    Deed.ALL_ERASED: gettext_lazy("Everything was erased"),
    Deed.ADMITTED: gettext_lazy("Began to work for the programme"),
    Deed.ROLE_CHANGED: gettext_lazy("Got another role"),
    Deed.DISMISSED: gettext_lazy("Works for the programme no more"),
    Deed.LOOKED: gettext_lazy("What a seeker shares was looked at"),
    Deed.PROGRAMME_CHANGED: gettext_lazy("The programme’s settings were changed"),
    Deed.REPORT_TAKEN: gettext_lazy("A report was taken out"),
    Deed.ROUND_BEGUN: gettext_lazy("A round was begun"),
    Deed.ROUND_SENT: gettext_lazy("A round was sent"),
    Deed.PAIR_FORBIDDEN: gettext_lazy("Two were ruled out for each other"),
    Deed.TALK_CALLED_OFF: gettext_lazy("A talk was called off"),
    Deed.LIST_BROUGHT: gettext_lazy("A list of people was brought in"),
}
FACTS = {
    MembershipRole.OWNER: gettext_lazy("owner"),
    MembershipRole.COORDINATOR: gettext_lazy("coordinator"),
    MembershipRole.CASEWORKER: gettext_lazy("caseworker"),
    "password": gettext_lazy("with a password"),
    "second_factor": gettext_lazy("with a second factor"),
    "mail": gettext_lazy("by a link in a mail"),
    "totp": gettext_lazy("an authenticator app"),
    "webauthn": gettext_lazy("a passkey or security key"),
    "recovery_codes": gettext_lazy("recovery codes"),
}
NUMBERS = ("round", "seeker", "insider")
"""Facts that name a round, or people of a programme by the numbers that they keep."""


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """What this user did, and what others did to their data."""
    user = request.user
    assert isinstance(user, User)
    return render(request, "accounts/log.html", {"lines": shown(log_of_person(user)), "broken": None})


@require_safe
def programme(request: HttpRequest) -> HttpResponse:
    """What was done in the programme that one owns."""
    user, workspace = request.user, workspace_of(request.user)
    assert isinstance(user, User)
    if workspace.kind != WorkspaceKind.PROGRAMME or role_in(workspace, user) != MembershipRole.OWNER:
        raise Http404
    lines = shown(log_of_place(workspace, user))
    return render(
        request, "accounts/log.html", {"lines": lines, "broken": log_broken_at(workspace.pk), "programme": True}
    )


def shown(lines: list[Line]) -> list[dict[str, Any]]:
    """The lines in words."""
    return [
        {
            "at": line.at,
            "deed": WORDS[Deed(line.deed)],
            "facts": [FACTS[fact] for fact in line.facts.values() if fact in FACTS],
            "numbers": [line.facts[name] for name in NUMBERS if name in line.facts],
            "who": _("you") if line.is_own else line.who,
            "whose": line.whose if line.whose != line.who else "",
        }
        for line in lines
    ]
