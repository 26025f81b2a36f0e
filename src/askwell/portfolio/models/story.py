"""What a seeker has done, told once. Their name and how to reach them stand in `accounts.Profile`."""

from typing import ClassVar

from django.db import models

from askwell.accounts.models import OwnKey, Removable, WorkspaceModel
from askwell.portfolio.choices import ChapterKind, Source


class Told(models.Model):
    """Words in one language, and the same in others: `language` is that of the columns, `said` holds, by language
    code ("en", "zh-hans", "fr"), what columns of the same names say there."""

    TOLD: ClassVar[tuple[str, ...]] = ()
    """The columns that are in a language."""

    language = models.CharField(max_length=10, default="en")
    said = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=0, help_text="goes up with every change: two windows are kept apart")

    class Meta:
        abstract = True


class Thing(Removable, Told):
    """A part of the story, which can be thrown away."""

    class Meta:
        abstract = True


class Story(WorkspaceModel, Told):
    """What stands above everything: one a workspace."""

    TOLD = ("headline", "summary")

    headline = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True)
    region = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=80, blank=True, help_text="a code where it is known: CA")
    links = models.JSONField(default=list, blank=True, help_text="addresses on the web: url, network")
    landed = models.CharField(max_length=10, blank=True, help_text="when they came to this country: 2023-03")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace"], name="story_once")]


class Chapter(Thing):
    """A part of the story: work, a school, a pause. Dates are text: "2021-03-15", "2021-03", "2021" or ""; an `end` of
    "" beside a start means still there."""

    TOLD = ("title", "organisation", "about", "field", "place", "note", "summary", "assessed_as", "assessor")

    kind = models.CharField(max_length=20, default=ChapterKind.WORK)
    title = models.CharField(max_length=200, blank=True, help_text="the role, degree, certificate, project")
    organisation = models.CharField(max_length=200, blank=True)
    about = models.CharField(max_length=200, blank=True, help_text="what the organisation is: 1,200 employees")
    field = models.CharField(max_length=200, blank=True, help_text="of a degree")
    place = models.CharField(max_length=120, blank=True)
    start = models.CharField(max_length=10, blank=True)
    end = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=300, blank=True, help_text="Saturdays; first as a cashier")
    summary = models.TextField(blank=True)
    url = models.CharField(max_length=500, blank=True)
    assessed_as = models.CharField(max_length=300, blank=True, help_text="what a foreign credential is comparable to")
    assessor = models.CharField(max_length=200, blank=True)
    assessed_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "kind"], name="chapter_kind")]


class Accomplishment(Thing):
    """One line of what was done. The four parts are what the wizard asked; `text` is how it reads."""

    TOLD = ("text", "situation", "task", "action", "result")

    chapter = OwnKey(Chapter, models.CASCADE, db_index=False, related_name="accomplishments")
    text = models.TextField()
    situation = models.TextField(blank=True)
    task = models.TextField(blank=True)
    action = models.TextField(blank=True)
    result = models.TextField(blank=True)
    measure = models.JSONField(default=dict, blank=True, help_text="before, after, span: as they were typed")
    source = models.CharField(max_length=10, blank=True, default=Source.NONE)
    number = models.PositiveSmallIntegerField(default=0, help_text="its place in the chapter")

    class Meta:
        ordering: ClassVar[list[str]] = ["number", "id"]
        indexes = [models.Index(fields=["workspace", "chapter", "number"], name="accomplishment_place")]


class Skill(Thing):
    """A skill in the words of the field aimed at."""

    TOLD = ("name", "group", "level")

    name = models.CharField(max_length=120)
    group = models.CharField(max_length=80, blank=True, help_text="Planning, Tools: a line of the resume")
    level = models.CharField(max_length=80, blank=True)
    number = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["number", "id"]
        indexes = [models.Index(fields=["workspace", "number"], name="skill_place")]


class Proof(WorkspaceModel):
    """What shows a skill: a chapter as a whole, or one accomplishment in it."""

    skill = OwnKey(Skill, models.CASCADE, db_index=False, related_name="proofs")
    chapter = OwnKey(Chapter, models.CASCADE, db_index=False, related_name="proofs")
    accomplishment = OwnKey(Accomplishment, models.CASCADE, null=True, db_index=False, related_name="proofs")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "skill", "chapter", "accomplishment"], name="proof_once")
        ]
        indexes = [
            models.Index(fields=["workspace", "chapter"], name="proof_chapter"),
            models.Index(fields=["workspace", "accomplishment"], name="proof_accomplishment"),
        ]


class SpokenLanguage(Thing):
    """A language that the seeker speaks. The four are Canadian Language Benchmarks, 1 to 12."""

    TOLD = ("name", "note")

    name = models.CharField(max_length=80)
    level = models.CharField(max_length=12, blank=True, help_text="protocols.resumes.Level")
    listening = models.PositiveSmallIntegerField(null=True, blank=True)
    speaking = models.PositiveSmallIntegerField(null=True, blank=True)
    reading = models.PositiveSmallIntegerField(null=True, blank=True)
    writing = models.PositiveSmallIntegerField(null=True, blank=True)
    tested_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=120, blank=True, help_text="at home")
    number = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["number", "id"]
        indexes = [models.Index(fields=["workspace", "number"], name="spoken_language_place")]


class Reference(Thing):
    """Who can attest what, and how far the asking is."""

    TOLD = ("role", "organisation", "attests", "words")

    name = models.CharField(max_length=120)
    role = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    chapter = OwnKey(Chapter, models.SET_NULL, null=True, blank=True, db_index=False, related_name="references")
    attests = models.TextField(blank=True, help_text="what they saw and can say")
    words = models.TextField(blank=True, help_text="what they have written, with their leave")
    asked_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    declined_on = models.DateField(null=True, blank=True)
    refreshed_on = models.DateField(null=True, blank=True, help_text="when they last heard what the seeker is after")

    class Meta:
        indexes = [models.Index(fields=["workspace", "chapter"], name="reference_chapter")]
