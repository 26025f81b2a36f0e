"""What became of an insider's talks, for staff and for the insider."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import User, Workspace
from askwell.programmes.choices import MatchState, Side
from askwell.programmes.models import Feedback, Match, Participant
from askwell.programmes.queries.theirs import seen

FEWEST_MARKS = 3
"""Fewer would tell what one seeker thinks of somebody."""
COMING = (MatchState.ASKED, MatchState.AGREED)
MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Talk:
    """One of their talks. `seeker` is empty once they left the programme, and the day is told no more (`is_left`);
    `participant_id` is for staff alone."""

    state: MatchState
    seeker: str
    participant_id: UUID | None
    starts_at: datetime | None
    asked_at: datetime | None
    ended_at: datetime | None
    missed_by: str
    answer: str

    @property
    def is_left(self) -> bool:
        return self.participant_id is None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """`talks` newest first; `useful` is the mean of FEWEST_MARKS marks or more; `thanks` are words that seekers allowed
    to be told, with nobody's name."""

    talks: Sequence[Talk]
    met: int
    coming: int
    referrals: int
    useful: float | None
    thanks: Sequence[str]


def outcomes_of(workspace: Workspace, insider_id: UUID, only: User | None = None) -> Outcomes:
    """All is counted; `talks` are those that a caseworker sees, `only` as in theirs.seen. Two queries, or three."""
    rows = Match.objects.of(workspace).filter(insider=insider_id).exclude(state=MatchState.PROPOSED)
    told = list(
        rows.order_by("-starts_at", "-asked_at", "-id").values_list(
            "state", "participant__name", "participant", "starts_at", "asked_at", "ended_at", "missed_by", "answer",
        )
    )  # fmt: skip
    said = list(
        Feedback.objects.of(workspace)
        .filter(match__in=rows.values("pk"), side=Side.SEEKER)
        .order_by("-given_at")
        .values_list("referrals", "useful", "text", "may_tell")
    )
    useful = [score for _referrals, score, _text, _may in said if score]
    states = [row[0] for row in told]
    mine = {row[2] for row in told}
    if only:
        mine = set(
            seen(Participant.objects.of(workspace), only)
            .filter(matches__insider=insider_id)
            .values_list("pk", flat=True)
        )
    return Outcomes(
        [Talk(MatchState(row[0]), row[1] or "", *row[2:8]) for row in told if row[2] in mine][:MOST_SHOWN],
        states.count(MatchState.HELD),
        sum(state in COMING for state in states),
        sum(referrals for referrals, *_rest in said),
        sum(useful) / len(useful) if len(useful) >= FEWEST_MARKS else None,
        [text for _referrals, _useful, text, may in said if may and text.strip()][:MOST_SHOWN],
    )
