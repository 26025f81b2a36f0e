"""Who is stuck, and why: each reason with its last quiet day and its first loud one."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from askwell.programmes.choices import Barrier, Lack, ParticipantState, Stuck, Unmet
from askwell.programmes.rules.stuck import Facts, Limits, Reason, reasons

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
LIMITS = Limits(answer_days=7, most_missed=2)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def found(state: ParticipantState = ParticipantState.ACTIVE, **facts: Any) -> list[Stuck]:
    told = Facts(state=state, **{"came_at": ago(90), **facts})
    return [one.code for one in reasons(told, LIMITS, NOW)]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"free_since": ago(13.9)}, []),
        ({"free_since": ago(14)}, [Stuck.NO_MATCH]),
        ({"free_since": ago(0), "lacks": (Lack.HOURS,)}, [Stuck.UNFIT]),
        ({"free_since": ago(40), "lacks": (Lack.HOURS,)}, [Stuck.UNFIT]),
        ({"lacks": (Lack.HOURS,)}, []),  # a talk is under way: they lack nothing now
        ({"asked_at": ago(6.9)}, []),
        ({"asked_at": ago(7)}, [Stuck.NO_ANSWER]),
        ({"written_at": ago(13.9), "is_ready": True}, []),
        ({"written_at": ago(14), "is_ready": True}, [Stuck.WAITS_TO_JOIN]),
        ({"written_at": ago(14)}, [Stuck.NOT_JOINED]),
        ({"held_at": ago(6.9)}, []),
        ({"held_at": ago(7)}, [Stuck.NO_FEEDBACK]),
        ({"missed_talks": 1, "missed_talk_at": ago(1)}, []),
        ({"missed_talks": 2, "missed_talk_at": ago(1)}, [Stuck.MISSED_TALKS]),
        ({"sessions_in_a_row": 1, "missed_session_at": ago(1)}, []),
        ({"sessions_in_a_row": 2, "missed_session_at": ago(1)}, [Stuck.MISSED_SESSIONS]),
        ({"overdue": 0}, []),
        ({"overdue": 1, "overdue_since": ago(1)}, [Stuck.OVERDUE]),
    ],
)
def test_each_reason(facts: dict[str, Any], expected: list[Stuck]) -> None:
    assert found(**facts) == expected


@pytest.mark.parametrize(
    ("state", "days", "expected"),
    [
        (ParticipantState.INVITED, 6.9, []),
        (ParticipantState.INVITED, 7, [Stuck.NOT_JOINED]),
        (ParticipantState.APPLIED, 30, []),
        (ParticipantState.LEFT, 30, []),
        (ParticipantState.TURNED_DOWN, 30, []),
    ],
)
def test_who_is_not_in_yet_can_only_have_not_joined(
    state: ParticipantState, days: float, expected: list[Stuck]
) -> None:
    facts = {"free_since": ago(90), "asked_at": ago(90), "missed_talks": 9, "missed_talk_at": ago(1)}

    assert found(state, came_at=ago(days), **facts) == expected


def test_the_most_pressing_comes_first() -> None:
    facts = {"free_since": ago(20), "held_at": ago(60), "missed_talks": 3, "missed_talk_at": ago(2)}

    assert found(**facts) == [Stuck.MISSED_TALKS, Stuck.NO_MATCH, Stuck.NO_FEEDBACK]


def test_the_limits_are_the_programmes_own() -> None:
    facts = Facts(state=ParticipantState.ACTIVE, came_at=ago(90), asked_at=ago(7))

    assert reasons(facts, Limits(answer_days=10, most_missed=2), NOW) == ()


def test_why_the_last_round_left_somebody_out_is_told() -> None:
    facts = Facts(
        state=ParticipantState.ACTIVE, came_at=ago(90), free_since=ago(20), why=Unmet.NOBODY_ALLOWED,
        against=Barrier.LANGUAGE,
    )  # fmt: skip

    assert reasons(facts, LIMITS, NOW) == (Reason(Stuck.NO_MATCH, ago(20), 0, Unmet.NOBODY_ALLOWED, Barrier.LANGUAGE),)
