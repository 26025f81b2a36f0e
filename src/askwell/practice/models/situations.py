"""What a seeker was asked of the situations at work, and how well each sticks."""

from typing import ClassVar

from django.db import models

from askwell.accounts.models import OwnKey, WorkspaceModel


class SituationCard(WorkspaceModel):
    """How well one situation sticks: what `rules.repeating` knows of it."""

    situation = models.CharField(max_length=40, help_text="its id in coach/etiquette")
    state = models.PositiveSmallIntegerField()
    step = models.PositiveSmallIntegerField(null=True)
    stability = models.FloatField(null=True)
    difficulty = models.FloatField(null=True)
    due_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "situation"], name="situation_card_once"),
        ]
        indexes = [
            models.Index(fields=["workspace", "due_at"], name="situation_card_due"),
        ]


class SituationAnswer(WorkspaceModel):
    """One answer. The card is what all answers to it come to, one after the other."""

    card = OwnKey(SituationCard, models.CASCADE, db_index=False, related_name="answers")
    number = models.PositiveSmallIntegerField(help_text="from 1: two tabs cannot both give the next one")
    chosen = models.PositiveSmallIntegerField()
    right = models.BooleanField()
    guessed = models.BooleanField(default=False)
    answered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "card", "number"], name="situation_answer_once"),
        ]
