"""What was brought in to be confirmed, and the feeds that bring it."""

from django.db import models

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel
from askwell.opportunities.choices import Brought, IntakeState, Source


class Feed(Removable):
    """An address with postings that is read again and again."""

    address = models.CharField(max_length=2000)
    name = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=14, default=Source.BOARD, help_text="what is found there counts as")
    due_at = models.DateTimeField(help_text="when it is read next")
    read_at = models.DateTimeField(null=True, help_text="when it was last read")
    fails = models.PositiveSmallIntegerField(default=0, help_text="tries in a row that came to nothing")
    trouble = models.CharField(max_length=40, blank=True, help_text="why the last one did")
    seen = models.JSONField(default=list, blank=True, help_text="keys of what was offered already, the last ones")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["workspace", "-created_at"], name="feed_recent")]


class Intake(WorkspaceModel):
    """Postings from a page, a file, an address or a feed: read in a worker, ticked by the seeker. The bytes are kept
    until it is read."""

    brought = models.CharField(max_length=10, default=Brought.PASTED)
    name = models.CharField(max_length=200, blank=True, help_text="of the file, or the page's title")
    address = models.CharField(max_length=2000, blank=True)
    data = models.BinaryField(default=bytes)
    feed = OwnKey(Feed, models.CASCADE, null=True, related_name="intakes")
    state = models.CharField(max_length=10, default=IntakeState.READING)
    code = models.CharField(max_length=40, blank=True, help_text="why it was refused")
    found = models.JSONField(default=list, blank=True, help_text="postings as they were read")
    remarks = models.JSONField(default=list, blank=True, help_text="what was not understood")
    kept = models.JSONField(default=list, blank=True, help_text="ids of what keeping it made")
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often a worker began it")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")

    class Meta:
        indexes = [models.Index(fields=["workspace", "state", "-created_at"], name="intake_state")]
