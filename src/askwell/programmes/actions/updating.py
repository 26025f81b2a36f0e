"""People whom an earlier list brought in are brought up to date by a later one, and back."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any
from uuid import UUID

from askwell.programmes.choices import Audience
from askwell.programmes.models import Upload
from askwell.programmes.queries.listed import Update, brought_up_to_date, people, rows_of
from askwell.programmes.rules.updating import taken_over, with_list, without_list


def bring_up_to_date(upload: Upload, updates: Sequence[Update]) -> None:
    """What the list says of them that nobody changed meanwhile."""
    audience, told = Audience(upload.audience), {one.id: one for one in updates}

    def new(row: dict[str, Any]) -> dict[str, Any]:
        said = {column: value for column, (_was, value) in told[row["pk"]].changes.items()}
        changes = taken_over(row, {"name": row["name"], "native_name": row["native_name"], **said})
        return with_list(row, changes, str(upload.pk), audience) if changes else {}

    _write(upload, told, new)


def put_back(upload: Upload) -> None:
    """What was there before the list."""
    keys = brought_up_to_date(upload).values_list("pk", flat=True)
    _write(upload, list(keys), lambda row: without_list(row, str(upload.pk)))


def _write(upload: Upload, keys: Iterable[UUID], new: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """One by one, each only at the version that was read: whoever saves meanwhile comes first."""
    audience = Audience(upload.audience)
    for row in rows_of(upload.workspace, audience, keys):
        if columns := new(row):
            people(upload.workspace, audience).filter(pk=row["pk"], version=row["version"]).update(**columns)
