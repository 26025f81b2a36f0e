"""How a time is found without a login, and what calendars say: pages, notices, calendar mails, reminders."""

from django.db import models
from django.dispatch import Signal

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.interviews.choices import NoticeKind, ReminderKind
from askwell.interviews.models.talks import Interview
from askwell.outreach.models import Dispatch, Letter, Message, Thread

talk_is_over = Signal()
"""Asked when somebody opens the link to their page after the talk: `talk_is_over.send(sender=Booking, thread=…,
now=…)`. A receiver (programmes: how was it?) returns the path of a page that is there for them then, or an empty
text."""


class Booking(WorkspaceModel):
    """A page on which the insider answers without an account.

    Its link is signed over its id and `number`: a renewed link ends the ones before it. Nobody reads from the row
    whether the page was looked at.
    """

    thread = OwnKey(Thread, models.CASCADE, db_index=False, related_name="bookings")
    number = models.PositiveSmallIntegerField(default=1, help_text="of the link: goes up when it is renewed")
    why = models.CharField(max_length=300, blank=True, help_text="why this person, in the seeker's words")
    whys = models.JSONField(default=dict, help_text="the same as `why` by language, where a programme wrote it")
    programme = models.CharField(max_length=200, blank=True, help_text="who arranged the talk and wrote to them")
    language = models.CharField(max_length=10, default="en", help_text="what they were written to in")
    zone = models.CharField(max_length=64, blank=True, help_text="the clock that they chose on the page")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    asks = models.CharField(max_length=600, blank=True, help_text="what they may answer in writing, one a line")
    erase_at = models.DateTimeField(null=True, help_text="they asked to be erased: at the latest then")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "thread"], name="booking_once_a_thread")]
        indexes = [
            models.Index(
                fields=["workspace", "erase_at"], condition=models.Q(erase_at__isnull=False), name="booking_to_erase"
            )
        ]


class Notice(WorkspaceModel):
    """Something that an insider did by themselves, on their page or in their calendar. It waits on Today until the
    seeker has seen it, and goes with the entry that it made."""

    thread = OwnKey(Thread, models.CASCADE, related_name="notices")
    entry = OwnKey(Message, models.CASCADE, null=True, related_name="notices")
    what = models.CharField(max_length=12, default=NoticeKind.BOOKED)
    facts = models.JSONField(default=dict, help_text="meets_at, was, by, text, may_use_name, until")
    happened_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "seen_at", "-happened_at"], name="notice_unseen"),
            models.Index(fields=["workspace", "thread", "-happened_at"], name="notice_of_thread"),
        ]


class CalendarWord(WorkspaceModel):
    """What one calendar mail said of a talk, ours or theirs; how it stands is what all of them add up to.

    What an insider says of an event of their own hangs on the `thread`: it is heard before there is an interview.
    """

    interview = OwnKey(Interview, models.CASCADE, null=True, related_name="words")
    thread = OwnKey(Thread, models.CASCADE, null=True, related_name="+")
    letter = OwnKey(Letter, models.SET_NULL, null=True, related_name="+", help_text="the mail it came in")
    is_ours = models.BooleanField(default=False)
    dispatch = OwnKey(Dispatch, models.CASCADE, null=True, related_name="+", help_text="the mail it left in")
    sender = models.CharField(max_length=320)
    data = models.TextField(help_text="the iCalendar object")
    said_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workspace", "interview", "said_at"], name="word_of_interview")]


class OwnCalendar(WorkspaceModel):
    """The seeker's calendars: the private feed that theirs subscribes to, and the one they are busy by.

    `busy_url` may be as good as a password: it is sealed, and no export holds it.
    """

    feed_since = models.DateTimeField(null=True, help_text="None: there is no feed")
    feed_number = models.PositiveSmallIntegerField(default=0, help_text="of the address: goes up when it is renewed")
    busy_url = models.TextField(blank=True)
    busy = models.JSONField(default=list, help_text="[[from, to]] in ISO 8601, in order")
    busy_unread = models.PositiveIntegerField(default=0, help_text="entries that were not understood")
    busy_asked_at = models.DateTimeField(null=True, help_text="when it was last fetched, or tried to")
    busy_read_at = models.DateTimeField(null=True, help_text="when it was last read")
    busy_trouble = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace"], name="own_calendar_once")]


class Reminder(WorkspaceModel):
    """A reminder that left, so that it leaves once for each time that was agreed."""

    interview = OwnKey(Interview, models.CASCADE, db_index=False, related_name="reminders")
    kind = models.CharField(max_length=10, default=ReminderKind.DAY)
    starts_at = models.DateTimeField(help_text="the agreed time that it reminded of")
    sent_at = models.DateTimeField()
    dispatch = OwnKey(Dispatch, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "interview", "kind", "starts_at"], name="reminder_once")
        ]
