"""Passwords that are refused beside common and short ones."""

import hashlib
import mmap
import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
    get_default_password_validators,
)
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.translation import gettext as _

OWN = ("askwell", "information", "interview", "informationinterview", "jobsearch", "newcomer", "insider", "seeker")
"""Words of this place, which somebody who guesses tries first. Its host names and the user's address are added."""
LONGEST = 72
"""So much of a password is looked at; what stands behind it only makes it harder to guess."""
REST = 12
"""A password with such words in it needs so many characters beside them."""
GOOD = 3
"""Of zxcvbn's scores, 0 to 4: a hundred million guesses are not enough."""


def advice() -> str:
    """What a good password is, in one line."""
    (rule,) = [one for one in get_default_password_validators() if isinstance(one, LongEnough)]
    words = _("At least %(count)s characters. Four or five unrelated words are easy to remember and hard to guess.")
    return words % {"count": rule.min_length}


class LongEnough(MinimumLengthValidator):
    """Django's own, in words that are there in every language."""

    def get_error_message(self) -> str:
        return _("This is too short: take at least %(count)s characters.") % {"count": self.min_length}


class NotTheAddress(UserAttributeSimilarityValidator):
    """Django's own, in words that name no field."""

    def __init__(self) -> None:
        super().__init__(user_attributes=["email"])

    def get_error_message(self) -> str:
        return _("This is too much like your address. Take four or five words that have nothing in common.")


class NotGuessable:
    """Refuses what a program guesses soon: common passwords, also repeated, turned or joined, rows of keys, dates,
    words of this place and of the user's address. Nothing else is asked of a password but its length."""

    def validate(self, password: str, user: Any = None) -> None:
        from zxcvbn import zxcvbn  # noqa: PLC0415 # its lists take a tenth of a second, only when a password is set

        words = own_words(getattr(user, "email", ""))
        rest = password.lower()
        for word in words:
            rest = rest.replace(word, "")
        is_told = rest != password.lower() and len(rest) < REST
        if is_told or zxcvbn(password[:LONGEST], user_inputs=words)["score"] < GOOD:
            raise ValidationError(_("This is guessed soon. Take four or five words that have nothing in common."))

    def get_help_text(self) -> str:
        return _("Four or five unrelated words are easy to remember and hard to guess.")


def own_words(email: str) -> list[str]:
    """Words of this place and of an address, the longest first."""
    told = [*OWN, *settings.ALLOWED_HOSTS, email]
    words = {word for text in told for word in (text.lower(), *re.split(r"[^a-z0-9]+", text.lower()))}
    return sorted((word for word in words if len(word) > 2), key=len, reverse=True)


class NotBreached:
    """Refuses a password whose SHA-1 is in the file ASKWELL_BREACHED_PASSWORDS; without that file none."""

    def validate(self, password: str, user: object = None) -> None:
        if settings.BREACHED_PASSWORDS and is_listed(password, Path(settings.BREACHED_PASSWORDS)):
            raise ValidationError(_("This password became known elsewhere. Choose another one."), code="breached")

    def get_help_text(self) -> str:
        return ""


def is_listed(password: str, path: Path) -> bool:
    """Whether the file, sorted lines `SHA1` or `SHA1:count` in capitals, holds the password's sum: some thirty looks in
    forty gigabytes. Raises ImproperlyConfigured where the file cannot be read: then no password is set at all."""
    wanted = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as lines:
            return _first_from(lines, wanted).startswith(wanted)
    except (OSError, ValueError) as reason:
        raise ImproperlyConfigured(f"ASKWELL_BREACHED_PASSWORDS: {reason}") from reason


def _first_from(lines: mmap.mmap, wanted: bytes) -> bytes:
    """The first line that is not before `wanted`, by halving."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        begins = lines.rfind(b"\n", 0, middle) + 1
        ends = lines.find(b"\n", begins)
        ends = len(lines) if ends < 0 else ends
        if lines[begins:ends] < wanted:
            low = ends + 1
        else:
            high = begins
    ends = lines.find(b"\n", low)
    return lines[low : ends if ends >= 0 else len(lines)]
