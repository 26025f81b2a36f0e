"""Resumes that were brought in."""

from django.db import models

from askwell.accounts.models import WorkspaceModel
from askwell.portfolio.choices import FileState


class StoryFile(WorkspaceModel):
    """A resume from elsewhere: read in a worker, confirmed section by section. The bytes are kept until it is read."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, blank=True, help_text="what it was found to be")
    data = models.BinaryField(default=bytes)
    state = models.CharField(max_length=10, default=FileState.READING)
    code = models.CharField(max_length=40, blank=True, help_text="why it was refused")
    found = models.JSONField(default=dict, blank=True, help_text="the resume in it, as JSON Resume")
    remarks = models.JSONField(default=list, blank=True, help_text="what was not understood, and where")
    changes = models.JSONField(default=dict, blank=True, help_text="what keeping it made, so that it can be taken back")
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often a worker began it")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")
    kept_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "state"], name="story_file_state")]
