from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from askwell.accounts.models import Workspace


class OutreachConfig(AppConfig):
    name = "askwell.outreach"

    def ready(self) -> None:
        """Answer what people asks and tells: who is in use, which employers are aimed at; who is not to be
        contacted, who moved. And wake a worker for each mail that waits."""
        from askwell.outreach.models import mail_waits  # noqa: PLC0415 - models load after the apps
        from askwell.people import models as people  # noqa: PLC0415 - as above

        people.persons_in_use.connect(in_use, dispatch_uid="outreach")
        people.employers_aimed_at.connect(aimed_at, dispatch_uid="outreach")
        people.contact_stopped.connect(stopped, dispatch_uid="outreach")
        people.contact_allowed.connect(allowed, dispatch_uid="outreach")
        people.whereabouts_changed.connect(moved, dispatch_uid="outreach")
        people.persons_merged.connect(merged, dispatch_uid="outreach")
        people.persons_parted.connect(parted, dispatch_uid="outreach")
        people.encounters_changed.connect(met, dispatch_uid="outreach")
        mail_waits.connect(waits, dispatch_uid="outreach")


def in_use(*, workspace: "Workspace", person_ids: list[UUID], **_: Any) -> set[UUID]:
    """Persons with a thread are kept."""
    from askwell.outreach.queries.standing import persons_with_threads  # noqa: PLC0415 - as above

    return persons_with_threads(workspace, person_ids)


def aimed_at(*, workspace: "Workspace", **_: Any) -> dict[str, int]:
    """Employers on the target list with their places."""
    from askwell.outreach.queries.targets import employer_places  # noqa: PLC0415 - as above

    return employer_places(workspace)


def stopped(*, workspace: "Workspace", person_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.outreach.actions.stopping import close_threads  # noqa: PLC0415 - as above

    close_threads(workspace=workspace, person_id=person_id, now=now)


def allowed(*, workspace: "Workspace", person_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.outreach.actions.stopping import reopen_threads  # noqa: PLC0415 - as above

    reopen_threads(workspace=workspace, person_id=person_id, now=now)


def met(*, workspace: "Workspace", person_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.outreach.actions.greeting import settle_greetings  # noqa: PLC0415 - as above

    settle_greetings(workspace=workspace, person_id=person_id, now=now)


def moved(*, workspace: "Workspace", person_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.outreach.actions.moving import redate  # noqa: PLC0415 - as above

    redate(workspace=workspace, person_id=person_id, now=now)


def merged(*, workspace: "Workspace", person_id: UUID, gone_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.outreach.actions.joining import join_threads  # noqa: PLC0415 - as above

    join_threads(workspace=workspace, person_id=person_id, gone_id=gone_id, now=now)


def parted(*, workspace: "Workspace", person_id: UUID, gone_id: UUID, now: datetime, **_: Any) -> None:
    from askwell.outreach.actions.joining import part_threads  # noqa: PLC0415 - as above

    part_threads(workspace=workspace, person_id=person_id, gone_id=gone_id, now=now)


def waits(*, workspace_id: UUID, at: datetime, **_: Any) -> None:
    from askwell.outreach.tasks import queue_outbox  # noqa: PLC0415 - as above

    queue_outbox(workspace_id, at)
