"""Which answer an insider's event is owed by itself, once the seeker has answered it."""

from datetime import UTC, datetime, timedelta

import pytest

from askwell.interviews.choices import InterviewState
from askwell.interviews.rules.theirs import Said, owed
from askwell.protocols.calendar import Answer

NOW = datetime(2026, 11, 25, 18, tzinfo=UTC)
AT, OTHER = NOW + timedelta(days=2), NOW + timedelta(days=3)
YES, NO, ELSE = Said(Answer.ACCEPTED, AT), Said(Answer.DECLINED, AT), Said(Answer.TENTATIVE, OTHER)
CONFIRMED, OFF, PROPOSED = InterviewState.CONFIRMED, InterviewState.CANCELLED, InterviewState.PROPOSED


@pytest.mark.parametrize(
    ("told", "state", "agreed", "wanted"),
    [
        (None, CONFIRMED, AT, None),  # nothing begins by itself
        (YES, CONFIRMED, AT, None),
        (YES, CONFIRMED, OTHER, Said(Answer.TENTATIVE, OTHER, 3)),  # moved: their organizer is asked
        (ELSE, CONFIRMED, OTHER, None),
        (ELSE, CONFIRMED, AT, Said(Answer.ACCEPTED, AT, 3)),
        (NO, CONFIRMED, AT, Said(Answer.ACCEPTED, AT, 3)),  # the no was taken back
        (YES, OFF, AT, Said(Answer.DECLINED, AT, 3)),
        (YES, PROPOSED, None, Said(Answer.DECLINED, AT, 3)),
        (ELSE, PROPOSED, None, None),  # asked for another time, nothing is agreed yet
        (ELSE, OFF, None, Said(Answer.DECLINED, AT, 3)),
        (NO, OFF, None, None),
    ],
)
def test_what_is_owed(told: Said | None, state: InterviewState, agreed: datetime | None, wanted: Said | None) -> None:
    assert owed(starts_at=AT, sequence=3, told=told, state=state, agreed=agreed, now=NOW) == wanted


def test_an_update_that_nobody_decided_on_is_no_reason_to_say_anything() -> None:
    moved_by_them = AT + timedelta(hours=2)
    assert owed(starts_at=moved_by_them, sequence=1, told=YES, state=CONFIRMED, agreed=AT, now=NOW) is None


def test_nothing_is_said_of_what_is_over() -> None:
    late = AT + timedelta(minutes=1)
    assert owed(starts_at=AT, sequence=0, told=YES, state=OFF, agreed=None, now=late) is None
