"""A round is solved by a worker, to the optimum, whatever comes in between."""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from askwell.programmes.actions.rounds import match_again, take_unjoined, undo_change, wish
from askwell.programmes.actions.solving import LAST, left_unsolved, solve_round
from askwell.programmes.choices import MatchState, Side, WishKind
from askwell.programmes.models import Insider, Match, Participant, Programme, Round, Unmatched
from askwell.programmes.queries.pool import pool
from askwell.programmes.queries.wording import topics_of
from askwell.programmes.rules.intake import admit
from askwell.programmes.rules.solving import solve
from askwell.programmes.rules.turns import solve_in_turns
from askwell.programmes.web.words.reasons import told, topics
from bench.cases_programme import round_of
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.rounds import DATA, begun, fill_from, fill_with, join_all, solved

LATER = NOW + timedelta(minutes=6)


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    LAST.clear()
    yield
    LAST.clear()


def at(*acts: Callable[[], Any]) -> Callable[[], datetime]:
    """A clock at which the world goes on: the n-th look at it does the n-th act first."""
    looks = iter(acts)

    def look() -> datetime:
        next(looks, lambda: None)()
        return NOW

    return look


def nothing() -> None:
    pass


def by_a_worker(row: Round, clock: Callable[[], datetime]) -> bool:
    return solve_round(workspace=row.workspace, round_id=row.pk, clock=clock)


def pairs(row: Round) -> set[tuple[str, str]]:
    found = Match.objects.of(row.workspace).filter(round=row, state=MatchState.PROPOSED)
    return {(one.participant.name, one.insider.name) for one in found.select_related("participant", "insider")}


def faults(row: Round) -> list[tuple[str, int]]:
    return sorted((one["fault"], len(one["who"])) for one in row.problems)


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


def test_it_is_solved_once_and_nothing_changes_after(programme: Programme) -> None:
    make_participant(programme)
    make_insider(programme)
    row = solved(begun(programme))
    [match] = Match.objects.of(programme.workspace)

    assert not by_a_worker(row, lambda: LATER)

    assert [match] == list(Match.objects.of(programme.workspace))
    assert left_unsolved(now=LATER) == []


def test_what_a_killed_worker_left_is_taken_up_by_the_sweep(programme: Programme) -> None:
    row = begun(programme)
    Round.objects.of(row.workspace).update(claimed_at=NOW, tries=1)

    assert left_unsolved(now=NOW + timedelta(minutes=4)) == []
    assert left_unsolved(now=LATER) == [(row.workspace.pk, row.pk)]

    by_a_worker(row, lambda: LATER)
    row.refresh_from_db()
    assert (row.solved_version, row.tries) == (1, 0)


def test_what_killed_two_workers_is_left_and_said(programme: Programme) -> None:
    row = begun(programme)
    Round.objects.of(row.workspace).update(claimed_at=NOW, tries=2)

    by_a_worker(row, lambda: LATER)

    row.refresh_from_db()
    assert (row.trouble, row.solved_version) == ("crashed", 0)
    assert left_unsolved(now=LATER + timedelta(days=1)) == []
    match_again(workspace=row.workspace, round_id=row.pk)
    assert solved(row).trouble == ""


def test_two_workers_do_it_once(programme: Programme) -> None:
    make_participant(programme)
    make_insider(programme)
    row, second = begun(programme), []

    by_a_worker(row, at(nothing, lambda: second.append(by_a_worker(row, lambda: NOW))))

    row.refresh_from_db()
    assert second == [False]
    assert (row.solved_version, Match.objects.of(row.workspace).count()) == (1, 1)


def test_a_change_while_it_is_solved_is_what_is_written(programme: Programme) -> None:
    seeker, insider = make_participant(programme), make_insider(programme)
    row = begun(programme)
    both: dict[str, Any] = {"participant_id": seeker.pk, "insider_id": insider.pk, "by": None, "now": NOW}

    def change() -> None:
        wish(workspace=row.workspace, round_id=row.pk, kind=WishKind.FORBID, **both)

    goes_on = by_a_worker(row, at(nothing, nothing, change))

    row.refresh_from_db()
    assert goes_on
    assert (row.solved_version, Match.objects.of(row.workspace).count()) == (0, 0)
    assert solved(row).solved_version == 2
    assert pairs(row) == set()


def test_what_was_sent_while_it_is_solved_anew_is_kept(programme: Programme) -> None:
    """Another solution, found before Send was pressed, does not take its place."""
    joined(programme, "Mei Chen")
    make_insider(programme)
    row = solved(begun(programme))
    late = make_participant(programme, "Jun Wang", goals={"month-end close": 1})
    wish(
        workspace=row.workspace, round_id=row.pk, participant_id=late.pk,
        insider_id=Insider.objects.of(row.workspace).get().pk, kind=WishKind.PIN, by=None, now=NOW,
    )  # fmt: skip

    def send() -> None:
        Match.objects.of(row.workspace).update(send_at=NOW)

    assert by_a_worker(row, at(nothing, nothing, send))

    solved(row)
    assert pairs(row) == {("Mei Chen", "Rosa Osei")}


def test_who_was_thought_dead_writes_nothing_over_the_others_work(programme: Programme) -> None:
    make_participant(programme)
    make_insider(programme)
    row = begun(programme)

    def other() -> None:
        by_a_worker(row, lambda: LATER)
        Match.objects.of(row.workspace).update(state=MatchState.ASKED)

    assert not by_a_worker(row, at(nothing, nothing, other))

    assert [one.state for one in Match.objects.of(row.workspace)] == [MatchState.ASKED]


def test_a_round_that_is_gone_does_no_harm(programme: Programme) -> None:
    row = begun(programme)
    row_id = row.pk
    Round.objects.of(row.workspace).delete()

    assert not solve_round(workspace=programme.workspace, round_id=row_id, clock=lambda: NOW)


def test_a_talk_on_its_way_stays_and_takes_its_place(programme: Programme) -> None:
    make_participant(programme, "Mei Chen")
    make_participant(programme, "Jun Wang", goals={"licensing": 3})
    make_insider(programme, a_month=1)
    row = solved(begun(programme))
    assert pairs(row) == {("Mei Chen", "Rosa Osei")}
    Match.objects.of(row.workspace).update(state=MatchState.ASKED, asked_at=NOW)

    match_again(workspace=row.workspace, round_id=row.pk)
    row = solved(row)

    assert pairs(row) == set()
    assert [one.state for one in Match.objects.of(row.workspace)] == [MatchState.ASKED]
    assert (row.summary["met"], row.summary["used"], row.summary["places"]) == (1, 1, 1)
    assert [one.participant.name for one in Unmatched.objects.of(row.workspace)] == ["Jun Wang"]


def test_who_has_a_talk_on_its_way_comes_after_who_has_none(programme: Programme) -> None:
    """Even where a second talk would fit far better."""
    first = make_participant(programme, "Mei Chen", wanted=2)
    make_participant(programme, "Jun Wang", goals={"licensing": 3})
    make_insider(programme, "Rosa Osei")
    other = make_insider(programme, "Tom Nguyen")
    row = begun(programme)
    told: dict[str, Any] = {"state": MatchState.AGREED, "asked_at": NOW, "starts_at": LATER}
    Match.objects.create(workspace=row.workspace, round=row, participant=first, insider=other, **told)

    assert pairs(solved(row)) == {("Jun Wang", "Rosa Osei")}


def test_a_talk_that_would_not_be_matched_today_keeps_its_place(programme: Programme) -> None:
    """She changed her hours since; her insider has no place for another all the same."""
    seeker = make_participant(programme, "Mei Chen", windows=[[6, "06:00", "07:00"]])
    make_participant(programme, "Jun Wang")
    insider = make_insider(programme, a_month=1)
    row = begun(programme)
    told: dict[str, Any] = {"state": MatchState.ASKED, "asked_at": NOW}
    Match.objects.create(workspace=row.workspace, round=row, participant=seeker, insider=insider, **told)

    row = solved(row)

    assert pairs(row) == set()
    assert row.problems == []


def test_after_a_no_the_next_is_as_good_as_one_found_anew(programme: Programme) -> None:
    """In the process that solved it, and in one that knows nothing of it; few others are moved."""
    fill_with(programme, 60, 20)
    join_all(programme)
    row = solved(begun(programme))
    before = pairs(row)
    refused = Match.objects.of(row.workspace).filter(place=1).order_by("id")[0]
    Match.objects.of(row.workspace).filter(pk=refused.pk).update(state=MatchState.DECLINED, asked_at=NOW)
    match_again(workspace=row.workspace, round_id=row.pk)
    fresh, _problems = admit(pool(row, NOW))

    row = solved(row)
    warm = pairs(row)
    LAST.clear()
    match_again(workspace=row.workspace, round_id=row.pk)
    cold = solved(row)

    best = float(solve_in_turns(fresh).objective)
    others = {pair for pair in before if pair[1] != refused.insider.name}
    assert row.summary["objective"] == cold.summary["objective"] == best
    assert len(before - warm) == len(before - pairs(cold))
    assert len(others - warm) <= 4
    assert not Match.objects.of(row.workspace).filter(
        participant=refused.participant, insider=refused.insider, state=MatchState.PROPOSED
    )


def test_who_has_not_joined_is_left_out_where_the_coordinator_says_so(programme: Programme) -> None:
    """Whatever would fit better; and may come in again, and out again."""
    first = make_participant(programme, "Jun Wang", wanted=2)
    make_insider(programme, a_month=2)
    assert pairs(solved(begun(programme))) == {("Jun Wang", "Rosa Osei")}

    joined(programme, "Mei Chen", goals={"licensing": 3})
    row = solved(begun(programme, with_unjoined=False))

    assert pairs(row) == {("Mei Chen", "Rosa Osei")}
    assert (row.with_unjoined, row.summary["left_out"], row.summary["seekers"]) == (False, 1, 1)
    take_unjoined(workspace=row.workspace, round_id=row.pk, takes=True)
    row = solved(row)
    assert pairs(row) == {("Mei Chen", "Rosa Osei"), ("Jun Wang", "Rosa Osei")}
    assert (row.summary["left_out"], row.summary["later"], row.summary["seekers"]) == (0, 1, 2)
    undo_change(workspace=row.workspace, round_id=row.pk, version=row.version, by=None, now=NOW)
    row = solved(row)
    assert pairs(row) == {("Mei Chen", "Rosa Osei")}
    assert [shift[:3] for shift in row.change["shifts"]] == [
        [str(first.pk), [str(Insider.objects.of(row.workspace).get().pk)], []]
    ]


def test_who_has_not_joined_takes_no_place_of_one_who_has(programme: Programme) -> None:
    """Not even of a second talk, and not for a far better fit."""
    joined(programme, "Mei Chen", wanted=2, goals={"licensing": 3})
    make_participant(programme, "Jun Wang")
    make_insider(programme, "Rosa Osei")
    make_insider(programme, "Tom Nguyen")
    row = solved(begun(programme, with_unjoined=True))

    assert pairs(row) == {("Mei Chen", "Rosa Osei"), ("Mei Chen", "Tom Nguyen")}
    assert [one.participant.name for one in Unmatched.objects.of(row.workspace)] == ["Jun Wang"]


def test_who_said_no_is_proposed_to_nobody_else_in_this_round_unless_pinned(programme: Programme) -> None:
    mei, jun = (joined(programme, name)[0] for name in ("Mei Chen", "Jun Wang"))
    rosa = make_insider(programme, a_month=2)
    row = solved(begun(programme))
    assert len(pairs(row)) == 2
    match = Match.objects.of(row.workspace).filter(participant=mei)
    match.update(state=MatchState.DECLINED, asked_at=NOW, ended_at=NOW)
    match_again(workspace=row.workspace, round_id=row.pk)

    row = solved(row)

    assert pairs(row) == set()
    lost = {(seeker, *after) for seeker, _before, after, *_points in row.change["shifts"]}
    assert lost == {(str(mei.pk),), (str(jun.pk),)}
    against = {str(one.participant.pk): one.reason["against"] for one in Unmatched.objects.of(row.workspace)}
    assert against[str(jun.pk)] == {"said_no": [1, 1]}
    assert row.summary["places"] == 0
    both: dict[str, Any] = {"insider_id": rosa.pk, "kind": WishKind.PIN, "by": None, "now": NOW}
    wish(workspace=row.workspace, round_id=row.pk, participant_id=jun.pk, **both)
    assert pairs(solved(row)) == {("Jun Wang", "Rosa Osei")}
    assert len(pairs(solved(begun(programme)))) == 1


def test_a_round_counts_its_own_talks_and_not_those_of_another(programme: Programme) -> None:
    joined(programme, "Mei Chen", wanted=1)
    joined(programme, "Jun Wang", wanted=1)
    make_insider(programme, a_month=1)
    first = solved(begun(programme))
    Match.objects.of(first.workspace).update(state=MatchState.ASKED, asked_at=NOW)

    row = solved(begun(programme))

    told = {name: row.summary[name] for name in ("seekers", "met", "used", "places", "elsewhere")}
    assert told == {"seekers": 1, "met": 0, "used": 0, "places": 0, "elsewhere": 1}
    assert Unmatched.objects.of(row.workspace).filter(round=row).count() == 1


def test_a_change_tells_what_it_cost_whom(programme: Programme) -> None:
    good = make_participant(programme, "Mei Chen")
    poor = make_participant(programme, "Jun Wang", goals={"licensing": 3})
    insider = make_insider(programme, a_month=1)
    row = solved(begun(programme))
    assert "shifts" not in row.change

    wish(
        workspace=row.workspace, round_id=row.pk, participant_id=poor.pk, insider_id=insider.pk, kind=WishKind.PIN,
        by=None, now=NOW,
    )  # fmt: skip
    row = solved(row)

    shifts = {seeker: (before, after) for seeker, before, after, *_points in row.change["shifts"]}
    assert shifts == {str(good.pk): ([str(insider.pk)], []), str(poor.pk): ([], [str(insider.pk)])}
    assert row.change["met"] == 0
    assert pairs(row) == {("Jun Wang", "Rosa Osei")}


def test_an_older_wish_is_not_named_for_a_change_of_another_kind(programme: Programme) -> None:
    """A talk that is not to be raises the version by itself: that cannot be undone, and is no wish."""
    seeker, insider = make_participant(programme), make_insider(programme)
    row = solved(begun(programme))
    wish(
        workspace=row.workspace, round_id=row.pk, participant_id=seeker.pk, insider_id=insider.pk, kind=WishKind.PIN,
        by=None, now=NOW,
    )  # fmt: skip
    row = solved(row)
    assert "pair" in row.change["steps"][0]

    Round.objects.of(row.workspace).update(version=row.version + 1)

    assert solved(row).change["steps"] == [{"again": True}]


def test_what_cannot_be_is_named_and_the_rest_is_matched(programme: Programme) -> None:
    seeker = make_participant(programme, "Mei Chen")
    make_participant(programme, "Jun Wang", windows=[[9, "25:00", "26:00"], [0, "18:00", "18:30"]])
    make_participant(programme, "Olena Park", languages=["uk"])
    make_participant(programme, "Amir Silva", wanted=0)
    make_insider(programme, "Rosa Osei")
    make_insider(programme, "Grace Park", a_month=0)
    make_insider(programme, "Tom Nguyen", a_month=-1)
    make_insider(programme, "Rosa Osei-Lind", email="I1@Insider.example")
    away = make_insider(programme, "Ana Silva")
    row = begun(programme)
    wish(
        workspace=row.workspace, round_id=row.pk, participant_id=seeker.pk, insider_id=away.pk, kind=WishKind.PIN,
        by=None, now=NOW,
    )  # fmt: skip
    Insider.objects.of(row.workspace).filter(pk=away.pk).update(languages=["pt"])

    row = solved(row)

    assert faults(row) == [
        ("impossible_window", 1), ("impossible_window", 1), ("negative_capacity", 1), ("no_capacity", 1),
        ("no_hours", 1), ("pin_not_allowed", 2), ("two_accounts", 2), ("wants_none", 1),
    ]  # fmt: skip
    assert pairs(row) == {("Mei Chen", "Rosa Osei")}
    assert {one.participant.name for one in Unmatched.objects.of(row.workspace)} == {"Jun Wang", "Olena Park"}


def test_of_5000_alike_each_is_matched_or_told_why(programme: Programme) -> None:
    fill_with(programme, 1, 40)
    [one] = Participant.objects.of(programme.workspace)
    rows = [
        Participant(
            workspace=programme.workspace, number=number, name=one.name, email=f"s{number}@seeker.example",
            state=one.state, goals=one.goals, languages=["en"], windows=[[1, "17:00", "20:30"]], wanted=1, came_at=NOW,
            active_at=NOW,
        )
        for number in range(2, 5001)
    ]  # fmt: skip
    Participant.objects.bulk_create(rows)

    row = solved(begun(programme))

    matched = Match.objects.of(row.workspace).count()
    places = sum(Insider.objects.of(row.workspace).values_list("a_month", flat=True))
    assert 0 < matched <= places
    assert matched + Unmatched.objects.of(row.workspace).count() == 5000
    assert len(row.summary["openings"]) <= 20


def test_without_the_solver_it_is_said_and_nothing_else_breaks(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_participant(programme)
    make_insider(programme)
    row = begun(programme)
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "ortools.graph.python.min_cost_flow", None)
        row = solved(row)
    assert (row.trouble, row.claimed_at) == ("no_solver", None)

    match_again(workspace=row.workspace, round_id=row.pk)
    assert solved(row).trouble == ""
    assert pairs(row) == {("Mei Chen", "Rosa Osei")}


def test_a_field_that_stands_in_for_topics_is_told_in_the_words_of_both(programme: Programme) -> None:
    make_participant(programme, goals={}, field="会计")
    make_insider(programme, topics=[], field="Accounting / audit")

    solved(begun(programme))

    match = Match.objects.of(programme.workspace).get()
    assert match.reason["topics"] == [["会计", 2]]
    assert match.reason["theirs"] == {"会计": "Accounting"}


def test_topics_meet_across_languages_and_are_told_in_the_words_of_both(programme: Programme) -> None:
    make_participant(programme, goals={"会计": 3, "審計": 2, "月末结账": 1, "品茶": 1})
    make_insider(programme, topics=["Auditing", "bookkeeping", "month-end close"])

    solved(begun(programme))

    match = Match.objects.of(programme.workspace).get()
    assert match.reason["topics"] == [["会计", 3], ["審計", 2], ["月末结账", 1]]
    assert match.reason["theirs"] == {"会计": "Accounting", "審計": "Auditing", "月末结账": "month-end close"}
    assert topics_of(match, Side.SEEKER) == ["会计", "審計", "月末结账"]
    assert topics_of(match, Side.INSIDER) == ["Accounting", "Auditing", "month-end close"]
    assert topics(told(match.reason)) == "会计 (Accounting), 審計 (Auditing), 月末结账 (month-end close)"
