"""What a seeker writes, and what was made of it when."""

from django.db import models

from askwell.accounts.models import OwnKey, Removable
from askwell.opportunities.models import Opportunity


class Resume(Removable):
    """One resume made from the story. `choice` says what of the story it tells (`rules.choosing.written`)."""

    name = models.CharField(max_length=120)
    language = models.CharField(max_length=10, default="en", help_text="en, zh-Hans or fr")
    template = models.CharField(max_length=20)
    paper = models.CharField(max_length=10, default="letter")
    pages = models.PositiveSmallIntegerField(default=1, help_text="the most it may take")
    title = models.CharField(max_length=200, blank=True, help_text="the role it is for")
    employer = models.CharField(max_length=200, blank=True)
    posting = models.TextField(blank=True, help_text="as it was pasted")
    opportunity = OwnKey(Opportunity, models.SET_NULL, null=True, db_index=False, related_name="+")
    choice = models.JSONField(default=dict, blank=True)
    before = models.JSONField(default=list, blank=True, help_text="earlier choices, the last one first, for an undo")
    editor = models.CharField(max_length=40, blank=True, help_text="the page that saved last may save again")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-changed_at"], name="resume_recent"),
            models.Index(fields=["workspace", "opportunity"], name="resume_for_opportunity"),
        ]


class Letter(Removable):
    """A letter as it is written. `facts` are what was asked for when it began, by the names of its wording."""

    kind = models.CharField(max_length=20, help_text="LetterKind")
    language = models.CharField(max_length=10, default="en", help_text="en, zh-Hans or fr")
    paper = models.CharField(max_length=10, default="letter")
    facts = models.JSONField(default=dict, blank=True)
    date = models.CharField(max_length=60, blank=True, help_text="as it is worded")
    recipient = models.TextField(blank=True, help_text="a line each: who, what they are, where")
    subject = models.CharField(max_length=200, blank=True)
    greeting = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True, help_text="paragraphs with an empty line between")
    closing = models.CharField(max_length=200, blank=True)
    resume = OwnKey(Resume, models.SET_NULL, null=True, db_index=False, related_name="letters")
    editor = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-changed_at"], name="letter_recent"),
            models.Index(fields=["workspace", "resume"], name="letter_of_resume"),
        ]


class Version(Removable):
    """What was taken out. Its content and layout never change; only where it went is noted."""

    name = models.CharField(max_length=300, help_text="what it was called then")
    form = models.CharField(max_length=10, help_text="Form")
    content = models.JSONField(help_text="rules.freezing: the whole document")
    layout = models.JSONField(default=dict)
    resume = OwnKey(Resume, models.SET_NULL, null=True, db_index=False, related_name="versions")
    letter = OwnKey(Letter, models.SET_NULL, null=True, db_index=False, related_name="versions")
    made_at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    sent_to = models.CharField(max_length=200, blank=True)
    sent_on = models.DateField(null=True)
    sent_by = models.CharField(max_length=10, blank=True, help_text="Way")

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "-made_at"], name="version_recent"),
            models.Index(fields=["workspace", "resume", "-made_at"], name="version_of_resume"),
            models.Index(fields=["workspace", "letter", "-made_at"], name="version_of_letter"),
        ]
