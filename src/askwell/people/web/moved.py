"""Old addresses of somebody who became part of another person lead there, with all that was typed."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.urls import reverse

from askwell.accounts.models import User
from askwell.accounts.queries import workspace_of
from askwell.lib.ids import id_of
from askwell.people.queries.duplicates import now_part_of

View = Callable[[HttpRequest], HttpResponse]


class SameAgain(HttpResponseRedirectBase):
    """The browser sends what it sent, by the same method, to the other address."""

    status_code = 307


class MovedMiddleware:
    """Looks only where a page about a person (`person_id` in its address) was not found."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        found = request.resolver_match
        gone = id_of(str(found.kwargs.get("person_id", ""))) if found else None
        if not (isinstance(exception, Http404) and found and gone and isinstance(request.user, User)):
            return None
        person = now_part_of(workspace_of(request.user), gone)
        if person is None:
            return None
        address = reverse(found.view_name, kwargs={**found.kwargs, "person_id": person})
        query = request.META.get("QUERY_STRING", "")
        return SameAgain(f"{address}?{query}" if query else address)
