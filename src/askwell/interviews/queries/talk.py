"""What the live page shows: questions with their notes, what was caught, who the other one is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.choices import Caught, Topic
from askwell.interviews.models import Advice, Insight, Interview, Lead, Question, Referral
from askwell.lib.names import latin_name
from askwell.outreach.queries import rows
from askwell.outreach.queries.fresh import kept, next_minute
from askwell.outreach.queries.values import Who
from askwell.people.models import Introduction


@dataclass(frozen=True, slots=True)
class Noted:
    """A question with its note and the note's version."""

    id: UUID
    number: int
    text: str
    topic: Topic
    note: str
    version: int


@dataclass(frozen=True, slots=True)
class Catch:
    """Something caught on the way."""

    id: UUID
    kind: Caught
    text: str


@dataclass(frozen=True, slots=True)
class TalkPage:
    """`introducers`: (Latin name, native name)."""

    interview: Interview
    who: Who
    introducers: tuple[tuple[str, str], ...]
    questions: tuple[Noted, ...]
    caught: tuple[Catch, ...]


def talk_page(workspace: Workspace, interview_id: UUID, now: datetime) -> TalkPage:
    """At most eight queries; two while nothing changes within a minute. Raises Interview.DoesNotExist."""
    key = ("talk", workspace.pk, interview_id)
    return kept(key, now, lambda: (next_minute(now), _page(workspace, interview_id)))


def _page(workspace: Workspace, interview_id: UUID) -> TalkPage:
    interview = with_person(workspace, interview_id)
    person = interview.person
    jobs = rows.jobs_of(workspace, [person.pk])
    return TalkPage(
        interview=interview,
        who=rows.who(person.pk, (person.given_name, person.family_name, person.native_name), jobs),
        introducers=_introducers(interview),
        questions=tuple(_questions(interview)),
        caught=caught(interview),
    )


def with_person(workspace: Workspace, interview_id: UUID) -> Interview:
    """Raises Interview.DoesNotExist."""
    rows_ = Interview.objects.of(workspace).select_related("person", "thread", "workspace")
    return rows_.defer("person__search_name", "person__search_organisation", "person__search_title").get(
        pk=interview_id
    )


def _questions(interview: Interview) -> list[Noted]:
    questions = Question.objects.of(interview.workspace).filter(interview=interview).order_by("position", "id")
    found = questions.values_list("id", "text", "topic", "note", "note_version")
    return [Noted(key, number, text, Topic(topic), note, version)
            for number, (key, text, topic, note, version) in enumerate(found, 1)]  # fmt: skip


def caught(interview: Interview) -> tuple[Catch, ...]:
    """Everything caught, by kind, in the order it came; four queries."""
    tables = (
        (Caught.PERSON, Referral.objects.of(interview.workspace)),
        (Caught.INSIGHT, Insight.objects.of(interview.workspace).filter(set_aside_at=None)),
        (Caught.ACTION, Advice.objects.of(interview.workspace)),
        (Caught.LEAD, Lead.objects.of(interview.workspace)),
    )
    return tuple(
        Catch(key, kind, text)
        for kind, table in tables
        for key, text in table.filter(interview=interview).order_by("id").values_list("id", "text")
    )


def _introducers(interview: Interview) -> tuple[tuple[str, str], ...]:
    found = Introduction.objects.of(interview.workspace).filter(introduced=interview.person).order_by("on", "id")
    names = found.values_list("introducer__given_name", "introducer__family_name", "introducer__native_name")
    return tuple((latin_name(*columns), columns[2]) for columns in names)
