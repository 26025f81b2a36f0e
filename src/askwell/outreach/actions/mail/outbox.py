"""What the seeker does with the outbox: puts a letter in, calls it back, decides where nobody else can.

Nothing here talks to a server: `posting` does when the time has come.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from askwell.accounts.models import Workspace
from askwell.lib.ids import uuid7
from askwell.lib.names import latin_name
from askwell.lib.text import clean, clean_block
from askwell.outreach.actions.drafts import save_draft
from askwell.outreach.actions.errors import (
    DeadAddressError,
    DemoError,
    DoNotContactError,
    EmptyMessageError,
    NoLetterheadError,
    NoMailboxError,
    NoSubjectError,
    UnknownAddressError,
)
from askwell.outreach.actions.mail.leaving import store
from askwell.outreach.actions.mail.ways import called_back, way_of
from askwell.outreach.actions.sending import refuse_guarded, refuse_impossible, refuse_unfit
from askwell.outreach.actions.threads import locked
from askwell.outreach.choices import Channel, DispatchState, FindingCode, MessageKind, Purpose
from askwell.outreach.models import Dispatch, Mailbox, Message, Thread, mail_waits
from askwell.outreach.queries.drafts import DraftText
from askwell.outreach.queries.guarding import going_out
from askwell.outreach.queries.history import recipient_of
from askwell.outreach.queries.mail.correspondence import is_address_of, is_dead, mail_ids, subject_of
from askwell.outreach.queries.mail.mailboxes import mailbox_of, usual_mailbox
from askwell.outreach.queries.mail.outbox import free_moment
from askwell.outreach.queries.mail.unsubscribing import programme_letterhead
from askwell.outreach.rules.mail import sending
from askwell.outreach.rules.mail.letters import answering, chain
from askwell.outreach.rules.mail.sending import UNDO, NotNowError, Way
from askwell.people.actions.stopping import is_stopped
from askwell.protocols.mail.writing import NotWritable, ascii_address, new_mail_id


@transaction.atomic
def queue_letter(
    *,
    workspace: Workspace,
    person_id: UUID,
    version: int,
    text: DraftText,
    at: datetime | None = None,
    zone: str,
    despite: Collection[FindingCode] = (),
    asks_for_job_anyway: bool = False,
    gaps_anyway: bool = False,
    now: datetime,
) -> Dispatch:
    """Put the draft into the outbox; it leaves at `at`, some minutes apart from others that wait for that time, and
    never sooner than the ten seconds in which it can be called back. Until it has left it is a draft that nobody can
    write on; then it is on the timeline.

    Guarded as `record_sent`, for the moment at which it leaves, and raises as that does; also NoMailboxError (in a demo
    DemoError), NoSubjectError, UnknownAddressError for an address that is none of the person's, and DeadAddressError
    for one that letters come back from. Whatever is raised, nothing is written.
    """
    if not text.body.strip():
        raise EmptyMessageError
    own_words = replace(text, edited=True)  # what waits to leave gives way to no other draft
    draft = save_draft(workspace=workspace, person_id=person_id, version=version, text=own_words, now=now)
    thread = locked(workspace, draft.thread_id)
    mailbox = _mailbox(workspace, thread)
    leaves = _leaves(mailbox, thread, at, now + UNDO)
    columns = _letter(thread, draft) | {"asked_at": now, "due_at": leaves, "despite": sorted(despite), "zone": zone}
    earlier = going_out(workspace, leaves, zone=zone, but=draft.pk)
    refuse_guarded(thread, draft, earlier, zone=zone, despite=despite, at=leaves)
    if not columns["subject"]:
        raise NoSubjectError
    refuse_unfit(thread, text, gaps_anyway=gaps_anyway, asks_for_job_anyway=asks_for_job_anyway)
    refuse_impossible(thread, draft, leaves)
    return _queued(mailbox, thread, columns)


def _leaves(mailbox: Mailbox, thread: Thread, at: datetime | None, soonest: datetime) -> datetime:
    if at is None or at <= soonest:
        return soonest
    return free_moment(mailbox, at, recipient_of(thread.person))


def _letter(thread: Thread, draft: Message) -> dict[str, Any]:
    """What is written on and in the letter. Raises as `_address_of`."""
    return {
        "message": draft,
        "to": _address_of(thread, draft),
        "to_name": _name_for(thread, draft),
        "subject": _subject_for(thread, draft),
        "body": draft.body,
    }


@transaction.atomic
def queue_mail(
    *,
    workspace: Workspace,
    purpose: Purpose,
    thread_id: UUID | None,
    to: str,
    to_name: str,
    subject: str,
    body: str,
    calendar: str = "",
    method: str = "",
    at: datetime | None = None,
    useless_after: datetime | None = None,
    now: datetime,
) -> Dispatch:
    """Put a mail into the outbox that is no message of a conversation: an invitation, a reminder. It leaves at `at`, or
    as soon as a worker comes by, and no more from `useless_after` on.

    Raises NoMailboxError (in a demo DemoError), Thread.DoesNotExist, UnknownAddressError for what is no address, and
    DoNotContactError for an invitation to somebody who asked not to be contacted (also when that is said before it
    left). A programme's mail bears its letterhead (NoLetterheadError where none is set up), and goes to no address that
    wants none.
    """
    thread = locked(workspace, thread_id) if thread_id else None
    _refuse(workspace, purpose, thread, to)
    mailbox = _mailbox(workspace, thread)
    columns = {
        "purpose": purpose,
        "to": _written(to),
        "to_name": clean(to_name, limit=200),
        "subject": clean(subject, limit=300),
        "body": clean_block(body),
        "calendar": calendar,
        "method": method,
        "asked_at": now,
        "due_at": max(at or now, now),
        "useless_after": useless_after,
    }
    return _queued(mailbox, thread, columns)


def _refuse(workspace: Workspace, purpose: Purpose, thread: Thread | None, to: str) -> None:
    if thread and purpose == Purpose.INVITATION and thread.person.do_not_contact_at:
        raise DoNotContactError
    if purpose == Purpose.PROGRAMME and is_stopped(workspace, to):
        raise DoNotContactError
    if purpose == Purpose.PROGRAMME and programme_letterhead(workspace, to) is None:
        raise NoLetterheadError


def cancel_dispatch(*, workspace: Workspace, dispatch_id: UUID) -> Dispatch:
    """Call it back: its draft can be written on again. Puts one away that failed. Raises Dispatch.DoesNotExist, and
    NotNowError when it is with the server already, or over."""
    dispatch = _dispatch(workspace, dispatch_id)
    if not called_back(dispatch):
        raise NotNowError
    return dispatch


@transaction.atomic
def decide_unsure(*, workspace: Workspace, dispatch_id: UUID, sent: bool, now: datetime) -> Dispatch:
    """The seeker says of one that may have been sent whether it was; if not, it goes again in ten seconds, under the
    same Message-ID. Raises Dispatch.DoesNotExist and NotNowError."""
    dispatch = _dispatch(workspace, dispatch_id)
    return _stored(dispatch, sending.decide(way_of(dispatch), sent=sent, now=now), now)


@transaction.atomic
def hasten(*, workspace: Workspace, dispatch_id: UUID, now: datetime) -> Dispatch:
    """Do not wait for the next try: it leaves in ten seconds, and can be called back until then. Raises
    Dispatch.DoesNotExist and NotNowError."""
    dispatch = _dispatch(workspace, dispatch_id)
    return _stored(dispatch, sending.hasten(way_of(dispatch), now=now), now)


def _stored(dispatch: Dispatch, after: Way, now: datetime) -> Dispatch:
    if not store(dispatch, after, now=now):
        raise NotNowError
    return _announced(dispatch)


def _announced(dispatch: Dispatch) -> Dispatch:
    if dispatch.state == DispatchState.WAITING:
        mail_waits.send(sender=Dispatch, workspace_id=dispatch.workspace_id, at=dispatch.due_at)
    return dispatch


def _dispatch(workspace: Workspace, dispatch_id: UUID) -> Dispatch:
    return Dispatch.objects.of(workspace).select_related("workspace", "message__workspace").get(pk=dispatch_id)


def _mailbox(workspace: Workspace, thread: Thread | None) -> Mailbox:
    if workspace.is_demo:
        raise DemoError
    mailbox = mailbox_of(thread) if thread else usual_mailbox(workspace)
    if mailbox is None:
        raise NoMailboxError
    return mailbox


def _queued(mailbox: Mailbox, thread: Thread | None, columns: dict[str, Any]) -> Dispatch:
    key, ids = uuid7(), chain(mail_ids(thread)) if thread else ()
    dispatch = Dispatch(
        pk=key,
        workspace=mailbox.workspace,
        mailbox=mailbox,
        thread=thread,
        mail_id=new_mail_id(str(key), mailbox.address),
        in_reply_to=ids[-1] if ids else "",
        references=" ".join(ids),
    )
    for name, value in columns.items():
        setattr(dispatch, name, value)
    dispatch.save(force_insert=True)
    return _announced(dispatch)


def _address_of(thread: Thread, draft: Message) -> str:
    """Never to the wrong person: only an e-mail address that is known of them. Raises UnknownAddressError, and
    DeadAddressError for one that letters come back from."""
    if draft.channel != Channel.EMAIL or not is_address_of(thread.person, draft.address):
        raise UnknownAddressError
    if is_dead(thread.person, draft.address):
        raise DeadAddressError
    return _written(draft.address)


def _written(address: str) -> str:
    try:
        ascii_address(address)
    except NotWritable:
        raise UnknownAddressError from None
    return address


def _name_for(thread: Thread, draft: Message) -> str:
    person = thread.person
    latin = latin_name(person.given_name, person.family_name, person.native_name)
    return (person.native_name or latin) if draft.language == "zh-Hans" else (latin or person.native_name)


def _subject_for(thread: Thread, draft: Message) -> str:
    if draft.subject or draft.kind == MessageKind.FIRST:
        return draft.subject
    return answering(subject_of(thread))[:300]
