"""Plays the demo's conversations through outreach's own actions, each entry at its own moment."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import ZONE, clock, moment, script
from askwell.lib.times import local_day
from askwell.outreach.actions import entries, threads
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.actions.sending import record_sent
from askwell.outreach.choices import Answer, Channel, Direction, MeetingBy, MessageKind, MessageState
from askwell.outreach.models import Thread
from askwell.outreach.queries.drafts import DraftText
from askwell.people.actions.stopping import stop_contacting

WRITTEN = frozenset({"first", "nudge", "reply", "again", "thanks"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, at `at` (UTC), as the script tells it from `now`."""

    at: datetime
    now: datetime
    person: str
    channel: Channel
    language: str
    told: Mapping[str, Any]

    @property
    def meets_at(self) -> datetime:
        """The time agreed: [days from today, clock time]."""
        days, text = self.told["meets"]
        return clock(local_day(self.now, ZONE) + timedelta(days=days), text)


def play_conversations(*, workspace: Workspace, persons: Mapping[str, UUID], now: datetime) -> None:
    """Everything that was said, in the order in which it was, and the draft that lies there now."""
    conversations = script("conversations")["conversation"]
    for entry in sorted(_entries(conversations, now), key=lambda entry: entry.at):
        _play(workspace, persons[entry.person], entry)
    for told in conversations:
        if "draft" in told:
            text = _text(MessageKind.FIRST, Channel(told["channel"]), told["language"], told["draft"])
            save_draft(workspace=workspace, person_id=persons[told["with"]], version=0, text=text, now=now)


def _entries(conversations: Iterable[Mapping[str, Any]], now: datetime) -> Iterable[Entry]:
    for told in conversations:
        for entry in told.get("entry", []):
            channel = Channel(entry.get("channel", told.get("channel", "email")))
            yield Entry(moment(entry, now), now, told["with"], channel, told.get("language", "en"), entry)


def _play(workspace: Workspace, person_id: UUID, entry: Entry) -> None:
    what = entry.told["what"]
    if what in WRITTEN:
        _write(workspace, person_id, entry)
        return
    last = Thread.objects.of(workspace).filter(person=person_id).order_by("-opened_at").first()
    thread = last or threads.start_thread(workspace=workspace, person_id=person_id, now=entry.at)
    PLAYED[what](workspace, thread.pk, entry)


def _write(workspace: Workspace, person_id: UUID, entry: Entry) -> None:
    kind = MessageKind(entry.told["what"])
    record_sent(
        workspace=workspace,
        person_id=person_id,
        version=0,
        text=_text(kind, entry.channel, entry.language, entry.told["text"], entry.told.get("subject", "")),
        zone=ZONE,
        now=entry.at,
    )


def _text(kind: MessageKind, channel: Channel, language: str, body: str, subject: str = "") -> DraftText:
    return DraftText(kind=kind, channel=channel, language=language, body=body.strip(), subject=subject, edited=True)


def _answer(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    entries.log_answer(
        workspace=workspace,
        thread_id=thread_id,
        answer=Answer(entry.told["answer"]),
        channel=entry.channel,
        at=entry.at,
        text=_said(entry),
        until=_until(entry),
        now=entry.at,
    )


def _out_of_office(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    entries.log_out_of_office(
        workspace=workspace, thread_id=thread_id, at=entry.at, until=_until(entry), text=_said(entry), now=entry.at
    )


def _chance_meeting(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    entries.log_chance_meeting(
        workspace=workspace,
        thread_id=thread_id,
        at=entry.at,
        answer=Answer(entry.told["answer"]),
        text=_said(entry),
        now=entry.at,
    )


def _scheduled(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    entries.schedule(
        workspace=workspace,
        thread_id=thread_id,
        meets_at=entry.meets_at,
        by=MeetingBy(entry.told["by"]),
        text=_said(entry),
        now=entry.at,
    )


def _met(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    entries.met(
        workspace=workspace,
        thread_id=thread_id,
        at=entry.at,
        by=MeetingBy(entry.told["by"]),
        text=_said(entry),
        now=entry.at,
    )


def _rested(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    entries.let_rest(workspace=workspace, thread_id=thread_id, now=entry.at)


def _stopped(workspace: Workspace, thread_id: UUID, entry: Entry) -> None:
    thread = threads.locked(workspace, thread_id)
    what = threads.Happening(
        kind=MessageKind.ANSWER,
        at=entry.at,
        channel=entry.channel,
        direction=Direction.IN,
        state=MessageState.RECEIVED,
        answer=Answer.STOP,
        text=_said(entry),
    )
    threads.put(thread=thread, what=what, now=entry.at)
    stop_contacting(workspace=workspace, person_id=thread.person_id, why=_said(entry), now=entry.at)


def _said(entry: Entry) -> str:
    return str(entry.told.get("text", "")).strip()


def _until(entry: Entry) -> date | None:
    return local_day(entry.now, ZONE) + timedelta(days=entry.told["until"]) if "until" in entry.told else None


PLAYED: dict[str, Callable[[Workspace, UUID, Entry], None]] = {
    "answer": _answer,
    "out_of_office": _out_of_office,
    "chance_meeting": _chance_meeting,
    "scheduled": _scheduled,
    "met": _met,
    "rested": _rested,
    "stopped": _stopped,
}
