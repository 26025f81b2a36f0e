"""What merges hold about somebody who is erased."""

from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.people.actions.merging.pointing import Kept, pointers
from askwell.people.models import Merge


def forget_held(workspace: Workspace, person_id: UUID) -> None:
    """Drop what other people's merges hold that tells of this person, or of whoever became part of them: an
    introduction with its note, a pair. In the caller's transaction, before the person is deleted."""
    merges = Merge.objects.of(workspace)
    theirs = {str(key) for key in merges.filter(person=person_id).values_list("gone_id", flat=True)} | {str(person_id)}
    fields = [(pointer.model._meta.label_lower, pointer.field) for pointer in pointers()]

    def tells_of_them(row: Kept) -> bool:
        told = row.get("fields") if isinstance(row, dict) else None  # it came in with a backup perhaps
        return isinstance(told, dict) and any(
            row.get("model") == label and told.get(field) in theirs for label, field in fields
        )

    for merge in merges.exclude(person=person_id).exclude(held=[]):
        held = [row for row in merge.held if not tells_of_them(row)]
        if len(held) < len(merge.held):
            merge.held = held
            merge.save(update_fields=["held"])
