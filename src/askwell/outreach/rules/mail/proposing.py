"""What a letter is taken to mean, as the next step on its conversation. Nothing is done here: one click does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from askwell.coach.replies import Intent
from askwell.coach.replies.when import UNKNOWN
from askwell.lib.times import at_local
from askwell.outreach.choices import Answer, LetterKind, MeetingBy, MessageKind, ThreadState
from askwell.outreach.rules.threads import Event, Standing, move, offers
from askwell.protocols.calendar import Answer as Partstat
from askwell.protocols.calendar import Method

MEANS: Mapping[Intent, Answer] = {
    Intent.ACCEPTS_WITH_TIMES: Answer.ACCEPTS,
    Intent.ACCEPTS: Answer.ACCEPTS,
    Intent.ASKS_QUESTION: Answer.ASKS,
    Intent.DEFERS: Answer.DEFERS,
    Intent.DECLINES: Answer.DECLINES,
    Intent.REFERS: Answer.REFERS,
    Intent.STOP: Answer.STOP,
    Intent.AUTO_REPLY: Answer.OUT_OF_OFFICE,
}
WAYS: Mapping[str, MeetingBy] = {
    "phone": MeetingBy.PHONE, "video": MeetingBy.VIDEO, "in_person": MeetingBy.IN_PERSON
}  # fmt: skip
DELAYED = "delayed"
"""Stands in a letter's reading, and with its entry, for a bounce's Kind where the server has not given up."""
WRITTEN = (MessageKind.FIRST, MessageKind.NUDGE, MessageKind.AGAIN, MessageKind.REPLY, MessageKind.THANKS)
"""What the seeker can have written, the likeliest of those that a conversation allows first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The person whom they name instead."""

    name: str
    email: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """What a time offered was said as: the `wall` clock (without a zone) and whose it is; `zone` is a name of the IANA
    database where they said one, empty where the writer's own is taken."""

    wall: datetime
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is proposed, of what is possible: an `answer` with its facts, or for the seeker's own mail its `kind`.

    `times` are moments offered that are still to come (UTC, the earliest first), `days` those without an hour. With
    neither answer nor kind the letter moves nothing. `clocks`: what each of the `times` was said as, None where a
    calendar said it; `unknown_clock`: an hour was said of a zone that is not known, only its day is among the `days`;
    `moves`: the agreed time, where they write that they cannot come to it.
    """

    answer: Answer | None = None
    kind: MessageKind | None = None
    until: date | None = None
    times: tuple[datetime, ...] = ()
    days: tuple[date, ...] = ()
    clocks: tuple[Clock | None, ...] = ()
    unknown_clock: bool = False
    moves: datetime | None = None
    by: MeetingBy | None = None
    person: Named | None = None
    words: tuple[str, ...] = ()


def proposed(kind: LetterKind, reading: Mapping[str, Any], *, zone: str, standing: Standing, now: datetime) -> Proposal:
    """The step for a letter of this kind. `zone` is the writer's, whose clock their times are on; `standing` its
    conversation's: what that does not allow is not proposed."""
    possible = offers(standing)
    if kind is LetterKind.OWN:
        return Proposal(kind=next((one for one in WRITTEN if one in possible), None))
    if kind is LetterKind.BOUNCE:
        return Proposal()
    answer = _calendar_answer(reading) if kind is LetterKind.CALENDAR else MEANS.get(_intent(reading))
    if answer is None or answer not in possible:
        return Proposal(words=tuple(reading.get("words", ())))
    agrees = answer is Answer.ACCEPTS and _can_agree(standing, now)
    moments = _moments(reading, zone, now) if agrees else {}
    return Proposal(
        answer=answer,
        until=_day(reading.get("until")),
        times=tuple(moments),
        days=_days(reading, now) if agrees else (),
        clocks=tuple(moments.values()),
        unknown_clock=UNKNOWN in reading.get("zones", ()),
        moves=_cannot_come(reading, standing, now),
        by=WAYS.get(reading.get("channel", "")),
        person=_named(reading) if answer is Answer.REFERS else None,
        words=tuple(reading.get("words", ())),
    )


def passed_on(kind: LetterKind, reading: Mapping[str, Any], *, is_sure: bool) -> str:
    """The address at which a mail did not arrive that the seeker never wrote to: whom they wrote to may have passed it
    on, or somebody made it up. Empty for every other letter."""
    return "" if kind is not LetterKind.BOUNCE or is_sure else str(reading.get("bounce", {}).get("address", ""))


def _can_agree(standing: Standing, now: datetime) -> bool:
    """Whether a time can be agreed on once they have said yes."""
    yes = Event(MessageKind.ANSWER, max(now, standing.wrote_at or now), Answer.ACCEPTS)
    return MessageKind.SCHEDULED in offers(move(standing, yes))


def _cannot_come(reading: Mapping[str, Any], standing: Standing, now: datetime) -> datetime | None:
    """The agreed time that is still to come, where they say that they cannot."""
    agreed = standing.meets_at if standing.state is ThreadState.SCHEDULED else None
    return agreed if agreed and agreed > now and reading.get("withdraws") else None


def _intent(reading: Mapping[str, Any]) -> Intent:
    try:
        return Intent(reading.get("intent", ""))
    except ValueError:
        return Intent.OTHER


def _calendar_answer(reading: Mapping[str, Any]) -> Answer | None:
    """They invite, agree, or propose another time: a yes. They refuse: that time is not theirs, no more is said."""
    asks = reading.get("method") in (Method.REQUEST, Method.COUNTER, Method.PUBLISH)
    return Answer.ACCEPTS if asks or reading.get("partstat") == Partstat.ACCEPTED else None


def _moments(reading: Mapping[str, Any], zone: str, now: datetime) -> dict[datetime, Clock | None]:
    """The moments offered that are still to come, the earliest first, each with what it was said as."""
    found: dict[datetime, Clock | None] = {datetime.fromisoformat(each): None for each in reading.get("moments", ())}
    for said, named in _said(reading):
        if "T" in said:
            wall = datetime.fromisoformat(said)
            found[at_local(wall.date(), wall.hour, wall.minute, named or zone)] = Clock(wall, named)
    return {moment: found[moment] for moment in sorted(found) if moment > now}


def _days(reading: Mapping[str, Any], now: datetime) -> tuple[date, ...]:
    days = (date.fromisoformat(said) for said, _ in _said(reading) if "T" not in said)
    return tuple(day for day in days if day >= now.date())


def _said(reading: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The times as they were said, each with the zone that was said of it."""
    return list(zip_longest(reading.get("times", ()), reading.get("zones", ()), fillvalue=""))


def _named(reading: Mapping[str, Any]) -> Named | None:
    person = reading.get("person") or {}
    name = person.get("name") or person.get("email") or ""
    return Named(name=name, email=person.get("email", ""), role=person.get("role", "")) if name else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
