"""Whoever was met at an event hears from the seeker within two business days: a duty without a thread, until a
message of any thread goes out to them."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.outreach.choices import Direction, FollowUpKind, MessageKind, MessageState
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries.history import recipient_of
from askwell.outreach.queries.packing import pack, unpack
from askwell.outreach.rules import followups
from askwell.people.models import Person

TALKED = (MessageKind.CALL, MessageKind.CHANCE_MEETING, MessageKind.MET)


@transaction.atomic
def owe_greeting(
    *, workspace: Workspace, person_id: UUID, event_id: UUID, event: str, on: date, now: datetime
) -> FollowUp | None:
    """A greeting is due after this event, unless it is long past or they have heard from the seeker since. Of two
    events the later one counts; the same event again only changes its facts."""
    person = Person.objects.of(workspace).get(pk=person_id)
    recipient = recipient_of(person)
    duty = followups.greeting(str(event_id), event, on, recipient, now=now)
    if duty is None:
        drop_greeting(workspace=workspace, person_id=person_id, event_id=event_id)
        return None
    mine = _greetings(workspace, person_id)
    row = mine.filter(facts__event_id=str(event_id)).first() or mine.filter(done_at=None, dismissed_at=None).first()
    if row and row.facts.get("event_id") != str(event_id) and row.about_at > duty.about:
        return row
    row = row or FollowUp(workspace=workspace, person=person)
    _write(row, duty, recipient)
    _tick(row)
    return row


@transaction.atomic
def drop_greeting(*, workspace: Workspace, person_id: UUID, event_id: UUID) -> None:
    """They were not met there after all, or the event is off the list."""
    _greetings(workspace, person_id).filter(facts__event_id=str(event_id)).delete()


def redate_greetings(*, workspace: Workspace, person_id: UUID) -> None:
    """Date the open ones by the days that count where the person is now."""
    for row in _greetings(workspace, person_id).filter(done_at=None, dismissed_at=None).select_related("person"):
        facts, recipient = unpack(row.facts), recipient_of(row.person)
        duty = followups.greeting(facts["event_id"], facts["event"], facts["met_on"], recipient, now=row.about_at)
        if duty:
            _write(row, duty, recipient)


def tick_greetings(thread: Thread) -> None:
    """What went out to them, or was taken back, decides whether greetings are done."""
    for row in _greetings(thread.workspace, thread.person_id).filter(dismissed_at=None):
        _tick(row)


def _greetings(workspace: Workspace, person_id: UUID) -> QuerySet[FollowUp]:
    return FollowUp.objects.of(workspace).filter(person=person_id, thread=None, kind=FollowUpKind.GREET)


def _write(row: FollowUp, duty: followups.FollowUp, recipient: followups.Recipient) -> None:
    written = {"written": row.facts["written"]} if "written" in row.facts else {}
    row.kind, row.reason, row.about_at = duty.kind, duty.reason, duty.about
    row.facts = pack(duty.facts) | written
    row.opens_at, row.due_at = followups.as_moments(duty, recipient)
    row.save()


def _tick(row: FollowUp) -> None:
    """Done by the first message, call or talk since; no longer so when that is taken back. What the seeker ticked
    off by hand stays done."""
    wrote = _first_since(row)
    if wrote and row.done_at is None:
        row.done_at, row.facts = wrote.happened_at, {**row.facts, "written": str(wrote.pk)}
        row.save(update_fields=["done_at", "facts"])
    elif wrote is None and "written" in row.facts:
        row.done_at = None
        row.facts = {name: value for name, value in row.facts.items() if name != "written"}
        row.save(update_fields=["done_at", "facts"])


def _first_since(row: FollowUp) -> Message | None:
    since = Message.objects.of(row.workspace).filter(thread__person=row.person_id, happened_at__gte=row.about_at)
    said = since.filter(direction=Direction.OUT, state=MessageState.SENT) | since.filter(kind__in=TALKED)
    return said.order_by("happened_at").first()
