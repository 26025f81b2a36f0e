"""What interviews know of one person, for the page that gathers every app."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Insight, Interview, Referral
from askwell.interviews.rules.duties import HELD
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who

INTERVIEW = ("id", "thread_id", "state", "starts_at", "minutes", "by", "is_successful", "said", "began_at", "ended_at")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody they named: the words, and who it is where that is known."""

    text: str
    who: Who | None


@dataclass(frozen=True, slots=True)
class Talk:
    """One interview with the person; `minutes` as it took where the clock ran, else as asked for."""

    id: UUID
    thread_id: UUID
    state: InterviewState
    starts_at: datetime | None
    minutes: int
    by: str
    is_successful: bool
    said: str
    claims: tuple[str, ...]
    named: tuple[Named, ...]

    @property
    def is_held(self) -> bool:
        return self.state in HELD


def talks_with(workspace: Workspace, person_id: UUID) -> tuple[Talk, ...]:
    """Their interviews, the newest first; three queries, one where there are none."""
    interviews = Interview.objects.of(workspace).filter(person=person_id)
    found = list(interviews.order_by("-starts_at", "-id").values_list(*INTERVIEW))
    if not found:
        return ()
    claims, named = _claims(workspace, person_id), _named(workspace, person_id)
    return tuple(_talk(row, claims, named) for row in found)


def _talk(row: tuple[Any, ...], claims: dict[UUID, list[str]], named: dict[UUID, list[Named]]) -> Talk:
    key, thread_id, state, starts_at, minutes, by, is_successful, said, began_at, ended_at = row
    took = round((ended_at - began_at).total_seconds() / 60) if began_at and ended_at else 0
    return Talk(
        id=key,
        thread_id=thread_id,
        state=InterviewState(state),
        starts_at=starts_at,
        minutes=took or minutes,
        by=by,
        is_successful=is_successful,
        said=said,
        claims=tuple(claims.get(key, ())),
        named=tuple(named.get(key, ())),
    )


def _claims(workspace: Workspace, person_id: UUID) -> dict[UUID, list[str]]:
    kept = Insight.objects.of(workspace).filter(interview__person=person_id, set_aside_at=None)
    found: dict[UUID, list[str]] = defaultdict(list)
    for interview_id, text in kept.order_by("id").values_list("interview_id", "text"):
        found[interview_id].append(text)
    return found


def _named(workspace: Workspace, person_id: UUID) -> dict[UUID, list[Named]]:
    referrals = Referral.objects.of(workspace).filter(interview__person=person_id).order_by("id")
    found: dict[UUID, list[Named]] = defaultdict(list)
    for interview_id, text, named_id, *names in referrals.values_list(
        "interview_id", "text", "person_id", *rows.PERSON
    ):
        found[interview_id].append(Named(text, rows.who(named_id, names, {}) if named_id else None))
    return found
