"""A decision: its options, what the seeker wants, what speaks for and against, and what was decided when."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel
from askwell.decisions.choices import DecisionState, OptionKind, Strength
from askwell.interviews.models import Insight
from askwell.outreach.models import Target
from askwell.people.models import Organisation

TEN = [MinValueValidator(0), MaxValueValidator(10)]


class Decision(Removable):
    """A question between ways on."""

    question = models.CharField(max_length=200)
    state = models.CharField(max_length=10, default=DecisionState.OPEN)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workspace", "-changed_at"], name="decision_recent")]


class Option(Removable):
    """One way on. It may stand for an occupation, an employer, an offer or a course that is known elsewhere."""

    decision = OwnKey(Decision, models.CASCADE, db_index=False, related_name="options")
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=120)
    about = models.CharField(max_length=200, blank=True, help_text="in a few words, what one does there")
    kind = models.CharField(max_length=12, default=OptionKind.OCCUPATION)
    reference = models.CharField(max_length=200, blank=True, help_text="a code, a number, an address")
    organisation = OwnKey(Organisation, models.SET_NULL, null=True, related_name="+")
    target = OwnKey(Target, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        indexes = [models.Index(fields=["workspace", "decision", "position"], name="option_of_decision")]


class Criterion(Removable):
    """Something that the seeker wants, and how much it counts beside the others."""

    decision = OwnKey(Decision, models.CASCADE, db_index=False, related_name="criteria")
    position = models.PositiveSmallIntegerField(default=1)
    words = models.CharField(max_length=120)
    weight = models.PositiveSmallIntegerField(default=20, validators=[MaxValueValidator(100)])
    is_must = models.BooleanField(default=False)
    ask = models.CharField(max_length=300, blank=True, help_text="how to ask an insider about it")
    insight = OwnKey(Insight, models.SET_NULL, null=True, related_name="+", help_text="what it was made from")

    class Meta:
        ordering: ClassVar[list[str]] = ["position", "id"]
        indexes = [models.Index(fields=["workspace", "decision", "position"], name="criterion_of_decision")]


class Score(WorkspaceModel):
    """The seeker's number for one option and one wish, and where they have it from."""

    option = OwnKey(Option, models.CASCADE, db_index=False, related_name="scores")
    criterion = OwnKey(Criterion, models.CASCADE, related_name="scores")
    points = models.FloatField(validators=TEN)
    half_width = models.FloatField(
        null=True, validators=TEN, help_text="the seeker's own ±; else it follows from what was said"
    )
    is_guess = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "option", "criterion"], name="score_once_a_field")]


class Evidence(Removable):
    """What speaks for an option and a wish, or against: an insider's claim, or a finding of the seeker's with its
    source. What other insiders say of a claim counts with it."""

    option = OwnKey(Option, models.CASCADE, db_index=False, related_name="evidence")
    criterion = OwnKey(Criterion, models.CASCADE, related_name="evidence")
    insight = OwnKey(Insight, models.CASCADE, null=True, related_name="+")
    text = models.CharField(max_length=600, blank=True, help_text="a finding of the seeker's own")
    source = models.CharField(max_length=300, blank=True)
    speaks_for = models.BooleanField()
    strength = models.PositiveSmallIntegerField(default=Strength.CLEAR)
    noted_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workspace", "option", "criterion"], name="evidence_of_field")]


class Choice(Removable):
    """What was decided, in writing, with how things stood that day (`rules.looking_back`), to look back on."""

    decision = OwnKey(Decision, models.CASCADE, db_index=False, related_name="choices")
    option = OwnKey(Option, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120, help_text="what the option was called then")
    text = models.TextField()
    decided_on = models.DateField()
    stood = models.JSONField(default=dict)
    look_back_on = models.DateField(null=True)
    came_of = models.TextField(blank=True)
    looked_back_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "decision", "-decided_on"], name="choice_of_decision")]
