"""A decision as a whole, read in a fixed number of queries and worked out by the rules."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.decisions.choices import DecisionState, OptionKind
from askwell.decisions.models import Choice, Criterion, Decision, Evidence, Option, Score
from askwell.decisions.queries.values import Board, ChoiceRow, Field, FieldRow, OptionRow, Other, Said, Wish
from askwell.decisions.rules import looking_back
from askwell.decisions.rules.cells import Word, cell
from askwell.decisions.rules.tipping import tips
from askwell.decisions.rules.unknown import unknowns
from askwell.decisions.rules.weighing import Table, shares, standings
from askwell.interviews.models import Voice
from askwell.lib.text import fold
from askwell.outreach.queries import rows
from askwell.outreach.queries.values import Who

OPTION = ("id", "title", "about", "kind", "reference", "organisation_id", "organisation__name", "aimed_at")
WISH = ("id", "words", "weight", "is_must", "ask", "insight_id")
INSIGHT = ("insight_id", "insight__text", "insight__said_at", "insight__interview_id", "insight__person_id")
NAMES = ("insight__person__given_name", "insight__person__family_name", "insight__person__native_name")
OWN = ("id", "option_id", "criterion_id", "text", "source", "speaks_for", "strength", "noted_at")
CHOICE = ("id", "option_id", "title", "text", "decided_on", "stood", "look_back_on", "came_of", "looked_back_on")

Job = rows.Job


def board(workspace: Workspace, decision_id: UUID, *, weights: Mapping[UUID, int] | None = None) -> Board:
    """The decision with everything on it; `weights` tries others than those that are kept. Eight queries, whatever
    its size. Raises Decision.DoesNotExist."""
    row = Decision.kept(workspace).get(pk=decision_id)
    options, wishes = options_of(workspace, decision_id), _wishes(workspace, decision_id, weights or {})
    fields = _fields(workspace, decision_id, options, wishes)
    table = _table(options, wishes, fields)
    return Board(
        id=row.pk,
        question=row.question,
        state=DecisionState(row.state) if row.state in set(DecisionState) else DecisionState.OPEN,
        options=options,
        wishes=wishes,
        fields=fields,
        choices=_choices(workspace, decision_id),
        table=table,
        shares=shares(table.weights),
        standings=standings(table),
        tips=tips(table),
        unknowns=unknowns(table),
    )


def options_of(workspace: Workspace, decision_id: UUID) -> tuple[OptionRow, ...]:
    """In the order in which they were named; one query."""
    found = Option.kept(workspace).filter(decision=decision_id)
    return tuple(
        OptionRow(key, title, about, _kind(kind), reference, organisation_id, organisation or "", is_target)
        for key, title, about, kind, reference, organisation_id, organisation, is_target in (
            found.annotate(aimed_at=Q(target__isnull=False, target__removed_at=None)).values_list(*OPTION)
        )
    )


def _kind(code: str) -> OptionKind:
    return OptionKind(code) if code in set(OptionKind) else OptionKind.OTHER


def _wishes(workspace: Workspace, decision_id: UUID, weights: Mapping[UUID, int]) -> tuple[Wish, ...]:
    found = Criterion.kept(workspace).filter(decision=decision_id).values_list(*WISH)
    return tuple(Wish(key, words, weights.get(key, weight), *rest) for key, words, weight, *rest in found)


def _choices(workspace: Workspace, decision_id: UUID) -> tuple[ChoiceRow, ...]:
    found = Choice.kept(workspace).filter(decision=decision_id).order_by("-decided_on", "-id").values_list(*CHOICE)
    return tuple(choice_row(values) for values in found)


def choice_row(values: Sequence[Any]) -> ChoiceRow:
    """From the columns CHOICE."""
    key, option_id, title, text, decided_on, stood, *rest = values
    return ChoiceRow(key, option_id, title, text, decided_on, looking_back.read(stood), *rest)


def _fields(
    workspace: Workspace, decision_id: UUID, options: Iterable[OptionRow], wishes: Iterable[Wish]
) -> dict[Field, FieldRow]:
    scores = {
        (option, wish): given
        for option, wish, *given in Score.objects.of(workspace)
        .filter(option__decision=decision_id)
        .values_list("option_id", "criterion_id", "points", "half_width", "is_guess", "source")
    }
    said, jobs = _said(workspace, decision_id)
    fields = [(option.id, wish.id) for option in options for wish in wishes]
    return {field: _field(scores.get(field), said.get(field, ()), jobs) for field in fields}


def _field(given: Sequence[Any] | None, said: Iterable[Said], jobs: Mapping[UUID, Job]) -> FieldRow:
    points, own, is_guess, source = given or (None, None, False, "")
    heard = tuple(said)
    words = [word for one in heard for word in _words(one, jobs)]
    return FieldRow(points, own, is_guess, source, heard, cell(points, words, own=own, guess=is_guess))


def _words(said: Said, jobs: Mapping[UUID, Job]) -> Iterable[Word]:
    """A claim with everybody on it, each of their own employer; a finding is as independent as its source."""
    if said.who is None:
        return (Word(("source", fold(said.source)), said.speaks_for, said.strength),)
    people = [(said.who, said.speaks_for), *((one.who, one.speaks_for) for one in said.others)]
    return (Word(_employer(who, jobs), speaks_for, said.strength) for who, speaks_for in people)


def _employer(who: Who, jobs: Mapping[UUID, Job]) -> object:
    organisation = jobs.get(who.id, ("", ""))[1]
    return ("employer", fold(organisation)) if organisation else who.id


def _said(workspace: Workspace, decision_id: UUID) -> tuple[dict[Field, list[Said]], dict[UUID, Job]]:
    """What was said by field, the newest first, and where whoever said it works; three queries."""
    kept = Evidence.kept(workspace).filter(option__decision=decision_id, insight__set_aside_at=None)
    found = list(kept.order_by("-insight__said_at", "-noted_at", "-id").values_list(*OWN, *INSIGHT, *NAMES))
    heard = Voice.objects.of(workspace).filter(insight__in={row[8] for row in found if row[8]})
    voices = list(heard.order_by("said_at", "id").values_list("insight_id", "agrees", "person_id", *rows.PERSON))
    jobs = rows.jobs_of(workspace, {row[12] for row in found if row[12]} | {row[2] for row in voices})
    others: dict[UUID, list[tuple[bool, Who]]] = defaultdict(list)
    for insight_id, agrees, person_id, *names in voices:
        others[insight_id].append((agrees, rows.who(person_id, names, jobs)))
    by_field: dict[Field, list[Said]] = defaultdict(list)
    for row in found:
        by_field[row[1], row[2]].append(_one(row, others, jobs))
    return by_field, jobs


def _one(row: Sequence[Any], others: Mapping[UUID, list[tuple[bool, Who]]], jobs: Mapping[UUID, Job]) -> Said:
    key, _option, _wish, text, source, speaks_for, strength, noted_at, insight_id, claim, said_at, talk, *person = row
    person_id, *names = person
    return Said(
        id=key,
        text=claim or text,
        source=source,
        speaks_for=speaks_for,
        strength=strength,
        said_at=said_at or noted_at,
        who=rows.who(person_id, names, jobs) if person_id else None,
        interview_id=talk,
        others=tuple(Other(who, agrees is speaks_for) for agrees, who in others.get(insight_id, ())),
    )


def _table(options: Sequence[OptionRow], wishes: Sequence[Wish], fields: Mapping[Field, FieldRow]) -> Table:
    return Table(
        options=tuple(option.id for option in options),
        wishes=tuple(wish.id for wish in wishes),
        weights=tuple(wish.weight for wish in wishes),
        musts=tuple(wish.is_must for wish in wishes),
        cells=tuple(tuple(fields[option.id, wish.id].cell for wish in wishes) for option in options),
    )
