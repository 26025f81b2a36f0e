"""The link in a programme's mail by which its reader gets no more: whose mail, and to which address; signed, so that
nobody makes one up for somebody else. It holds for good, whatever was erased meanwhile."""

import base64
import binascii
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from askwell.accounts.choices import WorkspaceKind
from askwell.accounts.models import Workspace
from askwell.accounts.queries import language_of, profile_of
from askwell.outreach.rules.mail.programme import letterhead
from askwell.protocols.mail.writing import Letterhead

_signer = Signer(sep=".", salt="outreach.unsubscribe")


def unsubscribe_token(workspace_id: UUID, address: str) -> str:
    """The same for the same."""
    packed = base64.urlsafe_b64encode(workspace_id.bytes + address.encode()).decode().rstrip("=")
    return _signer.sign(packed)


def read_unsubscribe(token: str) -> tuple[UUID, str] | None:
    """Workspace and address; None for a link that was not signed here."""
    try:
        packed = _signer.unsign(token[:1000])
        found = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        return UUID(bytes=found[:16]), found[16:].decode()
    except (BadSignature, binascii.Error, ValueError):
        return None


def programme_letterhead(workspace: Workspace, address: str) -> Letterhead | None:
    """What stands below a programme's mail to this address: who sends it is said by the programme itself, elsewhere by
    the operator. None where nobody named a sender, a postal address or an https address of this site."""
    (name, postal), site = _sender(workspace), settings.SITE.rstrip("/")
    if not (name and postal and site.startswith("https://")):
        return None
    link = site + reverse("visiting:unsubscribe", args=[unsubscribe_token(workspace.pk, address)])
    return letterhead(sender=name, postal=postal, unsubscribe=link, language=language_of(workspace))


def _sender(workspace: Workspace) -> tuple[str, list[str]]:
    """Name, and the lines of the postal address."""
    if workspace.kind != WorkspaceKind.PROGRAMME:
        return settings.PROGRAMME_NAME, settings.PROGRAMME_ADDRESS
    profile = profile_of(workspace)
    return profile.name, [line.strip() for line in profile.postal.splitlines() if line.strip()]
