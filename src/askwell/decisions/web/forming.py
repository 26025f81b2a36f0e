"""What the forms of decisions have in common: the page, and a refusal put on the form."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.decisions.actions.errors import (
    DayError,
    DecisionError,
    NoSourceError,
    NothingSaidError,
    OutOfRangeError,
    TooManyError,
)

Row = TypeVar("Row")
DAYS = {
    "decided_on": gettext_lazy("That day is still to come."),
    "look_back_on": gettext_lazy("Look back on a later day than the one on which you decided."),
}


def attempt(form: forms.Form, act: Callable[[], Row]) -> Row | None:
    """What the action gives; None where it refused, which then stands on the form."""
    try:
        return act()
    except DecisionError as error:
        form.add_error(*_refusal(form, error))
        return None


def _refusal(form: forms.Form, error: DecisionError) -> tuple[str | None, str]:
    if isinstance(error, NoSourceError):
        return _column(form, "source"), _("Say where it comes from; or call it a guess.")
    if isinstance(error, NothingSaidError):
        return _column(form, error.column), _("It needs words.")
    if isinstance(error, OutOfRangeError):
        return _column(form, error.column), _("That is out of range.")
    if isinstance(error, DayError):
        return _column(form, error.column), str(DAYS[error.column])
    if isinstance(error, TooManyError):
        return None, _("%(most)s are enough to weigh. Take one away first.") % {"most": error.most}
    raise error


def _column(form: forms.Form, name: str) -> str | None:
    return name if name in form.fields else None


def form_page(request: HttpRequest, form: forms.Form, **context: object) -> HttpResponse:
    """A page with one form. `back` and `back_words` lead up; `remove` is where a button to take it away posts."""
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "decisions/form.html", {"form": form, **context}, status=status)
