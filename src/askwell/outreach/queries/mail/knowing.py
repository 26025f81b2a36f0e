"""What there is to match headings with, asked of the database for many headings at once."""

from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.outreach.choices import Channel, Direction, LetterKind, Outcome, ThreadState
from askwell.outreach.models import Dispatch, Letter, Mailbox, Message
from askwell.outreach.rules.mail.headings import plain_subject
from askwell.outreach.rules.mail.matching import Known, Ours, Talk
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint

TOLD_LATER = timedelta(days=1)
"""A conversation that was begun elsewhere is written down so much later."""


def own_addresses(workspace: Workspace) -> frozenset[str]:
    """The seeker's own addresses, in lower case."""
    connected = Mailbox.objects.of(workspace).values_list("address", flat=True)
    return frozenset(each.lower() for each in (*connected, profile_of(workspace).email) if each)


def known_of(workspace: Workspace, *, own: frozenset[str]) -> Known:
    """What there is to match with, all of it: a few hundred bytes for every mail that was sent or kept, and every
    address of somebody in a conversation. Seven queries."""
    letters = Letter.objects.of(workspace)
    return Known(
        ours=_ours(workspace, Q()),
        heard=dict(letters.exclude(mail_id="").values_list("mail_id", "thread_id")),
        talks=_talks(workspace),
        own=own,
        keys=frozenset(letters.values_list("key", flat=True)),
    )


def ours_of(workspace: Workspace, mail_id: str) -> dict[str, Ours]:
    """The seeker's own mail of this id, sent from here or seen in their folder of sent mail; empty if it is none."""
    return _ours(workspace, Q(mail_id=mail_id), Q(seen_as=mail_id)) if mail_id else {}


def _ours(workspace: Workspace, which: Q, or_seen: Q | None = None) -> dict[str, Ours]:
    """By id; what left from here also by the id that the server gave it."""
    found: dict[str, Ours] = {}
    written = Letter.objects.of(workspace).filter(which, kind=LetterKind.OWN).exclude(mail_id="")
    for mail_id, thread, reading in written.values_list("mail_id", "thread_id", "reading"):
        found[mail_id] = Ours(thread, frozenset(reading.get("to", ())))
    sent = Message.objects.of(workspace).filter(which, direction=Direction.OUT).exclude(mail_id="")
    for mail_id, thread, to in sent.values_list("mail_id", "thread_id", "address"):
        seen = found[mail_id].to if mail_id in found else frozenset()
        found[mail_id] = Ours(thread, frozenset({to.lower()} if to else ()) | seen)
    dispatched = Dispatch.objects.of(workspace).filter(which | or_seen if or_seen else which, thread__isnull=False)
    for mail_id, seen_as, thread, to in dispatched.values_list("mail_id", "seen_as", "thread_id", "to"):
        for name in filter(None, (mail_id, seen_as)):
            found[name] = Ours(thread, frozenset({to.lower()}))
    return found


def _talks(workspace: Workspace) -> dict[str, tuple[Talk, ...]]:
    """By address the conversations of whom it belongs to; one that goes on in another is none."""
    points = ContactPoint.objects.of(workspace).filter(kind=ContactKind.EMAIL, person__threads__isnull=False)
    columns = ("key", "person__threads__id", "person__threads__opened_at", "person__threads__state")
    rows = list(points.exclude(person__threads__outcome=Outcome.JOINED).values_list(*columns))
    subjects = _subjects(workspace)
    found: dict[str, list[Talk]] = defaultdict(list)
    for key, thread, since, _state in sorted(rows, key=lambda row: (row[3] == ThreadState.CLOSED, -row[2].timestamp())):
        found[key].append(Talk(thread, since - TOLD_LATER, subjects.get(thread, frozenset())))
    return {key: tuple(talks) for key, talks in found.items()}


def _subjects(workspace: Workspace) -> dict[UUID, frozenset[str]]:
    messages = Message.objects.of(workspace).filter(channel=Channel.EMAIL).exclude(subject="")
    found: dict[UUID, set[str]] = defaultdict(set)
    for thread, subject in messages.values_list("thread_id", "subject"):
        found[thread].add(plain_subject(subject))
    return {thread: frozenset(subjects) for thread, subjects in found.items()}
