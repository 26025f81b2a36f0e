"""A round is solved by a worker, to the optimum, whatever comes in between."""

import json
from datetime import date

from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.actions.solving import solve_round
from askwell.programmes.models import Match, Programme, Round, Unmatched
from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.solving import solve
from bench.cases_programme import round_of
from tests.conftest import NOW
from tests.factories.rounds import DATA, fill_from

MONDAY = date(2026, 11, 30)


def begun(programme: Programme) -> Round:
    return begin_round(workspace=programme.workspace, week=MONDAY, now=NOW)


def solved(row: Round) -> Round:
    while solve_round(workspace=row.workspace, round_id=row.pk, clock=lambda: NOW):
        pass
    row.refresh_from_db()
    return row


def test_what_is_written_is_the_optimum_of_the_people(programme: Programme) -> None:
    fill_from(programme, "dev-60x20")

    row = solved(begun(programme))

    fit, _problems = admit(round_of(json.loads((DATA / "dev-60x20.json").read_text())))
    best = solve(fit)
    assert row.summary["objective"] == float(best.objective) == 471798.25
    assert row.summary["met"] == best.seekers_met
    assert Match.objects.of(programme.workspace).count() == len(best.matches)
    assert Unmatched.objects.of(programme.workspace).count() == 60 - best.seekers_met
    assert (row.state, row.solved_version, row.claimed_at) == ("proposed", 1, None)
