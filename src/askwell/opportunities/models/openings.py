"""Opportunities, how far each application is, and how it got there."""

from django.db import models
from django.db.models import Q

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel
from askwell.interviews.models import Lead
from askwell.opportunities.choices import Kind, Source, Stage
from askwell.people.models import Organisation, Person


class Opportunity(Removable):
    """A job, volunteer role, course or event. One that is the same as another (`same_as`) is only a place where that
    one was seen too."""

    kind = models.CharField(max_length=10, default=Kind.JOB)
    title = models.CharField(max_length=200)
    organisation_name = models.CharField(max_length=200, blank=True)
    organisation = OwnKey(Organisation, models.SET_NULL, null=True, related_name="+")
    location = models.CharField(max_length=200, blank=True)
    remote = models.BooleanField(default=False)
    employment_type = models.CharField(max_length=12, blank=True)
    posted = models.DateField(null=True)
    closes = models.DateField(null=True)
    salary_min = models.FloatField(null=True)
    salary_max = models.FloatField(null=True)
    salary_unit = models.CharField(max_length=8, blank=True, help_text="hour, year or empty")
    currency = models.CharField(max_length=8, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    start = models.CharField(max_length=40, blank=True, help_text="a moment in UTC or a day, ISO 8601")
    end = models.CharField(max_length=40, blank=True)
    price = models.FloatField(null=True)
    status = models.CharField(max_length=12, blank=True, help_text="of an event: scheduled, rescheduled, cancelled")
    text = models.TextField(blank=True)
    source = models.CharField(max_length=14, default=Source.OWN)
    told_by = OwnKey(Person, models.SET_NULL, null=True, related_name="+", help_text="who mentioned it")
    lead = OwnKey(Lead, models.SET_NULL, null=True, db_index=False, related_name="opportunities")
    found_on = models.DateField()
    key = models.CharField(max_length=64, blank=True, help_text="rules.same: what makes two of them one")
    url_key = models.CharField(max_length=64, blank=True)
    same_as = OwnKey("self", models.CASCADE, null=True, related_name="sightings")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "same_as", "-created_at"], name="opportunity_recent"),
            models.Index(fields=["workspace", "key"], name="opportunity_by_key"),
            models.Index(fields=["workspace", "url_key"], name="opportunity_by_url"),
            models.Index(fields=["workspace", "lead"], name="opportunity_of_lead"),
        ]


class OwnStage(Removable):
    """A stage that the seeker made, within one of ours: "second job interview" within job interview. What stands in
    one that was thrown away stands in the stage it lay within."""

    name = models.CharField(max_length=60)
    key = models.CharField(max_length=60, help_text="folded name")
    within = models.CharField(max_length=14, default=Stage.JOB_INTERVIEW)
    place = models.PositiveSmallIntegerField(default=0, help_text="in the order of those within the same stage")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "key"], condition=Q(removed_at=None), name="own_stage_once")
        ]


class Staged(WorkspaceModel):
    """Something that stands in a stage."""

    stage = models.CharField(max_length=14, default=Stage.INTERESTED)
    own_stage = OwnKey(OwnStage, models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def own(self) -> OwnStage | None:
        """The seeker's own stage, unless it was thrown away."""
        return self.own_stage if self.own_stage and self.own_stage.removed_at is None else None


class Application(Staged):
    """How far the seeker is with an opportunity: where its last step led."""

    opportunity = OwnKey(Opportunity, models.CASCADE, db_index=False, related_name="applications")
    since = models.DateField(help_text="the day of the last step")
    put_off_to = models.DateField(null=True, help_text="what is due is shown again from then on")
    notes = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "opportunity"], name="application_once")]
        indexes = [models.Index(fields=["workspace", "stage", "-since"], name="application_by_stage")]


class Step(Staged):
    """A move of an application from one stage to the next, and its day. The stage is the replay of its steps."""

    application = OwnKey(Application, models.CASCADE, db_index=False, related_name="steps")
    number = models.PositiveIntegerField()
    on = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "application", "number"], name="step_number_once")]
        indexes = [models.Index(fields=["workspace", "stage", "application"], name="step_to_stage")]
