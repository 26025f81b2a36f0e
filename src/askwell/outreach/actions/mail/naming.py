"""The person whom somebody names in a letter becomes one of the seeker's people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.lib.names import latin_name, parse_name
from askwell.outreach.models import Thread
from askwell.people.actions.errors import IntroductionCircleError
from askwell.people.actions.facts import record_introduction, remove_introduction
from askwell.people.actions.persons import FirstFacts, PersonDetails, add_person, archive_person
from askwell.people.choices import ContactKind, Obtained
from askwell.people.models import ContactPoint, Introduction, Person

ADDED, INTRODUCED = "added", "introduced"
"""What a letter's reading remembers: whom it added, and the introduction that it made; ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody named: as the seeker puts it right."""

    name: str
    email: str = ""
    role: str = ""


@transaction.atomic
def add_named(*, thread: Thread, named: Named, now: datetime) -> dict[str, str]:
    """Keep whom this conversation's person named, and that they led there. Somebody who is known already by this
    address, or alone bears exactly this name, is that one.

    Raises NobodyError, UnreadableAddressError.
    """
    workspace = thread.workspace
    known = _known(workspace, named)
    person = known or add_person(workspace=workspace, details=_details(named), facts=_facts(thread, named), now=now)
    if person.pk == thread.person_id:
        return {}
    made = _introduced(thread, person, now)
    return made if known else {ADDED: str(person.pk), **made}


def _introduced(thread: Thread, person: Person, now: datetime) -> dict[str, str]:
    """The introduction, unless it is there already, or the one led to the other before."""
    workspace = thread.workspace
    if Introduction.objects.of(workspace).filter(introducer=thread.person_id, introduced=person).exists():
        return {}
    try:
        made = record_introduction(
            workspace=workspace,
            introducer_id=thread.person_id,
            introduced_id=person.pk,
            on=day_in(workspace, now),
            note="",
            now=now,
        )
    except IntroductionCircleError:
        return {}
    return {INTRODUCED: str(made.pk)}


def forget_named(*, workspace: Workspace, reading: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Take `add_named` back: the introduction goes, whoever was added goes out of the lists, nothing is lost. Returns
    the reading without that."""
    made = Introduction.objects.of(workspace).filter(pk__in=_ids(reading, INTRODUCED)).first()
    if made:
        remove_introduction(workspace=workspace, person_id=made.introduced_id, introduction_id=made.pk, now=now)
    added = Person.objects.of(workspace).filter(pk__in=_ids(reading, ADDED)).first()
    if added:
        archive_person(workspace=workspace, person_id=added.pk, now=now)
    return {name: value for name, value in reading.items() if name not in (ADDED, INTRODUCED)}


def _ids(reading: dict[str, Any], name: str) -> list[UUID]:
    return [UUID(reading[name])] if reading.get(name) else []


def _known(workspace: Workspace, named: Named) -> Person | None:
    people = Person.objects.of(workspace)
    if named.email:
        points = ContactPoint.objects.of(workspace).filter(kind=ContactKind.EMAIL, key=named.email.lower())
        found = list(people.filter(pk__in=points.values("person"))[:2])
    else:
        name = parse_name(named.name)
        found = list(
            people.filter(
                archived_at=None,
                given_name__iexact=name.given,
                family_name__iexact=name.family,
                native_name=name.native,
            )[:2]
        )
    return found[0] if len(found) == 1 else None


def _details(named: Named) -> PersonDetails:
    name = parse_name(named.name)
    return PersonDetails(given=name.given, family=name.family, native=name.native)


def _facts(thread: Thread, named: Named) -> FirstFacts:
    who = thread.person
    return FirstFacts(
        title=named.role,
        emails=(named.email,) if named.email else (),
        obtained=Obtained.REFERRED.value,
        obtained_from=latin_name(who.given_name, who.family_name, who.native_name) or who.native_name,
    )
