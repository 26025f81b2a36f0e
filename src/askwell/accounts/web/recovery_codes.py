"""Recovery codes: made when their owner first looks at them, and shown that once; only their hashes are kept."""

import re
import secrets
import time
from typing import Any

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal import auth, flows
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
"""None of them is taken for another when it is read from paper."""
LENGTH = 12
"""The first sign says which code it is, so that one hash is tried; the others are 54 bits of chance."""


class HashedCodes(auth.RecoveryCodes):  # type: ignore[misc] # allauth ships no types
    """Codes that nobody can read any more, whoever holds database and keys; hashed as passwords are."""

    def __init__(self, instance: Authenticator) -> None:
        self.instance: Authenticator
        super().__init__(instance)
        self.new: list[str] = []

    @classmethod
    def activate(cls, user: Any) -> "HashedCodes":
        """Room for codes; there are none before `mark_as_viewed`."""
        kind = Authenticator.Type.RECOVERY_CODES
        return cls(Authenticator.objects.get_or_create(user=user, type=kind, defaults={"data": {"hashes": []}})[0])

    @transaction.atomic
    def mark_as_viewed(self) -> None:
        """Make the codes, the first time; this object alone can then tell them."""
        self._lock()
        if not self.did_view:
            self.new = [new_code(place) for place in range(app_settings.RECOVERY_CODE_COUNT)]
            self._keep(hashes=[make_password(plain(code)) for code in self.new], viewed_at=time.time())

    def get_unused_codes(self) -> list[str]:
        """The codes that were just made, else a blank for each that is left."""
        return self.new or [""] * sum(map(bool, self.instance.data["hashes"]))

    @transaction.atomic
    def validate_code(self, code: str) -> bool:
        """Whether it opens; then it has, and does no more."""
        typed = plain(code)
        if len(typed) != LENGTH:
            return False
        self._lock()
        hashes, place = self.instance.data["hashes"], SIGNS.index(typed[0])
        if place >= len(hashes) or not check_password(typed, hashes[place]):
            return False
        self._keep(hashes=[*hashes[:place], "", *hashes[place + 1 :]])
        return True

    def _lock(self) -> None:
        self.instance = Authenticator.objects.select_for_update().get(pk=self.instance.pk)

    def _keep(self, **facts: object) -> None:
        self.instance.data |= facts
        self.instance.save(update_fields=["data"])


def new_code(place: int) -> str:
    """For example `2k7m-x3qd-9vtb`."""
    signs = SIGNS[place] + "".join(secrets.choice(SIGNS) for _ in range(LENGTH - 1))
    return "-".join(signs[start : start + 4] for start in range(0, LENGTH, 4))


def plain(code: str) -> str:
    """A code as it is hashed, whatever it was typed with."""
    return re.sub(f"[^{SIGNS}]", "", code.lower())


def install() -> None:
    """Let allauth, which has no setting for it, keep codes so."""
    auth.RecoveryCodes = flows.RecoveryCodes = HashedCodes
