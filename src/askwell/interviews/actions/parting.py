"""What follows on interviews when two persons who were taken for one are parted."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from askwell.accounts.models import Workspace
from askwell.interviews.actions.following import refresh
from askwell.interviews.models import Insight, Interview, Voice


@transaction.atomic
def part_interviews(*, workspace: Workspace, person_ids: Sequence[UUID], now: datetime) -> None:
    """An interview is with whom its thread is with, a claim made in it is theirs, and so are their duties: also
    what was added while the two were one."""
    theirs = Interview.objects.of(workspace).filter(thread__person__in=person_ids)
    for interview in theirs.exclude(person=F("thread__person")).select_related("thread"):
        person = interview.thread.person_id
        for said in (Insight, Voice):
            said.objects.of(workspace).filter(interview=interview, person=interview.person_id).update(person=person)
        interview.person_id = person
        interview.save(update_fields=["person"])
    for interview in theirs.select_related("person", "thread", "workspace"):
        refresh(interview, now=now)
