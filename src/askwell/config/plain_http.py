"""What is asked for without TLS."""

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.security import SecurityMiddleware

FOR_PROGRAMS = "/calendar/"
"""Where programs ask by themselves, with a secret in the address."""


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
