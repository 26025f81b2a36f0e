"""After each entry: the thread's columns and its follow-ups are made to say what its entries add up to."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from askwell.outreach.actions.greeting import tick_greetings
from askwell.outreach.choices import FollowUpKind, MessageKind, ThreadState
from askwell.outreach.models import FollowUp, Message, Thread, thread_settled
from askwell.outreach.queries.history import Replayed, asked_by_programme, entries_of, recipient_of, replay
from askwell.outreach.queries.packing import pack
from askwell.outreach.rules import followups
from askwell.outreach.rules.threads import Standing

SILENT = (ThreadState.WAITING, ThreadState.NUDGED)


class Wanted(NamedTuple):
    """A duty that rules ask for, whom it concerns, and whose days count."""

    duty: followups.FollowUp
    person: UUID
    recipient: followups.Recipient

    def with_facts(self, facts: Mapping[str, object]) -> "Wanted":
        """The same with further facts."""
        return self._replace(duty=replace(self.duty, facts={**self.duty.facts, **facts}))


def settle(thread: Thread, *, now: datetime) -> Standing:
    """Replay the entries, store the outcome, and bring the follow-ups in line.

    Raises ImpossibleMove (and changes nothing) when the entries are no possible history.
    """
    entries = entries_of(thread)
    replayed = replay(entries)
    asked_before = thread.asked_at
    _store(thread, replayed, entries)
    refresh(thread, replayed.standing, now=now)
    tick_greetings(workspace=thread.workspace, person_id=thread.person_id)
    if thread.asked_at != asked_before:
        _refresh_colleagues(thread, now=now)
    thread_settled.send(sender=Thread, thread=thread, now=now)
    return replayed.standing


def _store(thread: Thread, replayed: Replayed, entries: Sequence[Message]) -> None:
    standing = replayed.standing
    thread.state, thread.outcome = standing.state, standing.outcome or ""
    thread.answer = standing.answer or ""
    thread.meets_at, thread.meets_by = standing.meets_at, _agreed_way(standing, entries)
    thread.asked_at, thread.channel = standing.first_asked_at, _first_channel(standing, entries)
    thread.said_yes, thread.closed_at = replayed.said_yes, replayed.closed_at
    _store_last(thread, [entry for entry in entries if entry.kind != MessageKind.NOTE])
    thread.save()


def _store_last(thread: Thread, entries: Sequence[Message]) -> None:
    last = entries[-1] if entries else None
    thread.moved_at = last.happened_at if last else thread.opened_at
    thread.last_kind = last.kind if last else ""
    thread.last_channel = last.channel if last else ""
    thread.last_direction = last.direction if last else ""


def _agreed_way(standing: Standing, entries: Sequence[Message]) -> str:
    agreed = [entry.facts.get("meets_by", "") for entry in entries if entry.kind == MessageKind.SCHEDULED]
    return agreed[-1] if standing.meets_at and agreed else ""


def _first_channel(standing: Standing, entries: Sequence[Message]) -> str:
    return next((entry.channel for entry in entries if entry.happened_at == standing.first_asked_at), "")


def refresh(thread: Thread, standing: Standing, *, now: datetime) -> None:
    """Replace the open follow-ups that the thread's own rules make by those they ask for now. While a programme waits
    for an answer that it asked for, it reminds and lets rest: the seeker owes nothing."""
    recipient = recipient_of(thread.person)
    wanted = followups.follow_ups(standing, recipient, now=now, second_person=_wants_second(thread))
    if standing.state in SILENT and asked_by_programme(thread):
        wanted = ()
    bring(thread, [Wanted(duty, thread.person_id, recipient) for duty in wanted], kinds=followups.OWN)


def bring(thread: Thread, wanted: Iterable[Wanted], *, kinds: Collection[FollowUpKind]) -> None:
    """Replace the thread's open follow-ups of these kinds by the wanted ones.

    What was done or dismissed stays so: the same duty about the same moment is not asked for again. An
    open duty that only changes its date keeps its row, and so its snooze.
    """
    kept = list(FollowUp.objects.of(thread.workspace).filter(thread=thread, kind__in=kinds))
    over = {_key(one) for one in kept if one.done_at or one.dismissed_at}
    still_open = {_key(one): one for one in kept if not (one.done_at or one.dismissed_at)}
    due = {(one.duty.kind, one.person, one.duty.about): one for one in wanted}
    for key, row in still_open.items():
        if key not in due:
            row.delete()
    for key, one in due.items():
        if key not in over:
            new = FollowUp(workspace=thread.workspace, thread=thread, person_id=one.person)
            _write(still_open.get(key) or new, one.duty, one.recipient)


def _key(row: FollowUp) -> tuple[str, UUID, datetime]:
    return row.kind, row.person_id, row.about_at


def _write(row: FollowUp, duty: followups.FollowUp, recipient: followups.Recipient) -> None:
    row.kind, row.reason, row.facts, row.about_at = duty.kind, duty.reason, pack(duty.facts), duty.about
    row.opens_at, row.due_at = followups.as_moments(duty, recipient)
    row.save()


def _wants_second(thread: Thread) -> bool:
    """Whether this was sent to an employer where nobody else was written to since."""
    if thread.organisation_id is None or thread.asked_at is None:
        return False
    there = Thread.objects.of(thread.workspace).filter(organisation=thread.organisation_id)
    return not there.filter(asked_at__gte=thread.asked_at).exclude(person=thread.person).exists()


def _refresh_colleagues(thread: Thread, *, now: datetime) -> None:
    """Somebody was written to at this employer (or that was taken back): it decides on the others' second person."""
    if thread.organisation_id is None:
        return
    there = Thread.objects.of(thread.workspace).filter(organisation=thread.organisation_id, state__in=SILENT)
    for other in there.exclude(pk=thread.pk).select_related("person", "workspace"):
        refresh(other, replay(entries_of(other)).standing, now=now)
