"""Talks that wait for a seeker to join keep no place from whoever has joined."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from askwell.accounts.actions import open_workspace
from askwell.accounts.models import User
from askwell.programmes.actions.closing import close_round, next_round, open_again
from askwell.programmes.actions.rounds import match_again, take_unjoined, undo_change, wish
from askwell.programmes.actions.sending import mark_to_send, send_some
from askwell.programmes.actions.solving import LAST, solve_round
from askwell.programmes.choices import MatchState, WishKind
from askwell.programmes.models import Cohort, Insider, Match, Participant, Programme, Round, Unmatched
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.rounds import begun, solved

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    LAST.clear()
    yield
    LAST.clear()


def sent(row: Round) -> Round:
    """All that it proposes was sent."""
    mark_to_send(workspace=row.workspace, round_id=row.pk, now=NOW)
    while send_some(workspace=row.workspace, round_id=row.pk, now=NOW):
        pass
    row.refresh_from_db()
    return row


def talks(row: Round) -> set[tuple[str, str, str]]:
    rows = Match.objects.of(row.workspace).filter(round=row).select_related("participant", "insider")
    return {(one.participant.name, one.insider.name, one.state) for one in rows}


def anew(row: Round) -> Round:
    match_again(workspace=row.workspace, round_id=row.pk)
    return solved(row)


def shifts(row: Round) -> dict[str, tuple[int, int]]:
    """By seeker: how many talks they had, and have."""
    names = {str(one.pk): one.name for one in Participant.objects.of(row.workspace)}
    return {names[seeker]: (len(before), len(after)) for seeker, before, after, *_points in row.change["shifts"]}


def unmet(row: Round) -> list[str]:
    found = Unmatched.objects.of(row.workspace).filter(round=row).order_by("participant__name")
    return list(found.values_list("participant__name", flat=True))


def test_after_a_no_whoever_has_joined_takes_the_place_that_only_waited(programme: Programme) -> None:
    mei = joined(programme, "Mei Chen")[0]
    make_participant(programme, "Jun Wang")
    rosa, tom = make_insider(programme, "Rosa Osei", a_month=1), make_insider(programme, "Tom Nguyen", a_month=1)
    row = sent(solved(begun(programme)))
    first = Match.objects.of(row.workspace).get(participant=mei)
    other = {rosa.pk: tom, tom.pk: rosa}[first.insider_id]
    assert ("Jun Wang", other.name, "waiting") in talks(row)
    Match.objects.of(row.workspace).filter(pk=first.pk).update(state=MatchState.DECLINED, asked_at=NOW, ended_at=NOW)

    row = anew(row)

    assert talks(row) == {("Mei Chen", first.insider.name, "declined"), ("Mei Chen", other.name, "proposed")}
    assert (unmet(row), row.summary["met"]) == (["Jun Wang"], 1)
    assert shifts(row) == {"Jun Wang": (1, 0), "Mei Chen": (1, 1)}


def test_what_keeps_its_place_stays_as_it_is_and_who_lost_it_is_proposed_another(programme: Programme) -> None:
    """Of two that wait one gives way, and has what nobody wanted."""
    make_participant(programme, "Jun Wang")
    make_participant(programme, "Olena Park")
    make_insider(programme, "Rosa Osei", a_month=2)
    row = sent(solved(begun(programme)))
    assert talks(row) == {("Jun Wang", "Rosa Osei", "waiting"), ("Olena Park", "Rosa Osei", "waiting")}
    make_insider(programme, "Tom Nguyen", topics=["licensing"], a_month=1)
    assert talks(anew(row)) == talks(row)

    joined(programme, "Mei Chen", wanted=1)
    row = anew(row)

    assert {state for _seeker, _insider, state in talks(row)} == {"waiting", "proposed"}
    assert ("Mei Chen", "Rosa Osei", "proposed") in talks(row)
    proposed = [insider for _seeker, insider, state in talks(row) if state == "proposed"]
    assert sorted(proposed) == ["Rosa Osei", "Tom Nguyen"]
    assert (unmet(row), row.summary["met"], row.summary["places"]) == ([], 3, 3)


def test_in_the_next_round_what_waits_since_the_last_gives_way(programme: Programme) -> None:
    make_participant(programme, "Jun Wang")
    make_insider(programme, a_month=1)
    first = sent(solved(begun(programme)))
    mei = joined(programme, "Mei Chen")[0]
    close_round(workspace=first.workspace, round_id=first.pk, now=NOW)

    row = solved(next_round(workspace=first.workspace, round_id=first.pk, now=NOW))

    assert talks(row) == {("Mei Chen", "Rosa Osei", "proposed")}
    assert talks(first) == {("Jun Wang", "Rosa Osei", "proposed")}
    assert (unmet(row), row.summary["places"]) == (["Jun Wang"], 1)
    Participant.objects.of(row.workspace).filter(pk=mei.pk).update(state="left")
    assert talks(anew(row)) == {("Jun Wang", "Rosa Osei", "proposed")}


def test_what_waits_of_an_open_round_beside_gives_way_and_that_round_is_solved_anew(programme: Programme) -> None:
    """Sent or not; and what nobody needs stays."""
    cohorts = [Cohort.objects.create(workspace=programme.workspace, name=name, created_at=NOW) for name in "ab"]
    make_participant(programme, "Jun Wang", cohort=cohorts[0])
    make_participant(programme, "Olena Park", cohort=cohorts[0])
    make_insider(programme, a_month=2)
    beside = sent(solved(begun(programme, cohort_id=cohorts[0].pk)))
    make_insider(programme, "Tom Nguyen", languages=["fr"])
    make_participant(programme, "Amir Silva", cohort=cohorts[1])
    row = begun(programme, cohort_id=cohorts[1].pk)
    Round.objects.of(programme.workspace).filter(pk=beside.pk).update(state="sent")
    row = solved(row)
    assert (talks(row), unmet(row), len(talks(beside))) == (set(), ["Amir Silva"], 2)

    joined(programme, "Mei Chen", cohort=cohorts[1])
    row = anew(row)

    assert talks(row) == {("Mei Chen", "Rosa Osei", "proposed")}
    assert sorted(state for *_both, state in talks(beside)) == ["proposed", "waiting"]
    beside = solved(beside)
    assert [state for *_both, state in talks(beside)] == ["waiting"]
    assert len(unmet(beside)) == 1


def test_left_out_after_sending_they_have_no_talk_and_take_no_place_until_that_is_undone(programme: Programme) -> None:
    for name in ("Jun Wang", "Olena Park"):
        make_participant(programme, name)
    joined(programme, "Mei Chen", wanted=1)
    make_insider(programme, a_month=3)
    row = sent(solved(begun(programme)))
    before = talks(row)
    take_unjoined(workspace=row.workspace, round_id=row.pk, takes=False)

    row = solved(row)

    assert talks(row) == {("Mei Chen", "Rosa Osei", "asked")}
    told = {name: row.summary[name] for name in ("seekers", "met", "used", "places", "left_out")}
    assert told == {"seekers": 1, "met": 1, "used": 1, "places": 3, "left_out": 2}
    assert shifts(row) == {"Jun Wang": (1, 0), "Olena Park": (1, 0)}
    undo_change(workspace=row.workspace, round_id=row.pk, version=row.version, by=None, now=NOW)
    row = solved(row)
    assert talks(row) == before
    [reason] = {len(one.reason) for one in Match.objects.of(row.workspace).filter(state=MatchState.WAITING)}
    assert reason
    assert row.summary["met"] == 3


def test_an_undo_before_it_was_solved_gives_back_to_whoever_has_not_joined(programme: Programme) -> None:
    jun = make_participant(programme, "Jun Wang")
    make_participant(programme, "Olena Park")
    make_insider(programme, a_month=2)
    row = sent(solved(begun(programme)))
    take_unjoined(workspace=row.workspace, round_id=row.pk, takes=False)
    joins(jun)
    row.refresh_from_db()
    undo_change(workspace=row.workspace, round_id=row.pk, version=row.version, by=None, now=NOW)

    assert talks(solved(row)) == {("Jun Wang", "Rosa Osei", "proposed"), ("Olena Park", "Rosa Osei", "waiting")}


def joins(participant: Participant) -> None:
    participant.seeker_workspace = open_workspace(user=User.objects.create_user(participant.email, language="en"))
    participant.save()


def test_who_joins_while_it_is_solved_keeps_what_was_promised(programme: Programme) -> None:
    """Their insider is asked by then; the round is solved anew over what is left."""
    jun = make_participant(programme, "Jun Wang")
    make_insider(programme, a_month=1)
    first = sent(solved(begun(programme)))
    joined(programme, "Mei Chen")
    row = begun(programme)
    looks = iter((lambda: None, lambda: None, lambda: asks(jun)))

    def clock() -> datetime:
        next(looks, lambda: None)()
        return NOW

    assert solve_round(workspace=row.workspace, round_id=row.pk, clock=clock)
    row = solved(row)

    assert (talks(row), talks(first)) == (set(), {("Jun Wang", "Rosa Osei", "asked")})


def asks(jun: Participant) -> None:
    joins(jun)
    Match.objects.of(jun.workspace).filter(participant=jun).update(state=MatchState.ASKED, asked_at=NOW)


def test_what_waits_for_an_insider_who_takes_nobody_new_stays(programme: Programme) -> None:
    make_participant(programme, "Jun Wang")
    rosa = make_insider(programme, a_month=1)
    row = sent(solved(begun(programme)))
    joined(programme, "Mei Chen")
    Insider.objects.of(programme.workspace).filter(pk=rosa.pk).update(state="paused")

    row = anew(row)

    assert talks(row) == {("Jun Wang", "Rosa Osei", "waiting")}
    assert unmet(row) == ["Mei Chen"]


def test_two_who_only_wait_may_be_ruled_out_and_another_pinned_in_their_place(programme: Programme) -> None:
    jun, rosa = make_participant(programme, "Jun Wang"), make_insider(programme, a_month=1)
    row = sent(solved(begun(programme)))
    olena = make_participant(programme, "Olena Park")
    both: dict[str, Any] = {"workspace": row.workspace, "round_id": row.pk, "insider_id": rosa.pk, "by": None}

    wish(participant_id=olena.pk, kind=WishKind.PIN, now=NOW, **both)
    assert talks(solved(row)) == {("Olena Park", "Rosa Osei", "proposed")}
    wish(participant_id=olena.pk, kind=None, now=NOW, **both)
    row = sent(solved(row))
    wish(participant_id=olena.pk, kind=WishKind.FORBID, now=NOW, **both)

    assert talks(solved(row)) == {("Jun Wang", "Rosa Osei", "proposed")}
    assert jun.name == "Jun Wang"


def test_closing_takes_them_back_where_one_says_so_until_it_is_open_again(programme: Programme) -> None:
    make_participant(programme, "Jun Wang")
    joined(programme, "Mei Chen", wanted=1)
    make_insider(programme, a_month=2)
    row = sent(solved(begun(programme)))
    before = talks(row)

    left = close_round(workspace=row.workspace, round_id=row.pk, takes_back=True, now=NOW)

    assert left == 1
    assert {state for *_both, state in talks(row)} == {"asked", "proposed"}
    open_again(workspace=row.workspace, round_id=row.pk)
    assert talks(row) == before
    row.refresh_from_db()
    assert row.version > row.solved_version
    assert talks(solved(row)) == before
    assert close_round(workspace=row.workspace, round_id=row.pk, now=NOW) == 2
