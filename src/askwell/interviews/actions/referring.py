"""Persons named by an insider become persons, with who led to them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.interviews.actions.inserting import insert
from askwell.interviews.models import Interview, Referral
from askwell.lib.ids import uuid7
from askwell.lib.text import clean
from askwell.outreach.queries.history import recipient_of
from askwell.people.actions.errors import IntroductionCircleError
from askwell.people.actions.facts import record_introduction
from askwell.people.actions.persons import add_from_line
from askwell.people.models import Person
from askwell.people.rules.quick_line import parse_line


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named: the words, or whom of one's people it is; an empty text takes it away."""

    text: str
    may_use_name: bool = False
    person_id: UUID | None = None
    id: UUID | None = None


def write_referral(interview: Interview, named: Named, now: datetime) -> Referral | None:
    """The referral as it stands now, with its person and introduction; None when nothing is left of it.

    Raises NobodyError when the words hold no name, Person.DoesNotExist.
    """
    own = Referral.objects.of(interview.workspace).filter(interview=interview)
    referral = own.filter(pk=named.id).first() if named.id else None
    text = clean(named.text, limit=300)
    if not text:
        if referral:
            referral.delete()
        return None
    named_at = interview.held_at or now
    referral = referral or Referral(
        pk=named.id or uuid7(), workspace=interview.workspace, interview=interview, named_at=named_at
    )
    referral.text, referral.may_use_name = text, named.may_use_name
    referral.person = referral.person or _person(interview, named, text, now)
    if referral._state.adding:
        insert(referral)
    else:
        referral.save()
    _introduce(interview, referral.person, now)
    return referral


def _person(interview: Interview, named: Named, text: str, now: datetime) -> Person:
    if named.person_id:
        return Person.objects.of(interview.workspace).get(pk=named.person_id)
    return _known(interview, text) or add_from_line(workspace=interview.workspace, line=text, now=now)


def _known(interview: Interview, text: str) -> Person | None:
    """The one of the seeker's people who bears exactly this name; None where nobody does, or several do."""
    name = parse_line(text).name
    people = Person.objects.of(interview.workspace).filter(archived_at=None)
    if name.given and name.family:
        people = people.filter(given_name__iexact=name.given, family_name__iexact=name.family)
    elif name.native:
        people = people.filter(native_name=name.native)
    else:
        return None
    found = list(people[:2])
    return found[0] if len(found) == 1 else None


def _introduce(interview: Interview, person: Person, now: datetime) -> None:
    if person.pk == interview.person_id:
        return
    try:
        record_introduction(
            workspace=interview.workspace,
            introducer_id=interview.person_id,
            introduced_id=person.pk,
            on=recipient_of(interview.person).day(interview.held_at or now),
            note="",
            now=now,
        )
    except IntroductionCircleError:
        return  # they led to the insider themselves: the tree stays a tree, the referral stands
