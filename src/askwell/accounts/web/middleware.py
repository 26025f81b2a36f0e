"""What every page knows of its viewer: language and time zone."""

import zoneinfo
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
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


def chosen_language(request: HttpRequest) -> str:
    """The user's choice, else the cookie's, else the browser's (Django's helper knows both)."""
    chosen = getattr(request.user, "language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else translation.get_language_from_request(request)


def zone_of(user: User | AnonymousUser) -> zoneinfo.ZoneInfo:
    """The viewer's time zone; UTC for a visitor."""
    return zoneinfo.ZoneInfo(user.time_zone) if isinstance(user, User) else zoneinfo.ZoneInfo("UTC")
