"""Everything on Today."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.accounts.queries.prepared import prepared
from askwell.decisions.queries.listing import Waiting, to_look_back_on
from askwell.desk.queries.do_next import DoNext, do_next
from askwell.growth.queries.due import due_steps
from askwell.growth.queries.values import DueStep
from askwell.interviews.queries import doors as talks
from askwell.interviews.queries.counting import Outlook, outlook
from askwell.interviews.queries.pages import News, news
from askwell.opportunities.queries.due import due_openings
from askwell.opportunities.queries.values import Card
from askwell.outreach.choices import FollowUpKind
from askwell.outreach.models import FollowUp, Target
from askwell.outreach.queries import count_greetings, tally, warnings
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.mail.letters import MOST_SHOWN, LetterPage, count_letters, open_letters
from askwell.outreach.queries.mail.mailboxes import Alert, mailbox_alerts
from askwell.outreach.queries.mail.outbox import count_stuck
from askwell.outreach.queries.values import BalanceWarning, Effort, Who
from askwell.people.choices import ImportState
from askwell.people.models import Import, Person

COMING_SHOWN = 5
FROM_MEMORY = 3
COMING_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What a new seeker has done already; shown until the first message went out. `written`: how many people they
    wrote down themselves, counted up to three."""

    written: int
    has_imported: bool
    has_targets: bool

    @property
    def has_written(self) -> bool:
        return self.written >= FROM_MEMORY


@dataclass(frozen=True, slots=True)
class Coming:
    """A duty that opens in the next seven days; `on` is the moment it does. One without a thread is an event's."""

    who: Who
    kind: FollowUpKind
    thread_id: UUID | None
    on: datetime


@dataclass(frozen=True, slots=True)
class Today:
    """`first_steps` is None once something was sent. `letters` wait to be understood, and `more_letters`. `greetings`
    of what is due concern people met at events. `news`: what insiders did by themselves. `openings` and `steps` of
    plans ask for something. `decided`: written decisions whose day to look back on has come. `alerts`: mailboxes
    that need the seeker; `stuck` mails did not leave as they should."""

    doors: talks.Doors
    goal: int
    outlook: Outlook
    effort: Effort
    letters: list[LetterPage]
    more_letters: int
    next: DoNext
    greetings: int
    agreed: list[talks.Coming]
    coming: list[Coming]
    warnings: list[BalanceWarning]
    first_steps: FirstSteps | None
    news: list[News]
    openings: list[Card]
    more_openings: int
    decided: list[Waiting]
    steps: list[DueStep]
    alerts: list[Alert]
    stuck: int


def today(workspace: Workspace, now: datetime) -> Today:
    """What the page shows at `now`, in a fixed number of queries; only the stamp while nothing changes in a
    minute."""
    key = ("today", workspace.pk, timezone.get_current_timezone_name())
    return kept(key, now, lambda: (next_minute(now), _today(workspace, now)))


def _today(workspace: Workspace, now: datetime) -> Today:
    counted, profile = tally(workspace, now), profile_of(workspace)
    doors = talks.doors(workspace)
    letters = open_letters(workspace, now)
    openings, all_openings = due_openings(workspace, timezone.localdate(now))
    return Today(
        doors=doors,
        goal=profile.goal,
        outlook=outlook(workspace, profile, doors.opened, now),
        effort=counted.effort,
        letters=letters,
        more_letters=count_letters(workspace) - len(letters) if len(letters) == MOST_SHOWN else 0,
        next=do_next(workspace, now, counted=counted.due, profile=profile),
        greetings=count_greetings(workspace, now),
        agreed=talks.this_week(workspace, now),
        coming=coming(workspace, now),
        warnings=warnings(workspace, profile),
        first_steps=None if counted.effort.in_all else first_steps(workspace),
        news=news(workspace, now),
        openings=openings,
        more_openings=all_openings - len(openings),
        decided=to_look_back_on(workspace, timezone.localdate(now)),
        steps=due_steps(workspace, timezone.localdate(now)),
        alerts=mailbox_alerts(workspace, now),
        stuck=count_stuck(workspace),
    )


def coming(workspace: Workspace, now: datetime) -> list[Coming]:
    """Duties that open within a week, the next first; the agreed times themselves are not among them."""
    rows = _coming(workspace, now, now + COMING_WITHIN)
    return [Coming(Who(*row[:4]), FollowUpKind(row[4]), row[5], row[6]) for row in rows]


@prepared
def _coming(workspace: Workspace, now: datetime, until: datetime) -> "QuerySet[FollowUp, Any]":
    duties = FollowUp.objects.of(workspace).filter(done_at=None, dismissed_at=None, person__do_not_contact_at=None)
    soon = duties.filter(opens_at__gt=now, opens_at__lte=until).order_by("opens_at", "id")
    person = ("person__given_name", "person__family_name", "person__native_name")
    return soon.values_list("person_id", *person, "kind", "thread_id", "opens_at")[:COMING_SHOWN]


def first_steps(workspace: Workspace) -> FirstSteps:
    return FirstSteps(
        written=Person.objects.of(workspace).filter(archived_at=None, source_import=None)[:FROM_MEMORY].count(),
        has_imported=Import.objects.of(workspace).filter(state=ImportState.DONE).exists(),
        has_targets=Target.objects.of(workspace).filter(removed_at=None).exists(),
    )
