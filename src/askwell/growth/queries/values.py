"""What the pages of plans read: small frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from askwell.growth.choices import ReferenceStage, StepKind, StepState
from askwell.growth.rules.duties import Duty
from askwell.growth.rules.facts import StepFacts
from askwell.growth.rules.paying import Payback
from askwell.interviews.queries.insights import ClaimRow
from askwell.occupations.queries.telling import Earned
from askwell.occupations.rules.matching import Held, Told
from askwell.outreach.queries.values import Who


@dataclass(frozen=True, slots=True)
class Listed:
    """A plan in the list."""

    id: UUID
    title: str
    gaps: int
    ahead: int
    under_way: int
    done: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """Something missing; `held` proves that it no longer is, with `proof`, the part of the story behind a skill of it,
    and so does `closed_by` where it `is_closed` by hand.
    `openings` ask for it, and so do `insiders`; `steps` of the plan close it."""

    id: UUID
    words: str
    is_own: bool
    held: Held | None
    openings: int
    insiders: int
    steps: int
    is_closed: bool = False
    closed_by: str = ""
    proof: Told | None = None

    @property
    def is_shown(self) -> bool:
        """The story says it; what only means nearly the same is for the seeker to tell."""
        return self.held is not None and self.held.by_words

    @property
    def is_open(self) -> bool:
        return not self.is_shown and not self.is_closed


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with what it pays back. `worths`: how many claims bear on it; `hours` were logged. `moves`: where it may
    go."""

    id: UUID
    kind: StepKind
    state: StepState
    facts: StepFacts
    gaps: tuple[str, ...]
    payback: Payback
    worths: int
    hours: float
    who: Who | None
    duty: Duty | None
    can_go_back: bool

    @property
    def is_open(self) -> bool:
        return self.state not in (StepState.DONE, StepState.DROPPED)


@dataclass(frozen=True, slots=True)
class Insider:
    """Somebody to ask; who only works, or worked, in it, or `spoke` of it."""

    who: Who
    spoke: bool


@dataclass(frozen=True, slots=True)
class Wages:
    """What is paid in one region, for what the seeker does now and for what they aim at."""

    region: str
    now_title: str
    now: Earned
    then: Earned


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A plan as a whole. `held` of `asked` skills of the occupation are said by the story (0: it asks for none);
    `left` of them are no gap of the plan and not shown; `has_story`: there is anything that could show one.
    `asked_already`: persons whom a step of it is to ask."""

    id: UUID
    title: str
    occupation_id: UUID | None
    held: int
    asked: int
    left: int
    has_story: bool
    gaps: tuple[GapRow, ...]
    steps: tuple[StepRow, ...]
    insiders: tuple[Insider, ...]
    asked_already: frozenset[UUID]
    wages: Wages | None

    @property
    def open_gaps(self) -> tuple[GapRow, ...]:
        return tuple(one for one in self.gaps if one.is_open)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A day in a role; `line_id` of what the story tells of it, in other words where `differs`."""

    id: UUID
    on: date
    hours: float
    did: str
    learned: str
    line_id: UUID | None
    differs: bool


@dataclass(frozen=True, slots=True)
class WorthRow:
    """What an insider said that bears on a step."""

    id: UUID
    claim: ClaimRow


@dataclass(frozen=True, slots=True)
class Asking:
    """The reference of a role. `is_time`: it should be asked for now; `may_ask`: they did not ask to be left alone."""

    stage: ReferenceStage
    asked_on: date | None
    answered_on: date | None
    given_on: date | None
    reference_id: UUID | None
    is_time: bool
    may_ask: bool


@dataclass(frozen=True, slots=True)
class StepPage:
    """A step as a whole; `log` holds the last days, `days` counts all. `skills`: those of its gaps that are skills of
    the target, not words of the seeker's own."""

    plan_id: UUID
    plan_title: str
    row: StepRow
    opportunity_id: UUID | None
    opportunity_title: str
    chapter_id: UUID | None
    worths: tuple[WorthRow, ...]
    log: tuple[HoursRow, ...]
    days: int
    asking: Asking
    talk: tuple[UUID, datetime | None] | None
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueStep:
    """What a step asks for today."""

    id: UUID
    kind: StepKind
    title: str
    provider: str
    hours: float
    who: Who | None
    duty: Duty
