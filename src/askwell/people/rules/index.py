"""The words under which a person is found, as the search index keeps them.

Every token begins with its workspace's mark, so that a search meets nothing of other workspaces and
costs the same however many of them share a database. A mark is six letters and digits; two workspaces
may share one by chance, so whoever reads the index filters by workspace as well.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from askwell.lib.names import PersonName
from askwell.lib.phones import national_digits
from askwell.lib.text import fold
from askwell.lib.tokens import query_tokens, search_tokens

MARK_LENGTH = 6
LETTERS = {"name": "n", "organisation": "o", "title": "t", "note": "w"}
"""What SQLite's index puts before the mark, so that each field has postings of its own."""
_NOTE_TOKENS = 2000
_BACKWARDS = "t"
_phone_typed = re.compile(r"\+?[\d\s().-]*")
_north_america = re.compile(r"\+1[\s(.-]*[2-9]")
_FEWEST_FIRST, _FEWEST_LAST = 3, 4
_LOCAL = 7  # digits of a North American number without its area code


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
    others: Iterable[PersonName] = (),
    organisations: Iterable[str] = (),
    titles: Iterable[str] = (),
    notes: Iterable[str] = (),
    phones: Iterable[str] = (),
) -> IndexColumns:
    """The index columns of one person. `others`: names that they have besides. A Chinese name is also kept whole,
    so that what begins with the characters typed comes before what merely holds them."""
    name_tokens = _name_tokens(names, native)
    for other in others:
        name_tokens += _name_tokens((other.given, other.family, other.nickname), other.native)
    return IndexColumns(
        _marked(mark, list(dict.fromkeys(name_tokens))),
        _marked(mark, search_tokens(*organisations)),
        _marked(mark, search_tokens(*titles)),
        _marked(mark, [*phone_tokens(phones), *search_tokens(*notes)[:_NOTE_TOKENS]]),
    )


def _name_tokens(names: Iterable[str], native: str) -> list[str]:
    return [*search_tokens(*names, native=native), *([whole(native)] if len(native) > 1 else [])]


def marked_query(mark: str, text: str) -> list[str]:
    """The marked beginnings that a person's tokens must all have to be found by `text`."""
    return [mark + token for token in query_tokens(text)[:8]]


def phone_tokens(numbers: Iterable[str]) -> list[str]:
    """Under what telephone numbers (E.164) are found: whole, without the country's code, in North America
    also without the area code, and backwards, since many remember the last digits."""
    found: dict[str, None] = {}
    for number in numbers:
        main = number.partition(";")[0]
        national = national_digits(main)
        digits = "".join(filter(str.isdecimal, main))
        local = [national[-_LOCAL:]] if main.startswith("+1") else []
        found |= dict.fromkeys(filter(None, (digits, national, *local, _BACKWARDS + digits[::-1])))
    return list(found)


def phone_queries(mark: str, text: str) -> list[str]:
    """The marked beginnings by which a typed number is looked up, the first digits before the last ones; none
    when what was typed is not (part of) a number."""
    typed = unicodedata.normalize("NFKC", text).strip()
    digits = "".join(filter(str.isdecimal, typed))
    if not _phone_typed.fullmatch(typed) or len(digits) < _FEWEST_FIRST:
        return []
    first = digits.lstrip("0")  # a trunk or international prefix: 010 6234, 00 86
    if _north_america.match(typed):  # every number there begins so: too many beginnings to go through
        first = digits[1:]
    last = digits if not typed.startswith("+") and len(digits) >= _FEWEST_LAST else ""
    return [mark + token for token in (first, _BACKWARDS + last[::-1] if last else "") if token]


def whole(text: str) -> str:
    """A name as one token: letters and characters only."""
    return "".join(char for char in fold(text) if char.isalnum())


def _marked(mark: str, tokens: list[str]) -> str:
    return " ".join([mark + token for token in tokens if token])
