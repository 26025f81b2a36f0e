"""Whole addresses of a programme's pages that open by a link."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.links import joining_token, open_token


def whole(request: HttpRequest, path: str) -> str:
    """The path as others reach it."""
    return settings.SITE.rstrip("/") + path if settings.SITE else request.build_absolute_uri(path)


def joining_link(request: HttpRequest, row: Participant) -> str:
    """Where one seeker joins with their account."""
    return whole(request, reverse("programmes:join_me", args=[joining_token(row.pk, row.link_number)]))


def open_link(request: HttpRequest, programme: Programme) -> str:
    """Where seekers sign up."""
    return whole(request, reverse("programmes:join", args=[open_token(programme)]))
