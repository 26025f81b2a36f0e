"""In which language one writes to somebody with whom a talk is agreed."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import OuterRef, Subquery

from askwell.accounts.models import Workspace
from askwell.interviews.models import Interview
from askwell.outreach.choices import Direction, MessageState
from askwell.outreach.models import Message


def spoken_language(interview: Interview, language: str) -> str:
    """The language of the last message to them, else the viewer's; one query."""
    return spoken_languages(interview.workspace, [interview.pk]).get(interview.pk, language)


def spoken_languages(workspace: Workspace, interview_ids: Collection[UUID]) -> dict[UUID, str]:
    """The language of the last message to each, without those to whom none was sent; one query."""
    sent = Message.objects.of(workspace).filter(
        thread=OuterRef("thread_id"), direction=Direction.OUT, state=MessageState.SENT
    )
    last = Subquery(sent.order_by("-happened_at").values("language")[:1])
    spoken = Interview.objects.of(workspace).filter(pk__in=interview_ids).annotate(spoken=last)
    return {key: language for key, language in spoken.values_list("pk", "spoken") if language}
