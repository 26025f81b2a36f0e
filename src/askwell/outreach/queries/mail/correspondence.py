"""What mails went to and fro on a thread."""

from datetime import datetime

from askwell.lib.emails import normalise_email
from askwell.outreach.choices import Direction, LetterKind, LetterState, MessageKind, MessageState
from askwell.outreach.models import Letter, Message, Thread
from askwell.people.choices import ContactKind
from askwell.people.models import ContactPoint, Person

WRITTEN = (LetterKind.REPLY, LetterKind.CALENDAR)


def mail_ids(thread: Thread) -> list[str]:
    """The Message-IDs of the thread's mails, ours and theirs, in the order they were written."""
    sent = Message.objects.of(thread.workspace).filter(thread=thread).exclude(mail_id="")
    kept = Letter.objects.of(thread.workspace).filter(thread=thread, kind__in=(*WRITTEN, LetterKind.OWN))
    ours = sent.exclude(state=MessageState.DRAFT).values_list("happened_at", "mail_id")
    theirs = kept.exclude(mail_id="").values_list("written_at", "mail_id")
    return [mail_id for _at, mail_id in sorted([*ours, *theirs])]


def subject_of(thread: Thread) -> str:
    """What the correspondence is about: the subject of the last mail that has one."""
    kept = Letter.objects.of(thread.workspace).filter(thread=thread, kind=LetterKind.REPLY).exclude(subject="")
    sent = Message.objects.of(thread.workspace).filter(thread=thread).exclude(subject="")
    found = [
        *kept.values_list("written_at", "subject"),
        *sent.exclude(state=MessageState.DRAFT).values_list("happened_at", "subject"),
    ]
    return max(found)[1] if found else ""


def is_address_of(person: Person, address: str) -> bool:
    """Whether this is one of the e-mail addresses that are known of the person."""
    points = ContactPoint.objects.of(person.workspace).filter(person=person, kind=ContactKind.EMAIL)
    wanted = normalise_email(address)
    return wanted is not None and wanted in {normalise_email(value) for value in points.values_list("value", flat=True)}


def is_dead(person: Person, address: str) -> bool:
    """Whether letters to this address of theirs come back."""
    points = ContactPoint.objects.of(person.workspace).filter(person=person, kind=ContactKind.EMAIL)
    dead = points.exclude(dead_at=None).values_list("value", flat=True)
    return normalise_email(address) in {normalise_email(value) for value in dead}


def died(person: Person, address: str, *, since: datetime) -> bool:
    """Whether a mail to this address came back for good since then."""
    points = ContactPoint.objects.of(person.workspace).filter(person=person, kind=ContactKind.EMAIL, dead_at__gt=since)
    return normalise_email(address) in {normalise_email(value) for value in points.values_list("value", flat=True)}


def has_written(thread: Thread, *, since: datetime, ever: bool) -> bool:
    """Whether something of theirs came since then, on the timeline or only in the mail. `ever`: since whenever, if
    nobody looked at it yet."""
    said = Message.objects.of(thread.workspace).filter(thread=thread, direction=Direction.IN, happened_at__gt=since)
    if said.exclude(kind=MessageKind.OUT_OF_OFFICE).exists():
        return True
    letters = Letter.objects.of(thread.workspace).filter(thread=thread, kind__in=WRITTEN)
    if letters.exclude(state=LetterState.ASIDE).filter(fetched_at__gt=since).exists():
        return True
    return ever and letters.filter(state=LetterState.OPEN).exists()
