"""The edit page: the person record, guarded against a second editor, and everything that hangs on it."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.lib.numbers import whole_number
from askwell.people.actions import NobodyError, StaleEditError, edit_person
from askwell.people.choices import ContactKind, Obtained
from askwell.people.queries import PersonCard
from askwell.people.queries.card import PointRow
from askwell.people.web.forms import (
    IntroductionForm,
    NoteForm,
    ObtainedForm,
    PersonForm,
    PointForm,
    RoleForm,
    TagsForm,
    TieForm,
)
from askwell.people.web.names import card_or_404, latin_of, shown_name
from askwell.people.web.words.basics import KINDS, SOURCES, STRENGTHS
from askwell.ui.say import say
from askwell.ui.words import tie_word


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, person_id: UUID) -> HttpResponse:
    workspace = workspace_of(request.user)
    card = card_or_404(workspace, person_id)
    if request.method != "POST":
        return edit_page(request, card)
    form = PersonForm(request.POST)
    if not form.is_valid():
        return edit_page(request, card, {"person": form})
    try:
        edit_person(
            workspace=workspace,
            person_id=person_id,
            version=whole_number(request.POST.get("version", ""), 0),
            details=form.details(time_zone=card.person.time_zone),
            now=timezone.now(),
        )
    except StaleEditError:
        return edit_page(request, card, {"person": form}, stale=_differences(form, card))
    except NobodyError:
        form.add_error(None, _("A name is needed: given, family or in Chinese characters."))
        return edit_page(request, card, {"person": form})
    say(request, _("Changes kept."))
    return redirect("desk:person", person_id)


def edit_page(
    request: HttpRequest,
    card: PersonCard,
    bound: dict[str, forms.Form] | None = None,
    *,
    stale: list[tuple[str, str, str]] | None = None,
) -> HttpResponse:
    """The page with whichever form failed (`bound`, by name) in place of its empty one."""
    today = timezone.localdate()
    blank: dict[str, forms.Form] = {
        "person": PersonForm(initial=PersonForm.initial_of(card.person)),
        "point": PointForm(prefix="point", initial={"obtained_on": today}),
        "role": RoleForm(prefix="role"),
        "tie": TieForm(prefix="tie"),
        "introduction": IntroductionForm(prefix="introduction", initial={"on": today}),
        "tags": TagsForm(initial={"tags": ", ".join(name for _id, name in card.tags)}),
        "note": NoteForm(),
    }
    forms_shown = {f"{name}_form": form for name, form in {**blank, **(bound or {})}.items()}
    context: dict[str, Any] = {
        "card": card,
        "who": shown_name(card.person),
        "latin": latin_of(card.person),
        "points": _points(card, bound or {}),
        "ties": [(tie, tie_word(tie.kind), STRENGTHS[tie.strength]) for tie in card.ties],  # type: ignore[index]  # as above
        "stale": stale,
        **forms_shown,
    }
    failed = stale is not None or any(form.is_bound and form.errors for form in (bound or {}).values())
    return render(request, "people/edit.html", context, status=422 if failed else 200)


def _points(card: PersonCard, bound: dict[str, forms.Form]) -> list[tuple[PointRow, object, object, forms.Form]]:
    """Each address with its words, and the form that puts its origin right; the one that failed as it was filled."""
    found: list[tuple[PointRow, object, object, forms.Form]] = []
    for point in card.points:
        name = f"obtained-{point.id}"
        initial = {field: getattr(point, field) for field in ("obtained", "obtained_on", "obtained_from")}
        form = bound.get(name) or ObtainedForm(initial=initial, keeps=point.obtained, prefix=name)
        found.append((point, KINDS[ContactKind(point.kind)], SOURCES[Obtained(point.obtained)], form))
    return found


def _differences(form: PersonForm, card: PersonCard) -> list[tuple[str, str, str]]:
    """(label, what is kept now, what was typed) of fields that are not the same."""
    now = PersonForm(initial=PersonForm.initial_of(card.person))
    found = []
    for name, field in form.fields.items():
        there, typed = now.get_initial_for_field(field, name), form.cleaned_data.get(name)
        if (there or "") != (typed or ""):
            found.append((str(field.label), _said(there), _said(typed)))
    return found


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value or "")
