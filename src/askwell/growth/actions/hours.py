"""Hours in a volunteer role, and what was learned in them."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.growth.actions.errors import HoursError, NothingSaidError, NotYetError, TooEarlyError, WrongKindError
from askwell.growth.actions.filing import begin_chapter, unfile
from askwell.growth.actions.steps import step_row
from askwell.growth.choices import StepKind, StepState
from askwell.growth.models import Hours, PlanStep
from askwell.growth.rules.states import NothingToTakeBackError
from askwell.lib.text import clean_block
from askwell.portfolio.actions.accomplishments import add_line
from askwell.portfolio.models import Accomplishment

DAY = 24.0
LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """A day in a role."""

    on: date
    hours: float
    did: str = ""
    learned: str = ""


@transaction.atomic
def log_hours(*, workspace: Workspace, step_id: UUID, facts: DayFacts, now: datetime) -> Hours:
    """Raises HoursError, NotYetError, TooEarlyError, WrongKindError, PlanStep.DoesNotExist."""
    row = volunteer_row(workspace, step_id, now)
    return _put(Hours(workspace=workspace, step=row), facts, now)


@transaction.atomic
def change_hours(*, workspace: Workspace, hours_id: UUID, facts: DayFacts, now: datetime) -> Hours:
    """Raises HoursError, NotYetError, TooEarlyError, Hours.DoesNotExist."""
    row = Hours.kept(workspace).select_for_update(of=("self",)).get(pk=hours_id, step__removed_at=None)
    row.said_before = {"on": row.on.isoformat(), "hours": row.hours, "did": row.did, "learned": row.learned}
    return _put(row, facts, now)


@transaction.atomic
def take_day_back(*, workspace: Workspace, hours_id: UUID, now: datetime) -> Hours:
    """It says again what it said before the last change; done twice it says the later again. Raises
    NothingToTakeBackError, Hours.DoesNotExist, and what `change_hours` does."""
    before = _before(Hours.kept(workspace).get(pk=hours_id).said_before)
    if before is None:
        raise NothingToTakeBackError
    return change_hours(workspace=workspace, hours_id=hours_id, facts=before, now=now)


def told_line(row: Hours) -> Accomplishment | None:
    """The line with which the story tells what was learned that day."""
    return row.line if row.line and not row.line.removed_at else None


@transaction.atomic
def tell_learned(*, workspace: Workspace, hours_id: UUID, language: str, now: datetime) -> Accomplishment:
    """What was learned that day becomes a line of the story, in the role's chapter, which begins with it where there is
    none. Raises NothingSaidError where nothing was learned, or the story tells it already, Hours.DoesNotExist,
    PortfolioError."""
    day = Hours.kept(workspace).select_related("line").get(pk=hours_id)
    if not day.learned or told_line(day):
        raise NothingSaidError("learned")
    chapter = begin_chapter(volunteer_row(workspace, day.step_id, now), language)
    day.line = add_line(workspace=workspace, chapter_id=chapter.pk, text=day.learned, language=language)
    day.save(update_fields=["line"])
    return day.line


@transaction.atomic
def take_line_back(*, workspace: Workspace, hours_id: UUID, now: datetime) -> None:
    """Undo of `tell_learned`: the line goes, and the chapter with it where that tells nothing else and the role is not
    done. Raises NothingSaidError where there is no line, Hours.DoesNotExist."""
    day = Hours.kept(workspace).select_related("line").get(pk=hours_id)
    if day.line is None:
        raise NothingSaidError("line")
    day.line.delete()
    row = volunteer_row(workspace, day.step_id, now)
    if row.state != StepState.DONE and row.chapter and not _is_told(row):
        unfile(row)


def volunteer_row(workspace: Workspace, step_id: UUID, now: datetime) -> PlanStep:
    """A step that is a volunteer role, locked. Raises WrongKindError, PlanStep.DoesNotExist."""
    row = step_row(workspace, step_id, now)
    if row.kind != StepKind.VOLUNTEER:
        raise WrongKindError
    return row


def _put(row: Hours, facts: DayFacts, now: datetime) -> Hours:
    if facts.on > day_in(row.workspace, now):
        raise NotYetError
    if row.step.starts and facts.on < row.step.starts:
        raise TooEarlyError(row.step.starts)
    others = Hours.kept(row.workspace).filter(on=facts.on).exclude(pk=row.pk).aggregate(all=Sum("hours"))["all"] or 0
    if not math.isfinite(facts.hours) or facts.hours <= 0 or facts.hours + others > DAY:
        raise HoursError
    row.on, row.hours = facts.on, round(facts.hours, 2)
    row.did, row.learned = clean_block(facts.did, limit=LONGEST), clean_block(facts.learned, limit=LONGEST)
    row.save()
    return row


def _before(told: Any) -> DayFacts | None:
    """None where it is nothing that `change_hours` wrote."""
    try:
        return DayFacts(
            on=date.fromisoformat(told["on"]), hours=float(told["hours"]), did=str(told["did"]),
            learned=str(told["learned"]),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError):
        return None


def _is_told(row: PlanStep) -> bool:
    return Accomplishment.kept(row.workspace).filter(chapter=row.chapter).exists()
