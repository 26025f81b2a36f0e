"""The way of one mail out: what may follow what, so that it is never sent twice and never lost.

    waiting ──claim──▶ sending ──hand──▶ sending, handed ──take──▶ sent
       ▲  │               │                   │
       │  └─cancel─┐      ├─cancel            ├─ refused ──▶ failed, or waiting again
       │           ▼      ▼                   └─ no answer ─ look in Sent ──▶ sent, waiting again, or unsure
       └──── 4xx, lost ───┘                                                     └─ the seeker decides

1. The mail is written whole and stored before anybody tries to send it.
2. A worker *claims* it; the moment (`began_at`) is the claim's name: whatever a worker stores afterwards counts only
   while that claim stands. A claim older than `LEASE` is a dead worker's.
3. Just before the last byte that makes the server responsible, the worker stores `handed_at`, on the disk, so that
   no power cut takes it back. A claim that died before
   is surely not sent, and waits again. One that died after may have been sent.
4. Then the Sent folder is looked at, and if it is not there, once more a while later. Where the mailbox keeps there
   what it sent, that decides; elsewhere only a find does, and the seeker decides the rest.
5. It can be called back until it is handed over, by the same rule that fences off dead workers.

Each step takes the way as it stands and gives the way that follows, or raises NotNowError. Whoever stores it compares
with what stood there, so of two who step at once one gets nothing. Times are aware.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from askwell.outreach.choices import DispatchState
from askwell.protocols.mail.servers import Trouble

UNDO = timedelta(seconds=10)
LEASE = timedelta(minutes=10)  # far above what sending takes within the time-outs of its connection
LOOK_FOR = timedelta(hours=1)  # a Sent folder that cannot be opened so long leaves it to the seeker
AGAIN_AFTER = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2), timedelta(hours=4))
THEN_EVERY = timedelta(hours=8)
MOST_TRIES = 16  # the last one 95.5 hours after the first
STALE = timedelta(days=4)  # what nobody tried for so long is not sent unasked

OF_THE_MAIL = frozenset({Trouble.REFUSED, Trouble.REFUSED_NOW, Trouble.TOO_BIG})
"""What a server answers to one mail; it has not taken it. Every other trouble is the mailbox's, or the line's."""

_S = DispatchState
OPEN = frozenset({_S.WAITING, _S.SENDING, _S.UNSURE})
"""In these a draft is locked."""


class NotNowError(Exception):
    """This step does not follow from where the mail is: somebody else was faster, or it is too late."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a mail is; `Dispatch` has a column for each."""

    state: DispatchState
    due_at: datetime
    began_at: datetime | None = None
    handed_at: datetime | None = None
    sent_at: datetime | None = None
    tries: int = 0
    trouble: Trouble | None = None


def claim(way: Way, *, now: datetime) -> Way:
    """A worker takes it; what has been due for too long fails instead."""
    _need(way.state is _S.WAITING and way.due_at <= now)
    if now - way.due_at > STALE:
        return _failed(way, Trouble.GAVE_UP)
    return replace(way, state=_S.SENDING, began_at=now, handed_at=None)


def hand(way: Way, *, now: datetime) -> Way:
    """All but the last byte is with the server."""
    _need(way.state is _S.SENDING and way.handed_at is None)
    return replace(way, handed_at=now)


def take(way: Way, *, now: datetime) -> Way:
    """The server took it."""
    _need(way.state in (_S.SENDING, _S.UNSURE) and way.handed_at is not None)
    return replace(way, state=_S.SENT, sent_at=now, trouble=None)


def fail(way: Way, trouble: Trouble, *, permanent: bool, now: datetime) -> Way:
    """A try ended with this trouble. Trouble of the mailbox is no trouble of the mail: it waits for better days."""
    _need(way.state is _S.SENDING)
    if way.handed_at and trouble not in OF_THE_MAIL:
        return replace(way, trouble=Trouble.LOST_AFTER_DATA)
    if permanent and trouble in OF_THE_MAIL:
        return _failed(way, trouble)
    return _again(way, trouble, now)


def put_off(way: Way, trouble: Trouble, *, now: datetime) -> Way:
    """It could not even be tried."""
    _need(way.state is _S.WAITING)
    return _again(way, trouble, now)


def postpone(way: Way, until: datetime) -> Way:
    """Its time went by while nobody was there: it gets another."""
    _need(way.state is _S.WAITING)
    return replace(way, due_at=until)


def hold(way: Way, trouble: Trouble) -> Way:
    """Its time came, and something stands against it."""
    _need(way.state is _S.WAITING)
    return _failed(way, trouble)


def is_dead(way: Way, *, now: datetime) -> bool:
    """Whether the worker that claimed it is taken for dead."""
    return way.state is _S.SENDING and way.began_at is not None and now - way.began_at > LEASE


def revive(way: Way, *, now: datetime) -> Way:
    """Its worker died before it was handed over: surely not sent. What kills worker after worker is given up."""
    _need(is_dead(way, now=now) and way.handed_at is None)
    return _again(way, way.trouble, now, after=timedelta(0))


def is_to_look_for(way: Way, *, now: datetime) -> bool:
    """Whether the Sent folder has to tell: the answer was lost, or the worker died after handing it over."""
    if way.handed_at is None or way.state is not _S.SENDING:
        return False
    return way.trouble is Trouble.LOST_AFTER_DATA or is_dead(way, now=now)


def look(way: Way, *, found: bool, keeps_all: bool, now: datetime) -> Way:
    """The Sent folder was looked at. `keeps_all`: the server itself puts there whatever it sends; it gets `LEASE` for
    it, counted from the first look in vain, which is remembered as the claim: the clock may have jumped since the mail
    was handed over. The same way again where it is too early to tell."""
    _need(way.state in (_S.SENDING, _S.UNSURE) and way.handed_at is not None)
    if found:
        return replace(way, state=_S.SENT, sent_at=way.handed_at, trouble=None)
    if way.state is _S.SENDING and not _looked_for(way):
        return replace(way, began_at=now, trouble=Trouble.LOST_AFTER_DATA)
    if way.began_at and way.state is _S.SENDING and now - way.began_at <= LEASE:
        return way
    if keeps_all:
        return _again(way, Trouble.LOST_AFTER_DATA, now, after=timedelta(0))
    return replace(way, state=_S.UNSURE, trouble=Trouble.LOST_AFTER_DATA)


def _looked_for(way: Way) -> bool:
    return bool(way.began_at and way.handed_at and way.began_at > way.handed_at)


def look_in_vain(way: Way, *, now: datetime) -> Way:
    """The Sent folder could not be opened. The same way again while it is worth trying."""
    _need(way.state in (_S.SENDING, _S.UNSURE) and way.handed_at is not None)
    if way.handed_at and now - way.handed_at <= LOOK_FOR:
        return way
    return replace(way, state=_S.UNSURE, trouble=Trouble.LOST_AFTER_DATA)


def cancel(way: Way) -> Way:
    """The seeker calls it back, or puts one away that failed."""
    _need(way.state in (_S.WAITING, _S.FAILED) or (way.state is _S.SENDING and way.handed_at is None))
    return replace(way, state=_S.CANCELLED)


def decide(way: Way, *, sent: bool, now: datetime) -> Way:
    """The seeker says whether one that may have been sent was; if not, it goes again in a moment. `trouble` stays with
    what only they know to be sent: they may take it back."""
    _need(way.state is _S.UNSURE)
    if sent:
        return replace(way, state=_S.SENT, sent_at=way.handed_at)
    return replace(way, state=_S.WAITING, due_at=now + UNDO, began_at=None, handed_at=None, trouble=None)


def undecide(way: Way) -> Way:
    """The seeker takes back that it was sent."""
    _need(way.state is _S.SENT and way.trouble is Trouble.LOST_AFTER_DATA)
    return replace(way, state=_S.UNSURE, sent_at=None)


def hasten(way: Way, *, now: datetime) -> Way:
    """The seeker does not want to wait for the next try: it goes in a moment, in which they can think again."""
    _need(way.state is _S.WAITING and way.due_at > now + UNDO)
    return replace(way, due_at=now + UNDO)


def _again(way: Way, trouble: Trouble | None, now: datetime, *, after: timedelta | None = None) -> Way:
    tries = way.tries + 1
    if tries >= MOST_TRIES:
        return _failed(replace(way, tries=tries), Trouble.GAVE_UP)
    wait = pause(tries) if after is None else after
    return replace(
        way, state=_S.WAITING, due_at=now + wait, began_at=None, handed_at=None, tries=tries, trouble=trouble
    )


def pause(tries: int) -> timedelta:
    """How long to wait after so many tries (from 1)."""
    return AGAIN_AFTER[tries - 1] if tries <= len(AGAIN_AFTER) else THEN_EVERY


def _failed(way: Way, trouble: Trouble) -> Way:
    return replace(way, state=_S.FAILED, trouble=trouble, began_at=None, handed_at=None)


def _need(possible: bool) -> None:
    if not possible:
        raise NotNowError
