from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils import timezone


class OccupationsConfig(AppConfig):
    name = "askwell.occupations"

    def ready(self) -> None:
        post_migrate.connect(bring_own, sender=self)


def bring_own(**_told: Any) -> None:
    """What Askwell brings along stands in every database whose tables are whole."""
    from django.db import connection  # noqa: PLC0415 - models are not there yet when this module is loaded

    from askwell.occupations.actions.loading import load_own  # noqa: PLC0415
    from askwell.occupations.models import TitleIndex  # noqa: PLC0415

    if TitleIndex._meta.db_table in connection.introspection.table_names():
        load_own(now=timezone.now())  # noqa: TID251 - what runs after a migration has no entry room
