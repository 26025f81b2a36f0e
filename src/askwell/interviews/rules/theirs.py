"""An event that the insider called: which answer its organizer is owed, as the talk stands."""

from dataclasses import dataclass
from datetime import datetime

from askwell.interviews.choices import InterviewState
from askwell.interviews.rules.states import TAKES_TIME
from askwell.protocols.calendar import Answer


@dataclass(frozen=True, slots=True)
class Said:
    """The seeker's word on it: `answer` to the event at `at`, as it was at that `sequence`. TENTATIVE asks for `at`
    instead of the event's own time (a counter-proposal)."""

    answer: Answer
    at: datetime
    sequence: int = 0


def owed(
    *,
    starts_at: datetime,
    sequence: int,
    told: Said | None,
    state: InterviewState,
    agreed: datetime | None,
    now: datetime,
) -> Said | None:
    """What has to be said by itself once the organizer was `told` something; None where that still holds.

    `starts_at` and `sequence` are the event's, `agreed` the talk's time. An update of theirs that the seeker has not
    decided on is no reason to say anything.
    """
    if told is None or starts_at <= now:
        return None
    if state in TAKES_TIME and agreed:
        if told.at == agreed and told.answer is not Answer.DECLINED:
            return None
        answer = Answer.ACCEPTED if agreed == starts_at else Answer.TENTATIVE
        return Said(answer, agreed, sequence) if agreed > now else None
    ends = told.answer is Answer.ACCEPTED or (state is InterviewState.CANCELLED and told.answer is not Answer.DECLINED)
    return Said(Answer.DECLINED, starts_at, sequence) if ends else None
