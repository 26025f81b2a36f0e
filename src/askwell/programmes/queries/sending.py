"""What will happen when a round is sent, told before."""

from dataclasses import dataclass

from django.db.models import Count, Q

from askwell.accounts.models import Workspace
from askwell.outreach.queries.mail.mailboxes import usual_mailbox
from askwell.outreach.queries.mail.unsubscribing import programme_letterhead
from askwell.programmes.choices import InsiderState, MatchState, ParticipantState
from askwell.programmes.models import Match, Programme, Round

IN = (ParticipantState.ACTIVE, ParticipantState.INVITED)


@dataclass(frozen=True, slots=True)
class Plan:
    """How many talks would be sent. `by_mail` and `by_hand` are those whose insider is asked, `to_join` those whose
    seeker has not joined and is asked to join first, `away` those of whom one is not there. `mail`: whether mail can
    leave at all."""

    by_mail: int
    by_hand: int
    to_join: int
    away: int
    mail: bool

    @property
    def talks(self) -> int:
        return self.by_mail + self.by_hand + self.to_join + self.away


def plan_of_sending(programme: Programme, row: Round) -> Plan:
    """Of all that the round proposes; one query."""
    mail = mail_leaves(programme.workspace)
    rows = Match.objects.of(programme.workspace).filter(round=row, state=MatchState.PROPOSED, send_at=None)
    there = Q(participant__state__in=IN, insider__state=InsiderState.ACTIVE)
    has_joined = Q(participant__seeker_workspace__isnull=False)
    counted = rows.aggregate(
        all=Count("pk"),
        there=Count("pk", filter=there),
        to_join=Count("pk", filter=there & ~has_joined),
        reached=Count("pk", filter=there & has_joined & ~Q(insider__email="")),
    )
    by_mail = counted["reached"] if mail else 0
    by_hand = counted["there"] - counted["to_join"] - by_mail
    return Plan(by_mail, by_hand, counted["to_join"], counted["all"] - counted["there"], mail)


def mail_leaves(workspace: Workspace) -> bool:
    """Whether a programme's mail can leave by itself: a mailbox is connected, and who sends it is said."""
    if workspace.is_demo or usual_mailbox(workspace) is None:
        return False
    return programme_letterhead(workspace, "") is not None
