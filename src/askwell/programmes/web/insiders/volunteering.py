"""The open page on which anybody can volunteer, and the way back for somebody who was a seeker."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from askwell.accounts.models import User
from askwell.accounts.queries import workspace_of
from askwell.programmes.actions.insiders.volunteering import come_back, volunteer
from askwell.programmes.actions.insiders.welcoming import write_welcome
from askwell.programmes.choices import Audience, InsiderState
from askwell.programmes.models import Participant
from askwell.programmes.queries.insiders.doors import (
    insider_token,
    programme_of_insider,
    programme_to_join,
)
from askwell.programmes.queries.intake import known_topics, questions
from askwell.programmes.queries.mine import part_of
from askwell.programmes.web.forming import point
from askwell.programmes.web.insiders.forms import VolunteerForm
from askwell.programmes.web.linking import link_to
from askwell.programmes.web.visitors import ended, in_language, languages
from askwell.ui.doorstep import doorstep


@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, token: str) -> HttpResponse:
    """What is said afterwards is the same whether or not the address is known: nobody learns here who volunteers."""
    programme = programme_to_join(token)
    if programme is None:
        return ended(request, "unknown")
    with in_language(request, programme.language):
        language = request.LANGUAGE_CODE
        form = VolunteerForm(
            request.POST if request.method == "POST" else None,
            initial={"zone": programme.zone, "page_language": language},
            questions=questions(programme.workspace, Audience.INSIDERS, language, programme.language),
            topics=known_topics(programme.workspace, language),
        )
        context = {"programme": programme, "form": form, "languages": languages(), "language": language}
        if request.method == "POST" and form.is_valid():
            was_seeker = bool(form.cleaned_data["was_seeker"])
            new = volunteer(programme=programme, facts=form.facts, was_seeker=was_seeker, now=timezone.now())
            if new and new.state == InsiderState.ACTIVE:
                write_welcome(programme=programme, insider=new, link=link_to(request, new), now=timezone.now())
            return redirect(f"{request.path}?language={language}&done=1")
        point(form)
        context["done"] = "done" in request.GET
        return render(request, "programmes/insiders/volunteer.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def returning(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """A seeker who takes part in the programme offers talks, years later too. Who left it comes by the open page: the
    programme has forgotten whose the row was."""
    try:
        participant = part_of(workspace_of(request.user), participant_id)
    except Participant.DoesNotExist:
        raise Http404 from None
    programme, user = programme_of_insider(participant.workspace), request.user
    assert isinstance(user, User)
    if request.method == "POST":
        insider = come_back(programme=programme, participant=participant, email=user.email, now=timezone.now())
        return redirect("programmes:own", insider_token(insider))
    return render(request, "programmes/insiders/returning.html", {"programme": programme, "participant": participant})
