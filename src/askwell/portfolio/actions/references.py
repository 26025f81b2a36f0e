"""Who can attest what, and how far the asking is."""

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.errors import BothAnswersError, NothingToldError
from askwell.portfolio.actions.keeping import change, known_language, locked, tidy
from askwell.portfolio.models import Chapter, Reference


class ReferenceFacts(TypedDict, total=False):
    """The columns of `models.Reference`."""

    role: str
    organisation: str
    email: str
    phone: str
    chapter_id: UUID | None
    attests: str
    words: str
    asked_on: date | None
    agreed_on: date | None
    declined_on: date | None
    refreshed_on: date | None


@transaction.atomic
def add_reference(
    *, workspace: Workspace, name: str, language: str = "en", **facts: Unpack[ReferenceFacts]
) -> Reference:  # fmt: skip
    """Somebody who saw the seeker at work, in the chapter `chapter_id`. Nobody has agreed because their name was
    found in a resume. Raises NothingToldError, UnknownCodeError, UnreadableError, BothAnswersError,
    Chapter.DoesNotExist."""
    reference = Reference(workspace=workspace, language=known_language(language))
    change(reference, None, _checked(reference, {"name": name, **facts}), anew=True)
    return reference


@transaction.atomic
def change_reference(
    *, workspace: Workspace, reference_id: UUID, version: int, name: str, **facts: Unpack[ReferenceFacts]
) -> Reference:  # fmt: skip
    """Raises what `add_reference` does, ChangedElsewhereError, Reference.DoesNotExist."""
    reference = locked(Reference, workspace, reference_id)
    change(reference, version, _checked(reference, {"name": name, **facts}))
    return reference


def _checked(reference: Reference, facts: dict[str, Any]) -> dict[str, Any]:
    chapter = facts.pop("chapter_id", reference.chapter_id)
    kept = tidy(Reference, facts)
    if not kept["name"]:
        raise NothingToldError("name")
    if kept.get("agreed_on", reference.agreed_on) and kept.get("declined_on", reference.declined_on):
        raise BothAnswersError
    return {**kept, "chapter": Chapter.kept(reference.workspace).get(pk=chapter) if chapter else None}
