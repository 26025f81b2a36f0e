"""What asks whether Askwell lives: answered before anything else, so that it needs no session, host name or page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.utils import timezone

from askwell.health.queries.readiness import checks
from askwell.health.web import metrics

View = Callable[[HttpRequest], HttpResponse]


class ProbesMiddleware:
    """Answers /healthz, /readyz and /metrics."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = PROBES.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        response = answer(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


def alive(request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is looked at."""
    return JsonResponse({"ok": True})


def ready(request: HttpRequest) -> HttpResponse:
    """All that a page or a task needs is there; `?exclude=worker` leaves one out, for what only serves pages."""
    found = checks(timezone.now(), without=frozenset(request.GET.getlist("exclude")))
    is_ok = all(check.is_ok for check in found)
    said = {check.name: {"ok": check.is_ok, "says": check.says} for check in found}
    whole = {"checks": said} if metrics.may_read(request) else {}  # how full a disk is, is nobody else's business
    return JsonResponse({"ok": is_ok, **whole}, status=200 if is_ok else 503)


def figures(request: HttpRequest) -> HttpResponse:
    """404 to whoever may not read them, like any address that is not there."""
    if not metrics.may_read(request):
        return HttpResponse(status=404)
    return HttpResponse(metrics.text(timezone.now()), content_type="text/plain; version=0.0.4; charset=utf-8")


PROBES: dict[str, View] = {"/healthz": alive, "/readyz": ready, "/metrics": figures}
