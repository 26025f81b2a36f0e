"""Which situation to ask next, and how far the seeker is with them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from askwell.accounts.models import Workspace
from askwell.coach.etiquette import Situation, situations
from askwell.practice.models import SituationCard
from askwell.practice.rules.repeating import STICKS

NEW_A_DAY = 8
"""New situations a day: what is learned today comes back tomorrow, and has to fit in."""


@dataclass(frozen=True, slots=True)
class Asked:
    situation: str
    sticks: bool
    due_at: datetime
    answers: int
    first_at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """Of one category: how many stick, were asked, and there are."""

    category: str
    sticking: int
    asked: int
    total: int


@dataclass(frozen=True, slots=True)
class Deck:
    """`due`: to be repeated now, the longest waiting first; `fresh`: new ones that still fit into today; `seen`: how
    often each was answered; `next_due`: when the next one is repeated, None: nothing was asked yet."""

    due: Sequence[Situation]
    fresh: Sequence[Situation]
    seen: Mapping[str, int]
    sticking: int
    progress: Sequence[Progress]
    next_due: datetime | None

    @property
    def next(self) -> Situation | None:
        return next(iter([*self.due, *self.fresh]), None)


def deck(workspace: Workspace, *, level: int | None, now: datetime, today: datetime, more: bool = False) -> Deck:
    """The situations as they stand at `now`. `level`: the Canadian Language Benchmark read at ease, None: any;
    `today`: when the viewer's day began; `more`: new ones beyond the day's."""
    asked = _asked(workspace)
    here = {one.situation: one for one in asked}
    new_today = sum(one.first_at >= today for one in asked)
    fresh = [one for one in situations().values() if one.id not in here and (level is None or one.level <= level)]
    room = len(fresh) if more else max(0, NEW_A_DAY - new_today)
    return Deck(
        due=[situations()[one.situation] for one in asked if one.due_at <= now],
        fresh=_in_turns(fresh, here)[:room],
        seen={one.situation: one.answers for one in asked},
        sticking=sum(one.sticks for one in asked),
        progress=_progress(here),
        next_due=min((one.due_at for one in asked), default=None),
    )


def _asked(workspace: Workspace) -> list[Asked]:
    rows = (
        SituationCard.objects.of(workspace)
        .filter(situation__in=situations())
        .annotate(count=Count("answers"), first=Min("answers__answered_at"))
        .order_by("due_at", "id")
        .values_list("situation", "state", "due_at", "count", "first")
    )
    return [Asked(situation, state == STICKS, due, count, first) for situation, state, due, count, first in rows]


def _in_turns(fresh: Sequence[Situation], here: Mapping[str, Asked]) -> list[Situation]:
    """One of each category after the other, those with the fewest asked first, the easiest of each first."""
    asked = Counter(situations()[one].category for one in here)
    place: Counter[str] = Counter()
    turns = []
    for one in fresh:
        turns.append((asked[one.category] + place[one.category], one.level, one.id, one))
        place[one.category] += 1
    return [one for *_key, one in sorted(turns, key=lambda turn: turn[:3])]


def _progress(here: Mapping[str, Asked]) -> list[Progress]:
    total = Counter(one.category for one in situations().values())
    asked = Counter(situations()[one].category for one in here)
    sticking = Counter(situations()[name].category for name, one in here.items() if one.sticks)
    return [Progress(category, sticking[category], asked[category], total[category]) for category in sorted(total)]
