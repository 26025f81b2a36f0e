"""Thinking about oneself: answers are kept page by page, choices one by one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.actions import bring_back
from askwell.accounts.models import Workspace
from askwell.coach.self_reflection import LEAST, MOST, Kind, statements, values
from askwell.portfolio.choices import ReflectionKind
from askwell.portfolio.models import Reflection
from askwell.portfolio.queries.reflecting import choices_of, latest, things
from askwell.portfolio.rules.pairs import Choice, Outcome, standing

MOST_MUSTS = 5
"""What must be given is a threshold: with more of them nothing is left to choose from."""


class StaleChoiceError(Exception):
    """Another pair is asked by now: this one was chosen from already, or taken back, in another window."""


class NothingToTakeBackError(Exception):
    """Nothing was chosen yet."""


class TooManyMustsError(Exception):
    """More than five things that a job must have."""


@transaction.atomic
def answer_statements(*, workspace: Workspace, kind: Kind, answers: Mapping[str, int | None], now: datetime) -> None:
    """Keep the answers of a page beside those given before; None: it was seen, and left out.

    Raises ValueError for a statement that there is not, or an answer that is none.
    """
    asked = {one.id for one in statements().values() if one.kind == kind}
    if wrong := set(answers) - asked:
        raise ValueError(f"no such statements: {wrong}")
    if any(value is not None and not LEAST <= value <= MOST for value in answers.values()):
        raise ValueError("no such answer")
    row = _begun(workspace, ReflectionKind(kind), now)
    row.answers = {**row.answers, **answers}
    if asked <= set(row.answers):
        row.finished_at = row.finished_at or now
    row.save()


@transaction.atomic
def choose(*, workspace: Workspace, first: str, second: str, outcome: Outcome, now: datetime) -> None:
    """Which of the two matters more. Raises StaleChoiceError unless this pair is asked next."""
    row = _begun(workspace, ReflectionKind.VALUES, now)
    choices = choices_of(row)
    if standing(things(row), choices).next != (first, second):
        raise StaleChoiceError
    choices.append(Choice(first, second, outcome))
    finished = standing(things(row), choices).next is None
    _keep_choices(row, choices, now if finished else None)


@transaction.atomic
def take_back_choice(*, workspace: Workspace, now: datetime) -> None:
    """The last choice is asked anew. Raises NothingToTakeBackError."""
    row = _begun(workspace, ReflectionKind.VALUES, now)
    choices = choices_of(row)
    if not choices:
        raise NothingToTakeBackError
    _keep_choices(row, choices[:-1], None)


@transaction.atomic
def name_musts(*, workspace: Workspace, musts: Sequence[str], now: datetime) -> None:
    """What a job must have, whatever else it has. Raises TooManyMustsError past five, ValueError for what is none of
    the values."""
    if set(musts) - set(values()):
        raise ValueError("no such value")
    if len(set(musts)) > MOST_MUSTS:
        raise TooManyMustsError
    row = _begun(workspace, ReflectionKind.VALUES, now)
    row.answers = {**row.answers, "musts": list(dict.fromkeys(musts))}
    row.save(update_fields=["answers"])


@transaction.atomic
def bring_back_reflection(*, workspace: Workspace, key: UUID, now: datetime) -> UUID | None:
    """Undo a deletion. What was begun anew of the same kind meanwhile goes in its place: returns its id then.

    Raises Reflection.DoesNotExist.
    """
    bring_back(Reflection, workspace=workspace, key=key)
    back = Reflection.kept(workspace).get(pk=key)
    newer = Reflection.kept(workspace).filter(kind=back.kind).exclude(pk=key)
    instead = newer.values_list("pk", flat=True).first()
    newer.update(removed_at=now)
    return instead


def _begun(workspace: Workspace, kind: ReflectionKind, now: datetime) -> Reflection:
    """The one that goes on, or a new one; two windows are let in one after the other."""
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    found = latest(workspace, kind)
    return found or Reflection.objects.create(workspace=workspace, kind=kind, begun_at=now)


def _keep_choices(row: Reflection, choices: Sequence[Choice], finished_at: datetime | None) -> None:
    row.answers = {**row.answers, "pairs": [[one.first, one.second, one.outcome] for one in choices]}
    row.finished_at = finished_at
    row.save(update_fields=["answers", "finished_at"])
