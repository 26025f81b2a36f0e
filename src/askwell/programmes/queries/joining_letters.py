"""The letters that bring seekers in with an account of their own: who is still to get one, and what it says."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.programmes.choices import MatchState, ParticipantState
from askwell.programmes.models import Match, Participant, Programme
from askwell.programmes.queries import letters, wording
from askwell.programmes.rules.letters import Kind, Words, write

WAITS = Q(
    state__in=(ParticipantState.INVITED, ParticipantState.ACTIVE), seeker_workspace=None, asked_at=None
)  # fmt: skip
"""In or on the list, without an account here, and not written to since they were last found something."""

Link = Callable[[Participant], str]


def to_write_to(workspace: Workspace, chosen: Sequence[UUID] | None = None) -> QuerySet[Participant]:
    """Of these, or of all: whose letter waits; in their order."""
    rows = Participant.objects.of(workspace).filter(WAITS)
    return (rows if chosen is None else rows.filter(pk__in=chosen)).order_by("number")


def letters_to(programme: Programme, rows: Sequence[Participant], link: Link) -> dict[UUID, Words]:
    """What is written to each: that somebody was found for them, else only that they please join. One query."""
    found = Match.objects.of(programme.workspace).filter(participant__in=rows, state=MatchState.WAITING)
    matches = found.select_related("participant", "insider").order_by("-place", "-pk")
    first = {match.participant_id: match for match in matches}
    return {row.pk: _letter(programme, row, first.get(row.pk), link(row)) for row in rows}


def letter_to(programme: Programme, row: Participant, link: Link) -> Words:
    """The one to this seeker."""
    return letters_to(programme, [row], link)[row.pk]


def by_mail(row: Participant) -> str:
    """The link in a mail."""
    return wording.site_link(letters.join_path(row))


def _letter(programme: Programme, row: Participant, match: Match | None, link: str) -> Words:
    if match:
        return letters.joining(programme, match, link=link)
    hello = wording.hello(row.name, row.native_name, row.page_language)
    return write(Kind.COME, row.page_language, wording.house_facts(programme) | {"hello": hello, "link": link})
