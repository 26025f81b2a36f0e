"""Whole addresses of a programme's pages that open by a link."""

from django.http import HttpRequest
from django.urls import reverse

from askwell.programmes.models import Insider, Participant, Programme
from askwell.programmes.queries.insiders.doors import insider_token, volunteer_token
from askwell.programmes.queries.links import joining_token, open_token
from askwell.ui.reach import whole


def joining_link(request: HttpRequest, row: Participant) -> str:
    """Where one seeker joins with their account."""
    return whole(request, reverse("programmes:join_me", args=[joining_token(row)]))


def open_link(request: HttpRequest, programme: Programme) -> str:
    """Where seekers sign up."""
    return whole(request, reverse("programmes:join", args=[open_token(programme)]))


def volunteer_link(request: HttpRequest, programme: Programme) -> str:
    """Where anybody volunteers."""
    return whole(request, reverse("programmes:volunteer", args=[volunteer_token(programme)]))


def link_to(request: HttpRequest, insider: Insider) -> str:
    """Where an insider's own page is."""
    return whole(request, reverse("programmes:own", args=[insider_token(insider)]))
