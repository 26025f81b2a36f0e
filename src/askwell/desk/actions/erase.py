"""Erasing: the one thing that cannot be undone.

Rows are deleted, and where they lay is made unreadable. On SQLite a deleted row's bytes would stay in free
pages, in the write-ahead log and in the search index's older segments, so after the transaction the index is
merged, the file rewritten (`VACUUM`) and the log emptied. On PostgreSQL the rows are gone at once and their
bytes when autovacuum comes by. Backups and exports made before are files of the seeker's own, and stay; where a
backup is restored, what was erased since is erased again (`erased`).
"""

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet

from askwell.accounts.actions import note_erasure
from askwell.accounts.choices import Gone
from askwell.accounts.models import Profile, Workspace
from askwell.desk.actions.ledger import write_down_new
from askwell.desk.queries.erasing import became_part_of, files_of, import_rows_of, only_theirs, tags_only_theirs
from askwell.desk.queries.tables import exported, owned
from askwell.interviews.models import Booking
from askwell.people.actions.imports import discard_waiting
from askwell.people.actions.persons import remove_person
from askwell.people.choices import ImportState
from askwell.people.models import Import, Organisation, Person, Tag
from askwell.programmes.actions.leaving import leave_all

EXAMPLES = ("samples", "examples")
"""Under these names an import keeps cells of its file, to show what it understood."""


@transaction.atomic
def erase_person(*, workspace: Workspace, person_id: UUID) -> None:
    """The person goes with everything that hangs on them: addresses, roles, ties, introductions, notes,
    conversations, duties, the rows of files they came in with, the organisations and tags that were only
    theirs, the files themselves, those of whoever became part of them, and every file that waits to be brought in.
    What others were told about them stays in those messages; that they asked not to be contacted stays as hashes.

    Raises Person.DoesNotExist.
    """
    person = Person.objects.of(workspace).get(pk=person_id)
    for key in (person_id, *became_part_of(workspace, person_id)):
        note_erasure(Gone.PERSON, place=workspace.pk, key=key, is_stopped=person.do_not_contact_at is not None)
    discard_waiting(workspace=workspace)
    _forget_files(workspace, files_of(workspace, person_id))
    import_rows_of(workspace, person_id).delete()
    organisations = list(only_theirs(workspace, person_id).values_list("pk", flat=True))
    tags = list(tags_only_theirs(workspace, person_id).values_list("pk", flat=True))
    remove_person(workspace=workspace, person_id=person_id)
    Organisation.objects.of(workspace).filter(pk__in=organisations).delete()
    Tag.objects.of(workspace).filter(pk__in=tags).delete()
    _clean_up_after()


def erase_asked(*, now: datetime) -> int:
    """Erase whoever asked for it on their page and did not take it back, when the day has come. Returns how many."""
    pages = Booking._base_manager.filter(erase_at__lte=now, thread__person__do_not_contact_at__isnull=False)  # all
    due = list(pages.select_related("workspace", "thread"))
    for page in due:
        with suppress(Person.DoesNotExist):  # the seeker was quicker
            erase_person(workspace=page.workspace, person_id=page.thread.person_id)
    return len(due)


@transaction.atomic
def erase_everything(*, workspace: Workspace, now: datetime, keep: Collection[str] = ()) -> None:
    """The workspace is as on its first day: no rows, an empty profile, no demo. Its users stay signed in. Programmes
    that the seeker took part in are left. `keep`: labels of tables that stay as they are, which refer to none of the
    others; what goes then was invented."""
    leave_all(seeker=workspace, now=now)
    if not keep:
        note_erasure(Gone.EVERYTHING, place=workspace.pk, key=workspace.pk)
    later = [model for model in owned() if model not in set(exported())]
    going = [model for model in (*later, *reversed(list(exported()))) if model._meta.label not in keep]
    for model in going:
        _delete_at_once(model.objects.of(workspace))
    Profile.objects.filter(workspace=workspace).delete()
    Profile.objects.create(workspace=workspace)
    Workspace.objects.filter(pk=workspace.pk).update(is_demo=False)
    _clean_up_after()


def _delete_at_once(rows: "QuerySet[Any, Any]") -> None:
    # `delete()` would first fetch every row to look for what hangs on it; here all of that goes as well
    rows._raw_delete(rows.db)


def _forget_files(workspace: Workspace, import_ids: set[UUID]) -> None:
    """Empty the uploaded files and the examples that were taken from them; an import that is being written
    empties its own at the end."""
    theirs = Import.objects.of(workspace).filter(pk__in=import_ids)
    for one in theirs.exclude(state=ImportState.APPLYING).defer("data"):
        one.layout, one.counts = _without_examples(one.layout), _without_examples(one.counts)
        one.data = b""
        one.save(update_fields=["layout", "counts", "data"])


def _without_examples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: [] if key in EXAMPLES else _without_examples(item) for key, item in value.items()}
    return [_without_examples(item) for item in value] if isinstance(value, list) else value


def _clean_up_after() -> None:
    """Once a transaction, however many are erased in it."""
    if not any(scrub in waiting for waiting in connection.run_on_commit):
        transaction.on_commit(scrub, robust=True)
        transaction.on_commit(write_down_new, robust=True)


def scrub() -> None:
    """Make what was deleted unreadable in the database's files; the first statement outside a transaction."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO people_search(people_search) VALUES ('optimize')")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
