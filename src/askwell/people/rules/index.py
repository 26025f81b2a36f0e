"""The words under which a person is found, as the search index keeps them.

Every token begins with its workspace's mark, so that a search meets nothing of other workspaces and
costs the same however many of them share a database. A mark is six letters and digits; two workspaces
may share one by chance, so whoever reads the index filters by workspace as well.
"""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from askwell.lib.text import fold, query_tokens, search_tokens

MARK_LENGTH = 6
_NOTE_TOKENS = 2000


class IndexColumns(NamedTuple):
    """Space-separated marked tokens, one column a kind of fact; Person's `search_…` fields."""

    name: str = ""
    organisation: str = ""
    title: str = ""
    note: str = ""


def mark_of(workspace_id: UUID) -> str:
    """What every token of this workspace begins with."""
    return workspace_id.hex[-MARK_LENGTH:]


def index_columns(
    mark: str,
    *,
    names: Iterable[str],
    native: str = "",
    organisations: Iterable[str] = (),
    titles: Iterable[str] = (),
    notes: Iterable[str] = (),
) -> IndexColumns:
    """The index columns of one person. A Chinese name is also kept whole, so that what begins with the
    characters typed comes before what merely holds them."""
    name_tokens = search_tokens(*names, native=native)
    if len(native) > 1:
        name_tokens.append(whole(native))
    return IndexColumns(
        _marked(mark, name_tokens),
        _marked(mark, search_tokens(*organisations)),
        _marked(mark, search_tokens(*titles)),
        _marked(mark, search_tokens(*notes)[:_NOTE_TOKENS]),
    )


def marked_query(mark: str, text: str) -> list[str]:
    """The marked beginnings that a person's tokens must all have to be found by `text`."""
    return [mark + token for token in query_tokens(text)[:8]]


def whole(text: str) -> str:
    """A name as one token: letters and characters only."""
    return "".join(char for char in fold(text) if char.isalnum())


def _marked(mark: str, tokens: list[str]) -> str:
    return " ".join([mark + token for token in tokens if token])
