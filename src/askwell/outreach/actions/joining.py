"""What follows on threads when two persons turn out to be one, and when they are parted again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.outreach.actions.greeting import tick_greetings
from askwell.outreach.actions.settling import settle
from askwell.outreach.actions.stopping import close_threads
from askwell.outreach.actions.threads import Happening, locked, put
from askwell.outreach.choices import Channel, MessageKind, ThreadState
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.rules.followups import OWN
from askwell.people.models import Person

FURTHEST = (
    ThreadState.SCHEDULED, ThreadState.ANSWERED, ThreadState.NUDGED, ThreadState.WAITING, ThreadState.DRAFTING,
)  # fmt: skip


SNOOZED = "snoozed"
"""Under this name the entry that closes a thread keeps what was put off: [kind, about, until] each."""

OPEN = {"done_at": None, "dismissed_at": None}


@transaction.atomic
def join_threads(*, workspace: Workspace, person_id: UUID, gone_id: UUID, now: datetime) -> None:
    """Of two open threads the one that is further along goes on; the other is closed as joined. Its draft stays.

    Where one of the two asked not to be contacted, neither goes on: they are closed as stopped.
    """
    people = Person.objects.of(workspace).filter(pk__in=(person_id, gone_id))
    stopped = people.filter(do_not_contact_at__isnull=False).exists()
    both = Thread.objects.of(workspace).filter(person__in=(person_id, gone_id)).exclude(state=ThreadState.CLOSED)
    ordered = sorted(both, key=lambda one: (FURTHEST.index(ThreadState(one.state)), -one.moved_at.timestamp()))
    for thread in ordered if stopped else ordered[1:]:
        _close(locked(workspace, thread.pk), MessageKind.STOPPED if stopped else MessageKind.JOINED, now)


def _close(thread: Thread, kind: MessageKind, now: datetime) -> None:
    channel, at = Channel(thread.last_channel or Channel.EMAIL), max(now, thread.moved_at)
    put_off = FollowUp.objects.of(thread.workspace).filter(thread=thread, snoozed_until__isnull=False, **OPEN)
    told = put_off.values_list("kind", "about_at", "snoozed_until")
    snoozed = [[kind, about.isoformat(), until.isoformat()] for kind, about, until in told if until]
    put(thread=thread, what=Happening(kind=kind, channel=channel, at=at, facts={SNOOZED: snoozed}), now=at)


@transaction.atomic
def part_threads(*, workspace: Workspace, person_id: UUID, gone_id: UUID, now: datetime) -> None:
    """Open again what `join_threads` closed, unless another thread is open since or the person asked not to be
    contacted. Duties of the threads' own that came meanwhile go with their thread, and what was written in a
    thread greets only whom it went to."""
    for person in Person.objects.of(workspace).filter(pk__in=(person_id, gone_id)):
        threads = list(Thread.objects.of(workspace).filter(person=person).order_by("-opened_at"))
        own = FollowUp.objects.of(workspace).filter(thread__in=threads, kind__in=OWN)
        own.exclude(person=person).update(person=person)
        is_open = any(thread.state != ThreadState.CLOSED for thread in threads)
        for thread in threads:
            if not is_open:
                is_open = _reopened(locked(workspace, thread.pk), now, stopped=person.do_not_contact_at is not None)
        if person.do_not_contact_at:
            close_threads(workspace=workspace, person_id=person.pk, now=now)
        tick_greetings(workspace=workspace, person_id=person.pk)


def _reopened(thread: Thread, now: datetime, *, stopped: bool) -> bool:
    """Whether it is open again without the entry that joined it, if there is one; for who may be contacted, without
    the stop that came with the other."""
    entries = Message.objects.of(thread.workspace).filter(thread=thread, number__isnull=False)
    last = entries.order_by("-number").first()
    of_the_other = last and last.kind == MessageKind.STOPPED and not stopped
    closing = last if of_the_other else entries.filter(kind=MessageKind.JOINED).first()
    if closing is None:
        return False
    closing.delete()
    is_open = settle(thread, now=now).state is not ThreadState.CLOSED
    for kind, about, until in closing.facts.get(SNOOZED, ()):
        rows = FollowUp.objects.of(thread.workspace).filter(thread=thread, kind=kind, **OPEN)
        rows.filter(about_at=datetime.fromisoformat(about)).update(snoozed_until=datetime.fromisoformat(until))
    return is_open
