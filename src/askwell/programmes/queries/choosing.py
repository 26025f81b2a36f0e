"""Two people for a pair of the coordinator's own choice, found by name or number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import numpy as np
from django.db.models import Q, QuerySet

from askwell.programmes.choices import Barrier
from askwell.programmes.models import Insider, Participant, Round
from askwell.programmes.queries.pool import TAKES_PART, pool_of_one, seekers_of
from askwell.programmes.rules.barriers import Barriers
from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.pairs import scores_of
from askwell.programmes.rules.people import Window
from askwell.programmes.rules.tables import Tables

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


@dataclass(frozen=True, slots=True)
class Candidate:
    """`against`: what keeps the two apart, a full insider (`is_full`) beside it."""

    insider: Insider
    score: int
    against: tuple[Barrier, ...]
    is_full: bool


@dataclass(frozen=True, slots=True)
class Chances:
    """Who could meet a seeker, or nearly could, the most promising first; and when the seeker is free."""

    candidates: tuple[Candidate, ...]
    free: tuple[Window, ...]


def chances(row: Round, seeker: Participant, now: datetime) -> Chances | None:
    """A fixed number of queries, and no more than `MOST` insiders; None of who does not take part."""
    whole = Participant.objects.of(row.workspace).get(pk=seeker.pk)
    fit, _problems = admit(pool_of_one(row, whole, now))
    if not fit.seekers:
        return None
    tables, many = Tables.of(fit), len(fit.insiders)
    rows, columns = np.zeros(many, np.int64), np.arange(many)
    marks = Barriers(fit, tables).of_pairs(rows, columns)
    scores = scores_of(tables, fit.weights, rows, columns)
    standing = np.sum(list(marks.values()), axis=0) + (tables.capacity < 1)
    best = np.lexsort((columns, -scores, standing))[:MOST].tolist()
    named = Insider.objects.of(row.workspace).filter(pk__in=[UUID(fit.insiders[place].id) for place in best])
    people = {str(one.pk): one for one in named.only(*PEOPLE, "title", "organisation")}
    found = [
        Candidate(
            people[fit.insiders[place].id],
            int(scores[place]),
            tuple(barrier for barrier, against in marks.items() if against[place]),
            fit.insiders[place].capacity < 1,
        )
        for place in best
    ]
    return Chances(tuple(found), fit.seekers[0].windows)


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
