"""What a seeker answered when they thought about themselves."""

from django.db import models

from askwell.accounts.models import Removable


class Reflection(Removable):
    """Answers to one kind of statements. They are nobody else's, and no verdict."""

    kind = models.CharField(max_length=12, help_text="ReflectionKind")
    answers = models.JSONField(default=dict, help_text="by a statement's id; for values the pairs, and what is a must")
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "kind"], name="reflection_kind")]
