"""Pages of a programme that open by a link: in which language, and where one signs up."""

from contextlib import AbstractContextManager, suppress
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from askwell.ui.rooms import bcp47


def language_of(request: HttpRequest, fallback: str) -> str:
    """The language of a visitor of whom none is known: the signed-in reader's own, else the first of the browser's that
    Askwell speaks, else the programme's."""
    if own := getattr(request.user, "language", ""):
        return str(own)
    for asked, _weight in parse_accept_lang_header(request.headers.get("accept-language", "")):
        with suppress(LookupError):
            return translation.get_supported_language_variant(asked)
    return fallback


def in_language(request: HttpRequest, fallback: str) -> AbstractContextManager[None]:
    """In the language chosen on the page, else as `language_of` has it."""
    return _spoken(request, _told(request) or language_of(request, fallback))


def in_own_language(request: HttpRequest, own: str) -> AbstractContextManager[None]:
    """In the language chosen on the page, else in the one that whose page it is chose for letters and pages."""
    return _spoken(request, _told(request) or own)


def _told(request: HttpRequest) -> str:
    return request.POST.get("language") or request.GET.get("language", "")


def _spoken(request: HttpRequest, chosen: str) -> AbstractContextManager[None]:
    language = chosen if chosen in dict(settings.LANGUAGES) else "en"
    request.LANGUAGE_CODE = language
    return translation.override(language)


def languages() -> list[tuple[str, str, str]]:
    """The others that the page is there in: code, as HTML spells it, name."""
    here = translation.get_language()
    return [(code, bcp47(code), name) for code, name in settings.LANGUAGES if code != here]


def doors_in(request: HttpRequest) -> dict[str, object]:
    """Where somebody without an account goes first, to come back here: signing up and signing in where many use this
    Askwell; on a laptop nowhere, since its one owner is signed in by a link."""
    if not settings.HOSTED:
        return {"hosted": False}
    back = urlencode({"next": request.get_full_path()})
    return {
        "hosted": True,
        "sign_up": f"{reverse('account_signup')}?{back}",
        "sign_in": f"{reverse('account_login')}?{back}",
    }


def ended(request: HttpRequest, why: str) -> HttpResponse:
    """A link that leads nowhere: `unknown`, or `over`."""
    context = {"why": why, "languages": languages()}
    return render(request, "programmes/ended.html", context, status=410 if why == "over" else 404)
