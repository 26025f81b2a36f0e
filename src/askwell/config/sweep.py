"""The every-minute sweep: wakes whatever is due or was left half-done. One process runs it."""

import logging
import time
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

from askwell.accounts.tasks import sweep as sweep_accounts
from askwell.desk.tasks import sweep as sweep_desk
from askwell.health.tasks import sweep as sweep_health
from askwell.interviews.tasks import sweep as sweep_interviews
from askwell.opportunities.tasks import sweep as sweep_opportunities
from askwell.outreach.tasks import sweep as sweep_outreach
from askwell.people.tasks import sweep as sweep_people
from askwell.portfolio.tasks import sweep as sweep_portfolio
from askwell.practice.tasks import sweep as sweep_practice
from askwell.programmes.tasks import sweep as sweep_programmes

log = logging.getLogger(__name__)


SWEEPS: list[Callable[[datetime], int]] = [
    sweep_people, sweep_portfolio, sweep_outreach, sweep_interviews, sweep_opportunities,
    sweep_practice, sweep_programmes, sweep_desk, sweep_accounts, sweep_health,
]  # fmt: skip


def sweep(now: datetime) -> int:
    """Run every app's sweep; one that fails is logged and costs the others nothing. Returns how much was woken."""
    woken = 0
    for wake in SWEEPS:
        try:
            woken += wake(now)
        except Exception:
            log.exception("a sweep failed: %s", wake.__module__)
    return woken


def sweep_every_minute() -> None:
    while True:
        sweep(timezone.now())
        close_old_connections()
        time.sleep(60)
