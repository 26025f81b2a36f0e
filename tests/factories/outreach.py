"""People to write to, targets and threads, made through the actions a page would call."""

from datetime import UTC, datetime, timedelta
from typing import Any

from askwell.accounts.models import Workspace
from askwell.outreach.actions.threads import Happening, locked, put, thread_to_write
from askwell.outreach.choices import Channel, Direction, MessageKind, MessageState
from askwell.outreach.models import Message, Thread
from askwell.people.choices import ContactKind, TieKind
from askwell.people.models import ContactPoint, Organisation, Person, Role, Tie

LONG_AGO = datetime(2026, 1, 5, 18, tzinfo=UTC)


def make_employer(workspace: Workspace, name: str = "Harbourline Freight") -> Organisation:
    return Organisation.objects.of(workspace).get_or_create(workspace=workspace, name=name, key=name.lower())[0]


def make_someone(
    workspace: Workspace,
    given: str = "Daniel",
    family: str = "Wong",
    *,
    employer: str = "Harbourline Freight",
    title: str = "Planning lead",
    tie: TieKind = TieKind.ALUMNI,
    strength: int = 1,
    email: str = "",
    **facts: Any,
) -> Person:
    """A person in Vancouver with a role, a tie and, if given, an address."""
    where = {"place": "Vancouver", "region": "CA-BC", "time_zone": "America/Vancouver", "languages": "en"}
    person = Person.objects.create(
        workspace=workspace,
        given_name=given,
        family_name=family,
        created_at=LONG_AGO,
        updated_at=LONG_AGO,
        **{**where, **facts},
    )
    if employer:
        organisation = make_employer(workspace, employer)
        organisation.known += 1
        organisation.save(update_fields=["known"])
        Role.objects.create(workspace=workspace, person=person, organisation=organisation, title=title)
    if tie is not TieKind.NONE:
        Tie.objects.create(workspace=workspace, person=person, kind=tie, strength=strength)
    if email:
        ContactPoint.objects.create(workspace=workspace, person=person, kind=ContactKind.EMAIL, value=email, key=email)
    return person


def send(person: Person, at: datetime, kind: MessageKind = MessageKind.FIRST, **what: Any) -> Message:
    """A message that went out at `at`, without the guard."""
    thread = thread_to_write(workspace=person.workspace, person_id=person.pk, kind=kind, now=at)
    facts = {"channel": Channel.EMAIL, "text": f"Dear {person.given_name}", **what}
    happening = Happening(kind=kind, at=at, direction=Direction.OUT, state=MessageState.SENT, **facts)
    return put(thread=locked(person.workspace, thread.pk), what=happening, now=at)


def make_waiting(workspace: Workspace, at: datetime, **facts: Any) -> Thread:
    """A thread whose first message went out at `at`."""
    return send(make_someone(workspace, **facts), at).thread


def hours(count: float) -> timedelta:
    return timedelta(hours=count)
