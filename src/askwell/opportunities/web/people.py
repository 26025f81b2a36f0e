"""Who told of an opportunity: a name that was typed, and the person it means."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from askwell.accounts.models import Workspace
from askwell.lib.ids import id_of
from askwell.lib.text import fold
from askwell.opportunities.queries.values import Known
from askwell.people.queries import rows_of, search


def name_of(person: Known) -> str:
    """As the form shows them: 陈伟 Wei Chen."""
    return " ".join(filter(None, (person.native, person.latin)))


def known(workspace: Workspace, text: str) -> Known | None:
    """The person whose id a text spells."""
    key = id_of(text)
    row = rows_of(workspace, [key]).get(key) if key else None
    return Known(row.id, row.given, row.family, row.native) if row else None


def person_named(workspace: Workspace, form: forms.Form, before: Known | None = None) -> UUID | None:
    """Whom the valid form's `told_by` means; adds an error to the form where that is nobody, or several."""
    typed = form.cleaned_data["told_by"]
    if not typed:
        return None
    if before and fold(typed) == fold(name_of(before)):
        return before.id
    found = search(workspace, typed, limit=2)
    if len(found) == 1:
        return found[0].id
    words = (
        _("Several people have this name: write more of it.") if found else _("Nobody among your people is called so.")
    )
    form.add_error("told_by", words)
    return None
