"""How insiders stand with their talks: places free now, rest, what was missed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.lib.times import zone
from askwell.programmes.choices import InsiderState, MatchState, Side
from askwell.programmes.models import Insider, Match
from askwell.programmes.rules.missing import Follow, follows
from askwell.programmes.rules.places import places, rests_until

TAKEN = (MatchState.WAITING, MatchState.ASKED, MatchState.AGREED, MatchState.HELD)
"""Talks that have a place: also one that is promised to a seeker who has not joined yet."""


@dataclass(slots=True)
class Talks:
    """The moments of an insider's talks: `taken` and `held` as in rules.places, `missed` of those that they missed or
    called off late."""

    taken: list[datetime] = field(default_factory=list)
    held: list[datetime] = field(default_factory=list)
    missed: list[datetime] = field(default_factory=list)


def talks_of(
    workspace: Workspace, insiders: Collection[UUID] | None, now: datetime, *, but: Q | None = None
) -> dict[UUID, Talks]:
    """Of these insiders, of all with None, `but` some talks; who had none is not in it. One query."""
    rows = Match.objects.of(workspace).exclude(insider=None).exclude(state=MatchState.PROPOSED)
    if but is not None:
        rows = rows.exclude(but)
    if insiders is not None:
        rows = rows.filter(insider__in=insiders)
    found: dict[UUID, Talks] = defaultdict(Talks)
    for key, state, starts_at, asked_at, ended_at, missed_by in rows.values_list(
        "insider", "state", "starts_at", "asked_at", "ended_at", "missed_by"
    ):
        talks = found[key]
        if state in TAKEN:
            talks.taken.append(starts_at or asked_at or now)
        if state == MatchState.HELD:
            talks.held.append(starts_at or ended_at or now)
        if missed_by == Side.INSIDER:
            talks.missed.append(ended_at or starts_at or now)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Standing:
    """`free` places now; `rests_until` where they rest after a talk; `follow` of what they missed."""

    free: int
    rests_until: datetime | None
    last_talk: datetime | None
    follow: Follow


def standing_of(insider: Insider, talks: Talks | None, *, rest_days: int, most_missed: int, now: datetime) -> Standing:
    """Asks nothing of the database."""
    talks, here = talks or Talks(), now.astimezone(zone(insider.zone))
    follow = follows(missed=talks.missed, most_missed=most_missed, talked_at=insider.talked_at, now=now)
    is_in = insider.state in (InsiderState.ACTIVE, InsiderState.PAUSED) and follow != Follow.PAUSE
    free = places(
        a_month=insider.a_month,
        rest_days=rest_days,
        taken=talks.taken,
        held=talks.held,
        paused_until=insider.paused_until,
        is_paused=insider.state == InsiderState.PAUSED,
        now=here,
    )
    return Standing(free if is_in else 0, rests_until(rest_days, talks.held, now), _last(talks.held), follow)


def _last(moments: Iterable[datetime]) -> datetime | None:
    return max(moments, default=None)
