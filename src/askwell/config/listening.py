"""Listens to mailboxes in threads of the worker: each waits for its server to say that something came.

Whoever is not listened to (their server does not offer it, or rests, or there are too many) is looked into every few
minutes by the sweep, as everybody is.
"""

import logging
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event, Thread
from uuid import UUID

from django.db import connections
from django.utils import timezone

from askwell.outreach.actions.mail.listening import Held, NotOffered, hold_on, let_go, news_of, take
from askwell.outreach.models import Mailbox
from askwell.outreach.rules.mail.resting import rest_away
from askwell.outreach.tasks import queue_mailbox
from askwell.protocols.mail.servers import MailError

log = logging.getLogger(__name__)

MOST = 50
"""Connections of one worker."""
EVERY = 10.0
"""Seconds between two looks at who is to be listened to."""
PAUSE = 5.0
"""Seconds after news: a burst of mail is one look."""
STEADY = timedelta(minutes=5)
"""A connection that lasted so long was a good one: its loss does not count with earlier ones."""
NOT_OFFERED = timedelta(hours=12)


@dataclass(slots=True)
class _Ear:
    """One mailbox with its thread, and why that ended."""

    held: Held
    began: datetime
    ending: Event = field(default_factory=Event)
    is_lost: bool = False
    is_offered: bool = True
    thread: Thread | None = None

    @property
    def has_ended(self) -> bool:
        return self.thread is not None and not self.thread.is_alive()


class Ears:
    """Everybody that this process listens to; `look_around` starts and ends threads as mailboxes come, go, change."""

    def __init__(self, heard: Callable[[UUID, UUID], None] = queue_mailbox, most: int = MOST) -> None:
        self._heard, self._most = heard, most
        self._ears: dict[UUID, _Ear] = {}
        self._lost: dict[UUID, int] = {}
        self._rests: dict[UUID, datetime] = {}

    def look_around(self, now: datetime) -> None:
        for ear in [ear for ear in self._ears.values() if ear.has_ended]:
            self._ended(ear, now)
        still = {one.id: one for one in hold_on(held=[ear.held for ear in self._ears.values()], now=now)}
        for key, ear in self._ears.items():
            if key in still and still[key].key == ear.held.key:
                ear.held = still[key]
            else:
                ear.ending.set()
        resting = [key for key, until in self._rests.items() if until > now]
        room = self._most - len(self._ears)
        for held in take(now=now, most=room, not_these=[*resting, *self._ears]) if room else []:
            self._begin(held, now)

    def close(self) -> None:
        """Hang up everywhere; others may listen from now on."""
        for ear in self._ears.values():
            ear.ending.set()
        let_go(held=[ear.held for ear in self._ears.values()])

    def _begin(self, held: Held, now: datetime) -> None:
        ear = self._ears[held.id] = _Ear(held, now)
        ear.thread = Thread(target=self._listen, args=(ear,), daemon=True)
        ear.thread.start()

    def _ended(self, ear: _Ear, now: datetime) -> None:
        """Somebody whose connection was lost is left alone for longer each time."""
        key = ear.held.id
        del self._ears[key]
        let_go(held=[ear.held])
        self._rests.pop(key, None)
        if not ear.is_offered:
            self._rests[key] = now + NOT_OFFERED
        elif ear.is_lost:
            self._lost[key] = 1 if now - ear.began >= STEADY else self._lost.get(key, 0) + 1
            self._rests[key] = now + rest_away(self._lost[key])

    def _listen(self, ear: _Ear) -> None:
        try:
            mailbox = Mailbox._base_manager.select_related("workspace").get(pk=ear.held.id)
            news = news_of(mailbox=mailbox, clock=timezone.now, goes_on=lambda: not ear.ending.is_set())
            with closing(news):
                for something in news:
                    if something:
                        self._heard(ear.held.workspace, ear.held.id)
                    connections.close_all()  # nobody holds one while it waits
                    ear.ending.wait(PAUSE if something else 0)
        except NotOffered:
            ear.is_offered = False
        except (MailError, Mailbox.DoesNotExist):
            ear.is_lost = True
        except Exception:
            ear.is_lost = True
            log.exception("a mailbox could not be listened to")
        finally:
            connections.close_all()


def listen(ending: Event) -> None:
    """Listen to everybody until that."""
    ears = Ears()
    while not ending.is_set():
        try:
            ears.look_around(timezone.now())
        except Exception:
            log.exception("who is to be listened to could not be looked up")
            time.sleep(1)
        connections.close_all()
        ending.wait(EVERY)
    ears.close()
    connections.close_all()
