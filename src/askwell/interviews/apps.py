from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from askwell.accounts.models import Workspace
    from askwell.interviews.models import Voice
    from askwell.outreach.models import Letter, Thread
    from askwell.protocols.calendar import Reading


class InterviewsConfig(AppConfig):
    name = "askwell.interviews"

    def ready(self) -> None:
        """An interview follows the thread that it hangs on, also when it goes back to another person."""
        from askwell.outreach.models import calendar_heard, thread_settled  # noqa: PLC0415 - models load after the apps
        from askwell.people.models import contact_allowed, persons_merged, persons_parted  # noqa: PLC0415 - as above

        thread_settled.connect(settled, dispatch_uid="interviews")
        calendar_heard.connect(heard, dispatch_uid="interviews")
        contact_allowed.connect(allowed, dispatch_uid="interviews")
        persons_merged.connect(merged, dispatch_uid="interviews")
        persons_parted.connect(parted, dispatch_uid="interviews")


def settled(*, thread: "Thread", now: datetime, **_: Any) -> None:
    from askwell.interviews.actions.following import follow  # noqa: PLC0415 - as above

    follow(thread=thread, now=now)


def heard(*, letter: "Letter", reading: "Reading", now: datetime, **_: Any) -> None:
    from askwell.interviews.actions.inviting import hear_calendar  # noqa: PLC0415 - as above

    hear_calendar(letter=letter, reading=reading, now=now)


def allowed(*, workspace: "Workspace", person_id: UUID, **_: Any) -> None:
    from askwell.interviews.actions.visiting import forget_erasing  # noqa: PLC0415 - as above

    forget_erasing(workspace=workspace, person_id=person_id)


def merged(*, workspace: "Workspace", person_id: UUID, gone_id: UUID, **_: Any) -> "QuerySet[Voice]":
    from askwell.interviews.actions.parting import own_agreements  # noqa: PLC0415 - as above

    return own_agreements(workspace, (person_id, gone_id))


def parted(*, workspace: "Workspace", person_id: UUID, gone_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.interviews.actions.parting import part_interviews  # noqa: PLC0415 - as above

    part_interviews(workspace=workspace, person_ids=(person_id, gone_id), now=now)
