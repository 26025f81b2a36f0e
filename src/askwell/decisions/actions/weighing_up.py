"""What stands in a field: the seeker's number with where it comes from, and what speaks for and against."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.decisions.actions.errors import ChangedSinceError, NoSourceError, NothingSaidError, OutOfRangeError
from askwell.decisions.actions.laying import touched
from askwell.decisions.choices import Strength
from askwell.decisions.models import Criterion, Evidence, Option, Score
from askwell.decisions.rules.cells import MOST
from askwell.interviews.models import Insight
from askwell.lib.text import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as the seeker gives it: 0 to 10, with a ± of their own or none, and where they have it from. A guess
    needs no source, since it says what it is."""

    points: float
    half_width: float | None = None
    is_guess: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something the seeker found out by themselves."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Side:
    """On which side a piece of evidence stands, and how strong it is."""

    speaks_for: bool
    strength: Strength = Strength.CLEAR


@dataclass(frozen=True, slots=True)
class Borne:
    """A piece of evidence that was put in; `before`: how it stood until then, None where it is new."""

    id: UUID
    before: Side | None


@transaction.atomic
def give_number(
    *, workspace: Workspace, option_id: UUID, criterion_id: UUID, number: Number | None, now: datetime
) -> Number | None:
    """The seeker's number for a field, or none any more; returns the one before, for the undo.

    Raises OutOfRangeError, NoSourceError where a number that is no guess has no source and nothing was said on the
    field, Option.DoesNotExist, Criterion.DoesNotExist.
    """
    option, criterion = _field(workspace, option_id, criterion_id, now)
    before = Score.objects.of(workspace).filter(option=option, criterion=criterion).first()
    if number is not None:
        _check(workspace, option, criterion, number)
    _put_number(option, criterion, number, now)
    return _number(before) if before else None


@transaction.atomic
def take_number_back(
    *,
    workspace: Workspace,
    option_id: UUID,
    criterion_id: UUID,
    before: Number | None,
    given_at: datetime | None,
    now: datetime,
) -> None:
    """Undo of the `give_number` that was done at `given_at` (None: that took a number away). Raises ChangedSinceError
    where there is another number by now, Option.DoesNotExist, Criterion.DoesNotExist."""
    option, criterion = _field(workspace, option_id, criterion_id, now)
    there = Score.objects.of(workspace).filter(option=option, criterion=criterion).values_list("given_at", flat=True)
    if there.first() != given_at:
        raise ChangedSinceError
    _put_number(option, criterion, before, now)


@transaction.atomic
def bear_out(
    *,
    workspace: Workspace,
    option_id: UUID,
    criterion_id: UUID,
    what: Finding | UUID,
    speaks_for: bool,
    strength: Strength = Strength.CLEAR,
    now: datetime,
) -> Borne:
    """Put a finding, or an insider's claim by its id, into a field; a claim that is there already is put otherwise.

    Raises NothingSaidError, NoSourceError, Option.DoesNotExist, Criterion.DoesNotExist, Insight.DoesNotExist.
    """
    option, criterion = _field(workspace, option_id, criterion_id, now)
    row, before = Evidence(workspace=workspace, option=option, criterion=criterion, noted_at=now), None
    if isinstance(what, Finding):
        row.text, row.source = _found(what)
    else:
        insight = Insight.objects.of(workspace).get(pk=what, set_aside_at=None)
        if here := Evidence.kept(workspace).filter(option=option, criterion=criterion, insight=insight).first():
            row, before = here, _side(here)
        row.insight = insight
    row.speaks_for, row.strength = speaks_for, strength
    row.save()
    return Borne(row.pk, before)


@transaction.atomic
def stand_as_before(*, workspace: Workspace, evidence_id: UUID, before: Side, after: Side, now: datetime) -> Evidence:
    """Undo of `bear_out` where it put a claim otherwise: from `after` back to `before`. Raises ChangedSinceError where
    it stands otherwise by now, Evidence.DoesNotExist."""
    row = Evidence.kept(workspace).select_for_update().select_related("option").get(pk=evidence_id)
    if _side(row) != after:
        raise ChangedSinceError
    touched(workspace, row.option.decision_id, now)
    row.speaks_for, row.strength = before.speaks_for, before.strength
    row.save(update_fields=["speaks_for", "strength"])
    return row


def _side(row: Evidence) -> Side:
    return Side(row.speaks_for, Strength(row.strength))


def _field(workspace: Workspace, option_id: UUID, criterion_id: UUID, now: datetime) -> tuple[Option, Criterion]:
    """An option and a wish of the same decision."""
    option = Option.kept(workspace).get(pk=option_id, decision__removed_at=None)
    criterion = Criterion.kept(workspace).get(pk=criterion_id, decision=option.decision_id)
    touched(workspace, option.decision_id, now)
    return option, criterion


def _put_number(option: Option, criterion: Criterion, number: Number | None, now: datetime) -> None:
    rows = Score.objects.of(option.workspace)
    if number is None:
        rows.filter(option=option, criterion=criterion).delete()
        return
    values = {
        "points": number.points, "half_width": number.half_width, "is_guess": number.is_guess,
        "source": clean(number.source, limit=300), "given_at": now,
    }  # fmt: skip
    rows.update_or_create(workspace=option.workspace, option=option, criterion=criterion, defaults=values)


def _check(workspace: Workspace, option: Option, criterion: Criterion, number: Number) -> None:
    for column, value in (("points", number.points), ("half_width", number.half_width or 0)):
        if not 0 <= value <= MOST:
            raise OutOfRangeError(column)
    heard = Evidence.kept(workspace).filter(option=option, criterion=criterion)
    if not (number.is_guess or number.source.strip() or heard.exists()):
        raise NoSourceError


def _number(row: Score) -> Number:
    return Number(points=row.points, half_width=row.half_width, is_guess=row.is_guess, source=row.source)


def _found(finding: Finding) -> tuple[str, str]:
    text, source = clean(finding.text, limit=600), clean(finding.source, limit=300)
    if not text:
        raise NothingSaidError("text")
    if not source:
        raise NoSourceError
    return text, source
