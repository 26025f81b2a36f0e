"""The list of a programme's insiders."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.lib.numbers import whole_number
from askwell.programmes.choices import InsiderState
from askwell.programmes.queries.insiders.doors import volunteer_token
from askwell.programmes.queries.insiders.inviting import to_invite
from askwell.programmes.queries.insiders.listing import Narrowed, around, insiders
from askwell.programmes.web.doors import At, staff
from askwell.programmes.web.words.insiders import STATES
from askwell.ui.words import SPOKEN


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    at = staff(request)
    asked, state = request.GET, request.GET.get("state", "")
    narrowed = Narrowed(
        state=state if state in set(InsiderState) else "",
        field=asked.get("field", "")[:120],
        language=asked.get("language", "") if asked.get("language", "") in SPOKEN else "",
        q=asked.get("q", "").strip()[:100],
    )
    found = insiders(at.programme, narrowed, number=whole_number(asked.get("page", ""), 1), now=timezone.now())
    context = {
        "at": at,
        "found": found,
        "page": found.page,
        "narrowed": narrowed,
        "is_narrowed": narrowed != Narrowed(),
        "around": around(at.workspace),
        "languages": list(SPOKEN.items()),
        "states": list(STATES.items()),
        "uninvited": to_invite(at.workspace).count() if at.leads else 0,
        "open_page": open_page(request, at),
    }
    return render(request, "programmes/insiders/list.html", context)


def open_page(request: HttpRequest, at: At) -> str:
    """The link on which anybody can volunteer; empty while it is off."""
    if not at.programme.takes_insiders:
        return ""
    return request.build_absolute_uri(reverse("programmes:volunteer", args=[volunteer_token(at.programme)]))
