"""What is refused before anything else looks at it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseNotAllowed
from django.middleware.security import SecurityMiddleware

View = Callable[[HttpRequest], HttpResponse]

METHODS = ["GET", "HEAD", "OPTIONS", "POST"]
FOR_PROGRAMS = "/calendar/"
"""Where programs ask by themselves, with a secret in the address."""


class MethodsMiddleware:
    """No page knows other methods; a view that names none would answer as if it was only looked at."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)


class PlainHttpMiddleware(SecurityMiddleware):
    """Django's, but only a person who looks at a page is led to HTTPS: what a program or a form has sent was open to
    all on its way, and the next time, too, unless it is refused."""

    def process_request(  # type: ignore[override] # it only ever led on
        self, request: HttpRequest
    ) -> HttpResponse | None:
        led_on = super().process_request(request)
        if led_on is None or (request.method in ("GET", "HEAD") and not request.path_info.startswith(FOR_PROGRAMS)):
            return led_on
        return HttpResponseForbidden("Ask again with https://\n", content_type="text/plain; charset=utf-8")
