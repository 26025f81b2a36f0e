"""To whom a question about a claim can go."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who

COMING = (InterviewState.CONFIRMED, InterviewState.PROPOSED)


@dataclass(frozen=True, slots=True)
class Coming:
    """A talk that is to come; `starts_at` is None while a time is being found."""

    id: UUID
    who: Who
    starts_at: datetime | None


def coming_talks(workspace: Workspace) -> list[Coming]:
    """The soonest first; two queries."""
    mine = Interview.objects.of(workspace).filter(state__in=COMING)
    found = list(mine.order_by("id").values_list("id", "starts_at", "person_id", *rows.PERSON))
    jobs = rows.jobs_of(workspace, [row[2] for row in found])
    talks = [Coming(key, rows.who(person, names, jobs), starts_at) for key, starts_at, person, *names in found]
    dated = sorted((one for one in talks if one.starts_at), key=lambda one: str(one.starts_at))
    return [*dated, *(one for one in talks if not one.starts_at)]
