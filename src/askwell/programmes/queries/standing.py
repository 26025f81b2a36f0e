"""How the talks that a programme arranged stand in the seekers' own workspaces: all that it reads there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.outreach.choices import Answer, MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Match
from askwell.programmes.queries.mine import programmes_of
from askwell.programmes.rules.standing import NOES, Told

IN_PROGRAMME = (ParticipantState.ACTIVE, ParticipantState.APPLIED, ParticipantState.INVITED)


@dataclass(frozen=True, slots=True)
class End:
    """How the last agreed time fell through: when, and whether the insider called it off."""

    at: datetime
    by_insider: bool


def followed_by(thread: Thread) -> list[Match]:
    """The matches that follow this thread, with their workspaces: of participants who have joined with its workspace
    and have not left. Where two persons became one, that of the thread that was joined. One query where there is no
    programme."""
    found = [match for workspace in programmes_of(thread.workspace) for match in _sent(workspace, thread.workspace)]
    mine = [match for match in found if match.thread_id == thread.pk]
    if mine or not found:
        return mine
    joined = Thread.objects.of(thread.workspace).filter(
        person=thread.person_id, outcome=Outcome.JOINED, pk__in=[match.thread_id for match in found]
    )
    own = set(joined.values_list("pk", flat=True))
    return [match for match in found if match.thread_id in own]


def _sent(workspace: Workspace, seeker: Workspace) -> QuerySet[Match]:
    theirs = Match.objects.of(workspace).filter(
        participant__seeker_workspace=seeker, participant__state__in=IN_PROGRAMME
    )
    return theirs.exclude(thread_id=None).select_related("workspace", "insider")


def told_of(thread: Thread) -> Told:
    """One query."""
    rows = Interview.objects.of(thread.workspace).filter(thread=thread)
    state, held_at = rows.values_list("state", "held_at").first() or ("", None)
    return Told(
        state=ThreadState(thread.state),
        outcome=Outcome(thread.outcome) if thread.outcome else None,
        answer=Answer(thread.answer) if thread.answer else None,
        interview=InterviewState(state) if state else None,
        meets_at=thread.meets_at,
        held_at=held_at,
    )


def words_of_no(thread: Thread) -> str:
    """What the insider said with a no; whom they named is the seeker's alone."""
    if thread.answer not in NOES or thread.answer == Answer.REFERS:
        return ""
    rows = Message.objects.of(thread.workspace).filter(thread=thread, kind=MessageKind.ANSWER)
    return (rows.order_by("-number").values_list("body", flat=True).first() or "")[:300]


def fell_through(thread: Thread) -> End | None:
    """The last time that a time fell through, if nothing came after it."""
    last = Message.objects.of(thread.workspace).filter(thread=thread, number__isnull=False).order_by("-number").first()
    if last is None or last.kind != MessageKind.CANCELLED:
        return None
    return End(last.happened_at, bool(last.facts.get("by_them")))


def thread_of(workspace: Workspace, thread_id: UUID) -> Thread | None:
    """None where the seeker erased the person."""
    return Thread.objects.of(workspace).select_related("person", "workspace").filter(pk=thread_id).first()
