"""What every page knows of its viewer: language and time zone."""

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone, translation

from askwell.accounts.models import User

View = Callable[[HttpRequest], HttpResponse]


class ViewerMiddleware:
    """Activates the viewer's language and zone for the length of one request."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen_language(request)
        request.LANGUAGE_CODE = language
        with translation.override(language), timezone.override(zone_of(request.user)):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class NoNulMiddleware:
    """Takes the character U+0000 out of what was typed: nobody means it, and PostgreSQL holds it nowhere."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_nul(request.GET):
            request.GET = without_nul(request.GET)  # type: ignore[assignment] # it cannot be changed any more
        if request.method == "POST" and has_nul(request.POST):
            request.POST = without_nul(request.POST)  # type: ignore[assignment] # as above
        return self.get_response(request)


def has_nul(data: QueryDict) -> bool:
    return any("\0" in text for name, texts in data.lists() for text in (name, *texts))


def without_nul(data: QueryDict) -> QueryDict:
    """The same without that character."""
    clean = QueryDict(mutable=True)
    for name, texts in data.lists():
        clean.setlist(name.replace("\0", ""), [text.replace("\0", "") for text in texts])
    clean._mutable = False
    return clean


def chosen_language(request: HttpRequest) -> str:
    """The user's choice, else the cookie's, else the browser's (Django's helper knows both)."""
    chosen = getattr(request.user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language_from_request(request)


def zone_of(user: User | AnonymousUser) -> zoneinfo.ZoneInfo:
    """The viewer's time zone; UTC for a visitor."""
    return zoneinfo.ZoneInfo(user.time_zone) if isinstance(user, User) else zoneinfo.ZoneInfo("UTC")
