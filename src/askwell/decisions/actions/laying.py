"""A decision laid out: the question, its options, what the seeker wants and how much each counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.decisions.actions.errors import ChangedSinceError, NothingSaidError, OutOfRangeError, TooManyError
from askwell.decisions.choices import OptionKind
from askwell.decisions.models import Criterion, Decision, Option
from askwell.interviews.models import Insight
from askwell.lib.text import clean, fold
from askwell.outreach.models import Target
from askwell.people.models import Organisation

MOST_OPTIONS, MOST_WISHES = 12, 20
MOST_WEIGHT = 100

Changed = dict[UUID, tuple[int, int]]
"""Weights by wish, before and after a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionFacts:
    """An option as a form has it. An employer or an offer is tied to the organisation that is called `employer`."""

    title: str
    about: str = ""
    kind: OptionKind = OptionKind.OCCUPATION
    reference: str = ""
    employer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFacts:
    """A wish as a form has it; `insight_id` of the claim that it is made from, when it is added."""

    words: str
    weight: int = 20
    is_must: bool = False
    ask: str = ""
    insight_id: UUID | None = None


@transaction.atomic
def begin_decision(*, workspace: Workspace, question: str, now: datetime) -> Decision:
    """Raises NothingSaidError."""
    return Decision.objects.create(
        workspace=workspace, question=_said(question, "question", 200), created_at=now, changed_at=now
    )


@transaction.atomic
def put_otherwise(*, workspace: Workspace, decision_id: UUID, question: str, now: datetime) -> Decision:
    """The question in other words. Raises NothingSaidError, Decision.DoesNotExist."""
    row = touched(workspace, decision_id, now)
    row.question = _said(question, "question", 200)
    row.save(update_fields=["question"])
    return row


@transaction.atomic
def add_option(*, workspace: Workspace, decision_id: UUID, facts: OptionFacts, now: datetime) -> Option:
    """The last one. Raises NothingSaidError, TooManyError, Decision.DoesNotExist."""
    decision = touched(workspace, decision_id, now)
    row = Option(workspace=workspace, decision=decision, position=_next(Option, decision, MOST_OPTIONS))
    return _put_option(row, facts)


@transaction.atomic
def change_option(*, workspace: Workspace, option_id: UUID, facts: OptionFacts, now: datetime) -> Option:
    """Raises NothingSaidError, Option.DoesNotExist."""
    row = Option.kept(workspace).select_for_update().get(pk=option_id)
    touched(workspace, row.decision_id, now)
    return _put_option(row, facts)


@transaction.atomic
def add_wish(*, workspace: Workspace, decision_id: UUID, facts: WishFacts, now: datetime) -> Criterion:
    """The last one. Raises NothingSaidError, OutOfRangeError, TooManyError, Decision.DoesNotExist,
    Insight.DoesNotExist."""
    decision = touched(workspace, decision_id, now)
    row = Criterion(workspace=workspace, decision=decision, position=_next(Criterion, decision, MOST_WISHES))
    if facts.insight_id:
        row.insight = Insight.objects.of(workspace).get(pk=facts.insight_id, set_aside_at=None)
    return _put_wish(row, facts)


@transaction.atomic
def change_wish(*, workspace: Workspace, criterion_id: UUID, facts: WishFacts, now: datetime) -> Criterion:
    """Raises NothingSaidError, OutOfRangeError, Criterion.DoesNotExist."""
    row = Criterion.kept(workspace).select_for_update().get(pk=criterion_id)
    touched(workspace, row.decision_id, now)
    return _put_wish(row, facts)


@transaction.atomic
def weigh(*, workspace: Workspace, decision_id: UUID, weights: Mapping[UUID, int], now: datetime) -> Changed:
    """Other weights, 0 to 100, for those wishes; returns what changed, for the undo. Wishes of another decision are
    left alone. Raises OutOfRangeError, Decision.DoesNotExist."""
    if any(not 0 <= weight <= MOST_WEIGHT for weight in weights.values()):
        raise OutOfRangeError("weight")
    rows = _wishes(workspace, decision_id, now)
    changed = {
        key: (row.weight, weights[key]) for key, row in rows.items() if weights.get(key, row.weight) != row.weight
    }
    _put_weights(workspace, rows, {key: after for key, (_before, after) in changed.items()})
    return changed


@transaction.atomic
def unweigh(*, workspace: Workspace, decision_id: UUID, changed: Changed, now: datetime) -> None:
    """Undo of `weigh`: what changed is as before. Raises ChangedSinceError where a wish has another weight by now, or
    is gone, OutOfRangeError, Decision.DoesNotExist."""
    if any(not 0 <= before <= MOST_WEIGHT for before, _after in changed.values()):
        raise OutOfRangeError("weight")
    rows = _wishes(workspace, decision_id, now)
    if any(key not in rows or rows[key].weight != after for key, (_before, after) in changed.items()):
        raise ChangedSinceError
    _put_weights(workspace, rows, {key: before for key, (before, _after) in changed.items()})


def _wishes(workspace: Workspace, decision_id: UUID, now: datetime) -> dict[UUID, Criterion]:
    """Those of a decision, locked with it."""
    decision = touched(workspace, decision_id, now)
    return {row.pk: row for row in Criterion.kept(workspace).filter(decision=decision).select_for_update()}


def _put_weights(workspace: Workspace, rows: Mapping[UUID, Criterion], weights: Mapping[UUID, int]) -> None:
    for key, weight in weights.items():
        rows[key].weight = weight
    Criterion.objects.of(workspace).bulk_update([rows[key] for key in weights], ["weight"])


def touched(workspace: Workspace, decision_id: UUID, now: datetime) -> Decision:
    """The decision, locked, and marked as changed. Raises Decision.DoesNotExist."""
    row = Decision.kept(workspace).select_for_update().get(pk=decision_id)
    row.changed_at = now
    row.save(update_fields=["changed_at"])
    return row


def _next(kind: type[Option] | type[Criterion], decision: Decision, most: int) -> int:
    rows = kind.kept(decision.workspace).filter(decision=decision)
    if rows.count() >= most:
        raise TooManyError(most)
    return int(rows.aggregate(last=Max("position"))["last"] or 0) + 1


def _put_option(row: Option, facts: OptionFacts) -> Option:
    row.title, row.about = _said(facts.title, "title", 120), clean(facts.about, limit=200)
    row.kind, row.reference = facts.kind, clean(facts.reference, limit=200)
    employer = clean(facts.employer, limit=200)
    named = employer or (row.title if facts.kind is OptionKind.EMPLOYER else "")
    row.organisation = Organisation.objects.of(row.workspace).filter(name__iexact=named).first() if named else None
    row.target = Target.objects.of(row.workspace).filter(key=fold(named or row.title)[:200], removed_at=None).first()
    row.save()
    return row


def _put_wish(row: Criterion, facts: WishFacts) -> Criterion:
    if not 0 <= facts.weight <= MOST_WEIGHT:
        raise OutOfRangeError("weight")
    row.words, row.ask = _said(facts.words, "words", 120), clean(facts.ask, limit=300)
    row.weight, row.is_must = facts.weight, facts.is_must
    row.save()
    return row


def _said(text: str, column: str, limit: int) -> str:
    text = clean(text, limit=limit)
    if not text:
        raise NothingSaidError(column)
    return text
