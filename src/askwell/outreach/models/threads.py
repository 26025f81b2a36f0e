"""Targets, threads, their messages and follow-ups."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.dispatch import Signal

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.outreach.choices import (
    Channel,
    Direction,
    FollowUpKind,
    MessageKind,
    MessageState,
    TargetKind,
    ThreadState,
)
from askwell.people.models import Organisation, Person

thread_settled = Signal()
"""Sent inside the transaction in which a thread's entries changed: `thread_settled.send(sender=Thread, thread=…,
now=…)`. Interviews hang on threads, and follow them."""


class Target(WorkspaceModel):
    """An employer or occupation the seeker aims at (LAMP). Advocacy is counted from the people known there."""

    kind = models.CharField(max_length=12, default=TargetKind.EMPLOYER)
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, help_text="folded name")
    organisation = OwnKey(Organisation, models.SET_NULL, null=True, related_name="targets")
    motivation = models.PositiveSmallIntegerField(null=True, help_text="0-3, only ever the seeker's own")
    posting = models.PositiveSmallIntegerField(null=True, help_text="1-3: 1 none seen, 3 a fitting one is open")
    is_active = models.BooleanField(default=False, help_text="one of this week's five")
    is_own_company = models.BooleanField(default=False, help_text="a move inside the seeker's own company")
    note = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, help_text="off the list; adding it again brings it back")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "kind", "key"], name="target_once")]


class Thread(WorkspaceModel):
    """One attempt to reach one person, over any channel. Its state is the replay of its messages."""

    person = OwnKey(Person, models.CASCADE, related_name="threads")
    organisation = OwnKey(
        Organisation,
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="where they worked when it began",
    )
    target = OwnKey(Target, models.SET_NULL, null=True, related_name="threads")
    tie_kind = models.CharField(max_length=20, blank=True, help_text="as it stood when it began, for counting")
    state = models.CharField(max_length=12, default=ThreadState.DRAFTING)
    outcome = models.CharField(max_length=12, blank=True)
    answer = models.CharField(max_length=14, blank=True, help_text="the last real answer")
    channel = models.CharField(max_length=12, blank=True, help_text="of the first message, for counting")
    asked_at = models.DateTimeField(null=True, help_text="when the first message went out")
    said_yes = models.BooleanField(default=False, help_text="accepted, agreed on a time, or met")
    meets_at = models.DateTimeField(null=True, help_text="the agreed time")
    meets_by = models.CharField(max_length=12, blank=True, help_text="the agreed channel")
    opened_at = models.DateTimeField()
    moved_at = models.DateTimeField(help_text="the last message or milestone")
    last_kind = models.CharField(max_length=16, blank=True, help_text="of that message or milestone, for lists")
    last_channel = models.CharField(max_length=12, blank=True)
    last_direction = models.CharField(max_length=8, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "person"],
                condition=~Q(state=ThreadState.CLOSED),
                name="one_open_thread_a_person",
            )
        ]
        indexes = [
            models.Index(fields=["workspace", "state", "-moved_at"], name="thread_by_state"),
            models.Index(fields=["workspace", "person", "-moved_at"], name="thread_of_person"),
            models.Index(fields=["workspace", "organisation", "asked_at"], name="thread_at_organisation"),
        ]


class Template(WorkspaceModel):
    """A text of the seeker's own with named fields (`rules/templates.py`), to begin a message with."""

    name = models.CharField(max_length=80)
    language = models.CharField(max_length=10, default="en")
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, help_text="off the list; what was sent from it still counts")

    class Meta:
        indexes = [models.Index(fields=["workspace", "removed_at", "name"], name="template_by_name")]


class Message(WorkspaceModel):
    """One piece of a thread: a draft, something sent or received, a call, a meeting, a milestone."""

    thread = OwnKey(Thread, models.CASCADE, related_name="messages")
    direction = models.CharField(max_length=8, default=Direction.OUT)
    kind = models.CharField(max_length=16, default=MessageKind.FIRST)
    state = models.CharField(max_length=10, default=MessageState.DRAFT)
    channel = models.CharField(max_length=12, default=Channel.EMAIL)
    language = models.CharField(max_length=10, default="en")
    address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    answer = models.CharField(max_length=14, blank=True)
    facts = models.JSONField(default=dict, help_text="dates that came with it: until, meets_at, …")
    mail_id = models.CharField(
        max_length=255, blank=True, help_text="its Message-ID without the angle brackets, from when it was to be sent"
    )
    happened_at = models.DateTimeField()
    number = models.PositiveIntegerField(null=True, help_text="in the order of recording; a draft has none")
    template = OwnKey(Template, models.SET_NULL, null=True, related_name="messages")
    version = models.PositiveIntegerField(default=1, help_text="so that the second of two editors is told")

    class Meta:
        ordering: ClassVar[list[str]] = ["happened_at", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "thread"],
                condition=Q(state=MessageState.DRAFT),
                name="one_draft_a_thread",
            ),
            models.UniqueConstraint(fields=["workspace", "thread", "number"], name="message_number_once"),
            models.UniqueConstraint(
                fields=["workspace", "mail_id"], condition=~Q(mail_id=""), name="message_mail_id_once"
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "thread", "happened_at"], name="message_of_thread"),
            models.Index(fields=["workspace", "direction", "-happened_at"], name="message_recent"),
        ]


class FollowUp(WorkspaceModel):
    """A dated duty. An open one has neither `done_at` nor `dismissed_at`. One that an event brings has no thread."""

    thread = OwnKey(Thread, models.CASCADE, null=True, related_name="follow_ups")
    person = OwnKey(
        Person, models.CASCADE, related_name="follow_ups", help_text="whom it concerns: mostly the thread's own"
    )
    kind = models.CharField(max_length=20, default=FollowUpKind.NUDGE)
    about_at = models.DateTimeField(help_text="the moment that brought it: what is done once is not asked again")
    opens_at = models.DateTimeField(help_text="from when it can be done")
    due_at = models.DateTimeField(help_text="the last moment to do it")
    reason = models.CharField(max_length=30, blank=True)
    facts = models.JSONField(default=dict)
    snoozed_until = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "thread", "kind", "person"],
                condition=Q(done_at=None, dismissed_at=None),
                name="one_open_follow_up_a_kind",
            ),
            models.UniqueConstraint(  # in the one above, two rows without a thread are never alike
                fields=["workspace", "person", "kind"],
                condition=Q(thread=None, done_at=None, dismissed_at=None),
                name="one_open_follow_up_without_thread",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "done_at", "dismissed_at", "due_at"], name="follow_up_due"),
            models.Index(fields=["workspace", "person"], condition=Q(thread=None), name="follow_up_of_event"),
        ]


class Pass(WorkspaceModel):
    """A person whom the seeker does not want suggested for now, or ever."""

    person = OwnKey(Person, models.CASCADE, related_name="passes")
    until = models.DateTimeField(null=True, help_text="None: not suggested again")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "person"], name="pass_once")]
