"""Seekers come into a programme: by its open form, or by the link that a coordinator gave them."""

from collections.abc import Collection
from dataclasses import dataclass
from dataclasses import field as made
from datetime import datetime
from typing import Any

from django.db import transaction

from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import own_workspace
from askwell.lib.text import clean
from askwell.programmes.actions.consenting import agree
from askwell.programmes.actions.errors import (
    ChangedMeanwhileError,
    LinkOverError,
    NoNameError,
    NotTheirsError,
    TakesPartError,
)
from askwell.programmes.actions.numbering import hold, next_number
from askwell.programmes.actions.sending import ask_waiting
from askwell.programmes.actions.taking_part import enter
from askwell.programmes.choices import ConsentItem, Level, ParticipantState
from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.people import same_person

TEXTS = {"name": 120, "native_name": 60, "email": 254, "phone": 40, "field": 120, "employer": 200}
COMING = (ParticipantState.INVITED, ParticipantState.TURNED_DOWN)


@dataclass(frozen=True, slots=True)
class SeekerFacts:
    """What a seeker tells a programme on its form."""

    name: str
    native_name: str = ""
    email: str = ""
    phone: str = ""
    page_language: str = "en"
    zone: str = "America/Vancouver"
    field: str = ""
    goals: dict[str, int] = made(default_factory=dict)
    languages: list[str] = made(default_factory=list)
    level: str = Level.ENTRY
    wanted: int = 1
    windows: list[list[Any]] = made(default_factory=list)
    employer: str = ""
    answers: dict[str, Any] = made(default_factory=dict)


def columns_of(facts: SeekerFacts) -> dict[str, Any]:
    """As columns of a Participant, cut to what they hold. Raises NoNameError."""
    text = {name: clean(getattr(facts, name), limit=limit) for name, limit in TEXTS.items()}
    if not text["name"]:
        raise NoNameError
    kept = ("page_language", "zone", "goals", "languages", "level", "wanted", "windows", "answers")
    return text | {name: getattr(facts, name) for name in kept}


@transaction.atomic
def add_seeker(*, workspace: Workspace, facts: SeekerFacts, agreed: bool, now: datetime) -> Participant:
    """A coordinator puts somebody on the list, who may join with an account of their own by the link. `agreed`: they
    said that they take part, and are matched from now on. Raises NoNameError."""
    state = ParticipantState.ACTIVE if agreed else ParticipantState.INVITED
    return _new(workspace, columns_of(facts), state, None, now)


@transaction.atomic
def apply(*, programme: Programme, facts: SeekerFacts, user: User | None, now: datetime) -> Participant | None:
    """Somebody fills in the open form: in at once, or after a coordinator's look. One who is in already, by their
    account, has what they told replaced. None where only the e-mail address is known there: it proves nothing, so that
    what is stored stays as it is, and nobody is told. Raises LinkOverError where the form is off, NoNameError."""
    if not programme.takes_seekers:
        raise LinkOverError
    columns, workspace = columns_of(facts), programme.workspace
    hold(workspace)  # pressed twice, the second finds what the first wrote
    seeker = own_workspace(user) if user else None
    if seeker and (mine := same_person(workspace, seeker=seeker).first()):
        return _told_anew(mine, columns)
    email = columns["email"].lower()
    if same_person(workspace, email=email).exists() and not (user and user.email == email):
        return None
    state = ParticipantState.APPLIED if programme.approves else ParticipantState.ACTIVE
    waiting = same_person(workspace, email=email).filter(seeker_workspace=None).first() if seeker else None
    if waiting and seeker:
        return _claimed(waiting, columns, seeker, state, now)
    return _new(workspace, columns, state, seeker, now)


@transaction.atomic
def join(
    *, participant: Participant, user: User, items: Collection[ConsentItem], number: int, now: datetime
) -> Participant:
    """The user's own workspace takes part as this row, sharing `items`. Raises LinkOverError for a link that was
    replaced, NotTheirsError where somebody else's account has joined, TakesPartError where the user takes part as
    another row already, and Workspace.DoesNotExist for who owns no seeker's workspace."""
    row = Participant.objects.of(participant.workspace).select_for_update().get(pk=participant.pk)
    seeker = own_workspace(user)
    if seeker is None:
        raise Workspace.DoesNotExist
    if row.link_number != number or row.state in (ParticipantState.LEFT, ParticipantState.TURNED_DOWN):
        raise LinkOverError
    if row.seeker_workspace_id not in (None, seeker.pk):
        raise NotTheirsError
    if same_person(row.workspace, seeker=seeker).exclude(pk=row.pk).exists():
        raise TakesPartError
    enter(row, seeker)
    if row.state == ParticipantState.INVITED:
        row.state, row.active_at = ParticipantState.ACTIVE, row.active_at or now
    row.version += 1
    row.save(update_fields=["seeker_workspace", "state", "active_at", "version"])
    agree(row, items, now)
    ask_waiting(row, now)
    return row


@transaction.atomic
def tell(*, participant: Participant, facts: SeekerFacts, version: int) -> Participant:
    """What they told is now this. Raises NoNameError, and ChangedMeanwhileError where it was changed since it was
    shown."""
    row = Participant.objects.of(participant.workspace).select_for_update().get(pk=participant.pk)
    if row.version != version:
        raise ChangedMeanwhileError
    return _told_anew(row, columns_of(facts))


def _told_anew(row: Participant, columns: dict[str, Any]) -> Participant:
    for name, value in columns.items():
        setattr(row, name, value)
    row.version += 1
    row.save(update_fields=[*columns, "version"])
    return row


def _claimed(row: Participant, columns: dict[str, Any], seeker: Workspace, state: str, now: datetime) -> Participant:
    """A row that a coordinator made for them is theirs: their account has its e-mail address, which was confirmed."""
    enter(row, seeker)
    if row.state in COMING:
        row.state = ParticipantState.ACTIVE if row.state == ParticipantState.INVITED else state
        row.active_at = now if row.state == ParticipantState.ACTIVE else None
    row.save(update_fields=["seeker_workspace", "state", "active_at"])
    told = _told_anew(row, columns)
    ask_waiting(told, now)
    return told


def _new(
    workspace: Workspace, columns: dict[str, Any], state: ParticipantState, seeker: Workspace | None, now: datetime
) -> Participant:
    row = Participant(
        workspace=workspace,
        number=next_number(Participant, workspace),
        state=state,
        came_at=now,
        active_at=now if state == ParticipantState.ACTIVE else None,
    )
    if seeker:
        enter(row, seeker)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()
    return row
