"""What the story has is said in the language of a resume, and that is taken off again."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.portfolio.actions.keeping import change, locked, said_anew, say_in
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import StoryFile, Thing

Said = list[Any]
"""What was said of a row: its kind, its id, the words by column, its version before and after."""
Moved = dict[str, tuple[int, int]]
"""Rows by id, with the versions that they had and have."""


def say_beside(
    kind: type[Thing], *, workspace: Workspace, key: UUID, language: str, words: Mapping[str, str]
) -> Said | None:  # fmt: skip
    """Say it in `language` beside what it says there already, which stays. None where there is nothing to add. Raises
    what `say_in` does."""
    row = locked(kind, workspace, key)
    before, there = row.version, row.said.get(language, {})
    if not {column for column in words if column not in there}:
        return None
    row = say_in(kind, workspace=workspace, key=key, language=language, words={**words, **there}, version=before)
    now = row.said.get(language, {})
    added = {column: text for column, text in now.items() if column not in there}
    return [kind.__name__, str(key), added, before, row.version]


def unsay(kind: type[Thing], workspace: Workspace, said: Said, language: str) -> tuple[bool, Moved]:
    """Take off what still stands as it was said. Whether all of it did, or is gone with its row; and the row, where
    nothing else was changed since."""
    _kind, key, words, before, after = said
    row = kind.objects.of(workspace).select_for_update().filter(pk=key).first()
    if row is None:
        return True, {}
    now, is_untouched = row.said.get(language, {}), row.version == after
    kept = {column: text for column, text in now.items() if words.get(column) != text}
    if kept != now:
        change(row, None, {"said": said_anew(row, language, kept)})
    is_gone = not set(words) & set(kept)
    return is_gone, {key: (before, row.version)} if is_untouched else {}


def follow(workspace: Workspace, moved: Moved) -> None:
    """Rows that are as another file left them count as untouched still: that file learns their versions."""
    for file in StoryFile.objects.of(workspace).filter(state=FileState.KEPT) if moved else ():
        changes = {**file.changes}
        for name in ("made", "said"):
            changes[name] = [_followed(one, moved) for one in file.changes.get(name, [])]
        if changes != file.changes:
            file.changes = changes
            file.save(update_fields=["changes"])


def _followed(one: list[Any], moved: Moved) -> list[Any]:
    """One row that a file made or said something of, its last version at the end."""
    had, has = moved.get(one[1], (None, None))
    return [*one[:-1], has] if had == one[-1] else one
