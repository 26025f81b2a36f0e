"""Whether somebody is an insider, or was a seeker, of the programme already."""

from askwell.accounts.models import Workspace
from askwell.lib.emails import normalise_email
from askwell.programmes.models import Insider, Participant


def with_email(workspace: Workspace, email: str) -> Insider | None:
    """The insider with this address, whoever has left last."""
    address = normalise_email(email)
    if not address:
        return None
    return Insider.objects.of(workspace).filter(email=address).order_by("-number").first()


def took_part(workspace: Workspace, email: str) -> bool:
    """Whether somebody with this address is or was a seeker of the programme."""
    address = normalise_email(email)
    return bool(address) and Participant.objects.of(workspace).filter(email__iexact=address).exists()
