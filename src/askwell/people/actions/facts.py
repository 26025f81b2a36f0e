"""What hangs on a person beside addresses: roles, ties, introductions, tags, notes."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.lib.text import clean, clean_block
from askwell.people.actions.errors import IntroductionCircleError, NoRoleError
from askwell.people.actions.indexing import recount, reindex
from askwell.people.actions.stopping import settle_stops
from askwell.people.choices import Strength, TieKind
from askwell.people.models import Encounter, Introduction, Note, Organisation, Person, PersonTag, Role, Tag, Tie
from askwell.people.rules.introductions import closes_circle
from askwell.people.rules.organisations import organisation_key
from askwell.people.rules.tags import tag_key

LONGEST_NOTE = 20_000


@transaction.atomic
def add_role(
    *,
    workspace: Workspace,
    person_id: UUID,
    title: str,
    organisation: str,
    started_on: date | None,
    ended_on: date | None,
    is_current: bool,
    now: datetime,
) -> Role:
    """What they do or did, where, from when to when. Where somebody of that name and employer asked not to be
    contacted, the person is marked so. Raises Person.DoesNotExist; NoRoleError where neither is named."""
    if not (clean(title) or clean(organisation)):
        raise NoRoleError
    person = touched(workspace, person_id, now)
    current = is_current and not (ended_on and ended_on < now.date())
    role = put_role(
        person, title=title, organisation=organisation, started_on=started_on, ended_on=ended_on, is_current=current
    )
    reindex(workspace, [person_id])
    settle_stops(workspace, [person_id], now)
    return role


@transaction.atomic
def end_role(*, workspace: Workspace, person_id: UUID, role_id: UUID, ended_on: date | None, now: datetime) -> None:
    """They left: the role stays as a past one. Raises Role.DoesNotExist."""
    role = Role.objects.of(workspace).get(pk=role_id, person=person_id)
    role.is_current, role.ended_on = False, ended_on
    role.save(update_fields=["is_current", "ended_on"])
    touched(workspace, person_id, now)
    recount(workspace, [role.organisation_id])
    reindex(workspace, [person_id])


@transaction.atomic
def remove_role(*, workspace: Workspace, person_id: UUID, role_id: UUID, now: datetime) -> None:
    """The role was a mistake. Raises Role.DoesNotExist."""
    role = Role.objects.of(workspace).get(pk=role_id, person=person_id)
    role.delete()
    touched(workspace, person_id, now)
    recount(workspace, [role.organisation_id])
    reindex(workspace, [person_id])


@transaction.atomic
def set_tie(*, workspace: Workspace, person_id: UUID, kind: str, strength: int, how_met: str, now: datetime) -> Tie:
    """How the seeker knows them; one tie of each kind. Raises Person.DoesNotExist, ValueError for no such kind."""
    person = touched(workspace, person_id, now)
    tie = put_tie(person, kind=TieKind(kind).value, strength=Strength(strength).value, how_met=how_met)
    if tie.kind == TieKind.MET_AT_EVENT:
        Encounter.objects.of(workspace).filter(person=person).update(made_tie=False)
    reindex(workspace, [person_id])
    return tie


@transaction.atomic
def remove_tie(*, workspace: Workspace, person_id: UUID, tie_id: UUID, now: datetime) -> None:
    """Raises Tie.DoesNotExist."""
    Tie.objects.of(workspace).get(pk=tie_id, person=person_id).delete()
    touched(workspace, person_id, now)
    reindex(workspace, [person_id])


@transaction.atomic
def record_introduction(
    *, workspace: Workspace, introducer_id: UUID, introduced_id: UUID, on: date, note: str, now: datetime
) -> Introduction:
    """`introducer` led the seeker to `introduced`, who then has the tie "introduced" if they had none.

    Raises IntroductionCircleError, Person.DoesNotExist.
    """
    edges = Introduction.objects.of(workspace).values_list("introducer_id", "introduced_id")
    if closes_circle(edges, introducer_id, introduced_id):
        raise IntroductionCircleError
    introducer = Person.objects.of(workspace).get(pk=introducer_id)
    introduced = touched(workspace, introduced_id, now)
    introduction, _ = Introduction.objects.of(workspace).update_or_create(
        workspace=workspace,
        introducer=introducer,
        introduced=introduced,
        defaults={"on": on, "note": clean(note, limit=300)},
    )
    if not Tie.objects.of(workspace).filter(person=introduced).exists():
        put_tie(introduced, kind=TieKind.INTRODUCED, strength=Strength.SLIGHT, how_met="")
    return introduction


@transaction.atomic
def remove_introduction(*, workspace: Workspace, person_id: UUID, introduction_id: UUID, now: datetime) -> None:
    """Raises Introduction.DoesNotExist."""
    introduction = Introduction.objects.of(workspace).get(pk=introduction_id)
    if person_id not in (introduction.introducer_id, introduction.introduced_id):
        raise Introduction.DoesNotExist
    introduction.delete()
    touched(workspace, introduction.introduced_id, now)


@transaction.atomic
def set_tags(*, workspace: Workspace, person_id: UUID, names: Iterable[str], now: datetime) -> None:
    """Exactly these tags; tags that nobody bears any more vanish. Raises Person.DoesNotExist."""
    person = touched(workspace, person_id, now)
    keys = {tag_key(name) for name in names}
    gone = PersonTag.objects.of(workspace).filter(person=person).exclude(tag__key__in=keys)
    gone.delete()
    put_tags(person, names)
    Tag.objects.of(workspace).filter(person_tags=None).delete()
    reindex(workspace, [person_id])


@transaction.atomic
def write_note(*, workspace: Workspace, person_id: UUID, text: str, now: datetime) -> Note:
    """Something the seeker wants to remember. Raises Person.DoesNotExist, ValueError when empty."""
    person = touched(workspace, person_id, now)
    note = put_note(person, text=text, now=now)
    reindex(workspace, [person_id])
    return note


@transaction.atomic
def remove_note(*, workspace: Workspace, person_id: UUID, note_id: UUID, now: datetime) -> None:
    """Raises Note.DoesNotExist."""
    Note.objects.of(workspace).get(pk=note_id, person=person_id).delete()
    touched(workspace, person_id, now)
    reindex(workspace, [person_id])


def touched(workspace: Workspace, person_id: UUID, now: datetime) -> Person:
    """The person, marked as changed by hand. Raises Person.DoesNotExist."""
    mine = Person.objects.of(workspace).filter(pk=person_id)
    if mine.update(version=F("version") + 1, updated_at=now) != 1:
        raise Person.DoesNotExist
    return mine.get()


def put_role(
    person: Person,
    *,
    title: str,
    organisation: str,
    started_on: date | None = None,
    ended_on: date | None = None,
    is_current: bool = True,
) -> Role:
    """The role as told; one they hold in the very same words and dates stays one."""
    role = Role(
        workspace=person.workspace,
        person=person,
        organisation=ensure_organisation(workspace=person.workspace, name=organisation),
        title=clean(title, limit=200),
        started_on=started_on,
        ended_on=ended_on,
        is_current=is_current,
    )
    if same := _same_role(role):
        return same
    role.save()
    recount(person.workspace, [role.organisation_id])
    return role


def _same_role(role: Role) -> Role | None:
    held = Role.objects.of(role.workspace).filter(
        person=role.person,
        organisation=role.organisation,
        title=role.title,
        started_on=role.started_on,
        ended_on=role.ended_on,
        is_current=role.is_current,
    )
    return held.first()


def ensure_organisation(*, workspace: Workspace, name: str) -> Organisation | None:
    """The organisation of that name, however it is written; made when it is new; None for no name."""
    tidy = clean(name, limit=200)
    if not tidy:
        return None
    organisation, _ = Organisation.objects.of(workspace).get_or_create(
        workspace=workspace, key=organisation_key(tidy), defaults={"name": tidy}
    )
    return organisation


def put_tie(person: Person, *, kind: str, strength: int, how_met: str) -> Tie:
    tie, _ = Tie.objects.of(person.workspace).update_or_create(
        workspace=person.workspace,
        person=person,
        kind=kind,
        defaults={"strength": strength, "how_met": clean(how_met, limit=200)},
    )
    return tie


def put_tags(person: Person, names: Iterable[str]) -> None:
    for name in names:
        tidy = clean(name, limit=60)
        if tidy:
            tag, _ = Tag.objects.of(person.workspace).get_or_create(
                workspace=person.workspace, key=tag_key(tidy), defaults={"name": tidy}
            )
            PersonTag.objects.of(person.workspace).get_or_create(workspace=person.workspace, person=person, tag=tag)


def put_note(person: Person, *, text: str, now: datetime) -> Note:
    tidy = clean_block(text, limit=LONGEST_NOTE)
    if not tidy:
        raise ValueError("an empty note")
    return Note.objects.create(workspace=person.workspace, person=person, text=tidy, written_at=now)
