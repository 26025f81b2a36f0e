"""Why something was not kept, said at the field it is about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from askwell.portfolio.actions.errors import (
    BothAnswersError,
    EndsBeforeStartError,
    NothingToldError,
    OutOfRangeError,
    PortfolioError,
    UnknownCodeError,
    UnreadableError,
)

NOT_A_DATE = _("“%(text)s” is no date Askwell understands. Write it like 2021-03, March 2021 or 2021年3月.")
NOT_A_LINK = _("“%(text)s” is no web address.")
NOT_AN_EMAIL = _("“%(text)s” is no e-mail address.")


def refuse(form: forms.Form, error: PortfolioError) -> None:
    """Put the error on the form, in words. An error that no form can bring about is raised on."""
    match error:
        case NothingToldError():
            form.add_error(_field(form, error.column), _("Something has to stand here."))
        case UnreadableError():
            form.add_error(_field(form, error.column), _unreadable(error.column) % {"text": error.text[:80]})
        case EndsBeforeStartError():
            form.add_error("end", _("It cannot end before it begins."))
        case OutOfRangeError():
            form.add_error(error.column, _("Benchmarks go from 1 to 12."))
        case BothAnswersError():
            form.add_error("declined_on", _("They cannot have agreed and declined: leave one empty."))
        case UnknownCodeError():
            form.add_error(_field(form, error.column), _("This cannot be chosen."))
        case _:
            raise error


def _field(form: forms.Form, column: str) -> str | None:
    return column if column in form.fields else None


def _unreadable(column: str) -> str:
    return str({"url": NOT_A_LINK, "links": NOT_A_LINK, "email": NOT_AN_EMAIL}.get(column, NOT_A_DATE))
