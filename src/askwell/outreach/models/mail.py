"""Mailboxes of the seeker's own, what goes out through them (the outbox), and what of their mail was kept."""

from django.db import models
from django.db.models import Q
from django.dispatch import Signal

from askwell.accounts.models import OwnKey, OwnOneToOne, WorkspaceModel
from askwell.outreach.choices import DispatchState, FolderRole, LetterKind, LetterState, Purpose
from askwell.outreach.models.threads import Message, Thread
from askwell.protocols.mail.servers import Security, SignIn

calendar_heard = Signal()
"""Sent in the transaction that keeps a letter in which a calendar says something: `calendar_heard.send(sender=Letter,
letter=…, reading=…, now=…)` with a `protocols.calendar.Reading`. Whoever knows its UID acts on it, and says so in the
letter's `state`. Anybody can write a From: what it may do depends on `Letter.is_sure` and `Reading.own_word`."""

mail_waits = Signal()
"""Sent in the transaction after which a mail of the outbox waits for its moment: `mail_waits.send(sender=Dispatch,
workspace_id=…, at=…)`. Whoever put it in, from whichever app, a worker is woken then."""


class Mailbox(WorkspaceModel):
    """A mail account of the seeker's own: messages leave from it, answers arrive in it.

    `secret` is the app password, or the OAuth tokens, as `actions/mail/secrets.py` wrote it: never readable from
    the database alone, never exported.
    """

    address = models.CharField(max_length=320)
    name = models.CharField(max_length=200, blank=True, help_text="as it stands in From")
    login = models.CharField(max_length=320)
    sign_in = models.CharField(max_length=10, default=SignIn.LOGIN)
    secret = models.TextField(blank=True)
    imap_host = models.CharField(max_length=253)
    imap_port = models.PositiveIntegerField(default=993)
    imap_security = models.CharField(max_length=10, default=Security.TLS)
    smtp_host = models.CharField(max_length=253)
    smtp_port = models.PositiveIntegerField(default=465)
    smtp_security = models.CharField(max_length=10, default=Security.TLS)
    signature = models.TextField(blank=True)
    saves_sent = models.BooleanField(null=True, help_text="whether the server keeps what it sent, learned from Sent")
    is_usual = models.BooleanField(default=False, help_text="messages leave from this one")
    trouble = models.CharField(max_length=20, blank=True, help_text="a Trouble, of the server that mail comes from")
    trouble_said = models.CharField(max_length=300, blank=True, help_text="the server's own words")
    trouble_at = models.DateTimeField(null=True, help_text="since when")
    rests_until = models.DateTimeField(null=True, help_text="not tried by itself before this moment")
    refused = models.PositiveIntegerField(default=0, help_text="log-ins refused in a row")
    out_trouble = models.CharField(
        max_length=20, blank=True, help_text="as `trouble`, of the server that mail leaves by"
    )
    out_trouble_said = models.CharField(max_length=300, blank=True)
    out_trouble_at = models.DateTimeField(null=True)
    out_rests_until = models.DateTimeField(null=True)
    out_refused = models.PositiveIntegerField(default=0)
    missed = models.PositiveIntegerField(default=0, help_text="looks in a row that its server did not answer")
    checked_at = models.DateTimeField(null=True, help_text="when mail was last fetched")
    claimed_at = models.DateTimeField(null=True, help_text="a worker is fetching since then")
    listened_until = models.DateTimeField(null=True, help_text="a worker listens to it, and says so until then")
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, help_text="disconnected: its secret is gone, its history stays")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "address"], condition=Q(removed_at=None), name="one_mailbox_an_address"
            ),
            models.UniqueConstraint(fields=["workspace"], condition=Q(is_usual=True), name="one_usual_mailbox"),
        ]


class Folder(WorkspaceModel):
    """How far one folder of a mailbox has been looked through."""

    mailbox = OwnKey(Mailbox, models.CASCADE, related_name="folders")
    name = models.CharField(max_length=500, help_text="as the server spells it")
    role = models.CharField(max_length=10, default=FolderRole.INBOX)
    uid_validity = models.BigIntegerField(default=0, help_text="another value: all its numbers are new")
    uid_next = models.BigIntegerField(default=1, help_text="the first number that was not looked at yet")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "mailbox", "name"], name="folder_once")]


class Dispatch(WorkspaceModel):
    """A mail on its way out: written whole before the first try, and never sent twice.

    A letter's message stays a draft, locked while it waits, until the server took it; then it enters the timeline.
    `mail_id` is fixed from the start, so that after a crash or a lost answer the Sent folder can tell whether it went
    out.
    """

    mailbox = OwnKey(Mailbox, models.CASCADE, related_name="dispatches")
    purpose = models.CharField(max_length=12, default=Purpose.LETTER)
    thread = OwnKey(Thread, models.CASCADE, null=True, related_name="dispatches")
    message = OwnOneToOne(Message, models.CASCADE, null=True, related_name="dispatch")
    to = models.CharField(max_length=320)
    to_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True, help_text="plain text, without the signature")
    calendar = models.TextField(blank=True, help_text="an iCalendar object that goes along")
    method = models.CharField(max_length=10, blank=True, help_text="its METHOD")
    mail_id = models.CharField(max_length=255, help_text="its Message-ID, without the angle brackets")
    seen_as = models.CharField(max_length=255, blank=True, help_text="the id that the server gave it instead")
    in_reply_to = models.CharField(max_length=500, blank=True)
    references = models.TextField(blank=True, help_text="message ids, oldest first, divided by blanks")
    state = models.CharField(max_length=10, default=DispatchState.WAITING)
    asked_at = models.DateTimeField(help_text="when the seeker pressed send")
    due_at = models.DateTimeField(help_text="not before this moment")
    useless_after = models.DateTimeField(null=True, help_text="what it is about is over then: it leaves no more")
    began_at = models.DateTimeField(null=True, help_text="a worker claimed it then")
    handed_at = models.DateTimeField(null=True, help_text="from then on the server may have it")
    sent_at = models.DateTimeField(null=True)
    filed_at = models.DateTimeField(null=True, help_text="its copy is in the Sent folder, by the server or by us")
    tries = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=20, blank=True, help_text="a Trouble")
    trouble_said = models.CharField(max_length=300, blank=True, help_text="the server's own words")
    despite = models.JSONField(default=list, help_text="the warnings that the seeker sent it despite")
    zone = models.CharField(max_length=64, default="UTC", help_text="the seeker's, whose days count")
    is_to_erase = models.BooleanField(default=False, help_text="names somebody who was erased: goes once it is over")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "mail_id"], name="dispatch_mail_id_once")]
        indexes = [
            models.Index(fields=["workspace", "state", "due_at"], name="dispatch_by_state"),
            models.Index(
                fields=["workspace", "due_at"],
                condition=Q(state__in=[DispatchState.WAITING, DispatchState.SENDING]),
                name="dispatch_on_its_way",  # small: the sweep looks through all of it
            ),
        ]


class Letter(WorkspaceModel):
    """An e-mail that was kept, because it is from somebody in a thread, or about a message of the seeker's.

    `key` tells it from every other: its Message-ID, or a digest of what it has instead; the same mail in two folders
    is one letter. `entry` is what became of it on the timeline, once the seeker (or a rule) took it over.
    """

    thread = OwnKey(Thread, models.CASCADE, related_name="letters")
    entry = OwnOneToOne(Message, models.SET_NULL, null=True, related_name="letter")
    key = models.CharField(max_length=64)
    mail_id = models.CharField(max_length=500, blank=True, help_text="its Message-ID, without the angle brackets")
    kind = models.CharField(max_length=12, default=LetterKind.REPLY)
    state = models.CharField(max_length=10, default=LetterState.OPEN)
    sender = models.CharField(max_length=320, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True, help_text="what they wrote now, without what they quoted")
    whole = models.TextField(blank=True, help_text="the whole text, within bounds")
    is_sure = models.BooleanField(default=False, help_text="it answers one of our mails, from the address written to")
    reading = models.JSONField(default=dict, help_text="what it was taken to mean, and the words that said so")
    written_at = models.DateTimeField(help_text="its Date, or when it arrived")
    fetched_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "key"], name="letter_once")]
        indexes = [
            models.Index(fields=["workspace", "thread", "-written_at"], name="letter_of_thread"),
            models.Index(fields=["workspace", "state", "-written_at"], name="letter_open"),
        ]
