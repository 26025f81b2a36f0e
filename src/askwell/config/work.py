"""One worker process: what computes runs in its main thread; what waits for servers of others in a few threads.

So an import never waits behind a mail server, and one mailbox that hangs holds up no other; threads, because waiting
needs no processor, and a process more would take the memory of one.
"""

import logging
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from uuid import UUID

from django.core.management import call_command
from django.db import DatabaseError, connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from askwell.config.listening import listen
from askwell.config.sweep import sweep_every_minute
from askwell.config.task_logs import tell_of_tasks
from askwell.health.actions import beat, sign_off
from askwell.lib.ids import uuid7
from askwell.outreach.choices import SERVERS

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Threads that wait for servers: each mailbox that hangs keeps one busy for half a minute, every half an hour."""
BEATS_EVERY = 30
"""Seconds between two signs of life; who has given none for two minutes counts as dead (`health/queries`)."""
UNDER_WAY = 8
"""Seconds that what is under way with a server may still take when the process ends (`up` waits for ten)."""


def work() -> None:
    """Work until a signal ends it."""
    tell_of_tasks()
    Thread(target=sweep_every_minute, daemon=True).start()
    with beating(), waiting_for_servers():
        call_command("db_worker", queue_name="default", interval=0.5, startup_delay=False, reload=False, verbosity=0)


@contextmanager
def beating() -> Iterator[None]:
    """Meanwhile this process gives signs of life."""
    worker_id, ending = uuid7(), Event()
    thread = Thread(target=_beat, args=(worker_id, ending), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join(UNDER_WAY)


def _beat(worker_id: UUID, ending: Event) -> None:
    while True:
        try:
            sign_off(worker_id=worker_id) if ending.is_set() else beat(worker_id=worker_id, now=timezone.now())
        except DatabaseError:
            log.exception("a sign of life could not be given")
        connections.close_all()
        if ending.is_set():
            return
        ending.wait(BEATS_EVERY)


@contextmanager
def waiting_for_servers() -> Iterator[None]:
    """Meanwhile threads work on what waits for servers, and listen to mailboxes; at the end they finish what is under
    way, if that is soon. What is cut off is as if the process had been killed: the sweep goes on with it."""
    workers, ending = [_worker() for _ in range(AT_ONCE)], Event()
    threads = [Thread(target=_work_on, args=(worker,), daemon=True) for worker in workers]
    for thread in (*threads, Thread(target=listen, args=(ending,), daemon=True)):
        thread.start()
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # after Ctrl+C `up` sends it as well
        ending.set()
        for worker in workers:
            worker.running = False
        until = time.monotonic() + UNDER_WAY
        for thread in threads:
            thread.join(max(until - time.monotonic(), 0))


def _worker() -> Worker:
    return Worker(
        queue_names=[SERVERS],
        interval=2,  # of four that is every half second
        batch=False,
        backend_name="default",
        startup_delay=True,
        max_tasks=None,
        worker_id=uuid7().hex,
        excluded_queue_names=[],
    )


def _work_on(worker: Worker) -> None:
    """Until it is told to stop; a database that is away for a moment does not end it."""
    while worker.running:
        try:
            worker.run()
        except Exception:
            log.exception("a worker for servers was interrupted")
            connections.close_all()
            time.sleep(5)
    connections.close_all()
