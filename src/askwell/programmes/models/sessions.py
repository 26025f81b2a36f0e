"""Cohorts, their sessions and workshops, who came, and what came of it."""

from django.db import models

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.programmes.choices import AttendanceState, OutcomeKind


class Cohort(WorkspaceModel):
    """Seekers who go through the programme together."""

    name = models.CharField(max_length=120)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    funder = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, help_text="off the lists; its people and numbers stay")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["workspace", "removed_at", "-created_at"], name="cohort_recent")]


class Session(WorkspaceModel):
    """A session or workshop, of one cohort or of everybody."""

    cohort = OwnKey(Cohort, models.CASCADE, null=True, related_name="sessions")
    title = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    place = models.CharField(max_length=300, blank=True, help_text="address or link")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=90)
    removed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["workspace", "removed_at", "-starts_at"], name="session_recent")]


class Attendance(WorkspaceModel):
    session = OwnKey(Session, models.CASCADE, db_index=False, related_name="attendances")
    participant = OwnKey("programmes.Participant", models.CASCADE, related_name="attendances")
    state = models.CharField(max_length=10, default=AttendanceState.EXPECTED)
    state_before = models.CharField(max_length=10, default=AttendanceState.EXPECTED, help_text="for an undo")
    changed_at = models.DateTimeField(help_text="all of one press share it")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "session", "participant"], name="attendance_once")]


class Outcome(WorkspaceModel):
    """What came of it: told by the seeker, or put down by a caseworker with their consent. Of whom is forgotten when
    they leave: the count stays."""

    participant = OwnKey("programmes.Participant", models.SET_NULL, null=True, related_name="outcomes")
    leaver = models.UUIDField(null=True, help_text="of one who left: the same as on their talks")
    cohort = OwnKey(Cohort, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=14, default=OutcomeKind.JOB)
    field = models.CharField(max_length=120, blank=True)
    happened_on = models.DateField()
    told_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    is_own_wish = models.BooleanField(default=False, help_text="taken out by the seeker: only they bring it back")

    class Meta:
        indexes = [models.Index(fields=["workspace", "happened_on"], name="outcome_by_day")]
