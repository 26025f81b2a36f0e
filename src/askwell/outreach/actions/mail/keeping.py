"""One mail that belongs to a conversation is read, kept as a Letter, and acted on where nothing can be wrong."""

import logging
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from askwell.accounts.models import Workspace
from askwell.accounts.queries import profile_of, zone_of
from askwell.coach.replies import Intent
from askwell.lib.times import UnknownZone, zone
from askwell.outreach.actions.mail.letters import Meant, take_letter
from askwell.outreach.actions.mail.renaming import ALIKE, is_ours_renamed
from askwell.outreach.choices import (
    Answer,
    Channel,
    Direction,
    LetterKind,
    LetterState,
    MessageKind,
    MessageState,
)
from askwell.outreach.models import Letter, Message, Thread, calendar_heard
from askwell.outreach.queries.history import recipient_of
from askwell.outreach.queries.mail.knowing import ours_of
from askwell.outreach.queries.mail.letters import thread_for
from askwell.outreach.rules.guard import similarity
from askwell.outreach.rules.mail.headings import Heading
from askwell.outreach.rules.mail.hearing import Heard, Reader, hear
from askwell.outreach.rules.mail.matching import Known, Match, failed
from askwell.outreach.rules.mail.proposing import DELAYED, MEANS
from askwell.outreach.rules.threads import ImpossibleMove
from askwell.people.actions.addresses import mark_alive

log = logging.getLogger(__name__)

COPIED_WITHIN = timedelta(days=3)
"""A mail in the folder of sent mail that says what a message of that time says is this message."""
SAME_NOTE = timedelta(days=14)
"""An absence that says the same again within this time says nothing new."""


def keep_mail(
    *, workspace: Workspace, data: bytes, heading: Heading, match: Match | None, arrived_at: datetime, now: datetime
) -> Letter | None:
    """Keep the mail in these bytes; None when it turns out to be nobody's, or kept already, or cannot be read.

    `match` says whose it is; without one it is kept only if it is a bounce of one of the seeker's mails.
    """
    thread = Thread.objects.of(workspace).select_related("person").get(pk=match.thread) if match else None
    heard = _heard(workspace, data, thread, arrived_at, match)
    if heard is None:
        return None
    if heard.bounce:
        match = _bounced(workspace, heard)
    if match is None:
        return None
    with transaction.atomic():
        return _kept(workspace, heading, heard, match, now)


def _heard(
    workspace: Workspace, data: bytes, thread: Thread | None, arrived_at: datetime, match: Match | None
) -> Heard | None:
    reader = Reader(name=profile_of(workspace).name, zone=_zone(workspace))
    if thread:
        reader = Reader(name=reader.name, zone=reader.zone, from_zone=zone(recipient_of(thread.person).zone))
    try:
        return hear(
            data,
            arrived_at=arrived_at,
            reader=reader,
            own=bool(match and match.own),
            answers=bool(match and match.answers),
        )
    except Exception as error:
        log.warning("a mail could not be read: %s", type(error))  # never what is in it
        return None


def _zone(workspace: Workspace) -> str:
    try:
        return zone(zone_of(workspace)).key
    except UnknownZone:
        return "UTC"


def _bounced(workspace: Workspace, heard: Heard) -> Match | None:
    """The seeker's mail that did not arrive; sure where the notice also names whom it was written to."""
    assert heard.bounce
    known = Known(ours=ours_of(workspace, heard.bounce.message_id))
    ours = known.ours.get(heard.bounce.message_id)
    return Match(ours.thread, sure=failed(heard.bounce, known) is not None) if ours else None


def _kept(workspace: Workspace, heading: Heading, heard: Heard, match: Match, now: datetime) -> Letter | None:
    letter = Letter(
        workspace=workspace,
        thread_id=match.thread,
        key=heading.key,
        mail_id=heading.mail_id,
        kind=heard.kind,
        sender=heard.sender,
        sender_name=heard.sender_name,
        subject=heard.subject,
        text=heard.text,
        whole=heard.whole,
        is_sure=match.sure,
        reading=_reading(workspace, heard, match),
        written_at=heard.written_at,
        fetched_at=now,
    )
    known = Letter.objects.of(workspace).filter(key=heading.key).exists()
    if known or (match.own and _is_copy(workspace, letter)):
        return None
    try:
        with transaction.atomic():
            letter.save(force_insert=True)
    except IntegrityError:  # it lies in two mailboxes, and another worker was quicker
        return None
    _act_on(workspace, letter, heard, now)
    return letter


def _reading(workspace: Workspace, heard: Heard, match: Match) -> dict[str, object]:
    if not heard.bounce:
        return {**heard.reading, "answers": True} if match.answers and not match.sure else dict(heard.reading)
    known = Known(ours=ours_of(workspace, heard.bounce.message_id))
    told = failed(heard.bounce, known)
    failure = told[1] if told else heard.bounce.failures[0]
    kind = DELAYED if failure.is_delayed else failure.kind.value
    return {"bounce": {"kind": kind, "address": failure.address[:320].lower(), "words": failure.words}}


def _act_on(workspace: Workspace, letter: Letter, heard: Heard, now: datetime) -> None:
    """What follows by itself: from the address that was written to, in answer to our own id, and plainly said."""
    if heard.calendar:
        _tell_of_meeting(letter, heard, now)
    if not letter.is_sure:
        return
    if heard.kind in (LetterKind.REPLY, LetterKind.CALENDAR):
        mark_alive(workspace=workspace, person_id=letter.thread.person_id, email=letter.sender)
    meant = _by_itself(letter, heard)
    if meant is None:
        return
    if meant.answer is Answer.OUT_OF_OFFICE and _said_before(letter, meant):
        Letter.objects.of(workspace).filter(pk=letter.pk).update(state=LetterState.ASIDE)
        return
    try:
        take_letter(workspace=workspace, letter_id=letter.pk, meant=meant, now=now)
    except ImpossibleMove:
        return  # it waits for the seeker


def _by_itself(letter: Letter, heard: Heard) -> Meant | None:
    intent = heard.reading.get("intent")
    if heard.kind is LetterKind.BOUNCE:
        return Meant()
    if heard.kind is LetterKind.AUTO_REPLY and heard.is_plain:
        until = heard.reading.get("until")
        return Meant(answer=Answer.OUT_OF_OFFICE, until=date.fromisoformat(str(until)) if until else None)
    if heard.kind is LetterKind.REPLY and intent == Intent.STOP and heard.is_plain:
        return Meant(answer=MEANS[Intent.STOP])
    return None


def _said_before(letter: Letter, meant: Meant) -> bool:
    """Whether the same absence was noted lately: programs answer each other without an end."""
    noted = Message.objects.of(letter.workspace).filter(
        thread=thread_for(letter), kind=MessageKind.OUT_OF_OFFICE, happened_at__gte=letter.written_at - SAME_NOTE
    )
    until = meant.until.isoformat() if meant.until else None
    return any(facts.get("until") == until for facts in noted.values_list("facts", flat=True))


def _tell_of_meeting(letter: Letter, heard: Heard, now: datetime) -> None:
    try:
        with transaction.atomic():
            calendar_heard.send(sender=Letter, letter=letter, reading=heard.calendar, now=now)
    except Exception as error:
        log.warning("a calendar in a mail could not be used: %s", type(error))
    letter.refresh_from_db()


def _is_copy(workspace: Workspace, letter: Letter) -> bool:
    """Whether this is a message that left from here, or was copied into another program and sent there: from now on its
    id is known."""
    if is_ours_renamed(letter):
        return True
    sent = Message.objects.of(workspace).filter(
        thread=letter.thread_id,
        state=MessageState.SENT,
        direction=Direction.OUT,
        channel=Channel.EMAIL,
        mail_id="",
        happened_at__range=(letter.written_at - COPIED_WITHIN, letter.written_at + COPIED_WITHIN),
    )
    copied = next((one for one in sent if similarity(one.body, letter.text) >= ALIKE), None)
    if copied is None:
        return False
    copied.mail_id = letter.mail_id
    copied.address = copied.address or next(iter(letter.reading.get("to", ())), "")
    copied.save(update_fields=["mail_id", "address"])
    return True


def forget_copies(workspace: Workspace) -> None:
    """Letters of the seeker's own that wait go, when the seeker has said meanwhile to have sent this message."""
    for letter in Letter.objects.of(workspace).filter(kind=LetterKind.OWN, state=LetterState.OPEN):
        with transaction.atomic():
            if _is_copy(workspace, letter):
                letter.delete()
