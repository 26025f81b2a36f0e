"""What follows on interviews when two persons turn out to be one, and when they are parted again."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.interviews.actions.following import refresh
from askwell.interviews.models import Insight, Interview, Voice


def own_agreements(workspace: Workspace, person_ids: Sequence[UUID]) -> QuerySet[Voice]:
    """Where one of these persons agrees with what another of them said."""
    return Voice.objects.of(workspace).filter(person__in=person_ids, insight__person__in=person_ids)


@transaction.atomic
def part_interviews(*, workspace: Workspace, person_ids: Sequence[UUID], now: datetime) -> None:
    """An interview is with whom its thread is with, a claim made in it is theirs, and so are their duties: also
    what was added while the two were one."""
    theirs = Interview.objects.of(workspace).filter(thread__person__in=person_ids)
    for interview in theirs.select_related("thread"):
        person = interview.thread.person_id
        theirs.filter(pk=interview.pk).exclude(person=person).update(person=person)
        said = {"interview": interview, "person__in": set(person_ids) - {person}}
        Insight.objects.of(workspace).filter(**said).update(person=person)
        for voice in Voice.objects.of(workspace).filter(**said):
            _give(voice, person)
    for interview in theirs.select_related("person", "thread", "workspace"):
        refresh(interview, now=now)


def _give(voice: Voice, person_id: UUID) -> None:
    """What was said in somebody's interview is their word, their latest where they had one before."""
    theirs = Voice.objects.of(voice.workspace).filter(insight=voice.insight_id, person=person_id).first()
    if theirs is None:
        voice.person_id = person_id
    else:
        theirs.agrees, theirs.interview, theirs.said_at = voice.agrees, voice.interview, voice.said_at
        theirs.save(update_fields=["agrees", "interview", "said_at"])
        voice.interview = None
    voice.save(update_fields=["person", "interview"])
