"""What somebody recorded to have it written down."""

from django.db import models

from askwell.accounts.models import WorkspaceModel
from askwell.practice.choices import RecordingState


class Recording(WorkspaceModel):
    """One recording: waiting → written, or refused with the code of why. Gone within the hour, its sound earlier."""

    state = models.CharField(max_length=8, default=RecordingState.WAITING)
    error = models.CharField(max_length=20, blank=True)
    sound = models.BinaryField(default=bytes, help_text="as it came, until it is written down or refused")
    text = models.TextField(blank=True)
    doubtful = models.JSONField(default=list, help_text="words of it that may well be others")
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often a worker began to write it down")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-created_at"], name="recording_recent"),
        ]
