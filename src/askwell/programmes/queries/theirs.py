"""Which seekers somebody of the staff sees: the one place that says so."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from askwell.accounts.models import User

Row = TypeVar("Row", bound=Model)


def seen(rows: QuerySet[Row], only: User | None, to_seeker: str = "") -> QuerySet[Row]:
    """Of rows about seekers those that somebody may see: `only` a caseworker's, of the seekers given to them, or, with
    None (who leads), all. `to_seeker` leads from a row to its seeker: "participant__"; from a seeker's own it is empty.
    """
    return rows.filter(**{f"{to_seeker}caseworker": only}) if only else rows
