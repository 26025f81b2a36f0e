"""A rehearsal as it is held: turns, time, undo, two windows, and its end."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from askwell.accounts.models import User, Workspace
from askwell.interviews.actions.preparing import add_question
from askwell.interviews.models import Interview
from askwell.practice.actions import errors, rehearsing
from askwell.practice.models import Rehearsal, Utterance
from askwell.practice.queries.talks import utterances_of
from tests.factories.interviews import make_agreed
from tests.factories.practice import CLOSING, GREETING, make_held, make_rehearsal, say

MINUTE = timedelta(minutes=1)


def current(rehearsal: Rehearsal) -> Rehearsal:
    return Rehearsal.objects.of(rehearsal.workspace).get(pk=rehearsal.pk)


def texts(rehearsal: Rehearsal) -> list[str]:
    return [one.text for one in utterances_of(rehearsal)]


def test_the_insider_greets_and_the_clock_waits_for_the_seeker(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    [greeting] = utterances_of(rehearsal)
    assert (greeting.speaker, greeting.at, greeting.text != "") == ("insider", 0, True)
    assert current(rehearsal).running_since is None


@pytest.mark.parametrize(
    "wrong", [{"trade": "astronaut"}, {"mood": "furious"}, {"minutes": 90}, {"language": "de"}], ids=str
)
def test_nobody_is_there_who_is_not_offered(workspace: Workspace, now: datetime, wrong: dict[str, object]) -> None:
    with pytest.raises(errors.NoSuchInsiderError):
        make_rehearsal(workspace, now, **wrong)
    assert not Rehearsal.objects.of(workspace).exists()


def test_a_stranger_cannot_rehearse_with_my_brief(workspace: Workspace, stranger: User, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    assert stranger.workspace
    with pytest.raises(Interview.DoesNotExist):
        make_rehearsal(stranger.workspace, now, interview_id=interview.pk)


def test_a_turn_is_answered_at_once_and_both_stand_at_its_time(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, GREETING, now)
    say(rehearsal, "How did you become a planner?", now + MINUTE)

    said = utterances_of(rehearsal)
    assert [(one.speaker, one.at) for one in said] == [
        ("insider", 0), ("seeker", 0), ("insider", 0), ("seeker", 60), ("insider", 60)
    ]  # fmt: skip
    assert said[3].text == "How did you become a planner?"
    assert len({one.text for one in said}) == 5


def test_the_same_talk_comes_out_the_same(workspace: Workspace, now: datetime) -> None:
    first, second = (make_held(workspace, now, GREETING, "What does your morning look like?") for _time in range(2))
    assert texts(first) == texts(second)


@pytest.mark.parametrize(
    ("text", "error"),
    [("", errors.EmptyTurnError), (" \n\u200b ", errors.EmptyTurnError), ("x" * 50_000, errors.LongTurnError)],
    ids=["empty", "blank", "50 kB"],
)
def test_nothing_and_far_too_much_are_refused(
    workspace: Workspace, now: datetime, text: str, error: type[Exception]
) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with pytest.raises(error):
        say(rehearsal, text, now)
    assert len(texts(rehearsal)) == 1


@pytest.mark.parametrize("text", ["🙂🙂", "\u202eabc?", "¿Qué hace usted?", "你好 hello", "x" * 2000, "<b>?</b>"])
def test_odd_input_gets_an_answer_all_the_same(workspace: Workspace, now: datetime, text: str) -> None:
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, text, now)
    assert len(texts(rehearsal)) == 3


def test_of_two_windows_the_second_is_told_and_nothing_is_said_twice(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    where = {"workspace": workspace, "rehearsal_id": rehearsal.pk, "version": rehearsal.version, "now": now}
    rehearsing.say(text=GREETING, **where)  # type: ignore[arg-type]
    for act in (rehearsing.pause, rehearsing.go_on, rehearsing.take_back):
        with pytest.raises(errors.StaleTalkError):
            act(**where)  # type: ignore[operator]
    with pytest.raises(errors.StaleTalkError):
        rehearsing.say(text=GREETING, **where)  # type: ignore[arg-type]
    assert texts(rehearsal).count(GREETING) == 1


def test_words_of_despair_are_not_kept_and_not_answered_by_the_insider(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with pytest.raises(errors.ConcernError) as caught:
        say(rehearsal, "I want to kill myself", now)
    assert caught.value.concern == "self_harm"
    assert len(texts(rehearsal)) == 1


def test_unsaying_takes_the_turn_its_answer_and_its_time_back(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, GREETING, now)
    say(rehearsal, "Do you like it?", now + 2 * MINUTE)
    where = {"workspace": workspace, "rehearsal_id": rehearsal.pk, "now": now + 3 * MINUTE}

    rehearsing.take_back(version=current(rehearsal).version, **where)  # type: ignore[arg-type]

    assert current(rehearsal).unsent == "Do you like it?"
    assert len(texts(rehearsal)) == 3
    assert (current(rehearsal).spent, current(rehearsal).running_since) == (0, now + 3 * MINUTE)


def test_before_the_first_turn_there_is_nothing_to_unsay(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    with pytest.raises(errors.EmptyTurnError):
        rehearsing.take_back(workspace=workspace, rehearsal_id=rehearsal.pk, version=rehearsal.version, now=now)


def test_a_pause_costs_no_time(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, GREETING, now)
    where = {"workspace": workspace, "rehearsal_id": rehearsal.pk}
    rehearsing.pause(version=current(rehearsal).version, now=now + MINUTE, **where)  # type: ignore[arg-type]
    rehearsing.go_on(version=current(rehearsal).version, now=now + 60 * MINUTE, **where)  # type: ignore[arg-type]
    say(rehearsal, "What does your morning look like?", now + 61 * MINUTE)
    assert utterances_of(rehearsal)[-1].at == 120


def test_speaking_lets_a_stopped_clock_run_on(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    say(rehearsal, GREETING, now)
    rehearsing.pause(
        workspace=workspace, rehearsal_id=rehearsal.pk, version=current(rehearsal).version, now=now + MINUTE
    )
    say(rehearsal, "What does your morning look like?", now + 9 * MINUTE)
    assert (current(rehearsal).spent, current(rehearsal).running_since) == (60, now + 9 * MINUTE)


def test_when_their_time_is_over_they_leave_and_the_talk_is_judged(workspace: Workspace, now: datetime) -> None:
    rehearsal, at = make_rehearsal(workspace, now, minutes=5), now
    questions = ("What changed last year?", "Which part is hardest?", "What would you do first?", "Who taught you?")
    for text in (GREETING, *questions, "And what happened then?", "How so?", "Why?"):
        if current(rehearsal).ended_at is None:
            say(rehearsal, text, at)
        at += 2 * MINUTE
    assert current(rehearsal).ended_at is not None
    assert current(rehearsal).judgement["opened_well"] is True
    with pytest.raises(errors.OverError):
        say(rehearsal, "One more?", at)


def test_a_prepared_question_is_ticked_when_it_is_asked_and_by_hand(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    first, second = (
        add_question(workspace=workspace, interview_id=interview.pk, text=text, topic=None, now=now)
        for text in ("What made you move from buying to planning?", "What is changing since the port delays?")
    )
    rehearsal = make_rehearsal(workspace, now, interview_id=interview.pk)
    say(rehearsal, "Why did you move from buying into planning?", now)
    assert current(rehearsal).asked == [str(first.pk)]

    for asked in ([str(first.pk), str(second.pk)], [str(first.pk)]):
        rehearsing.tick(workspace=workspace, rehearsal_id=rehearsal.pk, question_id=second.pk)
        assert current(rehearsal).asked == asked
    rehearsing.tick(workspace=workspace, rehearsal_id=rehearsal.pk, question_id=uuid4())
    assert current(rehearsal).asked == [str(first.pk)]


def test_an_end_without_a_word_leaves_no_trace(workspace: Workspace, now: datetime) -> None:
    rehearsal = make_rehearsal(workspace, now)
    assert rehearsing.end(workspace=workspace, rehearsal_id=rehearsal.pk, now=now) is None
    assert not Rehearsal.objects.of(workspace).exists()
    assert not Utterance.objects.of(workspace).exists()


def test_it_ends_once(workspace: Workspace, now: datetime) -> None:
    held = make_held(workspace, now, GREETING, CLOSING)
    rehearsing.end(workspace=workspace, rehearsal_id=held.pk, now=now + 60 * MINUTE)
    assert (current(held).ended_at, current(held).spent) == (now + timedelta(seconds=40), 40)


def test_a_rehearsal_goes_with_the_person_whose_talk_it_prepared(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    make_held(workspace, now, interview=interview)
    own = make_held(workspace, now)
    interview.person.delete()
    assert list(Rehearsal.objects.of(workspace).values_list("pk", flat=True)) == [own.pk]


def test_what_is_unsaid_is_no_longer_ticked(workspace: Workspace, now: datetime) -> None:
    interview = make_agreed(workspace, now)
    text = "How did you become a planner?"
    question = add_question(workspace=workspace, interview_id=interview.pk, text=text, topic=None, now=now)
    rehearsal = make_rehearsal(workspace, now, interview_id=interview.pk)
    say(rehearsal, GREETING, now)
    say(rehearsal, text, now)
    assert current(rehearsal).asked == [str(question.pk)]
    rehearsing.take_back(workspace=workspace, rehearsal_id=rehearsal.pk, version=current(rehearsal).version, now=now)
    assert current(rehearsal).asked == []
