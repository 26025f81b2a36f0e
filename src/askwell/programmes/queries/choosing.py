"""Two people for a pair of the coordinator's own choice, found by name or number."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.programmes.models import Insider, Participant, Round
from askwell.programmes.queries.pool import TAKES_PART, seekers_of

MOST = 20
Person = TypeVar("Person", Participant, Insider)
PEOPLE = ("name", "native_name", "number", "field")


def seekers(row: Round, q: str, chosen: UUID | None) -> Sequence[Participant]:
    """Of the round's active seekers the one who is chosen, or those who are called so; two queries at most."""
    return _found(seekers_of(row).only(*PEOPLE), "s-", q, chosen)


def insiders(row: Round, q: str, chosen: UUID | None) -> Sequence[Insider]:
    """The same of the insiders who are in."""
    rows = Insider.objects.of(row.workspace).filter(state__in=TAKES_PART)
    return _found(rows.only(*PEOPLE, "title", "organisation"), "i-", q, chosen)


def _found(rows: QuerySet[Person], letter: str, q: str, chosen: UUID | None) -> list[Person]:
    """Whoever is chosen, unless other words were typed since."""
    words = q.split()[:6]
    for word in words:
        rows = rows.filter(_holds(word, letter))
    if chosen and (found := list(rows.filter(pk=chosen))):
        return found
    return list(rows.order_by("name", "number")[:MOST]) if words else []


def _holds(word: str, letter: str) -> Q:
    number = word.lower().removeprefix(letter)
    is_number = number.isascii() and number.isdigit() and len(number) < 9
    named = Q(name__icontains=word) | Q(native_name__icontains=word)
    return named | Q(number=int(number)) if is_number else named
