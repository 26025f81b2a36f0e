"""What a round keeps of its solution beside pairs and people: its figures, what is to be mended, what a change cost."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from askwell.programmes.actions.giving_way import promised
from askwell.programmes.choices import Fault, MatchState
from askwell.programmes.models import Insider, Match, Participant, Round
from askwell.programmes.queries.pool import PROPOSAL, seekers_of
from askwell.programmes.rules import people
from askwell.programmes.rules.comparing import Before, compare
from askwell.programmes.rules.intake import Problem
from askwell.programmes.rules.people import Pair
from askwell.programmes.rules.summing import causes, openings
from askwell.programmes.rules.turns import Turns
from askwell.programmes.rules.written import difference_json, problem_json, weights_json, weights_of

MOST_TOLD = 20
"""So many insiders that would help are kept in the summary."""
ENDED = (MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED)


def proposals(row: Round) -> Any:
    """The pairs of a round that its next solution may replace."""
    return Match.objects.of(row.workspace).filter(PROPOSAL, round=row)


def told_of(row: Round, solution: Turns, problems: Sequence[Problem], before: Sequence[Pair]) -> dict[str, Any]:
    """What the round keeps of its solution beside pairs and people."""
    unmet = solution.unmet_reasons()
    told = Participant.objects.of(row.workspace).values_list("pk", "field")
    fields = {str(pk): field for pk, field in told}
    weights = solution.the_round.weights
    summary = _figures(row, solution) | {
        "turns": len(solution.solutions),
        "objective": float(solution.objective),
        "weights": weights_json(weights),
        "causes": [[one.code, one.seekers, list(one.fields)] for one in causes(unmet, fields)],
        "openings": [[one.insider, one.seekers] for one in openings(unmet, weights)[:MOST_TOLD]],
    }
    return {
        "summary": summary,
        "problems": [problem_json(one) for one in problems],
        "change": _asked_for(row) | _cost(row, solution, before),
        "unmet": unmet,
    }


def _figures(row: Round, solution: Turns) -> dict[str, int]:
    """The round's own: talks on their way from another one, and who has one, are counted apart (`elsewhere`); `later`
    and `left_out` have not joined."""
    fit, elsewhere = solution.the_round, _from_elsewhere(row, solution)
    busy = {seeker for seeker, _insider in elsewhere}
    wanting = {one.id for one in fit.seekers if one.wanted} - busy
    own = [pair for pair in solution.matches if pair not in elsewhere]
    active = seekers_of(row).filter(seeker_workspace=None).count()
    return {
        "seekers": len(wanting),
        "insiders": len(fit.insiders),
        "places": sum(one.capacity for one in fit.insiders) - len(elsewhere),
        "used": len(own),
        "met": len({seeker for seeker, _insider in own} - busy),
        "elsewhere": len(busy),
        "later": 0 if not row.with_unjoined else len(fit.later - busy),
        "left_out": 0 if row.with_unjoined else active - len(fit.later),
    }


def _from_elsewhere(row: Round, solution: Turns) -> set[Pair]:
    """The talks of the matching that another round brought."""
    of_this = Match.objects.of(row.workspace).filter(round=row).exclude(PROPOSAL)
    own = {(str(seeker), str(insider)) for seeker, insider in of_this.values_list("participant_id", "insider_id")}
    there = solution.the_round.kept | solution.the_round.waiting
    return {pair for pair in solution.matches if pair in there and pair not in own}


def worth_telling(row: Round, asked: people.Round, problems: Sequence[Problem]) -> list[Problem]:
    """Without insiders whose places are taken, and what is said of talks that are on their way or were once."""
    full = {str(pk) for pk in Insider.objects.of(row.workspace).filter(a_month__gte=1).values_list("pk", flat=True)}
    return [
        one
        for one in problems
        if not (one.fault is Fault.NO_CAPACITY and one.who[0] in full)
        and one.who not in asked.kept
        and (one.fault is not Fault.UNKNOWN_PERSON or one.who in asked.pins)
    ]


def _asked_for(row: Round) -> dict[str, Any]:
    """What was changed; only people and talks where nobody changed the round itself."""
    if row.change.get("version") == row.version:
        return {"version": row.version, "steps": row.change["steps"]}
    return {"version": row.version, "steps": [{"again": True}]}


def _cost(row: Round, solution: Turns, before: Sequence[Pair]) -> dict[str, Any]:
    """What the change cost whom: against the pairs that were proposed, the talks that were on their way, and those that
    wait for their seeker and are matched here or lose their place; by the weights of then."""
    if not row.solved_version:
        return {}
    tables, fit = solution.tables, solution.the_round
    lost = _lost(row)
    waits = _scored(promised(row))
    concern = waits.keys() & {*solution.matches, *solution.lost}
    had = dict.fromkeys([*before, *lost, *sorted(fit.pins & fit.kept), *sorted(concern)])
    told = _scored(proposals(row)) | waits | lost
    gone = {
        pair: told.get(pair, 0)
        for pair in had
        if pair[0] not in tables.seeker_place or pair[1] not in tables.insider_place
    }
    weights = weights_of(row.summary.get("weights", {}))
    return difference_json(compare(Before(replace(fit, weights=weights), list(had), gone), solution))


def _lost(row: Round) -> dict[Pair, int]:
    """The talks of this round that came to nothing since it was solved, with their scores."""
    ended = Match.objects.of(row.workspace).filter(round=row, state__in=ENDED, ended_at__gte=row.solved_at)
    return _scored(ended)


def _scored(rows: Any) -> dict[Pair, int]:
    there = rows.exclude(participant=None).exclude(insider=None)
    told = there.values_list("participant_id", "insider_id", "score")
    return {(str(seeker), str(insider)): score for seeker, insider, score in told}
