"""Records of one person: pairs that may be, searches for them, and merges that can be undone."""

from django.db import models

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.people.choices import Decision, SearchState
from askwell.people.models.persons import Person


class Pair(WorkspaceModel):
    """Two persons who may be one; the seeker's "two people" is remembered here for good."""

    one = OwnKey(Person, models.CASCADE, related_name="pairs")
    other = OwnKey(Person, models.CASCADE, related_name="pairs_as_other")
    weight = models.FloatField(default=0, help_text="bits of odds that they are one, as they were found")
    reasons = models.JSONField(default=list, help_text="[code, value, value, bits] each, the weightiest first")
    decision = models.CharField(max_length=10, default=Decision.OPEN, blank=True)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "one", "other"], name="pair_once")]
        indexes = [models.Index(fields=["workspace", "decision", "-weight"], name="pair_waiting")]


class PairSearch(WorkspaceModel):
    """The search through everyone for pairs, from asked for to done. A workspace has one."""

    state = models.CharField(max_length=10, default=SearchState.WAITING)
    total = models.PositiveIntegerField(default=0, help_text="persons to compare")
    progress = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0, help_text="sure ones, made one without asking")
    likely = models.PositiveIntegerField(default=0, help_text="pairs that wait for an answer since")
    asked_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace"], name="pair_search_once")]


class Merge(WorkspaceModel):
    """Two persons made one. Holds all that is needed to part them again, whenever that is."""

    person = OwnKey(Person, models.CASCADE, related_name="merges", help_text="who both are now")
    gone_id = models.UUIDField(help_text="the id of the one who became part of `person`")
    gone = models.JSONField(help_text="that person's own row, as Django serialises it")
    moved = models.JSONField(default=dict, help_text="app.Model.field: ids of the rows that were moved")
    held = models.JSONField(default=list, help_text="rows that could not stand twice, as Django serialises them")
    filled = models.JSONField(default=dict, help_text="field: [before, after] of the gaps that were filled")
    by_itself = models.BooleanField(default=False, help_text="sure enough to be made without asking")
    reasons = models.JSONField(default=list, help_text="as in Pair")
    merged_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "gone_id"], name="merge_once")]
        indexes = [
            models.Index(fields=["workspace", "person"], name="merge_into"),
            models.Index(fields=["workspace", "-merged_at"], name="merge_recent"),
        ]
