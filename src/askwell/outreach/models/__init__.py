"""Targets, threads, messages and follow-ups; mailboxes, what goes out through them and what comes in."""

from askwell.outreach.models.mail import Dispatch, Folder, Letter, Mailbox, calendar_heard, mail_waits
from askwell.outreach.models.threads import FollowUp, Message, Pass, Target, Template, Thread, thread_settled

__all__ = [
    "Dispatch",
    "Folder",
    "FollowUp",
    "Letter",
    "Mailbox",
    "Message",
    "Pass",
    "Target",
    "Template",
    "Thread",
    "calendar_heard",
    "mail_waits",
    "thread_settled",
]
