"""Who has to be told what when a meeting changes in one's calendar (RFC 5546; RFC 6638, 3.2)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from askwell.protocols.calendar.model import Answer, Event, Method, Party

_THEIR_OWN = ("CLIENT", "NONE")  # SCHEDULE-AGENT: somebody else tells them


class ManyMeetings(ValueError):
    """The events have not all the same UID: they are no one meeting."""


class ManyOrganizers(ValueError):
    """One meeting, but not one who calls it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A calendar to send to one person: `write_invitation(*letter.events, method=letter.method, …)`.
    `significant`: whether it changes when they meet, or whether they do."""

    method: Method
    to: Party
    events: tuple[Event, ...]
    significant: bool = True


def letters(before: Sequence[Event], after: Sequence[Event], *, me: str) -> tuple[Letter, ...]:
    """What `me` (an address, lower case) has to send when the events of one meeting change from `before` to
    `after`; no events for a meeting that was not there, or is there no more.

    An organizer asks everyone who takes part, and cancels for who no longer does, or for all. An attendee tells the
    organizer an answer that changed, and declines times taken out. Raises `ManyMeetings`, `ManyOrganizers`.
    """
    if len({event.uid for event in (*before, *after)}) > 1:
        raise ManyMeetings
    organizer, events = _organizer(after) or _organizer(before), after or before
    if organizer is None:
        return ()
    if organizer.email == me:
        return tuple(_of_organizer(before, after, organizer))
    if organizer.agent in _THEIR_OWN or any(event.status == "CANCELLED" for event in events):
        return ()
    replies = tuple(_replies(before, after, organizer, me))
    return (Letter(Method.REPLY, organizer, replies),) if replies else ()


def _organizer(events: Iterable[Event]) -> Party | None:
    found = [event.organizer for event in events if event.organizer]
    if len({one.email for one in found}) > 1:
        raise ManyOrganizers
    return found[0] if found else None


def _of_organizer(before: Sequence[Event], after: Sequence[Event], organizer: Party) -> Iterator[Letter]:
    everyone = _parties(before) | _parties(after)
    off = any(event.status == "CANCELLED" for event in after)
    changed = _times(before) != _times(after)
    for email, party in everyone.items():
        if email == organizer.email or party.agent in _THEIR_OWN:
            continue
        theirs = _where(after, email)
        if not theirs or off:
            yield Letter(Method.CANCEL, party, (_cancellation(before, after, organizer, party),))
        else:
            moved = changed or {one.recurrence_id for one in theirs} != {
                one.recurrence_id for one in _where(before, email)
            }
            events = tuple(_without_others(event, after, email) for event in theirs)
            yield Letter(Method.REQUEST, party, events, moved or party.force == "REQUEST")


def _parties(events: Iterable[Event]) -> dict[str, Party]:
    return {one.email: one for event in events for one in event.attendees}


def _where(events: Iterable[Event], email: str) -> list[Event]:
    return [event for event in events if any(one.email == email for one in event.attendees)]


def _without_others(event: Event, after: Sequence[Event], email: str) -> Event:
    """The whole meeting without the times at which this attendee does not take part."""
    if event.recurrence_id is not None:
        return event
    elsewhere = {one.recurrence_id for one in after if one.recurrence_id} - {
        one.recurrence_id for one in _where(after, email)
    }
    gone = {*event.exdates, *(when for when in elsewhere if when)}
    return replace(event, exdates=tuple(sorted(gone, key=_order)))


def _order(when: date) -> tuple[bool, str]:
    return isinstance(when, datetime), when.isoformat()


def _cancellation(before: Sequence[Event], after: Sequence[Event], organizer: Party, party: Party) -> Event:
    """The event as it is, for one person; when nothing of it is left, with the next SEQUENCE."""
    event = (after or before)[0]
    sequence = event.sequence if after else event.sequence + 1
    return replace(
        event,
        sequence=sequence,
        status="CANCELLED",
        organizer=organizer,
        attendees=(replace(party, answer=Answer.NONE, rsvp=False),),
        rrule="",
        exdates=(),
        rdates=(),
    )


def _replies(before: Sequence[Event], after: Sequence[Event], organizer: Party, me: str) -> Iterator[Event]:
    """An event for every time to which the answer changed, with it."""
    old = _answers(before, me)
    new = _answers(after, me) if after else {None: Answer.DECLINED} if old else {}
    if not old and not any(answer is not Answer.NONE for answer in new.values()):
        return
    if after and new.get(None, Answer.DECLINED) is not Answer.DECLINED:
        new |= dict.fromkeys(_taken_out(before, after), Answer.DECLINED)
    own = _parties(after or before)[me]
    for key, answer in new.items():
        if old.get(key) is not answer or organizer.force == "REPLY":
            event = _at(after or before, key)
            party = replace(own, answer=answer, rsvp=False)
            yield replace(event, organizer=organizer, attendees=(party,), rrule="", exdates=(), rdates=(), status="")


def _answers(events: Iterable[Event], me: str) -> dict[date | None, Answer]:
    return {event.recurrence_id: one.answer for event in events for one in event.attendees if one.email == me}


def _taken_out(before: Sequence[Event], after: Sequence[Event]) -> list[date]:
    known = {when for event in before for when in event.exdates}
    return [when for event in after for when in event.exdates if when not in known]


def _at(events: Sequence[Event], key: date | None) -> Event:
    """The event of one time, or the whole meeting put there."""
    found = next((event for event in events if event.recurrence_id == key), None)
    whole = next((event for event in events if event.recurrence_id is None), events[0])
    if found is not None:
        return replace(found, summary=found.summary or whole.summary)
    length = whole.end - whole.start if whole.start and whole.end else None
    return replace(whole, recurrence_id=key, start=key, end=key + length if key and length else None)


def _times(events: Iterable[Event]) -> set[tuple[object, ...]]:
    """What makes a change significant (RFC 5546, 2.1.4)."""
    return {
        (one.recurrence_id, one.start, one.end, _rule(one.rrule), one.exdates, one.rdates, one.status) for one in events
    }


def _rule(rrule: str) -> frozenset[str]:
    return frozenset(part for part in rrule.upper().split(";") if part and part != "INTERVAL=1")
