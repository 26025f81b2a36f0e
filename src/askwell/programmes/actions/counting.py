"""What a page of a sharded database cannot count, since it lies on all nodes."""

from datetime import datetime

from django.conf import settings
from django.core.cache import cache

from askwell.accounts.models import Workspace
from askwell.programmes.choices import ConsentItem
from askwell.programmes.models import Consent
from askwell.programmes.queries.shared import counted_under, overdue_in, sharing_progress

SECONDS = 180
"""So long it is kept: three sweeps. What is shared no more is not shown from that moment, and then gone by itself."""


def count_overdue(*, now: datetime) -> int:
    """For each programme, how far those who share their progress are behind (`queries.shared.overdue_among`), into the
    cache of all web processes. Where the database is not sharded pages count it themselves. How many programmes."""
    if not settings.SHARDED:
        return 0
    given = Consent._base_manager.filter(item=ConsentItem.PROGRESS, withdrawn_at=None)  # of every programme
    workspaces = Workspace.objects.filter(pk__in=list(given.values_list("workspace", flat=True).distinct()))
    for workspace in workspaces:
        homes = sharing_progress(workspace).values_list("participant__seeker_workspace", flat=True)
        cache.set(counted_under(workspace), overdue_in(homes, now), timeout=SECONDS)
    return len(workspaces)
