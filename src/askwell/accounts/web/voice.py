"""What allauth says to whoever makes an account or signs in, in Askwell's words: its errors, and what its mails
are told. Its pages and mails are templates of this app (account, mfa, usersessions), its forms are in entry_forms."""

from datetime import datetime
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.accounts.models import User
from askwell.accounts.web.coming_back import ComingBack
from askwell.accounts.web.middleware import zone_of
from askwell.ui.moments import moment

ERRORS = {
    "account_inactive": gettext_lazy("This account is closed."),
    "cannot_remove_primary_email": gettext_lazy("This is your main address. Make another one the main one first."),
    "duplicate_email": gettext_lazy("This address belongs to your account already."),
    "email_password_mismatch": gettext_lazy("This address and this password do not go together. Check both."),
    "email_taken": gettext_lazy("This address belongs to another account."),
    "enter_current_password": gettext_lazy("This is not your password."),
    "incorrect_password": gettext_lazy("This is not your password."),
    "rate_limited": gettext_lazy("Too many tries. Wait a few minutes, then try again."),
    "too_many_login_attempts": gettext_lazy("Too many tries. Wait an hour, then try again."),
}
"""By allauth's codes. Those of phones, user names and codes by mail are left out: nobody has one here."""


class Adapter(ComingBack):
    """Says it in Askwell's words, and writes a mail in the language and to the clock of whose account it is."""

    error_messages = DefaultAccountAdapter.error_messages | ERRORS

    def clean_password(self, password: str, user: User | None = None) -> str:
        """Says one thing against a password, not all that there is."""
        try:
            return str(super().clean_password(password, user))
        except ValidationError as reasons:
            raise reasons.error_list[0] from None

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        super().send_notification_mail(template_prefix, user, {"user": user, **(context or {})}, email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        user = context.get("user")
        language = getattr(user, "language", "") or translation.get_language() or "en"
        with translation.override(language), timezone.override(zone_of(user) if user else None):
            super().send_mail(template_prefix, email, self.told(context, language) | context)

    def told(self, context: dict[str, Any], language: str) -> dict[str, Any]:
        """What our mails say beside what allauth gives them."""
        then = context.get("timestamp")
        return {
            "confirm_hours": app_settings.EMAIL_CONFIRMATION_EXPIRE_DAYS * 24,
            "reset_hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
            "goes_on": bool(get_next_redirect_url(self.request)),
            "new_password_url": self.request.build_absolute_uri(reverse("account_reset_password")),
            "when": _clock(timezone.localtime(then), language) if then else "",
        }

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Your password"),
            "mfa_reauthenticate": _("A code from your app, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("A passkey or security key"),
        }
        methods = super().get_reauthentication_methods(user)
        return [method | {"description": words[method["id"]]} for method in methods]


def _clock(local: datetime, language: str) -> str:
    zone = timezone.get_current_timezone_name().replace("_", " ")
    return f"{moment(local, local.date(), language, 'full')} ({zone})"
