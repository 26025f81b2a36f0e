"""Links that open without a login: a row's workspace, its id and a number, signed, so that none can be guessed or made
up.

The signature is checked before the database is asked anything. Raising a row's number ends the links before it.
"""

import base64
import binascii
import secrets
from dataclasses import dataclass
from uuid import UUID

from django.core.signing import BadSignature, Signer

from askwell.accounts.models import WorkspaceModel

BOOKING, FEED = "interviews.booking", "interviews.feed"


@dataclass(frozen=True, slots=True)
class Told:
    """What a link says. Those made before links named the workspace have no `place`."""

    key: UUID
    number: int
    place: UUID | None = None

    @property
    def row(self) -> dict[str, UUID]:
        """The row, for a filter; on a sharded database it is looked for on one node where its workspace is named."""
        return {"pk": self.key} | ({"workspace": self.place} if self.place else {})


def row_token(purpose: str, row: WorkspaceModel, number: int) -> str:
    """The link's last part, for URLs: letters, digits, - _ and one dot."""
    return _signed(purpose, row.workspace_id.bytes + row.pk.bytes, number)


def token_of(purpose: str, key: UUID, number: int) -> str:
    """As `row_token`, of what lies in no workspace."""
    return _signed(purpose, key.bytes, number)


def secret_in(place: UUID) -> str:
    """A link's last part that is stored only as a digest: the workspace that it lies in, and what nobody guesses."""
    return f"{_packed(place.bytes)}.{secrets.token_urlsafe(24)}"


def place_of(secret: str) -> UUID | None:
    """Where what a secret opens lies; None for one made before secrets said it, and for what is none."""
    try:
        return UUID(bytes=base64.urlsafe_b64decode(_padded(secret.partition(".")[0])))
    except ValueError:
        return None


def read_token(purpose: str, token: str) -> Told | None:
    """None when it was not signed here for this purpose."""
    try:
        packed = base64.urlsafe_b64decode(_padded(Signer(sep=".", salt=purpose).unsign(token[:200])))
    except (BadSignature, binascii.Error, ValueError):
        return None
    ids, number = packed[:-2], int.from_bytes(packed[-2:], "big")
    if len(ids) == 16:
        return Told(UUID(bytes=ids), number)
    return Told(UUID(bytes=ids[16:]), number, UUID(bytes=ids[:16])) if len(ids) == 32 else None


def _signed(purpose: str, ids: bytes, number: int) -> str:
    return Signer(sep=".", salt=purpose).sign(_packed(ids + number.to_bytes(2, "big")))


def _packed(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def _padded(packed: str) -> str:
    return packed + "=" * (-len(packed) % 4)
