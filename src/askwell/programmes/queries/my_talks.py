"""A seeker's own talks that programmes arranged: rows of the programmes that they take part in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import MatchState, ParticipantState, Side
from askwell.programmes.models import Feedback, Match, Programme
from askwell.programmes.queries.mine import programmes_of
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


def my_talks(seeker: Workspace, code: str, now: datetime) -> list[MyTalk]:
    """The newest first, before them those without a time; one query, and three a programme."""
    found: list[tuple[Match, str, Feedback | None]] = []
    for workspace in programmes_of(seeker):
        matches = list(_talks_in(workspace, seeker).order_by("-starts_at", "-asked_at", "-pk")[:MOST])
        said = Feedback.objects.of(workspace).filter(match__in=[match.pk for match in matches], side=Side.SEEKER)
        by_match = {one.match_id: one for one in said}
        name = Programme.objects.of(workspace).get().name
        found += [(match, name, by_match.get(match.pk)) for match in matches]
    found.sort(key=lambda row: (row[0].starts_at is None, row[0].starts_at or row[0].asked_at or now), reverse=True)
    return [_told(*row, code, now) for row in found[:MOST]]


def my_talk(seeker: Workspace, match_id: UUID, code: str, now: datetime) -> tuple[Match, MyTalk]:
    """Raises Match.DoesNotExist."""
    for workspace in programmes_of(seeker):
        if match := _talks_in(workspace, seeker).filter(pk=match_id).first():
            said = Feedback.objects.of(workspace).filter(match=match, side=Side.SEEKER).first()
            return match, _told(match, Programme.objects.of(workspace).get().name, said, code, now)
    raise Match.DoesNotExist


def _talks_in(workspace: Workspace, seeker: Workspace) -> QuerySet[Match]:
    """Those that were sent, of a programme that they have not left."""
    rows = Match.objects.of(workspace).filter(participant__seeker_workspace=seeker, state__in=SHOWN)
    return rows.exclude(participant__state=ParticipantState.LEFT).select_related("insider", "workspace", "participant")


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
