"""What the forecast is told and what it answers."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from askwell.outreach.choices import Channel
from askwell.people.choices import TieKind

YES_WITHOUT_A_DAY = 14  # days until an interview to which they said yes without naming one: our choice, C


class TieGroup(StrEnum):
    """Ties of about the same promise, so that small counts stay together."""

    COLD = "cold"
    LOOSE = "loose"
    CLOSE = "close"
    INTRODUCED = "introduced"


_GROUPS = {
    TieKind.FAMILY: TieGroup.CLOSE,
    TieKind.FRIEND: TieGroup.CLOSE,
    TieKind.COLLEAGUE: TieGroup.CLOSE,
    TieKind.FORMER_COLLEAGUE: TieGroup.CLOSE,
    TieKind.NEIGHBOUR: TieGroup.LOOSE,
    TieKind.CLASSMATE: TieGroup.LOOSE,
    TieKind.PROFESSOR: TieGroup.LOOSE,
    TieKind.MET_AT_EVENT: TieGroup.LOOSE,
    TieKind.ALUMNI: TieGroup.LOOSE,
    TieKind.INTRODUCED: TieGroup.INTRODUCED,
    TieKind.PROGRAMME: TieGroup.INTRODUCED,  # they signed up to be asked
}


def tie_group(kind: str) -> TieGroup:
    """The group of a tie kind (`people.choices.TieKind`); unknown kinds are cold."""
    return _GROUPS.get(TieKind(kind), TieGroup.COLD) if kind in set(TieKind) else TieGroup.COLD


@dataclass(frozen=True, slots=True)
class Counts:
    """First messages of one channel and tie group; every thread is in exactly one of the three.

    `settled` threads will bring no more: `successful` of them became a successful interview, the others were
    declined, fell silent for good, or were held without success. `open_ages` are the days since the first
    message of threads that wait, were nudged, or were answered without a yes. `agreed` are the days of interviews
    agreed or held whose success is still open (past days are fine); who said yes without a day counts with
    today plus YES_WITHOUT_A_DAY. Raises ValueError for counts that cannot be.
    """

    channel: Channel
    tie: TieGroup
    settled: int = 0
    successful: int = 0
    open_ages: tuple[int, ...] = ()
    agreed: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.successful <= self.settled or min(self.open_ages, default=0) < 0:
            raise ValueError(f"{self.successful} of {self.settled}, open for {self.open_ages}")

    @property
    def all(self) -> int:
        return self.settled + len(self.open_ages) + len(self.agreed)


@dataclass(frozen=True, slots=True)
class Case:
    """All that a forecast knows of one seeker; days in the seeker's zone.

    `done` counts successful interviews, also those that no thread led to. `weeks` are the new contacts (first
    messages) of each of the last full weeks since the first of them, zeros included, about the last eight,
    in any order. `delays` are days from first message to interview, of interviews held. Each pair of channel
    and tie group comes once. Raises ValueError for numbers that cannot be.
    """

    today: date
    goal: int
    done: int = 0
    counts: tuple[Counts, ...] = ()
    weeks: tuple[int, ...] = ()
    delays: tuple[int, ...] = ()
    goal_date: date | None = None

    def __post_init__(self) -> None:
        if min(self.goal - 1, self.done, *self.weeks, *self.delays) < 0:
            raise ValueError(f"goal {self.goal}, done {self.done}, weeks {self.weeks}, delays {self.delays}")
        twice = [pair for pair, times in Counter((one.channel, one.tie) for one in self.counts).items() if times > 1]
        if twice:
            raise ValueError(f"counted twice: {twice}")

    @property
    def still(self) -> int:
        """Successful interviews still missing."""
        return max(0, self.goal - self.done)


@dataclass(frozen=True, slots=True)
class GroupRate:
    """The chance that a first message becomes a successful interview, with its 80 % interval.

    `channel` and `tie` are None for what the seeker's next contacts would bring together. While `from_prior`,
    fewer than 10 of one's own are settled or overdue: show it as a starting rate of grade C.
    """

    channel: Channel | None
    tie: TieGroup | None
    rate: float
    low: float
    high: float
    successful: int
    settled: int
    from_prior: bool


@dataclass(frozen=True, slots=True)
class Faster:
    """What `more` contacts a week would change. `expected` None: still beyond two years.

    `days_gained` is None when one of the two dates is beyond two years.
    """

    more: int
    expected: date | None
    days_gained: int | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """When the goal is reached. A date that is None lies beyond two years.

    `low` to `high` holds the day with a chance of 80 %, `expected` is the median; all three are today when the
    goal is `reached`. `contacts` is how many more first messages bring the goal with a chance of 90 %, besides
    what is open and agreed (None: more than 5,000). `pace` is new contacts a week, taken from the prior
    while fewer than 4 weeks are known. `chance_by_goal_date` is None without a goal date, or when it is past.
    `groups` are those of the case, most contacts first.
    """

    reached: bool
    still: int
    expected: date | None
    low: date | None
    high: date | None
    contacts: int | None
    faster: Faster
    chance_by_goal_date: float | None
    rate: GroupRate
    groups: tuple[GroupRate, ...]
    pace: float
    pace_from_prior: bool
