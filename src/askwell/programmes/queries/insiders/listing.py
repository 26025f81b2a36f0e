"""The list of a programme's insiders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast

from askwell.accounts.models import Workspace
from askwell.programmes.choices import InsiderState
from askwell.programmes.models import Insider, Programme
from askwell.programmes.queries.insiders.standing import Standing, standing_of, talks_of

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the list shows: empty for all."""

    state: str = ""
    field: str = ""
    language: str = ""
    q: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    insider: Insider
    standing: Standing


@dataclass(frozen=True, slots=True)
class InsiderPage:
    """`page` counts them all, `rows` are this page's."""

    rows: Sequence[Listed]
    page: Page[Insider]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands above the list: how many there are by state, and the fields that can be chosen."""

    states: Sequence[tuple[InsiderState, int]]
    total: int
    fields: Sequence[str]


def around(workspace: Workspace) -> Around:
    """Two queries. Who left is counted by their state only."""
    rows = Insider.objects.of(workspace)
    counts = dict(rows.order_by().values_list("state").annotate(count=Count("id")))
    fields = rows.exclude(field="").exclude(state=InsiderState.LEFT).order_by("field").values_list("field", flat=True)
    total = sum(count for state, count in counts.items() if state != InsiderState.LEFT)
    return Around([(state, counts.get(state, 0)) for state in InsiderState], total, list(fields.distinct()[:200]))


def insiders(programme: Programme, narrowed: Narrowed, *, number: int, now: datetime) -> InsiderPage:
    """A page of the list, by number, who left only where they are asked for. Three queries."""
    workspace = programme.workspace
    page = Paginator(_chosen(workspace, narrowed).order_by("number"), A_PAGE).get_page(number)
    rows = list(page.object_list)
    talks = talks_of(workspace, [row.pk for row in rows], now)
    rest = {"rest_days": programme.rest_days, "most_missed": programme.most_missed}
    listed = [Listed(row, standing_of(row, talks.get(row.pk), **rest, now=now)) for row in rows]
    return InsiderPage(listed, page)


def _chosen(workspace: Workspace, narrowed: Narrowed) -> QuerySet[Insider]:
    rows = Insider.objects.of(workspace).defer("note", "answers")
    rows = rows.filter(state=narrowed.state) if narrowed.state else rows.exclude(state=InsiderState.LEFT)
    if narrowed.field:
        rows = rows.filter(field=narrowed.field)
    if narrowed.language:
        rows = rows.annotate(spoken=Cast("languages", TextField())).filter(spoken__contains=f'"{narrowed.language}"')
    for word in narrowed.q.split()[:6]:
        rows = rows.filter(_with(word))
    return rows


def _with(word: str) -> Q:
    found = Q()
    for column in ("name", "native_name", "organisation", "title", "email", "field"):
        found |= Q(**{f"{column}__icontains": word})
    return found
