"""What the entries of a thread mean for the interview that hangs on it."""

from collections.abc import Iterator

from askwell.interviews.choices import Step
from askwell.interviews.models import Interview
from askwell.interviews.rules.states import Happened, Standing, can, move
from askwell.outreach.choices import MessageKind, Outcome, ThreadState
from askwell.outreach.models import Message, Thread
from askwell.outreach.queries.history import entries_of, event_of
from askwell.outreach.rules import threads


def steps_of(thread: Thread) -> list[Happened]:
    """The steps that the thread's entries tell of, in their order; one query."""
    return list(_steps(entries_of(thread)))


def _steps(entries: list[Message]) -> Iterator[Happened]:
    before = threads.Standing()
    for entry in entries:
        event = event_of(entry)
        after = threads.move(before, event)
        step = _step(entry, before, after)
        if step:
            yield Happened(step, event.at, event.meets_at)
        before = after


def _step(entry: Message, before: threads.Standing, after: threads.Standing) -> Step | None:
    if entry.kind == MessageKind.SCHEDULED:
        return Step.AGREED
    if entry.kind == MessageKind.MET:
        return Step.HELD
    if entry.kind == MessageKind.THANKS and before.outcome is Outcome.MET:
        return Step.THANKED
    if before.state is ThreadState.SCHEDULED and after.state is not ThreadState.SCHEDULED:
        return Step.MISSED if entry.facts.get("missed") else Step.CANCELLED
    if after.state is ThreadState.CLOSED and before.state is not ThreadState.CLOSED:
        return Step.CANCELLED
    return None


def standing(interview: Interview, steps: list[Happened]) -> Standing:
    """What the thread's steps and the interview's own add up to.

    Times offered count where they stand in the order of things; the closing card counts once it was held. A
    step that the interview's table does not know in its state (calling off what was never agreed, twice) is
    none of its business.
    """
    own = [Happened(Step.PROPOSED, interview.offered_at)] if interview.offered_at else []
    added = Standing()
    for happened in sorted((*own, *steps), key=lambda one: one.at):
        if can(added.state, happened.step):
            added = move(added, happened)
    if interview.finished_at and can(added.state, Step.FINISHED):  # else held was taken back: the card waits for it
        return move(added, Happened(Step.FINISHED, interview.finished_at))
    return added
