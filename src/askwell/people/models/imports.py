"""A file or paste brought in, and what became of its records."""

from django.db import models

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.people.choices import Decision, ImportState


class Import(WorkspaceModel):
    """One file or paste brought in, from upload to done or undone. `data` is emptied once it is not needed."""

    state = models.CharField(max_length=20, default=ImportState.READING)
    filename = models.CharField(max_length=255)
    source = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the file")
    data = models.BinaryField(default=b"")
    layout = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    error = models.JSONField(default=dict, help_text="code and detail of why the file was refused, or what failed")
    total = models.PositiveIntegerField(default=0)
    progress = models.PositiveIntegerField(default=0, help_text="records read or written so far")
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often a worker began since anything was written")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "-created_at"], name="import_recent")]


class ImportRow(WorkspaceModel):
    """A record that did not simply become a new person: merged, likely a duplicate, or kept aside."""

    source_import = OwnKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="record number in the file, from 1")
    line = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=10)
    reason = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict, help_text="what the reason's words need")
    raw = models.JSONField(default=list, help_text="the record's cells as they stood in the file")
    record = models.JSONField(default=dict, help_text="what was understood of it, until it is decided")
    person = OwnKey("people.Person", models.SET_NULL, null=True, related_name="import_rows")
    rival = OwnKey("people.Person", models.SET_NULL, null=True, related_name="+", help_text="the likely same person")
    decision = models.CharField(max_length=10, default=Decision.OPEN, blank=True)
    changes = models.JSONField(default=dict, help_text="field: [before, after], for undoing")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "source_import", "number"], name="import_row_once")]
