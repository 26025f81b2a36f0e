"""A mock job interview, and what was answered in it."""

from typing import ClassVar

from django.db import models

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel


class JobInterview(Removable):
    """One mock job interview. Its questions are settled when it begins."""

    trade = models.CharField(max_length=60, blank=True, help_text="of coach/insider; empty: any")
    level = models.CharField(max_length=12)
    language = models.CharField(max_length=10)
    questions = models.JSONField(default=list, help_text="their ids in coach/job_interviews, as they are asked")
    began_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-began_at"], name="job_interview_recent"),
        ]


class JobAnswer(WorkspaceModel):
    """One try at one of its questions; the last one counts."""

    job_interview = OwnKey(JobInterview, models.CASCADE, db_index=False, related_name="answers")
    place = models.PositiveSmallIntegerField(help_text="of the question, from 0")
    number = models.PositiveSmallIntegerField(help_text="of the try, from 1: two tabs cannot both give the next one")
    text = models.TextField()
    answered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["place", "number"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "job_interview", "place", "number"], name="job_answer_once"),
        ]
