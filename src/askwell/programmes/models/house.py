"""The programme itself, who works for it, and the seekers in it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import OwnKey, User, Workspace, WorkspaceModel
from askwell.lib.ids import uuid7
from askwell.programmes.choices import Audience, Level, ParticipantState, QuestionKind
from askwell.programmes.models.insiders import Upload
from askwell.programmes.models.sessions import Cohort


class Programme(WorkspaceModel):
    """What a programme says of itself, and its rules. Its workspace holds everything else."""

    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True, help_text="who runs it")
    about = models.TextField(blank=True, help_text="for seekers and insiders, on the pages that invite them")
    postal = models.TextField(blank=True, help_text="its postal address, one line a line; below every mail")
    email = models.EmailField(blank=True, help_text="where its people reach it")
    phone = models.CharField(max_length=40, blank=True)
    zone = models.CharField(max_length=64, default="America/Vancouver")
    language = models.CharField(max_length=10, default="en")
    takes_seekers = models.BooleanField(default=False, help_text="the open form for seekers is on")
    takes_insiders = models.BooleanField(default=False, help_text="the open form for insiders is on")
    approves = models.BooleanField(default=True, help_text="a coordinator looks at who signs up before they are in")
    page_number = models.PositiveSmallIntegerField(default=1, help_text="of the open pages' link: up when renewed")
    most_talks = models.PositiveSmallIntegerField(default=2, help_text="talks that a seeker may have at a time")
    rest_days = models.PositiveSmallIntegerField(default=14, help_text="an insider's rest after each talk")
    answer_days = models.PositiveSmallIntegerField(default=7, help_text="for an insider to answer an invitation")
    most_missed = models.PositiveSmallIntegerField(default=2, help_text="talks missed before a caseworker is asked")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace"], name="one_programme_a_workspace")]


class StaffInvitation(WorkspaceModel):
    """A link that makes somebody coordinator or caseworker. Only its digest is stored."""

    email = models.EmailField()
    role = models.CharField(max_length=20, default=MembershipRole.CASEWORKER)
    digest = models.CharField(max_length=64)
    invited_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "digest"], name="staff_invitation_once")]


class IntakeQuestion(WorkspaceModel):
    """A question of the programme's own on its form, in up to three languages."""

    audience = models.CharField(max_length=10, default=Audience.SEEKERS)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, default=QuestionKind.LINE)
    words = models.JSONField(default=dict, help_text="{language: text}; the programme's own language is always there")
    options = models.JSONField(default=list, help_text="[{language: text}], of a choice")
    is_required = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, help_text="off the form; the answers given stay")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        indexes = [models.Index(fields=["workspace", "audience", "position"], name="intake_question_order")]


class Participant(WorkspaceModel):
    """A seeker in a programme: what they told on its form. Their own workspace stays theirs (`seeker_workspace`, once
    they joined with their account): only `queries/shared` reads it, by what they agreed to."""

    number = models.PositiveIntegerField(help_text="S-014 on the board; never given twice")
    cohort = OwnKey(Cohort, models.SET_NULL, null=True, related_name="participants")
    cohort_at = models.DateTimeField(null=True, help_text="when they were put into it; all of one press share it")
    caseworker = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    seeker_workspace = models.ForeignKey(Workspace, models.SET_NULL, null=True, related_name="+")
    upload = OwnKey(Upload, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=12, default=ParticipantState.APPLIED)
    link_number = models.PositiveSmallIntegerField(default=1, help_text="of their joining link: up when renewed")
    name = models.CharField(max_length=120)
    native_name = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    page_language = models.CharField(max_length=10, default="en", help_text="the programme writes to them in it")
    zone = models.CharField(max_length=64, default="America/Vancouver")
    field = models.CharField(max_length=120, blank=True, help_text="the field aimed at, for lists and counts")
    goals = models.JSONField(default=dict, help_text="{topic: weight 1-3}")
    languages = models.JSONField(default=list, help_text="codes that they can hold a talk in")
    level = models.CharField(max_length=10, default=Level.ENTRY)
    wanted = models.SmallIntegerField(default=1, help_text="talks wanted; as it was told, fit or not")
    windows = models.JSONField(default=list, help_text='[[day 0-6, "18:00", "20:00"]] on the clock of `zone`')
    employer = models.CharField(max_length=200, blank=True, help_text="where they work now")
    answers = models.JSONField(default=dict, help_text="{intake question id: text, or texts}")
    note = models.TextField(blank=True, help_text="the programme's own, never shown to an insider")
    came_at = models.DateTimeField(help_text="applied, or was put on the list; waiting is counted from `active_at`")
    active_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True, help_text="when the letter with their joining link went to them")
    send_at = models.DateTimeField(null=True, help_text="it is to leave by mail; a worker has not come by")
    left_at = models.DateTimeField(null=True)
    talked_at = models.DateTimeField(null=True, help_text="when somebody last talked with them about talks missed")
    listed = models.JSONField(default=dict, help_text="what lists said of them: rules/updating")
    version = models.PositiveIntegerField(default=1)
    staff_version = models.PositiveIntegerField(default=1, help_text="of note, cohort and caseworker: what staff says")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="participant_number_once"),
            models.UniqueConstraint(
                fields=["workspace", "seeker_workspace"],
                condition=Q(seeker_workspace__isnull=False) & ~Q(state=ParticipantState.LEFT),
                name="participant_once_a_seeker",
            ),
        ]
        indexes = [
            models.Index(fields=["workspace", "state", "number"], name="participant_by_state"),
            models.Index(fields=["workspace", "cohort", "number"], name="participant_of_cohort"),
            models.Index(fields=["seeker_workspace"], name="participant_of_seeker"),
            models.Index(fields=["workspace"], condition=Q(send_at__isnull=False), name="participant_to_write"),
        ]

    @property
    def aim(self) -> str:
        """What they look for: their field, else the three things that they want to hear about most."""
        return self.field or ", ".join(sorted(self.goals, key=lambda topic: -self.goals[topic])[:3])


class Part(models.Model):
    """In which programme's workspace a seeker's row is to be looked for; what it says is said there alone. Everybody's
    table: on a sharded database each node has it (docs/decisions/0010)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    seeker = models.ForeignKey(Workspace, models.CASCADE, db_index=False, related_name="+")
    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seeker", "workspace"], name="part_once")]


class Consent(WorkspaceModel):
    """One thing that a seeker agreed to share, and until when: what was withdrawn stays written down."""

    participant = OwnKey(Participant, models.CASCADE, db_index=False, related_name="consents")
    item = models.CharField(max_length=12)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "participant", "item"],
                condition=Q(withdrawn_at=None),
                name="one_consent_an_item",
            )
        ]
