"""The seeker's own counts: doors, effort, what opened doors, what is agreed."""

from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.outreach.choices import Channel, Direction, MessageState, Outcome, ThreadState
from askwell.outreach.models import FollowUp, Message, Thread
from askwell.outreach.queries import rows
from askwell.outreach.queries.duties import open_now
from askwell.outreach.queries.standing import persons_written_to
from askwell.outreach.queries.values import Agreed, Doors, Effort, Opener


def doors(workspace: Workspace) -> Doors:
    """Conversations held, and agreed ones still to come; one query."""
    counts = Thread.objects.of(workspace).aggregate(
        opened=Count("pk", filter=Q(outcome=Outcome.MET)),
        next=Count("pk", filter=Q(state=ThreadState.SCHEDULED)),
    )
    return Doors(counts["opened"], counts["next"])


def week(workspace: Workspace, now: datetime) -> list[Agreed]:
    """Agreed times from the beginning of today (in the current time zone) for seven days; two queries."""
    start = _midnight(now)
    agreed = Thread.objects.of(workspace).filter(
        state=ThreadState.SCHEDULED, meets_at__gte=start, meets_at__lt=start + timedelta(days=7)
    )
    found = list(agreed.order_by("meets_at").values_list("id", "person_id", *rows.PERSON, "meets_at", "meets_by"))
    jobs = rows.jobs_of(workspace, {row[1] for row in found}) if found else {}
    return [Agreed(row[0], rows.who(row[1], row[2:5], jobs), row[5], row[6]) for row in found]


def effort(workspace: Workspace, now: datetime) -> Effort:
    """What the seeker did; weeks begin on Monday in the current time zone. Three queries."""
    midnight = _midnight(now)
    monday = midnight - timedelta(days=timezone.localtime(now).weekday())
    sent = Message.objects.of(workspace).filter(direction=Direction.OUT, state=MessageState.SENT)
    counts = sent.aggregate(in_all=Count("pk"), this_week=Count("pk", filter=Q(happened_at__gte=monday)))
    written_to, met = persons_written_to(workspace)
    waiting = FollowUp.objects.of(workspace).filter(open_now(now)).aggregate(people=Count("person", distinct=True))
    return Effort(counts["this_week"], counts["in_all"], written_to, met, waiting["people"])


def openers(workspace: Workspace) -> list[Opener]:
    """Of the first messages by tie and channel, how many were answered with a yes, the best first; one query.

    A message that still waits for its first answer is not counted yet, for or against.
    """
    rows_ = _decided(workspace).values_list("tie_kind", "channel").annotate(yes=_YES, tried=Count("pk"))
    found = [Opener(tie, Channel(channel), yes, tried) for tie, channel, yes, tried in rows_ if channel]
    return sorted(found, key=lambda one: (-one.percent, -one.tried, one.tie_kind, one.channel))


def expectation(workspace: Workspace, tie_kind: str, channel: Channel) -> Opener:
    """The seeker's own count for such a first message; as `openers` counts. One query."""
    alike = _decided(workspace).filter(tie_kind=tie_kind, channel=channel)
    counts = alike.aggregate(yes=_YES, tried=Count("pk"))
    return Opener(tie_kind, channel, counts["yes"], counts["tried"])


_YES = Count("pk", filter=Q(said_yes=True))


def _decided(workspace: Workspace) -> QuerySet[Thread]:
    asked = Thread.objects.of(workspace).filter(asked_at__isnull=False)
    return asked.exclude(state=ThreadState.WAITING, said_yes=False)


def _midnight(now: datetime) -> datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
