"""Languages that the seeker speaks."""

from datetime import date
from typing import Any, TypedDict, Unpack, get_args
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.errors import NothingToldError, OutOfRangeError, UnknownCodeError
from askwell.portfolio.actions.keeping import change, following, known_language, locked, tidy
from askwell.portfolio.models import SpokenLanguage
from askwell.protocols.resumes import Level

SKILLS = ("listening", "speaking", "reading", "writing")
BENCHMARKS = range(1, 13)
LEVELS: tuple[str, ...] = get_args(Level)


class LanguageFacts(TypedDict, total=False):
    """The columns of `models.SpokenLanguage`; the four are Canadian Language Benchmarks."""

    level: str
    listening: int | None
    speaking: int | None
    reading: int | None
    writing: int | None
    tested_on: date | None
    note: str


@transaction.atomic
def add_language(
    *, workspace: Workspace, name: str, language: str = "en", **facts: Unpack[LanguageFacts]
) -> SpokenLanguage:  # fmt: skip
    """`language` is the one that its name is told in. Raises NothingToldError, UnknownCodeError, OutOfRangeError."""
    spoken = SpokenLanguage(workspace=workspace, language=known_language(language))
    spoken.number = following(SpokenLanguage.objects.of(workspace))
    change(spoken, None, _checked(name, facts), anew=True)
    return spoken


@transaction.atomic
def change_language(
    *, workspace: Workspace, spoken_language_id: UUID, version: int, name: str, **facts: Unpack[LanguageFacts]
) -> SpokenLanguage:  # fmt: skip
    """Raises what `add_language` does, ChangedElsewhereError, SpokenLanguage.DoesNotExist."""
    spoken = locked(SpokenLanguage, workspace, spoken_language_id)
    change(spoken, version, _checked(name, facts))
    return spoken


def _checked(name: str, facts: LanguageFacts) -> dict[str, Any]:
    kept = tidy(SpokenLanguage, {"name": name, **facts})
    if not kept["name"]:
        raise NothingToldError("name")
    if kept.get("level", "") not in LEVELS:
        raise UnknownCodeError("level", kept["level"])
    for column in SKILLS:
        if kept.get(column) is not None and kept[column] not in BENCHMARKS:
            raise OutOfRangeError(column)
    return kept
