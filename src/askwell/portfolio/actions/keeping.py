"""What every verb on a part of the story has in common: tidy words, one version at a time, other languages."""

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import models, transaction

from askwell.accounts.models import Workspace
from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.lib.text import clean, clean_block
from askwell.portfolio.actions.errors import ChangedElsewhereError, UnknownCodeError, UnreadableError
from askwell.portfolio.models import Thing, Told

LONGEST = 4000
"""Characters of a paragraph."""


Some = TypeVar("Some", bound=Thing)


def tidy(model: type[models.Model], facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as they are stored: texts without what cannot be seen, as long as their columns at most, addresses
    as addresses. Raises UnreadableError."""
    return {name: _tidied(model._meta.get_field(name), value) for name, value in facts.items()}


def _tidied(field: Any, value: Any) -> Any:
    if isinstance(field, models.TextField):
        return clean_block(value, limit=LONGEST)
    if not isinstance(field, models.CharField):
        return value
    text = clean(value, limit=field.max_length)
    reads = normalise_email if isinstance(field, models.EmailField) else normalise_link if field.name == "url" else None
    if reads is None or not text:
        return text
    address = reads(text)
    if address is None:
        raise UnreadableError(field.name, text)
    return address


def known_language(language: str) -> str:
    """The code itself, of settings.LANGUAGES. Raises UnknownCodeError."""
    if language not in dict(settings.LANGUAGES):
        raise UnknownCodeError("language", language)
    return language


def change(row: Told, version: int | None, facts: Mapping[str, Any], *, anew: bool = False) -> None:
    """Write the facts, unless somebody did since the row was `version`; None asks nothing. `anew`: the row is not
    there yet. Raises ChangedElsewhereError."""
    if version is not None and version != row.version:
        raise ChangedElsewhereError(row.version)
    for name, value in facts.items():
        setattr(row, name, value)
    row.version += 1
    row.save(force_insert=anew, update_fields=None if anew else [*facts, "version"])


def locked(kind: type[Some], workspace: Workspace, key: UUID) -> Some:
    """One thing that is there, to be changed. Raises `kind.DoesNotExist`."""
    return kind.kept(workspace).select_for_update().get(pk=key)


def following(rows: models.QuerySet[Any]) -> int:
    """The place after the last of these."""
    last: int | None = rows.aggregate(last=models.Max("number"))["last"]
    return 0 if last is None else last + 1


@transaction.atomic
def say_in(
    kind: type[Some], *, workspace: Workspace, key: UUID, language: str, words: Mapping[str, str], version: int
) -> Some:
    """Say a thing in another language than it was told in; what is empty is not said in it. Raises UnknownCodeError
    also for its own language, ChangedElsewhereError, `kind.DoesNotExist`."""
    row = locked(kind, workspace, key)
    change(row, version, {"said": said_anew(row, language, words)})
    return row


def said_anew(row: Told, language: str, words: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What a row says in other languages, with this one said anew. Raises UnknownCodeError."""
    if known_language(language) == row.language:
        raise UnknownCodeError("language", language)
    tidied = tidy(type(row), {name: text for name, text in words.items() if name in row.TOLD})
    given = {name: text for name, text in tidied.items() if text}
    others = {code: said for code, said in row.said.items() if code != language}
    return {**others, language: given} if given else others
