from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from askwell.accounts.models import Workspace


class GrowthConfig(AppConfig):
    name = "askwell.growth"

    def ready(self) -> None:
        """Answer the questions of lower apps."""
        from askwell.people import models as people  # noqa: PLC0415 - models are ready only now

        people.persons_in_use.connect(in_use, dispatch_uid="growth")


def in_use(*, workspace: "Workspace", person_ids: list[UUID], **_: Any) -> set[UUID]:
    """Persons whom a step names are kept."""
    from askwell.growth.queries.steps import persons_named  # noqa: PLC0415 - as above

    return persons_named(workspace, person_ids)
