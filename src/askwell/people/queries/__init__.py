"""Reads of people: search, lists, one person's card, facts for higher apps."""

from askwell.people.queries.card import PersonCard, notes_of, person_card
from askwell.people.queries.facts import (
    CandidateFacts,
    KnownAt,
    at_organisation,
    candidates_facts,
    organisations_by_people,
    people_at,
)
from askwell.people.queries.listing import (
    FilterOptions,
    PeopleFilter,
    PeoplePage,
    count_people,
    filter_options,
    list_people,
)
from askwell.people.queries.rows import PersonRow, rows_of
from askwell.people.queries.search import FoundPerson, search

__all__ = [
    "CandidateFacts",
    "FilterOptions",
    "FoundPerson",
    "KnownAt",
    "PeopleFilter",
    "PeoplePage",
    "PersonCard",
    "PersonRow",
    "at_organisation",
    "candidates_facts",
    "count_people",
    "filter_options",
    "list_people",
    "notes_of",
    "organisations_by_people",
    "people_at",
    "person_card",
    "rows_of",
    "search",
]
