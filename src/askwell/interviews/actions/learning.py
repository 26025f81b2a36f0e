"""Insights: claims, who made them, who agrees, and how useful the seeker finds them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.interviews.actions.errors import EmptyTextError
from askwell.interviews.actions.following import refresh
from askwell.interviews.actions.inserting import insert
from askwell.interviews.choices import SubjectKind
from askwell.interviews.models import Insight, Interview, Voice
from askwell.lib.ids import uuid7
from askwell.lib.text import clean, clean_block, fold
from askwell.people.models import Organisation, Person

MOST = 2000  # characters of one claim


@dataclass(frozen=True, slots=True)
class Claim:
    """An insight as a form has it; an `id` that nobody has yet is given to a new one, an empty text takes it away."""

    text: str
    kind: SubjectKind = SubjectKind.FIELD
    subject: str = ""
    rating: int | None = None
    id: UUID | None = None


def write_insight(interview: Interview, claim: Claim, now: datetime) -> Insight | None:
    """The claim as it stands now, said by the insider of this interview; None when nothing is left of it."""
    own = Insight.objects.of(interview.workspace).filter(interview=interview)
    insight = own.filter(pk=claim.id).first() if claim.id else None
    if not claim.text.strip():
        if insight:
            insight.delete()
        return None
    said_at = interview.held_at or now
    insight = insight or Insight(
        pk=claim.id or uuid7(), workspace=interview.workspace, interview=interview, person=interview.person
    )
    insight.said_at = said_at
    _put(insight, claim)
    return insight


@transaction.atomic
def edit_insight(*, workspace: Workspace, insight_id: UUID, claim: Claim, now: datetime) -> Insight:
    """Other words, another subject, another rating. Raises EmptyTextError, Insight.DoesNotExist."""
    insight = _locked(workspace, insight_id)
    if not claim.text.strip():
        raise EmptyTextError
    _put(insight, claim)
    _count_again(insight, now)
    return insight


@transaction.atomic
def rate(*, workspace: Workspace, insight_id: UUID, rating: int | None, now: datetime) -> Insight:
    """How useful the seeker finds it, 0 to 3; None: not rated. Raises Insight.DoesNotExist."""
    insight = _locked(workspace, insight_id)
    insight.rating = rating
    insight.save(update_fields=["rating"])
    _count_again(insight, now)
    return insight


@transaction.atomic
def set_aside(*, workspace: Workspace, insight_id: UUID, now: datetime) -> Insight:
    """Take a claim out of the lists and the counts; nothing of it is lost. Raises Insight.DoesNotExist."""
    return _set_aside(workspace, insight_id, at=now, now=now)


@transaction.atomic
def take_up_again(*, workspace: Workspace, insight_id: UUID, now: datetime) -> Insight:
    """Undo of `set_aside`. Raises Insight.DoesNotExist."""
    return _set_aside(workspace, insight_id, at=None, now=now)


def _set_aside(workspace: Workspace, insight_id: UUID, *, at: datetime | None, now: datetime) -> Insight:
    insight = _locked(workspace, insight_id)
    insight.set_aside_at = at
    insight.save(update_fields=["set_aside_at"])
    _count_again(insight, now)
    return insight


@transaction.atomic
def hear(
    *,
    workspace: Workspace,
    insight_id: UUID,
    person_id: UUID,
    agrees: bool,
    interview_id: UUID | None = None,
    now: datetime,
) -> Voice:
    """Another insider agrees with the claim, or not; hearing them again replaces what they said before.

    Whoever made the claim has no second voice. Raises Insight.DoesNotExist, Person.DoesNotExist.
    """
    insight = _locked(workspace, insight_id)
    person = Person.objects.of(workspace).exclude(pk=insight.person_id).get(pk=person_id)
    theirs = Interview.objects.of(workspace).filter(person=person)
    interview = theirs.filter(pk=interview_id).first() if interview_id else None
    voice, _ = Voice.objects.of(workspace).update_or_create(
        workspace=workspace,
        insight=insight,
        person=person,
        defaults={"agrees": agrees, "interview": interview, "said_at": now},
    )
    return voice


@transaction.atomic
def unhear(*, workspace: Workspace, voice_id: UUID) -> UUID:
    """Take a voice back; returns the claim's id. Raises Voice.DoesNotExist."""
    voice = Voice.objects.of(workspace).get(pk=voice_id)
    voice.delete()
    return voice.insight_id


def _put(insight: Insight, claim: Claim) -> None:
    insight.text, insight.kind = clean_block(claim.text, limit=MOST), claim.kind
    insight.subject = clean(claim.subject, limit=120)
    insight.key, insight.rating = fold(insight.subject)[:120], claim.rating
    insight.organisation = _employer(insight) if claim.kind is SubjectKind.EMPLOYER else None
    if insight._state.adding:
        insert(insight)
    else:
        insight.save()


def _employer(insight: Insight) -> Organisation | None:
    return Organisation.objects.of(insight.workspace).filter(name__iexact=insight.subject).first()


def _locked(workspace: Workspace, insight_id: UUID) -> Insight:
    rows = Insight.objects.of(workspace).select_for_update(of=("self",))
    return rows.select_related("workspace", "interview__person", "interview__thread").get(pk=insight_id)


def _count_again(insight: Insight, now: datetime) -> None:
    if insight.interview:
        refresh(insight.interview, now=now)
