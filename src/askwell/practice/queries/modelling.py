"""The language model that may speak for an insider, as pages show it: never its key."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime

from askwell.accounts.models import Workspace
from askwell.practice.models import ModelEndpoint
from askwell.protocols.chat import host_of


@dataclass(frozen=True, slots=True)
class NamedModel:
    """`host`: the server that is told what is said; `trouble`: a ChatTrouble, or empty where it answered last;
    `rests_until`: when it is asked again after it failed."""

    host: str
    url: str
    model: str
    has_key: bool
    is_on: bool
    trouble: str
    trouble_at: datetime | None
    rests_until: datetime | None

    def rests(self, now: datetime) -> bool:
        """Whether it failed and is not asked for a while."""
        return self.is_on and self.rests_until is not None and now < self.rests_until

    @property
    def is_open(self) -> bool:
        """Whether everybody on the way can read along."""
        return self.url.startswith("http:") and not _is_here(self.host)


def named_model(workspace: Workspace) -> NamedModel | None:
    """One query."""
    row = ModelEndpoint.objects.of(workspace).first()
    if row is None:
        return None
    return NamedModel(
        host=host_of(row.url), url=row.url, model=row.model, has_key=bool(row.sealed_key), is_on=row.is_on,
        trouble=row.last_trouble, trouble_at=row.last_trouble_at, rests_until=row.rests_until,
    )  # fmt: skip


def goes_to(workspace: Workspace) -> str:
    """The server that is told what is said in a rehearsal; empty while none is. One query."""
    model = named_model(workspace)
    return model.host if model and model.is_on else ""


def _is_here(host: str) -> bool:
    """Whether it is this computer."""
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    try:
        return name == "localhost" or ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False
