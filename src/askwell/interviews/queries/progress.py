"""How far it is: the forecast, what opened doors, the funnel and the effort, for the page of pictures."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.models import Interview
from askwell.interviews.queries.counting import Attempt, attempts, case_for, what_opened
from askwell.interviews.rules.doors import WhatOpened
from askwell.interviews.rules.duties import HELD
from askwell.interviews.rules.forecast import Forecast, forecast
from askwell.outreach.choices import Channel, Direction, MessageState
from askwell.outreach.models import Message
from askwell.outreach.queries.fresh import kept, next_minute

WEEKS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Funnel:
    """What became of the first messages by one channel: each number is part of the one before."""

    channel: Channel
    asked: int
    answered: int
    agreed: int
    held: int
    opened: int

    @property
    def stages(self) -> tuple[int, ...]:
        return self.asked, self.answered, self.agreed, self.held, self.opened


@dataclass(frozen=True, slots=True)
class Week:
    """One week from its Monday: messages sent, interviews held."""

    monday: date
    sent: int
    held: int


@dataclass(frozen=True, slots=True)
class Progress:
    """`opened_on` are the days of the successful interviews, the first first."""

    today: date
    goal: int
    goal_on: date | None
    opened_on: tuple[date, ...]
    held: int
    forecast: Forecast
    opened: WhatOpened
    funnel: tuple[Funnel, ...]
    weeks: tuple[Week, ...]

    @property
    def done(self) -> int:
        return len(self.opened_on)


def progress(workspace: Workspace, now: datetime) -> Progress:
    """Everything on the page, in the current time zone; four queries, two while nothing changes within a minute."""
    key = ("progress", workspace.pk, timezone.get_current_timezone_name())
    return kept(key, now, lambda: (next_minute(now), _progress(workspace, now)))


def _progress(workspace: Workspace, now: datetime) -> Progress:
    profile, found = profile_of(workspace), attempts(workspace, now)
    held = _held(workspace)
    opened_on = tuple(day for day, successful in held if successful)
    case = case_for(found, done=len(opened_on), goal=profile.goal, goal_on=profile.goal_on, now=now)
    return Progress(
        today=case.today,
        goal=profile.goal,
        goal_on=profile.goal_on,
        opened_on=opened_on,
        held=len(held),
        forecast=forecast(case),
        opened=what_opened(found),
        funnel=tuple(_funnel(found)),
        weeks=_weeks(workspace, [day for day, _successful in held], case.today),
    )


def _held(workspace: Workspace) -> list[tuple[date, bool]]:
    """The day of each interview held, and whether it was successful, the first first."""
    rows = Interview.objects.of(workspace).filter(state__in=HELD, held_at__isnull=False)
    return [
        (timezone.localdate(held_at), successful)
        for held_at, successful in rows.order_by("held_at", "id").values_list("held_at", "is_successful")
        if held_at
    ]


def _funnel(found: Iterable[Attempt]) -> Iterable[Funnel]:
    by_channel: dict[Channel, list[Attempt]] = {}
    for one in found:
        if one.channel is None:
            continue
        by_channel.setdefault(one.channel, []).append(one)
    for channel, part in sorted(by_channel.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Funnel(
            channel=channel,
            asked=len(part),
            answered=sum(one.answered for one in part),
            agreed=sum(one.said_yes or one.is_held for one in part),
            held=sum(one.is_held for one in part),
            opened=sum(one.is_successful for one in part),
        )


def _weeks(workspace: Workspace, held: Sequence[date], today: date) -> tuple[Week, ...]:
    """The last weeks, this one included, the oldest first."""
    this = today - timedelta(days=today.weekday())
    mondays = [this - timedelta(weeks=ago) for ago in reversed(range(WEEKS_SHOWN))]
    # a day early: the week begins at midnight of the viewer's zone, wherever that is
    since = datetime.combine(
        mondays[0] - timedelta(days=1), datetime.min.time(), tzinfo=timezone.get_current_timezone()
    )
    sent = Message.objects.of(workspace).filter(
        direction=Direction.OUT, state=MessageState.SENT, happened_at__gte=since
    )
    messages = Counter(_monday(timezone.localdate(at)) for at in sent.values_list("happened_at", flat=True))
    talks = Counter(_monday(day) for day in held)
    return tuple(Week(monday, messages[monday], talks[monday]) for monday in mondays)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
