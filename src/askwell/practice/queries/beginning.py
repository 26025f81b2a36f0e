"""What a rehearsal begins with: whose brief it is, and who comes nearest to them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of
from askwell.interviews.models import Interview
from askwell.interviews.queries.spoken import spoken_language
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who
from askwell.practice.rules.trades import likeliest


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whose talk is rehearsed, and in which language they were written to."""

    interview_id: UUID
    who: Who
    starts_at: datetime | None
    language: str


@dataclass(frozen=True, slots=True)
class Guess:
    """A trade's code, and the title that it was guessed from; both empty where nothing tells."""

    trade: str = ""
    title: str = ""


def for_whom(workspace: Workspace, interview_id: UUID, *, language: str) -> ForWhom:
    """Three queries. `language` is the viewer's, for a conversation without one. Raises Interview.DoesNotExist."""
    interview = Interview.objects.of(workspace).select_related("person", "workspace").get(pk=interview_id)
    person = interview.person
    names = (person.given_name, person.family_name, person.native_name)
    who = rows.who(person.pk, names, rows.jobs_of(workspace, [person.pk]))
    return ForWhom(interview.pk, who, interview.starts_at, spoken_language(interview, language))


def guess(workspace: Workspace, title: str) -> Guess:
    """The trade of somebody with this title, else the one that the seeker aims at; a query where it is needed."""
    for told in (title, "" if likeliest(title) else profile_of(workspace).occupation):
        if trade := likeliest(told):
            return Guess(trade, told)
    return Guess()
