"""Reminders of agreed talks, by mail to the seeker's own address, each once."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from askwell.accounts.queries import language_of, zone_of
from askwell.interviews.choices import InterviewState, ReminderKind
from askwell.interviews.models import Interview, Reminder
from askwell.interviews.queries.inviting import name_of
from askwell.interviews.queries.offering import known_zone
from askwell.interviews.queries.visiting import DEFAULT_ZONE, usable
from askwell.interviews.rules.reminding import DAY_FROM, HOUR_UNTIL, About, due, mail_of, useless_after
from askwell.outreach.actions.errors import UnknownAddressError
from askwell.outreach.actions.mail.outbox import cancel_dispatch, queue_mail
from askwell.outreach.choices import DispatchState, MeetingBy, MessageKind, Purpose
from askwell.outreach.models import Mailbox, Message
from askwell.outreach.queries.mail.mailboxes import usual_mailbox
from askwell.outreach.rules.mail.sending import NotNowError

A_MINUTE = timedelta(minutes=1)


def remind_due(*, now: datetime) -> int:
    """Queue every reminder that is due, in all workspaces where a mailbox is connected, but of no demo's invented
    talks; how many. Safe to call at any time, twice, or by two at once."""
    near = Interview._base_manager.filter(  # of every workspace
        state=InterviewState.CONFIRMED, starts_at__gt=now + HOUR_UNTIL - A_MINUTE, starts_at__lte=now + DAY_FROM,
        workspace__is_demo=False,
    )  # fmt: skip
    rows = near.select_related("workspace", "person", "thread").order_by("starts_at", "id")
    return sum(_reminded(interview, now) for interview in rows)


def _reminded(interview: Interview, now: datetime) -> bool:
    workspace = interview.workspace
    own = usable(zone_of(workspace)) or DEFAULT_ZONE
    assert interview.starts_at, "filtered by the query"
    kind = due(interview.starts_at, _agreed_at(interview), now, own=own)
    mailbox = usual_mailbox(workspace) if kind else None
    if kind is None or mailbox is None:
        return False
    done = Reminder.objects.of(workspace).filter(interview=interview, kind=kind, starts_at=interview.starts_at)
    return not done.exists() and _queued(interview, kind, mailbox, own, now)


def _queued(interview: Interview, kind: ReminderKind, mailbox: Mailbox, own: str, now: datetime) -> bool:
    """Remembered and queued in one step; false where somebody else was quicker."""
    workspace, starts_at = interview.workspace, interview.starts_at
    assert starts_at, "looked at by the caller"
    subject, body = mail_of(_about(interview, kind, starts_at, own))
    try:
        with transaction.atomic():
            reminder = Reminder.objects.create(
                workspace=workspace, interview=interview, kind=kind, starts_at=starts_at, sent_at=now
            )
            reminder.dispatch = queue_mail(
                workspace=workspace, purpose=Purpose.REMINDER, thread_id=None, to=mailbox.address,
                to_name=mailbox.name, subject=subject, body=body, useless_after=useless_after(kind, starts_at), now=now,
            )  # fmt: skip
            reminder.save(update_fields=["dispatch"])
    except (IntegrityError, UnknownAddressError):
        return False
    return True


def take_back_reminders(interview: Interview, *, but_for: datetime | None) -> None:
    """Call back what still waits to remind of another time than `but_for`; it may remind of that one once more."""
    waiting = Reminder.objects.of(interview.workspace).filter(
        interview=interview, dispatch__state=DispatchState.WAITING
    )
    for reminder in waiting.exclude(starts_at=but_for) if but_for else waiting:
        assert reminder.dispatch_id, "filtered by the query"
        with suppress(NotNowError):  # a worker was quicker
            cancel_dispatch(workspace=interview.workspace, dispatch_id=reminder.dispatch_id)
            reminder.delete()


def _about(interview: Interview, kind: ReminderKind, starts_at: datetime, own: str) -> About:
    person = interview.person
    language = language_of(interview.workspace)
    name = name_of(person)
    return About(
        kind=kind,
        name=(person.native_name or name) if language.startswith("zh") else name,
        starts_at=starts_at,
        minutes=interview.minutes,
        by=MeetingBy(interview.by or MeetingBy.VIDEO),
        place=interview.place,
        language=language,
        own=own,
        theirs=known_zone(person),
    )


def _agreed_at(interview: Interview) -> datetime:
    """When the time that stands was agreed on."""
    agreed = Message.objects.of(interview.workspace).filter(thread=interview.thread_id, kind=MessageKind.SCHEDULED)
    return agreed.order_by("-number").values_list("happened_at", flat=True).first() or interview.created_at
