"""When an insider has no time: talks that are agreed, and times that are offered to them for others."""

from datetime import datetime, timedelta

from askwell.interviews.models import Interview
from askwell.interviews.queries.taken import spans_of
from askwell.interviews.rules.booking import Span
from askwell.programmes.choices import MatchState
from askwell.programmes.models import Insider, Match
from askwell.programmes.queries.wording import MINUTES


def taken_of_insider(insider: Insider, now: datetime) -> list[Span]:
    """From and to, in no order; two queries. Of the talks that the programme arranged, all that it knows of."""
    rows = Match.objects.of(insider.workspace).filter(insider=insider)
    agreed = rows.filter(state=MatchState.AGREED, starts_at__gt=now - timedelta(hours=2))
    starts = [start for start in agreed.values_list("starts_at", flat=True) if start]
    asked = rows.filter(state=MatchState.ASKED).exclude(thread_id=None)
    threads = dict(asked.values_list("thread_id", "participant__seeker_workspace"))
    offers = Interview._base_manager.filter(  # in the workspaces of the seekers whom they are asked for
        workspace__in=set(threads.values()), thread__in=list(threads)
    )
    offered = spans_of(offers, now) if threads else []
    return [*((start, start + timedelta(minutes=MINUTES)) for start in starts), *offered]
