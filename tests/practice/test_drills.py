"""Drills: tried, remembered, and which comes next."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.coach.drills import Kind, Opening, items
from askwell.practice.actions.drills import attempt
from askwell.practice.actions.errors import EmptyAnswerError, LongAnswerError, NoSuchExerciseError
from askwell.practice.models import DrillTry
from askwell.practice.queries.drills import drills

pytestmark = pytest.mark.django_db
FIRST = next(one for one in items().values() if isinstance(one, Opening) and one.language == "en")


def tried(workspace: Workspace, now: datetime, text: str = FIRST.better, exercise: str = FIRST.id) -> DrillTry:
    return attempt(workspace=workspace, exercise=exercise, text=text, now=now)


def test_a_try_is_kept_with_what_came_of_it(workspace: Workspace, now: datetime) -> None:
    assert tried(workspace, now).good
    assert not tried(workspace, now, FIRST.text).good
    assert DrillTry.objects.of(workspace).count() == 2


def test_what_is_there_is_tried_and_something_is_said(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(NoSuchExerciseError):
        tried(workspace, now, exercise="none")
    with pytest.raises(EmptyAnswerError):
        tried(workspace, now, " \u200b\n")
    with pytest.raises(LongAnswerError):
        tried(workspace, now, "x" * 2001)
    assert not DrillTry.objects.of(workspace).exists()


def test_new_exercises_come_before_those_that_did_not_go_well(workspace: Workspace, now: datetime) -> None:
    every = [one for one in items().values() if one.kind is Kind.CLOSING and one.language == "fr"]
    for minute, one in enumerate(every):
        following = drills(workspace, "fr").of(Kind.CLOSING)
        assert (following.next, following.tried) == (one, minute)
        good = minute != 3
        DrillTry.objects.create(
            workspace=workspace, exercise=one.id, kind=one.kind, text="…", good=good,
            tried_at=now + timedelta(minutes=minute),
        )  # fmt: skip
    standing = drills(workspace, "fr").of(Kind.CLOSING)
    assert (standing.next, standing.done, standing.tried) == (every[3], len(every) - 1, len(every))


def test_the_drill_that_was_done_least_comes_next(workspace: Workspace, now: datetime) -> None:
    assert drills(workspace, "en").next.kind is Kind.OPENING_UP
    tried(workspace, now)
    assert drills(workspace, "en").next.kind is Kind.WHAT_NEXT
    assert drills(workspace, "fr").next.kind is Kind.OPENING_UP


def test_a_strangers_tries_do_not_count(workspace: Workspace, stranger: User, now: datetime) -> None:
    tried(workspace, now)
    assert stranger.workspace
    assert drills(stranger.workspace, "en").done == 0
