"""The seekers of a programme: list, one by hand, and where they belong."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.actions import note_look
from askwell.accounts.models import User
from askwell.lib.ids import id_of
from askwell.programmes.actions import admitting, joining
from askwell.programmes.actions.errors import ChangedMeanwhileError
from askwell.programmes.actions.leaving import remove_seeker
from askwell.programmes.actions.writing import call_back, write_to
from askwell.programmes.choices import Audience, ConsentItem, ParticipantState
from askwell.programmes.models import Participant
from askwell.programmes.queries import seekers as reads
from askwell.programmes.queries.house import team
from askwell.programmes.queries.intake import known_topics, questions
from askwell.programmes.queries.joining_letters import letter_to, to_write_to
from askwell.programmes.queries.missed import missed_by_seeker
from askwell.programmes.queries.outcomes import outcomes_of
from askwell.programmes.queries.shared import shared
from askwell.programmes.queries.wording import passed_on
from askwell.programmes.rules.letters import Words
from askwell.programmes.web.cohort_forms import OutcomeForm
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.forming import point
from askwell.programmes.web.linking import joining_link
from askwell.programmes.web.seeking import StaffSeekerForm, kept, told_by
from askwell.programmes.web.versions import version_of
from askwell.programmes.web.words.answers import answered
from askwell.programmes.web.words.people import STATES
from askwell.ui.say import say


def seeker_or_404(at: At, participant_id: UUID) -> Participant:
    rows = reads.of_staff(at.workspace, at.only).select_related("workspace", "cohort", "seeker_workspace")
    found = rows.filter(pk=participant_id).first()
    if found is None:
        raise Http404("no such seeker here")
    return found


@require_safe
def seekers(request: HttpRequest) -> HttpResponse:
    at, told = staff(request), request.GET
    asked = reads.Asked(
        state=told.get("state", ""),
        cohort=id_of(told.get("cohort", "")),
        caseworker=id_of(told.get("caseworker", "")),
        nobody=told.get("caseworker") == "nobody",
        unjoined=told.get("account") == "none",
        words=told.get("q", "")[:100],
    )
    members = team(at.workspace)
    context = {
        "at": at,
        "page": reads.seekers(at.workspace, at.only, asked, told.get("page")),
        "counts": reads.counts(at.workspace, at.only),
        "letters": to_write_to(at.workspace).count() if at.leads else 0,
        "asked": asked,
        "is_narrowed": asked != reads.Asked(),
        "states": [(state, STATES[state]) for state in admitting.STATES],
        "cohorts": reads.cohorts(at.workspace),
        "members": members,
        "called": {one.user_id: one.called for one in members},
    }
    return render(request, "programmes/seekers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_seeker(request: HttpRequest) -> HttpResponse:
    """Put somebody on the list by hand."""
    at = leads(request)
    first = {"zone": at.programme.zone, "page_language": at.programme.language}
    form = _form(request, at, first)
    if form.is_valid():
        agreed = bool(request.POST.get("agreed"))
        row = joining.add_seeker(workspace=at.workspace, facts=form.facts, agreed=agreed, now=timezone.now())
        say(request, _("On the list."))
        return redirect("programmes:seeker", row.pk)
    point(form)
    context = {"at": at, "form": form, "is_new": True, "back": reverse("programmes:seekers")}
    return render(request, "programmes/seeker_form.html", context, status=422 if form.errors else 200)


@require_safe
def seeker(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    at = staff(request)
    return _page(request, at, seeker_or_404(at, participant_id))


def _page(request: HttpRequest, at: At, row: Participant, unsaved: str | None = None) -> HttpResponse:
    """`unsaved`: a note that was typed and not kept, since somebody else wrote one meanwhile."""
    asked = questions(at.workspace, Audience.SEEKERS, translation.get_language() or "en", at.programme.language)
    members, seen = team(at.workspace), shared(row, timezone.now())
    if row.seeker_workspace and any(told is not None for told in seen.values()):
        note_look(by=at.user, place=at.workspace, whose=row.seeker_workspace)
    missed, follow = missed_by_seeker(at.programme, row, timezone.now())
    context = {
        "at": at,
        "row": row,
        "unsaved": unsaved,
        "missed": missed,
        "follow": follow,
        "outcomes": outcomes_of(row),
        "outcome_form": OutcomeForm() if seen[ConsentItem.OUTCOME] is not None else None,
        "answers": answered(asked, row.answers),
        "shared": seen,
        "twins": reads.twins(row, at.only),
        "link": joining_link(request, row) if at.leads else "",
        "letter": _letter(request, at, row) if at.leads and not row.seeker_workspace else None,
        "cohorts": reads.cohorts(at.workspace) if at.leads else [],
        "members": members,
        "caseworker": next((one.called for one in members if one.user_id == row.caseworker_id), ""),
    }
    return render(request, "programmes/seeker.html", context, status=200 if unsaved is None else 422)


def _letter(request: HttpRequest, at: At, row: Participant) -> Words:
    """The one with which they join, as a person sends it."""
    words = letter_to(at.programme, row, lambda one: joining_link(request, one))
    return passed_on(at.programme, words, row.page_language)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_seeker(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """What they told, put right by staff."""
    at = staff(request)
    row = seeker_or_404(at, participant_id)
    form = _form(request, at, told_by(row))
    if form.is_valid() and kept(request, form, row):
        say(request, _("Saved."))
        return redirect("programmes:seeker", row.pk)
    point(form)
    back = reverse("programmes:seeker", args=[row.pk])
    context = {"at": at, "form": form, "row": row, "back": back}
    return render(request, "programmes/seeker_form.html", context, status=422 if form.errors else 200)


@require_POST
def place(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Cohort and caseworker."""
    at = leads(request)
    row = seeker_or_404(at, participant_id)
    cohort_id, wanted = id_of(request.POST.get("cohort", "")), id_of(request.POST.get("caseworker", ""))
    if cohort_id and cohort_id not in {key for key, _name in reads.cohorts(at.workspace)} | {row.cohort_id}:
        raise Http404("no such cohort here")
    if wanted and wanted not in {one.user_id for one in team(at.workspace)}:
        raise Http404("nobody of the team")
    try:
        admitting.place(
            workspace=at.workspace, participant_id=row.pk, version=version_of(request), cohort_id=cohort_id,
            caseworker=User.objects.get(pk=wanted) if wanted else None,
        )  # fmt: skip
        say(request, _("Saved."))
    except ChangedMeanwhileError:
        said = _("Somebody changed this meanwhile. Look at it again: nothing of yours was saved.")
        say(request, said, level=messages.WARNING)
    return redirect("programmes:seeker", row.pk)


@require_POST
def note(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    at = staff(request)
    row = seeker_or_404(at, participant_id)
    told = request.POST.get("note", "")
    try:
        admitting.write_note(workspace=at.workspace, participant_id=row.pk, version=version_of(request), note=told)
    except ChangedMeanwhileError:
        return _page(request, at, row, told)
    say(request, _("Saved."))
    return redirect("programmes:seeker", row.pk)


@require_POST
def stand(request: HttpRequest, participant_id: UUID, state: str) -> HttpResponse:
    """Let them in, turn them down, or take either back."""
    at = leads(request)
    row = seeker_or_404(at, participant_id)
    if state not in admitting.STATES:
        raise Http404("no such state")
    to = ParticipantState(state)
    before = admitting.set_state(workspace=at.workspace, participant_id=row.pk, state=to, now=timezone.now())
    undo = reverse("programmes:seeker_stand", args=[row.pk, before])
    said = {ParticipantState.ACTIVE: _("%(name)s is in."), ParticipantState.TURNED_DOWN: _("%(name)s is turned down.")}
    words = said.get(to, _("%(name)s stands as before.")) % {"name": row.name}
    if to == ParticipantState.ACTIVE and before == ParticipantState.APPLIED:
        words = f"{words} {_written(at, row)}"
    if before == ParticipantState.ACTIVE and to != before:
        call_back(workspace=at.workspace, participant_id=row.pk)
    say(request, words, undo=undo)
    return redirect("programmes:seeker", row.pk)


def _written(at: At, row: Participant) -> str:
    """They were told on the form that somebody writes to them; what is said of it."""
    if row.seeker_workspace_id:
        return _("They have an account, and find it there.")
    if write_to(programme=at.programme, participant_id=row.pk, now=timezone.now()):
        return _("A mail brings them the link with which they join.")
    return _("The letter with the link is here: pass it on.")


@require_POST
def renew(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    at = leads(request)
    row = seeker_or_404(at, participant_id)
    admitting.renew_link(workspace=at.workspace, participant_id=row.pk)
    say(request, _("There is a new link. The one before leads nowhere now."))
    return redirect("programmes:seeker", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Shows what goes and what stays; a POST lets them go. It cannot be undone: what they told is erased."""
    at = leads(request)
    row = seeker_or_404(at, participant_id)
    if request.method == "POST":
        remove_seeker(workspace=at.workspace, participant_id=row.pk, now=timezone.now())
        say(request, _("Gone. What they told the programme is erased."))
        return redirect("programmes:seekers")
    return render(request, "programmes/seeker_remove.html", {"at": at, "row": row})


def _form(request: HttpRequest, at: At, first: Mapping[str, object]) -> StaffSeekerForm:
    asked = questions(at.workspace, Audience.SEEKERS, translation.get_language() or "en", at.programme.language)
    data = request.POST if request.method == "POST" else None
    topics = known_topics(at.workspace, translation.get_language() or "en", str(first.get("field", "")))
    return StaffSeekerForm(data, initial=dict(first), questions=asked, topics=topics)
