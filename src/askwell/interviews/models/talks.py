"""Interviews, their questions, and what was learned in them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.interviews.choices import InterviewState, SubjectKind, Topic
from askwell.outreach.models import Thread
from askwell.people.models import Organisation, Person


class Interview(WorkspaceModel):
    """One information interview. It hangs on a thread: the thread's entries decide its state and its time."""

    thread = OwnKey(Thread, models.RESTRICT, db_index=False, related_name="interviews")
    person = OwnKey(Person, models.CASCADE, related_name="interviews")
    state = models.CharField(max_length=12, default=InterviewState.PROPOSED)
    starts_at = models.DateTimeField(null=True, help_text="the agreed time; once held, when it was")
    minutes = models.PositiveSmallIntegerField(default=20, help_text="as asked for: never longer")
    by = models.CharField(max_length=12, blank=True, help_text="video, phone, in person")
    place = models.CharField(max_length=300, blank=True, help_text="link, number or address")
    offered = models.JSONField(default=list, help_text="the times offered, ISO 8601 in UTC")
    offered_at = models.DateTimeField(null=True)
    moved = models.PositiveSmallIntegerField(default=0, help_text="how often an agreed time was changed")
    held_at = models.DateTimeField(null=True)
    thanked_at = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True, help_text="when the clock of the live page was started")
    ended_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True, help_text="when the closing card was filled in")
    created_at = models.DateTimeField()

    uid = models.CharField(max_length=255, blank=True, help_text="its name in calendars, once it was told to one")
    called_by = models.CharField(max_length=320, blank=True, help_text="whose event it is; empty: the seeker's own")
    sequence = models.PositiveIntegerField(default=0, help_text="goes up whenever what calendars hold has changed")
    invited_to = models.CharField(max_length=320, blank=True, help_text="whose calendar is kept up to date by mail")
    invited_at = models.DateTimeField(null=True)

    path = models.TextField(blank=True, help_text="their way, one stage a line")
    shared = models.TextField(blank=True, help_text="what the two have in common")
    facts = models.JSONField(default=list, help_text="[{text, source}] about the person")
    aim = models.CharField(max_length=400, blank=True, help_text="the goal, in one sentence")
    version = models.PositiveIntegerField(default=1, help_text="of the brief: the second of two editors is told")

    note = models.TextField(blank=True, help_text="what belongs to no question")
    note_version = models.PositiveIntegerField(default=1)

    said = models.TextField(blank=True, help_text="one thing they said, in their words; the thanks speak of it")
    aim_reached = models.CharField(max_length=8, blank=True)
    next_step = models.CharField(max_length=10, blank=True)
    next_step_text = models.CharField(max_length=300, blank=True)
    is_successful = models.BooleanField(default=False, help_text="kept from rules.success, for counting")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "thread"], name="interview_once_a_thread")]
        indexes = [
            models.Index(fields=["workspace", "state", "starts_at"], name="interview_by_state"),
            models.Index(fields=["workspace", "person"], name="interview_with_person"),
            models.Index(fields=["workspace", "held_at"], condition=Q(is_successful=True), name="interview_successful"),
        ]

    @property
    def calendar_uid(self) -> str:
        """What every calendar calls it, whichever way it got there."""
        return self.uid or f"{self.pk}@askwell"


class Question(WorkspaceModel):
    """A question the seeker means to ask, and what was answered."""

    interview = OwnKey(Interview, models.CASCADE, related_name="questions")
    position = models.PositiveIntegerField()
    text = models.TextField()
    topic = models.CharField(max_length=12, default=Topic.INSIGHTS)
    bank_id = models.CharField(max_length=60, blank=True, help_text="of the bank's question it came from")
    insight = OwnKey("Insight", models.SET_NULL, null=True, related_name="+", help_text="what it asks about")
    note = models.TextField(blank=True)
    note_version = models.PositiveIntegerField(default=1)
    kept_text = models.TextField(blank=True, help_text="the words that the seeker keeps, whatever is remarked on them")

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        indexes = [models.Index(fields=["workspace", "interview", "position"], name="question_of_interview")]


class Insight(WorkspaceModel):
    """A claim about an occupation, employer or path, and who made it."""

    interview = OwnKey(Interview, models.SET_NULL, null=True, related_name="insights")
    person = OwnKey(Person, models.CASCADE, related_name="insights")
    kind = models.CharField(max_length=12, default=SubjectKind.FIELD)
    subject = models.CharField(max_length=120, blank=True)
    key = models.CharField(max_length=120, blank=True, help_text="folded subject")
    organisation = OwnKey(Organisation, models.SET_NULL, null=True, related_name="+")
    text = models.TextField()
    said_at = models.DateTimeField()
    rating = models.PositiveSmallIntegerField(null=True, help_text="0-3, the seeker's own: how useful")
    set_aside_at = models.DateTimeField(null=True, help_text="out of the lists and the counts")

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "key", "-said_at"], name="insight_by_subject"),
            models.Index(fields=["workspace", "interview"], name="insight_of_interview"),
            models.Index(fields=["workspace", "person", "-said_at"], name="insight_of_person"),
        ]


class Voice(WorkspaceModel):
    """Another insider who agrees with a claim, or not."""

    insight = OwnKey(Insight, models.CASCADE, related_name="voices")
    person = OwnKey(Person, models.CASCADE, related_name="voices")
    interview = OwnKey(Interview, models.SET_NULL, null=True, related_name="voices")
    agrees = models.BooleanField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "insight", "person"], name="voice_once")]


class Referral(WorkspaceModel):
    """A person named by an insider. Until it is known who that is, only the words."""

    interview = OwnKey(Interview, models.CASCADE, related_name="referrals")
    person = OwnKey(Person, models.SET_NULL, null=True, related_name="referrals")
    text = models.CharField(max_length=300, help_text="as it was caught: name, role, how to reach")
    may_use_name = models.BooleanField(default=False, help_text="the insider agreed to be named")
    named_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "interview"], name="referral_of_interview"),
            models.Index(fields=["workspace", "person"], name="referral_to_person"),
        ]


class Lead(WorkspaceModel):
    """An opening that was mentioned."""

    interview = OwnKey(Interview, models.CASCADE, related_name="leads")
    text = models.CharField(max_length=300)
    noted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workspace", "interview"], name="lead_of_interview")]


class Advice(WorkspaceModel):
    """Something an insider advised to do."""

    interview = OwnKey(Interview, models.CASCADE, related_name="advice")
    text = models.CharField(max_length=300)
    noted_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "interview"], name="advice_of_interview")]
