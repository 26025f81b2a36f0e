"""The report on a rehearsal that has ended."""

from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.coach.insider import Persona
from askwell.outreach.queries.values import Who
from askwell.practice.models import Rehearsal
from askwell.practice.queries.home import Past, trend
from askwell.practice.queries.room import Said, said_in, who_of
from askwell.practice.queries.talks import lines_of, persona_of, rehearsal_of, utterances_of
from askwell.practice.rules.record import Line, Record, restored
from askwell.practice.rules.report import Report, report_of


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`before` is the record of the rehearsal before this one; `trend` ends with this one, number `number`."""

    rehearsal: Rehearsal
    persona: Persona
    who: Who | None
    lines: tuple[Line, ...]
    said: tuple[Said, ...]
    record: Record
    report: Report
    before: Record | None
    trend: tuple[Past, ...]
    number: int


def report_page(workspace: Workspace, rehearsal_id: UUID) -> ReportPage:
    """Four queries. Raises Rehearsal.DoesNotExist, also for one that goes on still."""
    rehearsal = rehearsal_of(workspace, rehearsal_id)
    record = restored(rehearsal.judgement) if rehearsal.ended_at else None
    if record is None:
        raise Rehearsal.DoesNotExist
    lines, past = lines_of(utterances_of(rehearsal)), trend(workspace, rehearsal.began_at)
    before = past[-2].record if len(past) > 1 else None
    earlier = Rehearsal.kept(workspace).exclude(ended_at=None).filter(began_at__lte=rehearsal.began_at)
    return ReportPage(
        rehearsal=rehearsal,
        persona=persona_of(rehearsal),
        who=who_of(rehearsal),
        lines=lines,
        said=said_in(lines, record),
        record=record,
        report=report_of(lines, record, minutes=rehearsal.minutes, aim=rehearsal.aim, before=before),
        before=before,
        trend=past,
        number=earlier.count(),
    )
