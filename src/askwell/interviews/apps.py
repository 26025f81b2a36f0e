from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig

if TYPE_CHECKING:
    from askwell.outreach.models import Thread


class InterviewsConfig(AppConfig):
    name = "askwell.interviews"

    def ready(self) -> None:
        """An interview follows the thread that it hangs on."""
        from askwell.outreach.models import thread_settled  # noqa: PLC0415 - models load after the apps

        thread_settled.connect(settled, dispatch_uid="interviews")


def settled(*, thread: "Thread", now: datetime, **_: Any) -> None:
    from askwell.interviews.actions.following import follow  # noqa: PLC0415 - as above

    follow(thread=thread, now=now)
