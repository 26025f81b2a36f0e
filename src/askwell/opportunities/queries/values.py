"""What pages of opportunities are made of."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from askwell.lib.names import latin_name
from askwell.opportunities.choices import Kind, Stage
from askwell.opportunities.rules.stages import Due


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is, or was, at an organisation."""

    id: UUID
    given: str
    family: str
    native: str

    @property
    def latin(self) -> str:
        return latin_name(self.given, self.family, self.native)


@dataclass(frozen=True, slots=True)
class Card:
    """An opportunity on the board or in the list. `known`: how many the seeker knows there now, `people` the first
    two of them; `own` the name of the seeker's own stage it stands in; `begins` the day on which
    an event or a course does."""

    id: UUID
    title: str
    organisation: str
    kind: Kind
    location: str
    closes: date | None
    stage: Stage
    own: str
    since: date
    due: Due | None
    known: int
    people: tuple[Known, ...]
    source: str = ""
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A stage, or one of the seeker's own within it, with its first cards; `total` are all that stand there."""

    stage: Stage
    cards: tuple[Card, ...]
    total: int
    own_id: UUID | None = None
    name: str = ""

    @property
    def key(self) -> str:
        """What a card is moved to: the stage, or the id of the seeker's own."""
        return str(self.own_id or self.stage.value)

    @property
    def more(self) -> int:
        return self.total - len(self.cards)


@dataclass(frozen=True, slots=True)
class Board:
    """Every column by its key, in their order."""

    columns: Mapping[str, Column]

    def among(self, stages: Collection[Stage]) -> list[Column]:
        """The columns of these stages, the seeker's own among them."""
        return [column for column in self.columns.values() if column.stage in stages]

    @property
    def total(self) -> int:
        return sum(column.total for column in self.columns.values())


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of the list; `number` counts from 1."""

    cards: tuple[Card, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """An opening that an insider mentioned and that is no opportunity yet."""

    lead_id: UUID
    text: str
    noted_at: datetime
    person: Known


@dataclass(frozen=True, slots=True)
class Paper:
    """Something written for an opportunity in a higher app: its page's `address`, and when and where it went."""

    address: str
    name: str
    made_at: datetime
    sent_to: str
    sent_on: date | None
