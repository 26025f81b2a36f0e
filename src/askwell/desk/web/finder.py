"""What the People page is asked for, out of its address."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from askwell.desk.queries.people import Narrowed
from askwell.lib.ids import id_of
from askwell.lib.numbers import whole_number
from askwell.outreach.queries.values import StageCode
from askwell.people.choices import TieKind
from askwell.people.queries import PeopleFilter

MOST_PAGES = 400
"""An offset costs what it skips: paging ends after 10,000 people, filters go further."""
MOST_CHOSEN = 500
PARAMETERS = ("q", "tie", "organisation", "stage", "language", "tag", "archived")


def narrowed_by(asked: QueryDict) -> Narrowed:
    """The filters of an address; what makes no sense narrows nothing."""
    stage, tie = asked.get("stage", ""), asked.get("tie", "")
    people = PeopleFilter(
        q=asked.get("q", "").strip()[:100],
        tie=tie if tie in set(TieKind) else "",
        organisation=id_of(asked.get("organisation", "")),
        language=asked.get("language", "")[:10],
        tag=id_of(asked.get("tag", "")),
        archived="archived" in asked,
    )
    return Narrowed(people, StageCode(stage) if stage in set(StageCode) else None)


def ids_in(texts: list[str]) -> list[UUID]:
    """Those of the texts that are ids, each once."""
    return list(dict.fromkeys(filter(None, map(id_of, texts[:MOST_CHOSEN]))))


def page_number(asked: QueryDict) -> int:
    """From 1."""
    return min(max(whole_number(asked.get("page", ""), 1), 1), MOST_PAGES)


def kept_parameters(asked: QueryDict) -> str:
    """The filters as they stand, for links to other pages of the same list; ends in & where not empty."""
    kept = [(name, asked[name]) for name in PARAMETERS if asked.get(name)]
    return f"{urlencode(kept)}&" if kept else ""
