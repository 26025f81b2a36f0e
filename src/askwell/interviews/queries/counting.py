"""First messages and what became of them: what the forecast and the pictures are made from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries.prepared import prepared
from askwell.interviews.rules.doors import UNASKED, Way, WhatOpened, what_opened_doors
from askwell.interviews.rules.duties import HELD
from askwell.interviews.rules.forecast import Case, Counts, Forecast, TieGroup, forecast, tie_group
from askwell.interviews.rules.forecast.values import YES_WITHOUT_A_DAY
from askwell.outreach.choices import Channel, ThreadState
from askwell.outreach.models import Thread

STILL_OPEN = timedelta(days=14)
"""So long after a talk its success may still come: thanks, the closing card. Our choice (grade C)."""
WEEKS = 8


@dataclass(frozen=True, slots=True)
class Attempt:
    """One first message, or a talk that none asked for (`channel` None).

    `asked_on` is its day in the current time zone, `held_at` and `starts_at` are the interview's, `is_open` says
    whether more may come of it.
    """

    channel: Channel | None
    tie_kind: str
    asked_at: datetime
    asked_on: date
    answered: bool
    said_yes: bool
    is_open: bool
    is_successful: bool
    held_at: datetime | None
    starts_at: datetime | None

    @property
    def is_held(self) -> bool:
        return self.held_at is not None


def attempts(workspace: Workspace, now: datetime) -> list[Attempt]:
    """Every thread on which somebody was asked, or met all the same, with its interview; one query."""
    here = timezone.get_current_timezone()
    return [_attempt(*row, now=now, here=here) for row in _attempts(workspace)]


@prepared
def _attempts(workspace: Workspace) -> "QuerySet[Thread, Any]":
    columns = (
        "channel", "tie_kind", "asked_at", "answer", "said_yes", "state",
        "interviews__state", "interviews__is_successful", "interviews__held_at", "interviews__starts_at",
    )  # fmt: skip
    asked = Q(asked_at__isnull=False) & ~Q(channel="")
    return Thread.objects.of(workspace).filter(asked | Q(interviews__held_at__isnull=False)).values_list(*columns)


def _attempt(
    channel: str,
    tie_kind: str,
    asked_at: datetime | None,
    answer: str,
    said_yes: bool,
    thread_state: str,
    state: str | None,
    is_successful: bool | None,
    held_at: datetime | None,
    starts_at: datetime | None,
    *,
    now: datetime,
    here: tzinfo,
) -> Attempt:
    if state in HELD and held_at is not None:
        is_open = not is_successful and now - held_at < STILL_OPEN
    else:
        is_open = thread_state != ThreadState.CLOSED
    asked = bool(asked_at and channel)
    asked_at = (asked_at if asked else held_at) or now
    return Attempt(
        channel=Channel(channel) if asked else None,
        tie_kind=tie_kind,
        asked_at=asked_at,
        asked_on=asked_at.astimezone(here).date(),
        answered=bool(answer) or said_yes or held_at is not None,
        said_yes=said_yes,
        is_open=is_open,
        is_successful=bool(is_successful),
        held_at=held_at,
        starts_at=starts_at,
    )


def case_for(found: Iterable[Attempt], *, done: int, goal: int, goal_on: date | None, now: datetime) -> Case:
    """What the forecast is told; days in the current time zone."""
    found, today = [one for one in found if one.channel], timezone.localdate(now)
    groups: dict[tuple[Channel, TieGroup], list[Attempt]] = {}
    for one in found:
        if one.channel:
            groups.setdefault((one.channel, tie_group(one.tie_kind)), []).append(one)
    return Case(
        today=today,
        goal=goal,
        done=done,
        counts=tuple(_counts(channel, tie, part, today) for (channel, tie), part in groups.items()),
        weeks=_weeks([one.asked_on for one in found], today),
        delays=tuple(max((one.held_at - one.asked_at).days, 0) for one in found if one.held_at),
        goal_date=goal_on,
    )


def _counts(channel: Channel, tie: TieGroup, part: Iterable[Attempt], today: date) -> Counts:
    part = list(part)
    settled = [one for one in part if not one.is_open]
    agreed = [one for one in part if one.is_open and (one.said_yes or one.is_held)]
    waiting = [one for one in part if one.is_open and not (one.said_yes or one.is_held)]
    return Counts(
        channel=channel,
        tie=tie,
        settled=len(settled),
        successful=sum(one.is_successful for one in settled),
        open_ages=tuple(max((today - one.asked_on).days, 0) for one in waiting),
        agreed=tuple(_day(one, today) for one in agreed),
    )


def _day(one: Attempt, today: date) -> date:
    at = one.held_at or one.starts_at
    return timezone.localdate(at) if at else today + timedelta(days=YES_WITHOUT_A_DAY)


def _weeks(days: Iterable[date], today: date) -> tuple[int, ...]:
    """New contacts in each of the last full weeks (from Monday) since the first of them."""
    monday = today - timedelta(days=today.weekday())
    ago = Counter((monday - day).days // 7 + ((monday - day).days % 7 > 0) for day in days if day < monday)
    return tuple(ago[number] for number in range(1, min(max(ago, default=0), WEEKS) + 1))


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the search is going. `tried` counts first messages that are decided or brought a yes, `yes` the latter."""

    forecast: Forecast
    opened: WhatOpened
    tried: int
    yes: int


def outlook(workspace: Workspace, profile: Profile, done: int, now: datetime) -> Outlook:
    """The forecast and what opened doors, for a seeker with so many doors open; one query."""
    found = attempts(workspace, now)
    case = case_for(found, done=done, goal=profile.goal, goal_on=profile.goal_on, now=now)
    return Outlook(
        forecast=forecast(case),
        opened=what_opened(found),
        tried=sum(not one.is_open or one.said_yes for one in found if one.channel),
        yes=sum(one.said_yes for one in found if one.channel),
    )


def what_opened(found: Iterable[Attempt]) -> WhatOpened:
    """By tie and channel, of the first messages that are decided, how many became a successful interview."""
    tried = Counter(_way(one) for one in found if not one.is_open)
    opened = Counter(_way(one) for one in found if one.is_successful)
    return what_opened_doors(
        Way(source, channel, opened[source, channel], count) for (source, channel), count in tried.items()
    )


def _way(one: Attempt) -> tuple[str, Channel | None]:
    return (one.tie_kind if one.channel else UNASKED), one.channel
