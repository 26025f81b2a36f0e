"""Whoever was met at an event hears from the seeker within two business days: a duty without a thread, until a
message of any thread goes out to them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.outreach.choices import Direction, FollowUpKind, MessageKind, MessageState
from askwell.outreach.models import FollowUp, Message
from askwell.outreach.queries.history import recipient_of
from askwell.outreach.queries.packing import pack, unpack
from askwell.outreach.rules import followups
from askwell.people.models import Event, Person

TALKED = (MessageKind.CALL, MessageKind.CHANCE_MEETING, MessageKind.MET)


@transaction.atomic
def settle_greetings(*, workspace: Workspace, person_id: UUID, now: datetime) -> None:
    """Call it when somebody was met at an event, or not after all, or an event's facts changed: one greeting is owed,
    for the last event at which they were met, unless it is long past or they have heard from the seeker since.

    A greeting that was done or dismissed stays so, also while its event is off the list, and goes over to the event
    before when they were not met there after all.
    """
    person = Person.objects.of(workspace).get(pk=person_id)
    recipient = recipient_of(person)
    events = Event.objects.of(workspace).filter(encounters__person=person)
    met = {
        str(event.pk): None if event.removed_at else followups.greeting(
            str(event.pk), event.name, event.held_on, recipient, now=now
        )
        for event in events.order_by("held_on", "pk")
    }  # fmt: skip
    rows = {row.facts.get("event_id"): row for row in _greetings(workspace, person_id).order_by("about_at", "pk")}
    owed = [(event_id, duty) for event_id, duty in met.items() if duty]
    spare = [rows.pop(key) for key, row in list(rows.items()) if key not in met or (_is_open(row) and not met[key])]
    if owed:
        last, due = owed[-1]
        spare += [rows.pop(key) for key, row in list(rows.items()) if key != last and _is_open(row)]
        later = any(row.about_at >= due.about for row in rows.values())
        if last not in rows and (spare or not later):
            rows[last] = spare.pop() if spare else FollowUp(workspace=workspace, person=person)
    for row in spare:
        row.delete()
    for event_id, duty in owed:
        if event_id in rows:
            _write(rows[event_id], duty, recipient)
            _tick(rows[event_id])


def _is_open(row: FollowUp) -> bool:
    return row.done_at is None and row.dismissed_at is None


def redate_greetings(*, workspace: Workspace, person_id: UUID) -> None:
    """Date the open ones by the days that count where the person is now."""
    for row in _greetings(workspace, person_id).filter(done_at=None, dismissed_at=None).select_related("person"):
        facts, recipient = unpack(row.facts), recipient_of(row.person)
        duty = followups.greeting(facts["event_id"], facts["event"], facts["met_on"], recipient, now=row.about_at)
        if duty:
            _write(row, duty, recipient)


def tick_greetings(*, workspace: Workspace, person_id: UUID) -> None:
    """What went out to them, or was taken back, decides whether greetings are done; the latest first."""
    for row in _greetings(workspace, person_id).filter(dismissed_at=None).order_by("-about_at", "-id"):
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
    """Done by the first message, call or talk since; no longer so when that is taken back, unless a greeting after
    another event is owed by now. What the seeker ticked off by hand stays done."""
    wrote = _first_since(row)
    if wrote and row.done_at is None:
        row.done_at, row.facts = wrote.happened_at, {**row.facts, "written": str(wrote.pk)}
        row.save(update_fields=["done_at", "facts"])
    elif wrote is None and "written" in row.facts and not _is_owed(row):
        row.done_at = None
        row.facts = {name: value for name, value in row.facts.items() if name != "written"}
        row.save(update_fields=["done_at", "facts"])


def _is_owed(row: FollowUp) -> bool:
    """Whether they have a greeting open already: there is one at a time."""
    return _greetings(row.workspace, row.person_id).filter(done_at=None, dismissed_at=None).exists()


def _first_since(row: FollowUp) -> Message | None:
    since = Message.objects.of(row.workspace).filter(thread__person=row.person_id, happened_at__gte=row.about_at)
    said = since.filter(Q(direction=Direction.OUT, state=MessageState.SENT) | Q(kind__in=TALKED))
    return said.order_by("happened_at").first()
