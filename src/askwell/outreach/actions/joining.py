"""What follows on threads when two persons turn out to be one, and when they are parted again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.settling import settle
from askwell.outreach.actions.threads import Happening, locked, put
from askwell.outreach.choices import Channel, MessageKind, ThreadState
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.rules.followups import OWN
from askwell.people.models import Person

FURTHEST = (
    ThreadState.SCHEDULED, ThreadState.ANSWERED, ThreadState.NUDGED, ThreadState.WAITING, ThreadState.DRAFTING,
)  # fmt: skip


@transaction.atomic
def join_threads(*, workspace: Workspace, person_id: UUID, gone_id: UUID, now: datetime) -> None:
    """Of two open threads the one that is further along goes on; the other is closed as joined. Its draft stays.

    Where one of the two asked not to be contacted, neither goes on.
    """
    people = Person.objects.of(workspace).filter(pk__in=(person_id, gone_id))
    going_on = 0 if people.filter(do_not_contact_at__isnull=False).exists() else 1
    both = Thread.objects.of(workspace).filter(person__in=(person_id, gone_id)).exclude(state=ThreadState.CLOSED)
    ordered = sorted(both, key=lambda one: (FURTHEST.index(ThreadState(one.state)), -one.moved_at.timestamp()))
    for thread in ordered[going_on:]:
        channel = Channel(thread.last_channel or Channel.EMAIL)
        what = Happening(kind=MessageKind.JOINED, channel=channel, at=max(now, thread.moved_at))
        put(thread=locked(workspace, thread.pk), what=what, now=max(now, thread.moved_at))


@transaction.atomic
def part_threads(*, workspace: Workspace, person_id: UUID, gone_id: UUID, now: datetime) -> None:
    """Open again what `join_threads` closed, unless another thread is open since. Duties of the threads' own that
    came meanwhile go with their thread."""
    for person in (person_id, gone_id):
        threads = list(Thread.objects.of(workspace).filter(person=person).order_by("-opened_at"))
        own = FollowUp.objects.of(workspace).filter(thread__in=threads, kind__in=OWN)
        own.exclude(person=person).update(person=person)
        is_open = any(thread.state != ThreadState.CLOSED for thread in threads)
        for thread in threads:
            if not is_open:
                is_open = _reopened(locked(workspace, thread.pk), now)


def _reopened(thread: Thread, now: datetime) -> bool:
    """Whether it is open again without the entry that joined it, if there is one."""
    joined = Message.objects.of(thread.workspace).filter(thread=thread, kind=MessageKind.JOINED)
    if not joined.delete()[0]:
        return False
    return settle(thread, now=now).state is not ThreadState.CLOSED
