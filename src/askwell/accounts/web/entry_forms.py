"""The forms by which one makes an account, signs in and changes the way in: allauth's, in Askwell's words."""

from typing import Any, NamedTuple

from allauth.account import forms as allauth_forms
from allauth.account.utils import get_next_redirect_url
from allauth.core import context
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from askwell.accounts.web.passwords import advice
from askwell.ui.account_first import why_account


class Said(NamedTuple):
    label: Promise
    missing: Promise | str = ""
    help: Promise | str | None = None  # None: as allauth has it
    invalid: Promise | str = ""


class Worded:
    """A form of allauth whose fields have our labels and errors, and no label once more inside the field."""

    said: dict[str, Said]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, said in self.said.items():
            field = self.fields[name]  # type: ignore[attr-defined] # of the form beside it
            field.label = said.label
            field.help_text = field.help_text if said.help is None else said.help
            field.widget.attrs.pop("placeholder", None)
            told = {"required": said.missing, "invalid": said.invalid}
            field.error_messages |= {code: words for code, words in told.items() if words}


ADDRESS = Said(_("E-mail address"), _("Write your e-mail address."), invalid=_("This is no e-mail address."))
PASSWORD = Said(_("Password"), _("Write your password."))
NEW = Said(_("New password"), _("Choose a password."), lazy(advice, str)())
AGAIN = Said(_("The same password again"), _("Type it a second time, so that a slip does not shut you out."))


class LoginForm(Worded, allauth_forms.LoginForm):  # type: ignore[misc] # allauth ships no types
    said = {
        "login": ADDRESS,
        "password": PASSWORD,
        "remember": Said(_("Stay signed in"), help=_("Not on a computer that others use too.")),
    }


class SignupForm(Worded, allauth_forms.SignupForm):  # type: ignore[misc] # as above
    said = {
        "email": ADDRESS._replace(help=_("We send a link there, to see that it is yours.")),
        "password1": NEW._replace(label=_("Password")),
        "password2": AGAIN,
    }

    def why(self) -> str:
        """What the page to which one is on the way wants an account for."""
        return why_account(get_next_redirect_url(context.request))


class AddEmailForm(Worded, allauth_forms.AddEmailForm):  # type: ignore[misc] # as above
    said = {"email": ADDRESS._replace(help=_("We send a link there, to see that it is yours."))}


class ChangePasswordForm(Worded, allauth_forms.ChangePasswordForm):  # type: ignore[misc] # as above
    said = {"oldpassword": PASSWORD._replace(label=_("Your current password")), "password1": NEW, "password2": AGAIN}


class ResetPasswordForm(Worded, allauth_forms.ResetPasswordForm):  # type: ignore[misc] # as above
    said = {"email": ADDRESS}


class ResetPasswordKeyForm(Worded, allauth_forms.ResetPasswordKeyForm):  # type: ignore[misc] # as above
    said = {"password1": NEW, "password2": AGAIN}


class ReauthenticateForm(Worded, allauth_forms.ReauthenticateForm):  # type: ignore[misc] # as above
    said = {"password": PASSWORD}
