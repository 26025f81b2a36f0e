"""Tables as text, with headings in three languages."""

from itertools import islice

from askwell.lib.text import fold
from askwell.protocols.contacts.dates import day_order
from askwell.protocols.contacts.headings import heading_key
from askwell.protocols.contacts.text_tables import rows
from askwell.protocols.postings.model import MOST_POSTINGS, Posting, Remark
from askwell.protocols.postings.records.names import meaning_of
from askwell.protocols.postings.records.records import Row, Setting, posting_of

_DELIMITERS = ",;\t|"
_HEADING_WITHIN = 10
_DATES = ("posted", "closes", "start", "end", "date")


def delimiter_of(data: bytes, encoding: str, *, sure: bool) -> str:
    """The delimiter under which a title and another heading are known, "" where there is none. Where it is not `sure`
    that this is a table, three headings must be known: a text may have commas too."""
    best = max(_DELIMITERS, key=lambda one: max(_known(data, encoding, one)))
    known = max(_known(data, encoding, best))
    return best if known >= (2 if sure else 3) else ""


def postings_of(data: bytes, encoding: str, delimiter: str, setting: Setting) -> tuple[list[Posting], list[Remark]]:
    """One posting a row."""
    table = list(islice(rows(data, encoding, delimiter), MOST_POSTINGS + _HEADING_WITHIN + 1))
    scores = [_score(row.cells) for row in table[:_HEADING_WITHIN]]
    place = scores.index(max(scores))
    headings = [cell.strip().lstrip("\ufeff") for cell in table[place].cells]
    body = [row for row in table[place + 1 :] if any(map(str.strip, row.cells))]
    dated = [n for n, heading in enumerate(headings) if meaning_of(heading) in _DATES]
    day_first, _ = day_order(row.cells[n] for row in body for n in dated if n < len(row.cells))
    known = Setting(setting.base, f"{setting.hints} {_hint(headings)}", "", day_first)
    found, remarks = [], []
    for row in body:
        posting = posting_of(Row.of(zip(headings, map(str.strip, row.cells), strict=False)), known)
        if posting.title:
            found.append(posting)
        else:
            remarks.append(Remark.of("no_title", row.line, delimiter.join(row.cells)))
    return found, remarks


def _known(data: bytes, encoding: str, delimiter: str) -> list[int]:
    return [_score(row.cells) for row in islice(rows(data, encoding, delimiter), _HEADING_WITHIN)] or [0]


def _score(cells: list[str]) -> int:
    """How many of the cells are known headings; none where there is no title among them."""
    meanings = [meaning for cell in cells if len(cell) < 60 and (meaning := meaning_of(cell))]
    return len(set(meanings)) if "title" in meanings else 0


def _hint(headings: list[str]) -> str:
    """What the title's heading says that the rows are."""
    titles = [fold(heading) for heading in headings if meaning_of(heading) == "title"]
    offered = any(meaning_of(heading) in ("salary", "salary min", "employment") for heading in headings)
    hours = any(meaning_of(heading) == "hours" for heading in headings)
    unpaid = hours and not offered and any(heading_key(one) in ("opportunity", "role", "mission") for one in titles)
    return " ".join([*titles, "volunteer" if unpaid else ""])
