"""What a seeker tried of the drills."""

from django.db import models

from askwell.accounts.models import Removable


class DrillTry(Removable):
    """One answer to one exercise."""

    exercise = models.CharField(max_length=40, help_text="its id in coach/drills")
    kind = models.CharField(max_length=20)
    text = models.TextField()
    good = models.BooleanField(help_text="the coach found nothing to change")
    tried_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "exercise", "-tried_at"], name="drill_try_of_exercise"),
        ]
