"""Answers about oneself: kept page by page, choices one by one, deleted and brought back."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.actions import throw_away
from askwell.accounts.models import User, Workspace
from askwell.coach.self_reflection import statements, values
from askwell.portfolio.actions.reflecting import (
    NothingToTakeBackError,
    StaleChoiceError,
    TooManyMustsError,
    answer_statements,
    bring_back_reflection,
    choose,
    name_musts,
    take_back_choice,
)
from askwell.portfolio.models import Reflection
from askwell.portfolio.queries.reflecting import (
    about_values,
    choices_of,
    latest,
    ranking,
    sheet,
    stands,
    suggested,
    ways,
)
from askwell.portfolio.rules.pairs import Outcome, most

TRAITS = [one.id for one in statements().values() if one.kind == "traits"]
MINUTE = timedelta(minutes=1)


def choose_all(workspace: Workspace, now: datetime, wished: list[str]) -> None:
    while pair := stands(about_values(workspace)).next:
        outcome: Outcome = "first" if wished.index(pair[0]) < wished.index(pair[1]) else "second"
        choose(workspace=workspace, first=pair[0], second=pair[1], outcome=outcome, now=now)


def test_a_page_is_added_to_those_before_and_a_later_answer_counts(workspace: Workspace, now: datetime) -> None:
    answer_statements(workspace=workspace, kind="traits", answers={TRAITS[0]: 5, TRAITS[1]: None}, now=now)
    answer_statements(workspace=workspace, kind="traits", answers={TRAITS[0]: 2, TRAITS[2]: 3}, now=now + MINUTE)

    row = Reflection.objects.of(workspace).get()
    assert row.answers == {TRAITS[0]: 2, TRAITS[1]: None, TRAITS[2]: 3}
    assert (row.begun_at, row.finished_at) == (now, None)


def test_it_is_finished_once_everything_was_seen_and_stays_so(workspace: Workspace, now: datetime) -> None:
    answer_statements(workspace=workspace, kind="traits", answers=dict.fromkeys(TRAITS), now=now)
    answer_statements(workspace=workspace, kind="traits", answers={TRAITS[0]: 4}, now=now + MINUTE)

    assert Reflection.objects.of(workspace).get().finished_at == now
    assert [(way.done, way.is_finished) for way in ways(workspace)] == [(1, True), (0, False), (0, False)]


@pytest.mark.parametrize("answers", [{"realistic-01": 3}, {"gone": 3}, {"openness-01": 6}, {"openness-01": 0}])
def test_what_is_no_answer_is_refused(workspace: Workspace, now: datetime, answers: dict[str, int | None]) -> None:
    with pytest.raises(ValueError, match="no such"):
        answer_statements(workspace=workspace, kind="traits", answers=answers, now=now)
    assert not Reflection.objects.of(workspace).exists()


def test_one_goes_on_where_one_left_also_past_what_was_left_out(workspace: Workspace, now: datetime) -> None:
    assert sheet(workspace, "traits").number == 1
    answer_statements(workspace=workspace, kind="traits", answers=dict.fromkeys(TRAITS[:20]), now=now)
    shown = sheet(workspace, "traits")
    assert (shown.number, shown.of, shown.done) == (3, 5, 0)
    assert [one.statement.id for one in shown.rows] == TRAITS[20:30]
    assert (shown.previous, shown.next) == (2, 4)
    assert (sheet(workspace, "traits", 99).number, sheet(workspace, "interests").of) == (5, 5)


def test_choices_end_in_ones_own_order(workspace: Workspace, now: datetime) -> None:
    wished = sorted(values())
    choose_all(workspace, now, wished)

    row = about_values(workspace)
    assert [one.id for one in ranking(row)] == wished
    assert [one.place for one in ranking(row)] == list(range(1, 13))
    assert row.finished_at == now
    made = len(choices_of(row))
    assert made <= most(12) == 30
    assert [(way.done, way.of) for way in ways(workspace)][2] == (made, made)


def test_what_stood_against_what_is_told(workspace: Workspace, now: datetime) -> None:
    choose_all(workspace, now, sorted(values()))

    ranked = {one.id: one for one in ranking(about_values(workspace))}
    for one in ranked.values():
        assert all(ranked[other].place > one.place and one.id in ranked[other].under for other in one.over)
    assert sum(len(one.over) for one in ranked.values()) == len(choices_of(about_values(workspace)))


def test_a_choice_that_is_not_asked_now_is_refused(workspace: Workspace, now: datetime) -> None:
    pair = stands(about_values(workspace)).next
    assert pair
    choose(workspace=workspace, first=pair[0], second=pair[1], outcome="equal", now=now)
    with pytest.raises(StaleChoiceError):
        choose(workspace=workspace, first=pair[0], second=pair[1], outcome="first", now=now)
    assert len(choices_of(about_values(workspace))) == 1


def test_the_last_choice_is_taken_back_also_after_the_end(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(NothingToTakeBackError):
        take_back_choice(workspace=workspace, now=now)
    choose_all(workspace, now, sorted(values()))
    last = choices_of(about_values(workspace))[-1]

    take_back_choice(workspace=workspace, now=now)

    row = about_values(workspace)
    assert (stands(row).next, row.finished_at) == ((last.first, last.second), None)
    assert ranking(row) == []


def test_at_most_five_things_are_a_must(workspace: Workspace, now: datetime) -> None:
    keys = list(values())
    name_musts(workspace=workspace, musts=[*keys[:5], keys[0]], now=now)
    with pytest.raises(TooManyMustsError):
        name_musts(workspace=workspace, musts=keys[:6], now=now)
    with pytest.raises(ValueError, match="no such"):
        name_musts(workspace=workspace, musts=["a pony"], now=now)
    assert about_values(workspace).answers["musts"] == keys[:5]


def test_what_was_said_suggests_questions_in_the_language_asked_for(workspace: Workspace, now: datetime) -> None:
    quiet = {one.id: 5 if one.is_reversed else 1 for one in statements().values() if one.scale == "extraversion"}
    answer_statements(workspace=workspace, kind="traits", answers=quiet, now=now)
    name_musts(workspace=workspace, musts=["family"], now=now)

    found = suggested(workspace, "zh-Hans")
    assert [(one.about, one.side, len(one.questions)) for one in found] == [
        ("extraversion", "low", 3),
        ("family", "", 1),
    ]
    assert found[1].questions == (values()["family"].ask["zh-Hans"],)


def test_the_first_three_values_are_asked_about_even_without_a_must(workspace: Workspace, now: datetime) -> None:
    wished = sorted(values())
    choose_all(workspace, now, wished)
    assert [one.about for one in suggested(workspace, "en")] == wished[:3]


def test_deleted_and_begun_anew_the_old_answers_come_back_in_place_of_the_new(
    workspace: Workspace, now: datetime
) -> None:
    answer_statements(workspace=workspace, kind="traits", answers={TRAITS[0]: 5}, now=now)
    answer_statements(workspace=workspace, kind="interests", answers={"social-01": 5}, now=now)
    old = latest(workspace, "traits")
    assert old
    throw_away(Reflection, workspace=workspace, key=old.pk, now=now)
    assert latest(workspace, "traits") is None
    answer_statements(workspace=workspace, kind="traits", answers={TRAITS[0]: 1}, now=now + MINUTE)
    new = latest(workspace, "traits")
    assert new

    assert bring_back_reflection(workspace=workspace, key=old.pk, now=now + MINUTE) == new.pk
    assert latest(workspace, "traits") == old
    assert bring_back_reflection(workspace=workspace, key=new.pk, now=now + MINUTE) == old.pk
    assert latest(workspace, "traits") == new
    assert latest(workspace, "interests")


def test_nobody_else_has_them(workspace: Workspace, stranger: User, now: datetime) -> None:
    answer_statements(workspace=workspace, kind="traits", answers={TRAITS[0]: 5}, now=now)
    row = latest(workspace, "traits")
    assert stranger.workspace
    assert row
    throw_away(Reflection, workspace=workspace, key=row.pk, now=now)
    with pytest.raises(Reflection.DoesNotExist):
        bring_back_reflection(workspace=stranger.workspace, key=row.pk, now=now)
    assert [way.is_begun for way in ways(stranger.workspace)] == [False] * 3


@pytest.mark.parametrize("answers", [{"word": "x", "list": ["x", 3, None]}, {"openness-01": 99, "openness-02": "4"}])
def test_answers_from_elsewhere_that_make_no_sense_break_no_page(
    workspace: Workspace, now: datetime, answers: dict[str, object]
) -> None:
    Reflection.objects.create(workspace=workspace, kind="traits", answers=answers, begun_at=now)
    assert suggested(workspace, "en") == []
    assert ways(workspace)[0].is_begun
