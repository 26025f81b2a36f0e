"""What hangs on a person, added and removed: addresses, roles, ties, introductions, tags, notes."""

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.db.models import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.people import actions
from askwell.people.choices import STOPPED_BEFORE, ContactKind
from askwell.people.models import ContactPoint, Introduction, Note, Role, Tie
from askwell.people.queries import search
from askwell.people.queries.search import FoundPerson
from askwell.people.web.editing import edit_page
from askwell.people.web.forms import (
    IntroductionForm,
    NoteForm,
    ObtainedForm,
    PointForm,
    RoleForm,
    TagsForm,
    TieForm,
    split_tags,
)
from askwell.people.web.names import card_or_404
from askwell.people.web.words.basics import UNREADABLE
from askwell.ui.say import say

Save = Callable[[Workspace, forms.Form], None]


@require_POST
def add_point(request: HttpRequest, person_id: UUID) -> HttpResponse:
    def save(workspace: Workspace, form: forms.Form) -> None:
        data = form.cleaned_data
        try:
            actions.add_contact_point(workspace=workspace, person_id=person_id, **data, now=timezone.now())
            if card_or_404(workspace, person_id).person.do_not_contact_why == STOPPED_BEFORE:
                say(request, _("This is the address of somebody who asked not to be contacted. They are marked so."))
        except actions.UnreadableAddressError as error:
            form.add_error("value", UNREADABLE[ContactKind(error.kind)] % {"text": data["value"][:80]})

    return _added(request, person_id, "point", PointForm(request.POST, prefix="point"), save)


@require_POST
def add_role(request: HttpRequest, person_id: UUID) -> HttpResponse:
    def save(workspace: Workspace, form: forms.Form) -> None:
        try:
            actions.add_role(workspace=workspace, person_id=person_id, **form.cleaned_data, now=timezone.now())
        except actions.NoRoleError:
            form.add_error(None, _("A role or an employer is needed."))

    return _added(request, person_id, "role", RoleForm(request.POST, prefix="role"), save)


@require_POST
def set_tie(request: HttpRequest, person_id: UUID) -> HttpResponse:
    def save(workspace: Workspace, form: forms.Form) -> None:
        actions.set_tie(workspace=workspace, person_id=person_id, **form.cleaned_data, now=timezone.now())

    return _added(request, person_id, "tie", TieForm(request.POST, prefix="tie"), save)


@require_POST
def introduce(request: HttpRequest, person_id: UUID) -> HttpResponse:
    def save(workspace: Workspace, form: forms.Form) -> None:
        data = form.cleaned_data
        other = _the_one(workspace, form, data["who"])
        if other is None:
            return
        pair = (other.id, person_id) if data["direction"] == "by" else (person_id, other.id)
        try:
            actions.record_introduction(
                workspace=workspace, introducer_id=pair[0], introduced_id=pair[1], on=data["on"], note=data["note"],
                now=timezone.now(),
            )  # fmt: skip
        except actions.IntroductionCircleError:
            form.add_error("who", _("That would lead somebody to themselves."))

    return _added(request, person_id, "introduction", IntroductionForm(request.POST, prefix="introduction"), save)


def _the_one(workspace: Workspace, form: forms.Form, typed: str) -> FoundPerson | None:
    """The person who is meant; says on the form when it is nobody or could be several."""
    found = [person for person in search(workspace, typed, limit=5) if person.matched == "name"]
    exact = [person for person in found if typed.strip() in (f"{person.given} {person.family}", person.native)]
    if len(exact or found) == 1:
        return (exact or found)[0]
    names = ", ".join(f"{person.native} {person.latin}".strip() for person in found)
    form.add_error(
        "who",
        _("Several people could be meant: %(names)s. Write the whole name.") % {"names": names}
        if found
        else _("Nobody of that name is among your people yet. Add them first."),
    )
    return None


@require_POST
def set_tags(request: HttpRequest, person_id: UUID) -> HttpResponse:
    def save(workspace: Workspace, form: forms.Form) -> None:
        names = split_tags(form.cleaned_data["tags"])
        actions.set_tags(workspace=workspace, person_id=person_id, names=names, now=timezone.now())

    return _added(request, person_id, "tags", TagsForm(request.POST), save)


@require_POST
def note(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """A note from the person's page, and back to it."""
    workspace = workspace_of(request.user)
    card = card_or_404(workspace, person_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return edit_page(request, card, {"note": form})
    actions.write_note(workspace=workspace, person_id=person_id, text=form.cleaned_data["text"], now=timezone.now())
    say(request, _("The note is kept."))
    return redirect("desk:person", person_id)


def _added(request: HttpRequest, person_id: UUID, name: str, form: forms.Form, save: Save) -> HttpResponse:
    """Check, save, and go back to the edit page; or show it with the form's errors."""
    workspace = workspace_of(request.user)
    card = card_or_404(workspace, person_id)
    if form.is_valid():
        save(workspace, form)
    if form.errors:
        return edit_page(request, card, {name: form})
    say(request, _("Kept."))
    return redirect("people:edit", person_id)


@require_POST
def set_obtained(request: HttpRequest, contact_point_id: UUID) -> HttpResponse:
    """How, when and from whom an address came, put right."""
    person_id = _owner(request, ContactPoint, contact_point_id)
    kept = ContactPoint.objects.of(workspace_of(request.user)).get(pk=contact_point_id)

    def save(workspace: Workspace, form: forms.Form) -> None:
        actions.set_obtained(
            workspace=workspace, person_id=person_id, point_id=contact_point_id, **form.cleaned_data, now=timezone.now()
        )

    form = ObtainedForm(request.POST, keeps=kept.obtained, prefix=f"obtained-{contact_point_id}")
    return _added(request, person_id, f"obtained-{contact_point_id}", form, save)


@require_POST
def point_works(request: HttpRequest, contact_point_id: UUID) -> HttpResponse:
    """An address that letters came back from works again; back to the page of the person where that was said."""
    workspace, person_id = workspace_of(request.user), _owner(request, ContactPoint, contact_point_id)
    email = ContactPoint.objects.of(workspace).get(pk=contact_point_id).value
    actions.mark_alive(workspace=workspace, person_id=person_id, email=email)
    say(request, _("It is written to again. If one more comes back, it is marked again."))
    return redirect("people:edit" if "/edit/" in request.POST.get("next", "") else "desk:person", person_id)


@require_POST
def remove_point(request: HttpRequest, contact_point_id: UUID) -> HttpResponse:
    person_id = _owner(request, ContactPoint, contact_point_id)
    actions.remove_contact_point(
        workspace=workspace_of(request.user), person_id=person_id, point_id=contact_point_id, now=timezone.now()
    )
    return redirect("people:edit", person_id)


@require_POST
def end_role(request: HttpRequest, role_id: UUID) -> HttpResponse:
    person_id = _owner(request, Role, role_id)
    actions.end_role(
        workspace=workspace_of(request.user), person_id=person_id, role_id=role_id,
        ended_on=timezone.localdate(), now=timezone.now(),
    )  # fmt: skip
    return redirect("people:edit", person_id)


@require_POST
def remove_role(request: HttpRequest, role_id: UUID) -> HttpResponse:
    person_id = _owner(request, Role, role_id)
    actions.remove_role(workspace=workspace_of(request.user), person_id=person_id, role_id=role_id, now=timezone.now())
    return redirect("people:edit", person_id)


@require_POST
def remove_tie(request: HttpRequest, tie_id: UUID) -> HttpResponse:
    person_id = _owner(request, Tie, tie_id)
    actions.remove_tie(workspace=workspace_of(request.user), person_id=person_id, tie_id=tie_id, now=timezone.now())
    return redirect("people:edit", person_id)


@require_POST
def remove_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    person_id = _owner(request, Note, note_id)
    actions.remove_note(workspace=workspace_of(request.user), person_id=person_id, note_id=note_id, now=timezone.now())
    return redirect("people:edit", person_id)


@require_POST
def remove_introduction(request: HttpRequest, introduction_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    try:
        found = Introduction.objects.of(workspace).get(pk=introduction_id)
    except Introduction.DoesNotExist:
        raise Http404 from None
    actions.remove_introduction(
        workspace=workspace, person_id=found.introduced_id, introduction_id=introduction_id, now=timezone.now()
    )
    return redirect("people:edit", found.introduced_id)


def _owner(request: HttpRequest, model: type[ContactPoint | Role | Tie | Note], row_id: UUID) -> UUID:
    """Whose row it is; 404 for rows that are not there or not of this workspace."""
    try:
        return model.objects.of(workspace_of(request.user)).get(pk=row_id).person_id
    except ObjectDoesNotExist:
        raise Http404 from None
