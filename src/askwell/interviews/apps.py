from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from askwell.accounts.models import Workspace
    from askwell.outreach.models import Thread


class InterviewsConfig(AppConfig):
    name = "askwell.interviews"

    def ready(self) -> None:
        """An interview follows the thread that it hangs on, also when it goes back to another person."""
        from askwell.outreach.models import thread_settled  # noqa: PLC0415 - models load after the apps
        from askwell.people.models import persons_parted  # noqa: PLC0415 - as above

        thread_settled.connect(settled, dispatch_uid="interviews")
        persons_parted.connect(parted, dispatch_uid="interviews")


def settled(*, thread: "Thread", now: datetime, **_: Any) -> None:
    from askwell.interviews.actions.following import follow  # noqa: PLC0415 - as above

    follow(thread=thread, now=now)


def parted(*, workspace: "Workspace", person_id: UUID, gone_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.interviews.actions.parting import part_interviews  # noqa: PLC0415 - as above

    part_interviews(workspace=workspace, person_ids=(person_id, gone_id), now=now)
