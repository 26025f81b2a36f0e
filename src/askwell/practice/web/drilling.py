"""One click to a drill, and one back to where somebody came from."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PLACES: dict[str, Promise] = {
    "room": _("Back to the talk"),
    "report": _("Back to the report"),
    "job_question": _("Back to the question"),
    "job_answer": _("Back to the answer"),
    "job_report": _("Back to the report"),
    "begin_for": _("Back to the rehearsal"),
}


@dataclass(frozen=True, slots=True)
class Back:
    """An address in practice, and what the link to it says."""

    address: str
    words: Promise


def drill_address(kind: str, language: str, back: str) -> str:
    """A drill in this language, from which a click leads `back`, an address of one of `PLACES`."""
    return f"{reverse('practice:drill', args=[kind])}?{urlencode({'language': language, 'back': back})}"


def way_back(request: HttpRequest) -> Back | None:
    """Where `drill_address` said that somebody came from. No other address is ever led to."""
    address = request.POST.get("back") or request.GET.get("back", "")
    path, _question, query = address.partition("?")
    try:
        found = resolve(path)
    except Resolver404:
        return None
    known = found.app_name == "practice" and found.url_name in PLACES
    return Back(f"{path}?{query}" if query else path, PLACES[str(found.url_name)]) if known else None
