"""The forms of second factors: allauth's, in Askwell's words."""

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django.utils.translation import gettext_lazy as _

from askwell.accounts.web.entry_forms import Said, Worded

CODE = Said(_("Code"), _("Type the code."))
NAME = Said(_("What you call it"), _("Give it a name."))


class AuthenticateForm(Worded, base.AuthenticateForm):  # type: ignore[misc] # allauth ships no types
    said = {"code": CODE}


class ReauthenticateForm(Worded, base.ReauthenticateForm):  # type: ignore[misc] # as above
    said = {"code": CODE._replace(help=_("From the app on your phone, or one of your recovery codes."))}


class ActivateTOTPForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc] # as above
    said = {"code": CODE}


class AddWebAuthnForm(Worded, webauthn.AddWebAuthnForm):  # type: ignore[misc] # as above
    said = {
        "name": NAME,
        "passwordless": Said(
            _("Sign in with this key alone, without a password"),
            help=_("It then asks for your finger, your face or a PIN."),
        ),
    }


class EditWebAuthnForm(Worded, webauthn.EditWebAuthnForm):  # type: ignore[misc] # as above
    said = {"name": NAME}
