"""The life of one meeting, from what was ever said of it (RFC 5546), in whatever order it came.

The state is a function of the set of messages: of everything that the organizer said of an occurrence the word
with the highest SEQUENCE counts, then the latest DTSTAMP; of an attendee the latest answer. So mail may come late,
twice or backwards.

1. REQUEST, ADD, PUBLISH and a file without a method tell how an occurrence stands, CANCEL that it is off. A CANCEL
   wins over a REQUEST with the same or a lower SEQUENCE however late that was sent; only a higher SEQUENCE sent
   later calls the meeting again.
2. What is said of the whole meeting takes back what was said earlier of its single times. A change of one time
   "and all later ones" counts for that time alone.
3. An answer (REPLY, COUNTER) is to a SEQUENCE. It holds when that is the present one or higher and a reply repeats
   no other time, or when the time has not changed since; otherwise the attendee has not answered. When it holds, it
   outweighs what the organizer's list says of that attendee. An answer to the whole meeting is one to each of its
   times that was not moved.
4. A counter-proposal is open until its attendee says something else, the organizer declines it, or the SEQUENCE
   goes up.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property

from askwell.protocols.calendar.model import Answer, Event, Method, Party, Reading
from askwell.protocols.calendar.occurring import takes_place
from askwell.protocols.calendar.recurring import Budget, TooLong, UnreadableRule

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
_ASKS = (Method.REQUEST, Method.ADD)
_STANDS = (*_ASKS, Method.PUBLISH, Method.NONE)
_ANSWERS = (Method.REPLY, Method.COUNTER)
_DAYS = 100_000  # to be looked at for times that were answered


@dataclass(frozen=True, slots=True)
class Proposal:
    """Another time that an attendee asks for; `comment` in their words."""

    email: str
    start: date | None
    end: date | None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """How a meeting, or one time of a recurring one, stands. `event` carries who answers what now."""

    event: Event
    cancelled: bool = False
    proposals: tuple[Proposal, ...] = ()

    def answer_of(self, email: str) -> Answer:
        """The answer of one attendee that holds; `NONE` also for one who was never asked."""
        invited = (one for one in self.event.attendees if one.invited and one.email == email)
        return next((one.answer for one in invited), Answer.NONE)


@dataclass(frozen=True, slots=True)
class Meeting:
    """`whole`: the meeting, or None where only single times of a recurring one are known. `exceptions`: those
    of its times that differ, in order; none when the whole is off. `asked`: somebody wants an answer; otherwise it
    was only made known."""

    uid: str
    whole: Occurrence | None
    exceptions: tuple[Occurrence, ...] = ()
    asked: bool = True


@dataclass(frozen=True)
class _Word:
    """What one message says of one occurrence, or one attendee of it. `rank`: SEQUENCE, DTSTAMP and when it was
    sent, of the whole meeting's if the message tells of that too; the event's own words break a tie."""

    method: Method
    event: Event
    rank: tuple[int, datetime, datetime]
    who: str = ""
    answer: Answer = Answer.NONE

    @cached_property
    def order(self) -> tuple[tuple[int, datetime, datetime], bool, str]:
        return self.rank, self.event.recurrence_id is not None, repr((self.method, self.event, self.answer))


def settle(
    uid: str, readings: Iterable[Reading], *, me: frozenset[str] = frozenset(), organizer: str = ""
) -> Meeting | None:
    """The meeting called `uid` as all `readings` together tell it; None when no organizer called one.

    `me`: the reader's own addresses, lower case: a CANCEL that names only others takes these out, and leaves the
    meeting. `organizer`: who called it, where that is known; whatever another says in that part is left out, as
    anybody can use a UID that they have seen. Whether a mail is from whom it says is for the caller to decide
    before (`Reading.own_word`).
    """
    words = [word for reading in readings for word in _words(reading, uid) if _may_say(word, reading, organizer)]
    told = _Told(words, me)
    whole = told.occurrence(None, None)
    keys = {word.event.recurrence_id for word in words} - {None}
    exceptions: list[Occurrence] = []
    if whole is None or not whole.cancelled:
        exceptions = [one for key in sorted(keys, key=_order) if (one := told.occurrence(key, whole))]
    asked = any(word.method in _ASKS for word in words)
    return Meeting(uid, whole, tuple(exceptions), asked) if whole or exceptions else None


def _may_say(word: _Word, reading: Reading, organizer: str) -> bool:
    if not organizer or word.method in _ANSWERS:
        return True
    named = word.event.organizer
    return (named.email if named else reading.sender) == organizer


def _order(key: date | None) -> str:
    return key.isoformat() if key else ""


def _words(reading: Reading, uid: str) -> Iterator[_Word]:
    events = [event for event in reading.events if uid and event.uid == uid]
    whole = max((_rank(event, reading) for event in events if event.recurrence_id is None), default=None)
    for event in events:
        rank = max(_rank(event, reading), whole) if whole else _rank(event, reading)
        if reading.method in _ANSWERS:
            own = next((one.answer for one in event.attendees if one.email == reading.attendee), reading.answer)
            yield _Word(reading.method, event, rank, reading.attendee, own or Answer.NONE)
        elif reading.method is Method.DECLINECOUNTER:
            for one in event.attendees:
                yield _Word(reading.method, event, rank, one.email)
        else:
            yield _Word(reading.method, event, rank)


def _rank(event: Event, reading: Reading) -> tuple[int, datetime, datetime]:
    sent = reading.sent or _EARLIEST
    return event.sequence, event.stamp or sent, sent


class _Told:
    """Everything that was said of one meeting."""

    def __init__(self, words: Iterable[_Word], me: frozenset[str]) -> None:
        self._by_key: dict[date | None, list[_Word]] = defaultdict(list)
        for word in sorted(words, key=lambda word: word.order):
            self._by_key[word.event.recurrence_id].append(word)
        self._me = me
        self._budget = Budget(_DAYS)

    def occurrence(self, key: date | None, whole: Occurrence | None) -> Occurrence | None:
        """The whole meeting (`key` None), or one time that differs from the `whole`."""
        stands, cancels = self._of(key, *_STANDS), self._of(key, Method.CANCEL)
        if key is not None:
            stands = [word for word in stands if not self._taken_back(word)]
        event = stands[-1].event if stands else self._time_of(key, whole) if key is not None else None
        if event is None:
            return None
        rank = stands[-1].rank if stands else self._of(None, *_STANDS)[-1].rank
        removing = [word for word in cancels if not _called_again(rank, word.rank)]
        off = [word for word in removing if not self._only_others(word)]
        if not (stands or off or self._of(key, *_ANSWERS)):
            return None
        event = replace(event, attendees=self._attendees(key, event, stands, removing))
        if off:
            last = max(word.event.sequence for word in off)
            return Occurrence(replace(event, status="CANCELLED", sequence=max(event.sequence, last)), True)
        return Occurrence(event, event.status == "CANCELLED", tuple(self._proposals(key, event)))

    def _of(self, key: date | None, *methods: Method) -> list[_Word]:
        return [word for word in self._by_key.get(key, ()) if word.method in methods]

    def _taken_back(self, word: _Word) -> bool:
        """Whether the whole meeting was told again since."""
        return any(later.rank > word.rank for later in self._of(None, *_STANDS))

    def _time_of(self, key: date, whole: Occurrence | None) -> Event | None:
        """The whole meeting at one of its times; None when it does not take place then."""
        if whole is None or whole.event.start is None:
            return None
        event = whole.event
        with suppress(UnreadableRule):
            try:
                if not takes_place(replace(event, exdates=()), key, self._budget):
                    return None
            except TooLong:
                return None
        end = key + (event.end - event.start) if event.end and event.start else None
        return replace(event, recurrence_id=key, start=key, end=end, rrule="", exdates=(), rdates=())

    def _only_others(self, cancel: _Word) -> bool:
        """Whether a CANCEL takes out attendees other than the reader (RFC 5546, 3.2.5: without STATUS)."""
        named = {one.email for one in cancel.event.attendees}
        return bool(self._me and named) and not cancel.event.status and not named & self._me

    def _attendees(
        self, key: date | None, event: Event, stands: list[_Word], removing: list[_Word]
    ) -> tuple[Party, ...]:
        gone = {one.email for word in removing if self._only_others(word) for one in word.event.attendees}
        listed = [one for one in event.attendees if one.email not in gone]
        latest = self._latest(key)
        parties = [
            replace(one, answer=word.answer, rsvp=False)
            if (word := latest.get(one.email)) and self._holds(word, event, stands)
            else one
            for one in listed
        ]
        known = {one.email for one in event.attendees}
        crashers = [
            replace(_own(word), answer=word.answer, invited=False)
            for email, word in sorted(latest.items())
            if email not in known and word.method is Method.REPLY and self._holds(word, event, stands)
        ]
        return (*parties, *crashers)

    def _latest(self, key: date | None) -> dict[str, _Word]:
        """The latest answer of each attendee, to this occurrence or to the whole meeting."""
        answers = self._of(key, *_ANSWERS)
        if key is not None:
            answers = sorted([*answers, *self._of(None, *_ANSWERS)], key=lambda word: word.order)
        return {word.who: word for word in answers if word.who}

    def _holds(self, word: _Word, event: Event, stands: list[_Word]) -> bool:
        if word.rank[0] >= event.sequence:
            own = word.event.recurrence_id == event.recurrence_id
            return not _to_another_time(word, event) if own else event.start == event.recurrence_id
        if not stands or word.event.recurrence_id != event.recurrence_id:
            stands = self._of(None, *_STANDS)
        since = [one for one in stands if one.event.sequence >= word.rank[0]]
        times = {_time(one.event) for one in since}
        return len(times) == 1 and any(one.event.sequence == word.rank[0] for one in since)

    def _proposals(self, key: date | None, event: Event) -> Iterator[Proposal]:
        declined = {word.who: word.rank for word in self._of(key, Method.DECLINECOUNTER)}
        for email, word in sorted(self._latest(key).items()):
            refused = email in declined and declined[email] >= word.rank
            own = word.method is Method.COUNTER and word.event.recurrence_id == key
            if own and word.rank[0] >= event.sequence and not refused:
                yield Proposal(email, word.event.start, word.event.end, word.event.comment)


def _called_again(stands: tuple[int, datetime, datetime], cancel: tuple[int, datetime, datetime]) -> bool:
    """Rule 1; where a stamp is missing, the sequence decides alone."""
    return stands[0] > cancel[0] and (stands[1] > cancel[1] or _EARLIEST in (stands[1], cancel[1]))


def _to_another_time(word: _Word, event: Event) -> bool:
    """Whether a reply repeats a time that is not the present one: some programs move a meeting without telling so
    by its SEQUENCE."""
    told = word.event
    whole = word.method is Method.REPLY and told.recurrence_id is None
    return whole and told.sure and told.start not in (None, event.start)


def _own(word: _Word) -> Party:
    return next((one for one in word.event.attendees if one.email == word.who), Party(word.who))


def _time(event: Event) -> tuple[object, ...]:
    return event.start, event.end, event.all_day, event.rrule
