"""The seeker's own counts: what was done, what is due, what usually came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.outreach.choices import Channel, Direction, MessageState, Outcome, ThreadState
from askwell.outreach.models import Thread
from askwell.outreach.queries.values import Effort, Opener
from askwell.people.queries.rows import database_id


@dataclass(frozen=True, slots=True)
class Tally:
    """The seeker's counts; `due` is how many duties can be done now."""

    effort: Effort
    due: int


TALLY = f"""
SELECT m.recent, m.sent, t.written_to, t.met, f.waiting, f.due FROM
  (SELECT COUNT(DISTINCT CASE WHEN asked_at IS NOT NULL THEN person_id END) AS written_to,
          COUNT(DISTINCT CASE WHEN outcome = '{Outcome.MET}' THEN person_id END) AS met
     FROM outreach_thread WHERE workspace_id = %(of)s) t,
  (SELECT COUNT(*) AS sent, COUNT(CASE WHEN happened_at >= %(monday)s THEN 1 END) AS recent
     FROM outreach_message
    WHERE workspace_id = %(of)s AND direction = '{Direction.OUT}' AND state = '{MessageState.SENT}') m,
  (SELECT COUNT(*) AS due, COUNT(DISTINCT d.person_id) AS waiting
     FROM outreach_followup d JOIN people_person p ON p.id = d.person_id AND p.workspace_id = d.workspace_id
    WHERE d.workspace_id = %(of)s AND d.done_at IS NULL AND d.dismissed_at IS NULL AND d.opens_at <= %(now)s
      AND (d.snoozed_until IS NULL OR d.snoozed_until <= %(now)s) AND p.do_not_contact_at IS NULL) f
"""  # noqa: S608  # built of codes; values are parameters


def tally(workspace: Workspace, now: datetime) -> Tally:
    """All of them in one query; weeks begin on Monday in the current time zone.

    Written as SQL since building what it asks costs more than asking.
    """
    monday = _midnight(now) - timedelta(days=timezone.localtime(now).weekday())
    adapt = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(TALLY, {"of": database_id(workspace.pk), "now": adapt(now), "monday": adapt(monday)})
        *effort, due = cursor.fetchone()
    return Tally(Effort(*effort), due)


def expectation(workspace: Workspace, tie_kind: str, channel: Channel) -> Opener:
    """The seeker's own count for such a first message, and how many were answered with a yes; one query.

    A message that still waits for its first answer is not counted yet, for or against.
    """
    alike = _decided(workspace).filter(tie_kind=tie_kind, channel=channel)
    counts = alike.aggregate(yes=_YES, tried=Count("pk"))
    return Opener(tie_kind, channel, counts["yes"], counts["tried"])


_YES = Count("pk", filter=Q(said_yes=True))


def _decided(workspace: Workspace) -> QuerySet[Thread]:
    asked = Thread.objects.of(workspace).filter(asked_at__isnull=False)
    return asked.exclude(state=ThreadState.WAITING, said_yes=False)


def _midnight(now: datetime) -> datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
