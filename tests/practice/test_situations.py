"""Situations at work: answered, called a guess, taken back, and which comes next."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.coach.etiquette import situations
from askwell.practice.actions.errors import (
    AnsweredElsewhereError,
    LaterAnswerError,
    NothingChosenError,
    UnknownSituationError,
)
from askwell.practice.actions.situations import answer, call_guess, take_back
from askwell.practice.models import SituationAnswer, SituationCard
from askwell.practice.queries.situations import NEW_A_DAY, Deck, deck

pytestmark = pytest.mark.django_db
FIRST = next(iter(situations()))


def given(
    workspace: Workspace, now: datetime, *, right: bool = True, seen: int = 0, one: str = FIRST
) -> SituationAnswer:
    best = situations()[one].best
    return answer(
        workspace=workspace, situation_id=one, chosen=best if right else (best + 1) % 4, seen=seen, now=now
    )  # fmt: skip


def at(workspace: Workspace, now: datetime, level: int | None = None, *, more: bool = False) -> Deck:
    return deck(workspace, level=level, now=now, today=now.replace(hour=0), more=more)


def card(workspace: Workspace) -> SituationCard:
    return SituationCard.objects.of(workspace).get()


def test_a_right_answer_rests_and_a_wrong_one_is_due_again_in_a_minute(workspace: Workspace, now: datetime) -> None:
    assert not given(workspace, now, right=False).right
    assert [one.id for one in at(workspace, now + timedelta(minutes=1)).due] == [FIRST]
    given(workspace, now + timedelta(minutes=1), seen=1)
    assert at(workspace, now + timedelta(minutes=2)).due == []


def test_only_what_the_files_hold_and_one_of_the_four_can_be_answered(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(UnknownSituationError):
        answer(workspace=workspace, situation_id="none", chosen=0, seen=0, now=now)
    for chosen in (-1, 4):
        with pytest.raises(NothingChosenError):
            answer(workspace=workspace, situation_id=FIRST, chosen=chosen, seen=0, now=now)
    assert not SituationCard.objects.of(workspace).exists()


def test_the_second_of_two_tabs_is_told_and_counts_nothing(workspace: Workspace, now: datetime) -> None:
    given(workspace, now)
    with pytest.raises(AnsweredElsewhereError):
        given(workspace, now, right=False)
    assert SituationAnswer.objects.of(workspace).count() == 1


def test_taking_back_leaves_what_was_before(workspace: Workspace, now: datetime) -> None:
    given(workspace, now)
    before = card(workspace).due_at, card(workspace).stability
    second = given(workspace, now + timedelta(days=1), right=False, seen=1)
    assert (card(workspace).due_at, card(workspace).stability) != before
    assert take_back(workspace=workspace, answer_id=second.pk) == FIRST
    assert (card(workspace).due_at, card(workspace).stability) == before
    take_back(workspace=workspace, answer_id=SituationAnswer.objects.of(workspace).get().pk)
    assert not SituationCard.objects.of(workspace).exists()


def test_only_the_last_answer_can_be_changed(workspace: Workspace, now: datetime) -> None:
    first = given(workspace, now)
    given(workspace, now + timedelta(days=1), seen=1)
    with pytest.raises(LaterAnswerError):
        take_back(workspace=workspace, answer_id=first.pk)
    with pytest.raises(LaterAnswerError):
        call_guess(workspace=workspace, answer_id=first.pk, guessed=True)


def test_a_guess_is_asked_again_sooner_and_may_be_no_guess_after_all(workspace: Workspace, now: datetime) -> None:
    answered = given(workspace, now)
    known = card(workspace).due_at
    call_guess(workspace=workspace, answer_id=answered.pk, guessed=True)
    assert card(workspace).due_at < known
    call_guess(workspace=workspace, answer_id=answered.pk, guessed=False)
    assert card(workspace).due_at == known


def test_a_strangers_answer_is_not_there(workspace: Workspace, stranger: User, now: datetime) -> None:
    answered = given(workspace, now)
    assert stranger.workspace
    with pytest.raises(SituationAnswer.DoesNotExist):
        take_back(workspace=stranger.workspace, answer_id=answered.pk)
    assert at(stranger.workspace, now).seen == {}


def test_new_ones_are_of_the_level_one_of_each_kind_in_turn_and_few_a_day(workspace: Workspace, now: datetime) -> None:
    fresh = at(workspace, now, 6).fresh
    assert len(fresh) == NEW_A_DAY
    assert all(one.level <= 6 for one in fresh)
    assert len({one.category for one in fresh}) == NEW_A_DAY
    given(workspace, now, one=fresh[0].id)
    later = at(workspace, now, 6)
    assert len(later.fresh) == NEW_A_DAY - 1
    assert fresh[0] not in later.fresh
    assert len(at(workspace, now, 6, more=True).fresh) > NEW_A_DAY
    assert len(at(workspace, now + timedelta(days=1), 6).fresh) == NEW_A_DAY


def test_what_is_due_comes_before_what_is_new_and_progress_counts_both(workspace: Workspace, now: datetime) -> None:
    for step in range(2):
        given(workspace, now + timedelta(days=step), seen=step)
    standing = at(workspace, now + timedelta(days=60))
    assert standing.next == situations()[FIRST]
    mine = next(one for one in standing.progress if one.category == situations()[FIRST].category)
    assert (mine.sticking, mine.asked, standing.sticking) == (1, 1, 1)
    assert sum(one.total for one in standing.progress) == len(situations())
