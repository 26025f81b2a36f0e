"""A seeker's own talks that programmes arranged: rows of the programmes, found by whose workspace it is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import MatchState, ParticipantState, Side
from askwell.programmes.models import Feedback, Match, Programme
from askwell.programmes.queries.wording import initials, insider_name, job_of
from askwell.programmes.rules.standing import is_past

SHOWN = (
    MatchState.ASKED, MatchState.AGREED, MatchState.HELD, MatchState.DECLINED, MatchState.MISSED, MatchState.CANCELLED,
)  # fmt: skip
MOST = 100


@dataclass(frozen=True, slots=True)
class MyTalk:
    """`can_say`: it is over, so that they may say how it was; `said`: what they said."""

    id: UUID
    programme: str
    face: str
    insider: str
    job: str
    state: MatchState
    starts_at: datetime | None
    can_say: bool
    said: Feedback | None


def talks_of(seeker: Workspace) -> QuerySet[Match]:
    """Those that were sent, of programmes that they have not left."""
    rows = Match._base_manager.filter(  # of any programme, by whose they are
        participant__seeker_workspace=seeker, state__in=SHOWN
    )
    return rows.exclude(participant__state=ParticipantState.LEFT).select_related("insider", "workspace", "participant")


def my_talks(seeker: Workspace, code: str, now: datetime) -> list[MyTalk]:
    """The newest first; three queries."""
    matches = list(talks_of(seeker).order_by("-starts_at", "-asked_at", "-pk")[:MOST])
    said = Feedback._base_manager.filter(  # their own words in the programmes
        match__in=[match.pk for match in matches], side=Side.SEEKER
    )
    by_match = {one.match_id: one for one in said}
    programmes = Programme._base_manager.filter(workspace__in={match.workspace_id for match in matches})
    names = dict(programmes.values_list("workspace_id", "name"))
    return [_told(match, names[match.workspace_id], by_match.get(match.pk), code, now) for match in matches]


def my_talk(seeker: Workspace, match_id: UUID, code: str, now: datetime) -> tuple[Match, MyTalk]:
    """Raises Match.DoesNotExist."""
    match = talks_of(seeker).get(pk=match_id)
    said = Feedback.objects.of(match.workspace).filter(match=match, side=Side.SEEKER).first()
    return match, _told(match, Programme.objects.of(match.workspace).get().name, said, code, now)


def _told(match: Match, programme: str, said: Feedback | None, code: str, now: datetime) -> MyTalk:
    can_say = match.state in (MatchState.AGREED, MatchState.HELD, MatchState.MISSED) and is_past(match.starts_at, now)
    return MyTalk(
        id=match.pk,
        programme=programme,
        face=initials(match.insider),
        insider=insider_name(match.insider, code),
        job=job_of(match.insider) if match.insider else "",
        state=MatchState(match.state),
        starts_at=match.starts_at,
        can_say=can_say,
        said=said,
    )
