"""The figures of this Askwell in Prometheus' text format."""

import hmac
import ipaddress
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from prometheus_client import CollectorRegistry, Metric, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from askwell.health.queries.waiting import Waiting, waiting
from askwell.health.web.counters import counted

PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via")
"""Headers of a proxy: with any of them it is not who asks that is on this machine."""


def text(now: datetime) -> bytes:
    """All figures."""
    looked = CollectorRegistry()
    looked.register(InDatabase(now))
    return generate_latest(counted()) + generate_latest(looked)


def may_read(request: HttpRequest) -> bool:
    """Whoever knows the token, and who asks from this machine itself."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ").encode()
    known = settings.METRICS_TOKEN.encode()
    return (bool(known) and hmac.compare_digest(given, known)) or _is_local(request)


def _is_local(request: HttpRequest) -> bool:
    if any(name in request.headers for name in PASSED_ON):
        return False
    with suppress(ValueError):
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    return False


class InDatabase(Collector):
    """What the database says; where it is away, only that."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def collect(self) -> Iterator[Metric]:
        try:
            found = waiting(self._now)
        except DatabaseError:
            yield _gauge("askwell_database_up", "Whether the database answers.", [], [([], 0)])
            return
        yield _gauge("askwell_database_up", "Whether the database answers.", [], [([], 1)])
        yield from _tasks(found)
        yield from _mail(found)
        yield _gauge(
            "askwell_unfinished", "What a worker still has to do.", ["kind"], _by_name(found.unfinished.items())
        )
        yield _gauge(
            "askwell_worker_silent_seconds", "Since a worker's last sign of life.", ["worker"],
            _by_name(found.workers.items()),
        )  # fmt: skip


def _tasks(found: Waiting) -> Iterator[Metric]:
    queues = found.queues
    yield _gauge(
        "askwell_tasks_waiting", "Tasks that may begin.", ["queue"], _by_name((one.name, one.length) for one in queues)
    )
    yield _gauge(
        "askwell_oldest_task_seconds", "How long the first of them waits.", ["queue"],
        _by_name((one.name, one.oldest) for one in queues),
    )  # fmt: skip
    yield _gauge("askwell_tasks_failed", "Tasks that failed in the last week.", [], [([], found.failed_tasks)])


def _mail(found: Waiting) -> Iterator[Metric]:
    yield _gauge("askwell_outbox", "Mails that have not left.", ["state"], _by_name(found.outbox.items()))
    yield _gauge("askwell_mailboxes", "Mailboxes that are connected.", [], [([], found.mailboxes)])
    yield _gauge(
        "askwell_mailboxes_in_trouble", "Those whose server does not let us in, or take mail.", ["way"],
        _by_name(found.mailboxes_in_trouble.items()),
    )  # fmt: skip


def _by_name(values: Iterable[tuple[str, float]]) -> list[tuple[list[str], float]]:
    return [([name], value) for name, value in values]


def _gauge(name: str, says: str, labels: list[str], values: list[tuple[list[str], float]]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, says, labels=labels)
    for named, value in values:
        family.add_metric(named, value)
    return family
