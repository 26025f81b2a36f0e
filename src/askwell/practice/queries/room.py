"""The page on which one rehearses."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.coach.insider import Persona
from askwell.coach.questions import Code, Finding, Severity
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who
from askwell.practice.models import Rehearsal
from askwell.practice.queries.talks import lines_of, persona_of, questions_of, rehearsal_of, utterances_of
from askwell.practice.rules.clock import cue, elapsed
from askwell.practice.rules.record import Line, Record, flaws_at, record_of


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as the page shows it; `place` counts from 0."""

    place: int
    line: Line
    is_follow_up: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question of the brief."""

    id: UUID
    text: str
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Room:
    """`who` is whose brief it is; `record` judges the talk as far as it has come; seconds: `spent`, `cue`, `limit`."""

    rehearsal: Rehearsal
    persona: Persona
    who: Who | None
    said: tuple[Said, ...]
    record: Record
    prepared: tuple[Prepared, ...]
    spent: int
    cue: int
    limit: int

    @property
    def is_over(self) -> bool:
        return self.rehearsal.ended_at is not None

    @property
    def is_running(self) -> bool:
        return self.rehearsal.running_since is not None

    @property
    def has_begun(self) -> bool:
        return len(self.said) > 1

    @property
    def was_sent(self) -> bool:
        """Whether a language model was asked in it."""
        return any(said.line.spoken_by for said in self.said)

    @property
    def hook(self) -> str:
        """The words of the insider's last answer that are worth asking about."""
        return self.said[-1].line.hook if self.said else ""

    @property
    def asked_count(self) -> int:
        return sum(one.is_asked for one in self.prepared)


def room(workspace: Workspace, rehearsal_id: UUID, now: datetime) -> Room:
    """Three queries. Raises Rehearsal.DoesNotExist."""
    rehearsal = rehearsal_of(workspace, rehearsal_id)
    persona, lines = persona_of(rehearsal), lines_of(utterances_of(rehearsal))
    record = record_of(lines, persona)
    return Room(
        rehearsal=rehearsal,
        persona=persona,
        who=who_of(rehearsal),
        said=said_in(lines, record),
        record=record,
        prepared=tuple(
            Prepared(key, text, str(key) in rehearsal.asked) for key, text in questions_of(rehearsal).items()
        ),
        spent=elapsed(rehearsal.spent, rehearsal.running_since, now),
        cue=cue(rehearsal.minutes),
        limit=rehearsal.minutes * 60,
    )


def who_of(rehearsal: Rehearsal) -> Who | None:
    """Whose brief is rehearsed."""
    if rehearsal.interview is None:
        return None
    person = rehearsal.interview.person
    return rows.who(person.pk, (person.given_name, person.family_name, person.native_name), {})


def said_in(lines: tuple[Line, ...], record: Record) -> tuple[Said, ...]:
    """Every turn, with what the coach says of it."""
    return tuple(_said(lines, place, record) for place in range(len(lines)))


def _said(lines: tuple[Line, ...], place: int, record: Record) -> Said:
    line = lines[place]
    if not line.is_mine:
        return Said(place, line)
    job = (Finding(Code.ASKS_FOR_JOB, Severity.STOP),) if place in record.jobs else ()
    return Said(place, line, place in record.follow_ups, (*job, *flaws_at(lines, place)))
