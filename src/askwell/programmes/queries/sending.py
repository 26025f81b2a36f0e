"""What will happen when a round is sent, told before."""

from dataclasses import dataclass

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
    """Of all that the round proposes."""
    mail = mail_leaves(programme.workspace)
    rows = Match.objects.of(programme.workspace).filter(round=row, state=MatchState.PROPOSED, send_at=None)
    columns = ("participant__state", "participant__seeker_workspace", "insider__state", "insider__email")
    counts = {"by_mail": 0, "by_hand": 0, "to_join": 0, "away": 0}
    for state, own, insider, email in rows.values_list(*columns):
        if state not in IN or insider != InsiderState.ACTIVE:
            counts["away"] += 1
        elif own is None:
            counts["to_join"] += 1
        else:
            counts["by_mail" if mail and email else "by_hand"] += 1
    return Plan(**counts, mail=mail)


def mail_leaves(workspace: Workspace) -> bool:
    """Whether a programme's mail can leave by itself: a mailbox is connected, and who sends it is said."""
    if workspace.is_demo or usual_mailbox(workspace) is None:
        return False
    return programme_letterhead(workspace, "") is not None
