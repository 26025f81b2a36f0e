"""Links that open without a login: an id and a number, signed, so that none can be guessed or made up.

The signature is checked before the database is asked anything. Raising a row's number ends the links before it.
"""

import base64
import binascii
from uuid import UUID

from django.core.signing import BadSignature, Signer

BOOKING, FEED = "interviews.booking", "interviews.feed"


def token_of(purpose: str, key: UUID, number: int) -> str:
    """The link's last part, for URLs: letters, digits, - _ and one dot."""
    packed = base64.urlsafe_b64encode(key.bytes + number.to_bytes(2, "big")).decode().rstrip("=")
    return Signer(sep=".", salt=purpose).sign(packed)


def read_token(purpose: str, token: str) -> tuple[UUID, int] | None:
    """Id and number; None when it was not signed here for this purpose."""
    try:
        packed = base64.urlsafe_b64decode(Signer(sep=".", salt=purpose).unsign(token[:200]))
    except (BadSignature, binascii.Error, ValueError):
        return None
    return (UUID(bytes=packed[:16]), int.from_bytes(packed[16:], "big")) if len(packed) == 18 else None
