"""A talk with a simulated insider, and what was said in it."""

from typing import ClassVar

from django.db import models

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel
from askwell.interviews.models import Interview


class Rehearsal(Removable):
    """One rehearsal. Who the insider is follows from its trade, mood, minutes, language and seed.

    Its clock: `spent` seconds until `running_since`, and what has passed since; None: it stands still.
    """

    interview = OwnKey(
        Interview, models.CASCADE, null=True, related_name="rehearsals", help_text="whose brief is rehearsed"
    )
    trade = models.CharField(max_length=60)
    mood = models.CharField(max_length=10)
    minutes = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=10, help_text="en, zh-Hans or fr")
    seed = models.PositiveIntegerField(help_text="makes the same talk come out the same")
    aim = models.CharField(max_length=20, blank=True, help_text="the one thing that is practised, a Lesson")

    began_at = models.DateTimeField()
    spent = models.PositiveIntegerField(default=0, help_text="seconds of the talk until `running_since`")
    running_since = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, help_text="of the talk: the second of two tabs is told")
    asked = models.JSONField(default=list, help_text="ids of the brief's questions that were asked")
    unsent = models.TextField(blank=True, help_text="typed and not said yet, when something else was done")
    judgement = models.JSONField(default=dict, help_text="what the coach said of it when it ended; see rules.record")

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-began_at"], name="rehearsal_recent"),
            models.Index(fields=["workspace", "interview", "-began_at"], name="rehearsal_of_interview"),
        ]


class Utterance(WorkspaceModel):
    """What one of the two said in one go."""

    rehearsal = OwnKey(Rehearsal, models.CASCADE, db_index=False, related_name="utterances")
    position = models.PositiveSmallIntegerField()
    speaker = models.CharField(max_length=8, help_text="seeker or insider")
    text = models.TextField()
    at = models.PositiveIntegerField(help_text="seconds into the talk")
    heard = models.CharField(max_length=40, blank=True, help_text="what the insider understood to be asked")
    hook = models.CharField(max_length=300, blank=True, help_text="words of the insider's that are worth asking about")
    named = models.CharField(max_length=300, blank=True, help_text="whom the insider named")
    cooler = models.BooleanField(default=False, help_text="the insider drew back")
    spoken_by = models.CharField(max_length=8, blank=True, help_text="a SpokenBy; empty: no language model was asked")

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "rehearsal", "position"], name="utterance_once"),
        ]
