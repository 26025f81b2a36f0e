"""A plan: what somebody aims at, what is missing for it, and the steps that close it."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel
from askwell.growth.choices import StepKind, StepState
from askwell.interviews.models import Insight
from askwell.opportunities.models import Opportunity
from askwell.people.models import Person
from askwell.portfolio.models import Accomplishment, Chapter, Reference, Skill

LEAST = [MinValueValidator(0)]


class Plan(Removable):
    """A way to a target."""

    title = models.CharField(max_length=200, help_text="an occupation's title, or the seeker's own words")
    own_title = models.CharField(max_length=200, blank=True, help_text="what the seeker calls it instead")
    occupation = models.UUIDField(null=True, help_text="occupations.Occupation; may be gone with its release")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workspace", "-changed_at"], name="plan_recent")]


class Gap(Removable):
    """A skill that the target asks for and the story does not show, or something missing in the seeker's words."""

    plan = OwnKey(Plan, models.CASCADE, db_index=False, related_name="gaps")
    words = models.CharField(max_length=120)
    names = models.JSONField(default=list, help_text="the skill's name in every language")
    is_own = models.BooleanField(default=False, help_text="written by the seeker, asked for by no occupation")
    noted_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, help_text="by hand: only an own gap")
    closed_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["noted_at", "id"]
        indexes = [models.Index(fields=["workspace", "plan", "noted_at"], name="gap_of_plan")]


class PlanStep(Removable):
    """Something to do about gaps. `person`: whom to ask; of a volunteer role who supervises it."""

    plan = OwnKey(Plan, models.CASCADE, db_index=False, related_name="steps")
    position = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=14, default=StepKind.COURSE)
    title = models.CharField(max_length=200)
    provider = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=200, blank=True)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    hours_a_week = models.FloatField(null=True, validators=LEAST)
    hours_in_all = models.FloatField(null=True, validators=LEAST)
    cost = models.FloatField(null=True, validators=LEAST)
    currency = models.CharField(max_length=8, default="CAD")
    url = models.CharField(max_length=2000, blank=True)
    about = models.TextField(blank=True)
    opportunity = OwnKey(Opportunity, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, default=StepState.IDEA)
    trail = models.JSONField(default=list, help_text="the states before, the last one last")
    said_before = models.JSONField(default=dict, help_text="what it said before the last change")
    put_off_to = models.DateField(null=True)
    person = OwnKey(Person, models.SET_NULL, null=True, related_name="+")
    reference = OwnKey(Reference, models.SET_NULL, null=True, related_name="+")
    reference_is_new = models.BooleanField(default=False, help_text="asking put it among the references")
    reference_given_on = models.DateField(null=True)
    named_before = models.JSONField(default=dict, help_text="who was named before, and what naming made")
    chapter = OwnKey(Chapter, models.SET_NULL, null=True, related_name="+", help_text="of the story")
    chapter_version = models.PositiveIntegerField(default=0, help_text="as the step left it; 0: none of its making")
    told_before = models.JSONField(default=dict, help_text="what the chapter told before the step was done")
    changed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        indexes = [
            models.Index(fields=["workspace", "plan", "position"], name="plan_step_of_plan"),
            models.Index(fields=["workspace", "state"], name="plan_step_by_state"),
        ]


class Closing(WorkspaceModel):
    """That a step closes a gap."""

    step = OwnKey(PlanStep, models.CASCADE, db_index=False, related_name="closings")
    gap = OwnKey(Gap, models.CASCADE, related_name="closings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "step", "gap"], name="closing_once")]


class Worth(Removable):
    """What an insider said that bears on whether a step is worth it."""

    step = OwnKey(PlanStep, models.CASCADE, db_index=False, related_name="worths")
    insight = OwnKey(Insight, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "step", "insight"], name="worth_once")]


class Hours(Removable):
    """Hours of one day in a volunteer role, what was done and what was learned. `line`: what the story tells of it."""

    step = OwnKey(PlanStep, models.CASCADE, db_index=False, related_name="log")
    on = models.DateField()
    hours = models.FloatField(validators=[MinValueValidator(0), MaxValueValidator(24)])
    did = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    line = OwnKey(Accomplishment, models.SET_NULL, null=True, related_name="+")
    said_before = models.JSONField(default=dict, help_text="what it said before the last change")

    class Meta:
        indexes = [models.Index(fields=["workspace", "step", "-on"], name="hours_of_step")]


class Filed(WorkspaceModel):
    """A skill that finishing a step put into the story; `is_new`: it was not there, `is_proof`: nor was its proof."""

    step = OwnKey(PlanStep, models.CASCADE, db_index=False, related_name="filed")
    skill = OwnKey(Skill, models.CASCADE, related_name="+")
    is_new = models.BooleanField()
    is_proof = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "step", "skill"], name="filed_once")]
