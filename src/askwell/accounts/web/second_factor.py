"""Second factors: how allauth keeps them here."""

import base64
from typing import Any

import zxingcpp
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import Membership


class Adapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth ships no types
    """Secrets lie sealed, with a key that is not in the database; the square code is drawn here."""

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
