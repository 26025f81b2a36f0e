"""New rows under the id that the form gave them, so that the same form sent twice makes no second one."""

from django.db import IntegrityError, transaction
from django.db.models import Model

from askwell.lib.ids import uuid7


def insert(row: Model) -> None:
    """Insert the row; where somebody else's has its id it gets another, and nobody learns more of it."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        row.pk = uuid7()
        row.save(force_insert=True)
