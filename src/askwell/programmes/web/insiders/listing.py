"""The list of a programme's insiders."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.lib.numbers import whole_number
from askwell.programmes.choices import InsiderState
from askwell.programmes.queries.insiders.inviting import to_invite
from askwell.programmes.queries.insiders.listing import Narrowed, around, insiders
from askwell.programmes.web.doors import staff
from askwell.programmes.web.linking import volunteer_link
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
        "open_page": volunteer_link(request, at.programme) if at.programme.takes_insiders else "",
    }
    return render(request, "programmes/insiders/list.html", context)
