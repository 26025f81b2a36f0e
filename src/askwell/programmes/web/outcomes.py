"""What came of it, put down by staff or told by the seeker; and the seeker's sessions for their calendar."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.programmes.actions import outcomes as acts
from askwell.programmes.actions.errors import NotAgreedError, NotYetError
from askwell.programmes.models import Outcome, Participant, Session
from askwell.programmes.queries.mine import part_of, programme_in, taking_part
from askwell.programmes.queries.mine_sessions import my_session
from askwell.programmes.web.acting import done
from askwell.programmes.web.cohort_forms import OutcomeForm
from askwell.programmes.web.doors import At, staff
from askwell.programmes.web.seekers import seeker_or_404
from askwell.programmes.web.sessions import calendar_of
from askwell.ui.say import refuse, say


@require_POST
def put_down(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """By staff, with the seeker's consent."""
    at, form = staff(request), OutcomeForm(request.POST)
    seeker_or_404(at, participant_id)
    back = redirect("programmes:seeker", participant_id)
    if not form.is_valid():
        refuse(request, _("Say what was found, and since when."))
        return back
    try:
        row = acts.put_down_outcome(
            workspace=at.workspace, participant_id=participant_id, facts=form.facts, zone=at.programme.zone,
            now=timezone.now(),
        )  # fmt: skip
    except NotAgreedError:
        refuse(request, _("They have not agreed that you see what came of it."))
    except NotYetError:
        refuse(request, _("That day is still to come."))
    else:
        say(request, _("It is put down."), undo=reverse("programmes:remove_outcome", args=[row.pk]))
    return back


@require_POST
def remove(request: HttpRequest, outcome_id: UUID) -> HttpResponse:
    at, seeker = _theirs(request, outcome_id)
    back = reverse("programmes:bring_back_outcome", args=[outcome_id])

    def act() -> object:
        return acts.remove_outcome(workspace=at.workspace, outcome_id=outcome_id, now=timezone.now())

    return done(request, act, _("It is taken out."), "programmes:seeker", seeker, undo=back)


@require_POST
def bring_back(request: HttpRequest, outcome_id: UUID) -> HttpResponse:
    at, seeker = _theirs(request, outcome_id)

    def act() -> object:
        return acts.bring_back_outcome(workspace=at.workspace, outcome_id=outcome_id)

    return done(request, act, _("Taken back."), "programmes:seeker", seeker)


@require_POST
def tell(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """By the seeker, at work in their own workspace."""
    try:
        participant = part_of(workspace_of(request.user), participant_id)
    except Participant.DoesNotExist:
        raise Http404 from None
    form = OutcomeForm(request.POST)
    zone = programme_in(participant.workspace_id).zone
    try:
        if not form.is_valid():
            refuse(request, _("Say what was found, and since when."))
            return redirect("programmes:mine")
        row = acts.tell_outcome(participant=participant, facts=form.facts, zone=zone, now=timezone.now())
    except NotYetError:
        refuse(request, _("That day is still to come."))
    else:
        said = _("Thank you: the programme can count it now.")
        say(request, said, undo=reverse("programmes:remove_my_outcome", args=[row.pk]))
    return redirect("programmes:mine")


@require_POST
def remove_mine(request: HttpRequest, outcome_id: UUID) -> HttpResponse:
    row = _mine(request, outcome_id)
    back = reverse("programmes:bring_back_my_outcome", args=[row.pk])

    def act() -> object:
        return acts.remove_outcome(workspace=row.workspace, outcome_id=row.pk, by_self=True, now=timezone.now())

    return done(request, act, _("It is taken out, and no longer counted."), "programmes:mine", undo=back)


@require_POST
def bring_back_mine(request: HttpRequest, outcome_id: UUID) -> HttpResponse:
    row = _mine(request, outcome_id)

    def act() -> object:
        return acts.bring_back_outcome(workspace=row.workspace, outcome_id=row.pk, by_self=True)

    return done(request, act, _("Taken back."), "programmes:mine")


@require_safe
def my_calendar(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """A session of one's programme, as a file for a calendar."""
    try:
        row = my_session(taking_part(workspace_of(request.user)), session_id)
    except Session.DoesNotExist:
        raise Http404 from None
    return calendar_of(row, programme_in(row.workspace_id).name)


def _theirs(request: HttpRequest, outcome_id: UUID) -> tuple[At, UUID]:
    """Where staff is at work, and the seeker of whom it was told: one that they see."""
    at = staff(request)
    key = Outcome.objects.of(at.workspace).filter(pk=outcome_id).values_list("participant", flat=True).first()
    if key is None:
        raise Http404
    return at, seeker_or_404(at, key).pk


def _mine(request: HttpRequest, outcome_id: UUID) -> Outcome:
    for mine in taking_part(workspace_of(request.user)):
        rows = Outcome.objects.of(mine.workspace).filter(participant=mine, pk=outcome_id).select_related("workspace")
        if row := rows.first():
            return row
    raise Http404
