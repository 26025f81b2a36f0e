"""Forms that two people may have open at the same time: they carry the version of what they showed."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from askwell.lib.numbers import whole_number


def version_field() -> forms.IntegerField:
    """For a form that is filled with a row's `version`."""
    return forms.IntegerField(widget=forms.HiddenInput, required=False)


def version_of(request: HttpRequest) -> int:
    """The version that what was sent was made from; 0, which no row has, where it names none."""
    return whole_number(request.POST.get("version", ""), 0)


def changed_meanwhile(form: forms.Form, version: int) -> None:
    """Somebody else saved it, as `version`: what was typed stays, and is kept when it is sent once more."""
    form.add_error(
        None,
        _("Somebody else saved this page meanwhile. What you typed is still here: save it again to keep yours."),
    )
    again = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
    again["version"] = str(version)
    form.data = again
