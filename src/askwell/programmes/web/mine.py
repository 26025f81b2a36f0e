"""A seeker's page of their programmes: what they told, what they share, and the way out."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import own_workspace, workspace_of
from askwell.programmes.actions import consenting, leaving
from askwell.programmes.choices import Audience, ConsentItem, ParticipantState
from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.house import names_of
from askwell.programmes.queries.intake import Asked, known_topics, questions
from askwell.programmes.queries.mine import consents_of, part_of, programme_in, taking_part
from askwell.programmes.queries.mine_sessions import MySession, mine_sessions
from askwell.programmes.queries.outcomes import OutcomeRow, outcomes_of
from askwell.programmes.web.cohort_forms import OutcomeForm
from askwell.programmes.web.forming import point
from askwell.programmes.web.seeking import SeekerForm, kept, told_by
from askwell.programmes.web.words.answers import answered, unanswered
from askwell.ui.say import say


@dataclass(frozen=True, slots=True)
class Mine:
    """One programme that the seeker takes part in."""

    row: Participant
    programme: Programme
    caseworker: str
    shared: frozenset[ConsentItem]
    answers: list[tuple[str, str]]
    unanswered: list[str]
    sessions: list[MySession]
    outcomes: list[OutcomeRow]
    outcome_form: OutcomeForm


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    if workspace_of(request.user).kind != WorkspaceKind.SEEKER:
        return _at_work(request)
    rows = list(taking_part(_own(request)))
    programmes = {row.workspace_id: programme_in(row.workspace_id) for row in rows}
    asked = {key: _asked(programme) for key, programme in programmes.items()}
    shared = consents_of(rows)
    called = names_of((row.workspace_id, row.caseworker_id) for row in rows)
    now = timezone.now()
    parts = [
        Mine(
            row, programmes[row.workspace_id], called.get((row.workspace_id, row.caseworker_id), ""), shared[row.pk],
            answered(asked[row.workspace_id], row.answers), unanswered(asked[row.workspace_id], row.answers),
            mine_sessions(row, programmes[row.workspace_id].zone, now), outcomes_of(row),
            OutcomeForm(auto_id=f"id_%s_{row.pk}"),
        )
        for row in rows
        if row.state != ParticipantState.TURNED_DOWN
    ]  # fmt: skip
    return render(request, "programmes/mine.html", {"parts": parts, "items": list(ConsentItem)})


def _at_work(request: HttpRequest) -> HttpResponse:
    """At work in a programme: the way to one's own search, where there is one."""
    assert isinstance(request.user, User)
    own = own_workspace(request.user)
    if own is None:
        return redirect("programmes:home")
    return render(request, "programmes/elsewhere.html", {"own": True, "places": [(own.pk, "")]})


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """What they told the programme."""
    row, programme = _part(request, participant_id)
    data = request.POST if request.method == "POST" else None
    topics = known_topics(programme.workspace, translation.get_language() or "en", row.field)
    form = SeekerForm(data, initial=told_by(row), questions=_asked(programme), topics=topics)
    if form.is_valid() and kept(request, form, row):
        say(request, _("Saved."))
        return redirect("programmes:mine")
    point(form)
    context = {"form": form, "row": row, "programme": programme}
    return render(request, "programmes/mine_form.html", context, status=422 if form.errors else 200)


@require_POST
def share(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The switches: what is ticked is shared from now on, and nothing else."""
    row, _programme = _part(request, participant_id)
    items = [item for item in ConsentItem if item in request.POST.getlist("share")]
    consenting.share(seeker=_own(request), participant_id=row.pk, items=items, now=timezone.now())
    say(request, _("From now on they see exactly what is ticked."))
    return redirect(f"{reverse('programmes:mine')}#p-{row.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Says what stays with whom; a POST leaves. It cannot be undone: what was told is erased."""
    row, programme = _part(request, participant_id)
    if request.method == "POST":
        leaving.leave(seeker=_own(request), participant_id=row.pk, now=timezone.now())
        said = _("You left %(name)s. Nothing of your own is lost.") % {"name": programme.name}
        say(request, said)
        return redirect("programmes:mine")
    return render(request, "programmes/leave.html", {"row": row, "programme": programme})


def _own(request: HttpRequest) -> Workspace:
    """Where the seeker is at work. Raises Http404 for somebody at work in a programme: it takes part in none."""
    workspace = workspace_of(request.user)
    if workspace.kind != WorkspaceKind.SEEKER:
        raise Http404("at work in a programme")
    return workspace


def _part(request: HttpRequest, participant_id: UUID) -> tuple[Participant, Programme]:
    own = _own(request)
    try:
        row = part_of(own, participant_id)
    except Participant.DoesNotExist:
        raise Http404("not a part of theirs") from None
    if row.state == ParticipantState.TURNED_DOWN:
        raise Http404("they are not in it")
    return row, programme_in(row.workspace_id)


def _asked(programme: Programme) -> list[Asked]:
    return questions(programme.workspace, Audience.SEEKERS, translation.get_language() or "en", programme.language)
