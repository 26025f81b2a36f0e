"""Second factors: how allauth keeps them here."""

import base64
from typing import Any

import zxingcpp
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import Membership, User

ERRORS = {
    "add_email_blocked": gettext_lazy("Remove your second factor first; then you can add an address."),
    "cannot_delete_authenticator": gettext_lazy("This stays: whoever works for a programme needs a second factor."),
    "cannot_generate_recovery_codes": gettext_lazy("Add a passkey or an app first; then you can make recovery codes."),
    "incorrect_code": gettext_lazy("This code is wrong, or too old."),
    "unverified_email": gettext_lazy("Confirm all your addresses first, or remove those that you do not need."),
}


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth ships no types
    """Secrets lie sealed, with a key that is not in the database; the square code is drawn here."""

    error_messages = DefaultMFAAdapter.error_messages | ERRORS

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """What a new key is called until its owner says."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Key %(number)s") % {"number": count + 1}

    def encrypt(self, text: str) -> str:
        return keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keys().decrypt(encrypted_text).decode()

    def build_totp_svg(self, url: str) -> str:
        code = zxingcpp.create_barcode(url, zxingcpp.BarcodeFormat.QRCode)
        return str(code.to_svg(scale=5))

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """The last factor of somebody who works for a programme stays."""
        others = type(authenticator).objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        if others.exclude(type="recovery_codes").exists():
            return True
        staff = Membership.objects.filter(user=authenticator.user, workspace__kind=WorkspaceKind.PROGRAMME)
        return not staff.exists()


def keys() -> MultiFernet:
    """Made from the secret key and from those that were before: the first seals, any opens."""
    return MultiFernet([Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"askwell second factors")
    return base64.urlsafe_b64encode(kdf.derive(secret.encode()))


def reseal(authenticator: Any) -> bool:
    """Seal an app's secret with the newest key; whether this factor has one."""
    if "secret" not in authenticator.data:
        return False
    authenticator.data["secret"] = keys().rotate(authenticator.data["secret"]).decode()
    authenticator.save(update_fields=["data"])
    return True
