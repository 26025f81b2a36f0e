"""Duties and agreed times as a calendar takes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.lib.names import latin_name
from askwell.outreach.choices import FollowUpKind, ThreadState
from askwell.outreach.models import FollowUp, Thread

PERSON = ("person__given_name", "person__family_name", "person__native_name")


@dataclass(frozen=True, slots=True)
class Dated:
    """An agreed time (`kind` None) or a duty, with whom; `done_at` when it was done."""

    id: UUID
    kind: FollowUpKind | None
    name: str
    at: datetime
    done_at: datetime | None = None


def dated(workspace: Workspace) -> Iterator[Dated]:
    """Agreed times to come, and every duty that was not dismissed, but none towards who is not to be contacted; two
    queries."""
    agreed = Thread.objects.of(workspace).filter(state=ThreadState.SCHEDULED, meets_at__isnull=False)
    for key, *names, at in agreed.order_by("meets_at").values_list("id", *PERSON, "meets_at"):
        yield Dated(key, None, _name(*names), at)
    possible = Q(done_at__isnull=False) | Q(person__do_not_contact_at=None)
    duties = FollowUp.objects.of(workspace).filter(possible, dismissed_at=None).order_by("due_at")
    for key, *names, kind, at, done_at in duties.values_list("id", *PERSON, "kind", "due_at", "done_at"):
        yield Dated(key, FollowUpKind(kind), _name(*names), at, done_at)


def _name(given: str, family: str, native: str) -> str:
    return latin_name(given, family, native) or native
