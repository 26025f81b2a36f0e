"""The seeker's own calendars: what their page shows, and the talks that the feed tells of."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from askwell.accounts.models import Workspace
from askwell.interviews.models import Interview, OwnCalendar
from askwell.interviews.queries.tokens import FEED, read_token, row_token
from askwell.interviews.rules.states import TAKES_TIME

PAST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Calendars:
    """`token` opens the feed, empty where there is none. `times`: how many busy times lie ahead; `read_at` when they
    were read last, None when no calendar is connected; `trouble` a FetchTrouble of the last try, `unread` the entries
    that were not understood."""

    token: str
    is_connected: bool
    times: int
    read_at: datetime | None
    trouble: str
    unread: int

    @property
    def is_coming(self) -> bool:
        """A worker is reading it for the first time."""
        return self.is_connected and self.read_at is None and not self.trouble


def calendars(workspace: Workspace) -> Calendars:
    """One query."""
    row = OwnCalendar.objects.of(workspace).first() or OwnCalendar(workspace=workspace)
    return Calendars(
        token=row_token(FEED, row, row.feed_number) if row.feed_since else "",
        is_connected=bool(row.busy_url),
        times=len(row.busy),
        read_at=row.busy_read_at,
        trouble=row.busy_trouble,
        unread=row.busy_unread,
    )


def feed_of(token: str) -> OwnCalendar | None:
    """Whose feed a link opens; None for one that is forged, renewed or shut."""
    told = read_token(FEED, token)
    if told is None:
        return None
    rows = OwnCalendar._base_manager.select_related("workspace").exclude(feed_since=None)  # the link says whose
    return rows.filter(**told.row, feed_number=told.number).first()


def talks(workspace: Workspace, now: datetime) -> list[Interview]:
    """The agreed and lately held ones, the next first; one query."""
    rows = Interview.objects.of(workspace).filter(state__in=TAKES_TIME, starts_at__gt=now - PAST)
    return list(rows.select_related("person").order_by("starts_at", "id"))
