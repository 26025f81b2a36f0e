"""Hosted: one page from which everything about one's way in is reached."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from askwell.accounts.models import User


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """What there is, and, at work in a programme, which second factor is asked for before its pages open."""
    if not settings.HOSTED:
        raise Http404
    from allauth.mfa.utils import is_mfa_enabled  # noqa: PLC0415 # its tables are there only when hosted

    from askwell.accounts.web.guard import others_data, second_factor_shown  # noqa: PLC0415 # as above

    user = request.user
    assert isinstance(user, User)
    asked = others_data(user) and not second_factor_shown(request)
    return render(request, "accounts/security.html", {"has_factor": is_mfa_enabled(user), "asked": asked})
