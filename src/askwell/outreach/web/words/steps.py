"""The one next step beside a person in a list, and the names of the stages for a filter."""

from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from askwell.outreach.queries.values import Stage, StageCode, Who
from askwell.outreach.web.words import duties
from askwell.outreach.web.words.stages import STAGES


def next_word(stage: Stage | None) -> str:
    """What is due, a first message, or a look; None is somebody never written to."""
    if stage is None or stage.code is StageCode.NOT_WRITTEN:
        return _("Draft a message")
    if stage.code is StageCode.DRAFTING:
        return _("Go on writing")
    return duties.duty_button(stage.next) if stage.next and _is_due(stage) else _("See the thread")


def next_url(person_id: UUID, stage: Stage | None) -> str:
    """Where that button leads."""
    if stage is None or stage.code in (StageCode.NOT_WRITTEN, StageCode.DRAFTING):
        return reverse("outreach:write", args=[person_id])
    if stage.next and _is_due(stage):
        return duties.duty_url(stage.next, Who(person_id, "", "", ""), stage.thread_id)
    return reverse("outreach:thread", args=[stage.thread_id])


def stage_code_word(code: StageCode) -> str:
    return str(STAGES[code])


def _is_due(stage: Stage) -> bool:
    return stage.next is not None and stage.next.is_open(timezone.now())
