from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig

if TYPE_CHECKING:
    from askwell.outreach.models import Thread


class ProgrammesConfig(AppConfig):
    name = "askwell.programmes"

    def ready(self) -> None:
        """A match follows the thread of its talk, and its insider is asked afterwards. Interviews, which is installed
        before, has followed the thread by then."""
        from askwell.interviews.models import talk_is_over  # noqa: PLC0415 - models load after the apps
        from askwell.outreach.models import thread_settled  # noqa: PLC0415 - as above

        thread_settled.connect(settled, dispatch_uid="programmes")
        talk_is_over.connect(talked, dispatch_uid="programmes")


def settled(*, thread: "Thread", now: datetime, **_: Any) -> None:
    from askwell.programmes.actions.insiders.heeding import hear  # noqa: PLC0415 - as above

    hear(thread=thread, now=now)


def talked(*, thread: "Thread", now: datetime, **_: Any) -> str:
    from askwell.programmes.queries.talks import said_path  # noqa: PLC0415 - as above

    return said_path(thread, now)
