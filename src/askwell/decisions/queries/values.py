"""What the pages of decisions read: small frozen values, no model instances."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from askwell.decisions.choices import DecisionState, OptionKind
from askwell.decisions.rules.cells import Cell
from askwell.decisions.rules.looking_back import Stood
from askwell.decisions.rules.tipping import Tip
from askwell.decisions.rules.unknown import Unknown
from askwell.decisions.rules.weighing import Shares, Standing, Table
from askwell.outreach.queries.values import Who

Field = tuple[UUID, UUID]
"""An option and a wish."""


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One way on; `organisation` is the name of the one that it stands for, `is_target`: it is one of the targets."""

    id: UUID
    title: str
    about: str
    kind: OptionKind
    reference: str
    organisation_id: UUID | None
    organisation: str
    is_target: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that the seeker wants; `insight_id` of the claim that it was made from."""

    id: UUID
    words: str
    weight: int
    is_must: bool
    ask: str
    insight_id: UUID | None


@dataclass(frozen=True, slots=True)
class Other:
    """Another insider on a claim, told as for or against the option."""

    who: Who
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of evidence: a claim with `who` made it, or (None) a finding with its `source`."""

    id: UUID
    text: str
    source: str
    speaks_for: bool
    strength: int
    said_at: datetime
    who: Who | None
    interview_id: UUID | None
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the table: the seeker's number (None: none yet), what was said, and what the rules make of it."""

    points: float | None
    own: float | None
    is_guess: bool
    source: str
    said: tuple[Said, ...]
    cell: Cell

    @property
    def employers(self) -> int:
        return self.cell.speak_for + self.cell.speak_against

    @property
    def speakers(self) -> set[UUID]:
        """Who spoke on it so far."""
        return {one.who.id for one in self.said if one.who} | {
            other.who.id for one in self.said for other in one.others
        }


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A decision in writing."""

    id: UUID
    option_id: UUID | None
    title: str
    text: str
    decided_on: date
    stood: Stood
    look_back_on: date | None
    came_of: str
    looked_back_on: date | None


@dataclass(frozen=True, slots=True)
class Board:
    """A decision as a whole; `fields` holds every option × wish."""

    id: UUID
    question: str
    state: DecisionState
    options: tuple[OptionRow, ...]
    wishes: tuple[Wish, ...]
    fields: dict[Field, FieldRow]
    choices: tuple[ChoiceRow, ...]
    table: Table
    shares: Shares
    standings: tuple[Standing, ...]
    tips: tuple[Tip | None, ...]
    unknowns: tuple[Unknown, ...]

    @property
    def insiders(self) -> int:
        """How many people have spoken on it."""
        return len(set().union(*(field.speakers for field in self.fields.values())))

    @property
    def first(self) -> tuple[Standing, ...]:
        """Who stands highest; several where they stand level."""
        return tuple(one for one in self.standings if one.place == 1)

    @property
    def leader(self) -> Standing | None:
        """Who stands highest alone, by numbers: where several stand level, or there is no number yet, nobody leads."""
        return self.first[0] if len(self.first) == 1 and self.is_told(self.first[0].option) else None

    @property
    def has_numbers(self) -> bool:
        """Whether the seeker gave any number yet."""
        return any(field.points is not None for field in self.fields.values())

    def is_told(self, option_id: object) -> bool:
        """Whether an option has a number yet; without one it stands in the middle, which says nothing."""
        return any(field.points is not None for (option, _wish), field in self.fields.items() if option == option_id)

    def option(self, option_id: object) -> OptionRow:
        return next(one for one in self.options if one.id == option_id)

    def wish(self, wish_id: object) -> Wish:
        return next(one for one in self.wishes if one.id == wish_id)
