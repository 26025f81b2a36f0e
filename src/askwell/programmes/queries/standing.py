"""How the talks that a programme arranged stand in the seekers' own workspaces: all that it reads there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.interviews.choices import InterviewState
from askwell.interviews.models import Interview
from askwell.outreach.choices import Answer, MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Match
from askwell.programmes.rules.standing import NOES, Told

IN_PROGRAMME = (ParticipantState.ACTIVE, ParticipantState.APPLIED, ParticipantState.INVITED)


@dataclass(frozen=True, slots=True)
class End:
    """How the last agreed time fell through: when, and whether the insider called it off."""

    at: datetime
    by_insider: bool


def followed_by(thread: Thread) -> list[UUID]:
    """The matches that follow this thread: of participants who have joined with its workspace and have not left. Where
    two persons became one, that of the thread that was joined. One query where there is no programme."""
    rows = Match._base_manager.filter(  # of any programme
        participant__seeker_workspace=thread.workspace_id, participant__state__in=IN_PROGRAMME
    ).exclude(thread_id=None)
    told = list(rows.values_list("pk", "thread_id"))
    if not told or any(thread_id == thread.pk for _pk, thread_id in told):
        return [pk for pk, thread_id in told if thread_id == thread.pk]
    joined = Thread.objects.of(thread.workspace).filter(
        person=thread.person_id, outcome=Outcome.JOINED, pk__in=[thread_id for _pk, thread_id in told]
    )
    own = set(joined.values_list("pk", flat=True))
    return [pk for pk, thread_id in told if thread_id in own]


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
