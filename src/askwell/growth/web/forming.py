"""What the pages of plans have in common: a page with a form, a refusal put on it, and what is nobody's."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from askwell.growth.actions.errors import (
    GrowthError,
    HoursError,
    NothingSaidError,
    NotYetError,
    TooEarlyError,
    WrongKindError,
)
from askwell.growth.rules.facts import UnfitError
from askwell.people.actions.errors import UnreadableAddressError
from askwell.portfolio.actions.errors import (
    ChangedElsewhereError,
    EndsBeforeStartError,
    NothingToldError,
    PortfolioError,
    UnreadableError,
)

Row = TypeVar("Row")
REFUSED = (GrowthError, UnfitError, PortfolioError, UnreadableAddressError)


def attempt(form: forms.Form, act: Callable[[], Row]) -> Row | None:
    """What the action gives; None where it refused, which then stands on the form. What is not there, or somebody
    else's, is not found."""
    try:
        return act()
    except WrongKindError:
        raise Http404 from None
    except REFUSED as error:
        column, words = refusal(error)
        form.add_error(column if column in form.fields else None, words)
        return None
    except ObjectDoesNotExist:
        raise Http404 from None


def refusal(error: Exception) -> tuple[str, str]:
    """The field that is meant, and why."""
    if isinstance(error, NothingSaidError | NothingToldError):
        return error.column, _("It needs words.")
    if isinstance(error, HoursError):
        return "hours", _("A day has more than 0 and at most 24 hours, with what you logged for it already.")
    if isinstance(error, NotYetError):
        return "on", _("That day is still to come.")
    if isinstance(error, TooEarlyError):
        words = _("The role began on %(day)s. Change its first day if you were there before.")
        return "on", words % {"day": date_format(error.began)}
    if isinstance(error, UnfitError):
        return error.column, _unfit(error)
    if isinstance(error, EndsBeforeStartError):
        return "end", _("It cannot end before it starts.")
    if isinstance(error, UnreadableError):
        return error.column, _("This was not understood.")
    if isinstance(error, UnreadableAddressError):
        return error.kind, _("This is no e-mail address.")
    if isinstance(error, ChangedElsewhereError):
        return "", _("The story was changed in another window meanwhile. Look again.")
    raise error


def _unfit(error: UnfitError) -> str:
    ranges = {
        "hours_a_week": _("A week has from 0 to 168 hours."),
        "hours_in_all": _("Write a number of hours from 0 to 100,000."),
    }
    words = {
        "empty": _("It needs words."),
        "order": _("It cannot end before it starts."),
        "range": ranges.get(error.column, _("That is out of range.")),
    }
    return words.get(error.code, _("This was not understood."))


def point(form: forms.Form) -> None:
    """Whoever is shown a refused form lands on its first wrong field."""
    if first := next((name for name in form.fields if name in form.errors), None):
        form.fields[first].widget.attrs["autofocus"] = True


def form_page(request: HttpRequest, form: forms.Form, **context: object) -> HttpResponse:
    """A page with one form. `back` and `back_words` lead up; `remove` is where a button to take it away posts; `lead`
    stands above, `keep` on the button."""
    status = 422 if form.is_bound and form.errors else 200
    if status != 200:
        point(form)
    return render(request, "growth/form.html", {"form": form, **context}, status=status)
