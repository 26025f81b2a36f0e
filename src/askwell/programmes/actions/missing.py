"""Somebody did not come, or called off at the last moment: a kind note first; the next time a pause until somebody of
the programme talked with them."""

from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.programmes.actions.letters import post_about
from askwell.programmes.choices import Side
from askwell.programmes.models import Insider, Match, Participant
from askwell.programmes.queries import letters
from askwell.programmes.queries.house import programme_of
from askwell.programmes.rules.letters import Kind
from askwell.programmes.rules.missing import Follow, follows


def write_of_missing(*, workspace: Workspace, match_id: UUID, now: datetime) -> Follow:
    """Write to whoever missed the talk, by how often it was before. Whether they are matched again follows from the
    talks themselves (`rules.missing`)."""
    rows = Match.objects.of(workspace).select_related("workspace", "participant", "insider")
    match = rows.get(pk=match_id)
    side, programme = Side(match.missed_by), programme_of(match.workspace)
    assert programme, "every programme's workspace has one"
    one = match.insider if side is Side.INSIDER else match.participant
    if one is None or match.insider is None or match.participant is None:
        return Follow.NOTHING
    what = follows(missed=_missed(match, one), most_missed=programme.most_missed, talked_at=one.talked_at, now=now)
    if what is not Follow.NOTHING:
        words = letters.missed(programme, match, side, match.starts_at, again=what is Follow.PAUSE)
        kind = Kind.PAUSED if what is Follow.PAUSE else Kind.MISSED
        post_about(match, kind, programme=programme, to=one, words=words, now=now)
    return what


def _missed(match: Match, one: Insider | Participant) -> list[datetime]:
    rows = Match.objects.of(match.workspace).filter(missed_by=match.missed_by)
    theirs = rows.filter(insider=one) if isinstance(one, Insider) else rows.filter(participant=one)
    return [moment for moment in theirs.values_list("ended_at", flat=True) if moment]
