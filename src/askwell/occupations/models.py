"""Occupations: reference data like a dictionary, the same for everybody on an installation.

No workspace owns a row here, and none holds anything of a seeker: they come with Askwell or from an official release
that the operator loads (`askwell occupations load`). A row's key is made of its source and its code, so that it stays
the same when a newer release replaces an old one.
"""

from django.db import models


class Release(models.Model):
    """What was loaded of a source, and what could not be read of it."""

    source = models.CharField(max_length=10, primary_key=True, help_text="Source")
    version = models.CharField(max_length=40, blank=True)
    loaded_at = models.DateTimeField()
    counts = models.JSONField(default=dict, help_text="rows by kind")
    remarks = models.JSONField(default=list, help_text="protocols.occupations.Remark, the first of them")


class Occupation(models.Model):
    """What people do for a living, as one source tells it."""

    id = models.UUIDField(primary_key=True, editable=False, help_text="rules.keys.key_of(source, code)")
    source = models.CharField(max_length=10)
    code = models.CharField(max_length=80)
    noc = models.CharField(max_length=5, blank=True, help_text="its unit group in NOC 2021, where that is sure")
    titles = models.JSONField(help_text="by language code: en, zh-hans, fr")
    about = models.JSONField(default=dict, help_text="by language code")
    education = models.CharField(max_length=20, blank=True)
    interests = models.JSONField(default=list, help_text="six numbers, 0 to 100, or none")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "code"], name="occupation_once")]
        indexes = [models.Index(fields=["noc"], name="occupation_noc")]


class Title(models.Model):
    """What an occupation is called; `words` are what a search compares (rules.words)."""

    id = models.BigAutoField(primary_key=True)
    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="all_titles")
    language = models.CharField(max_length=10)
    text = models.CharField(max_length=300)
    words = models.CharField(max_length=600)
    is_main = models.BooleanField(default=False)


class TitleIndex(models.Model):
    """The words of all titles, laid out for a search (rules.laying): one row, written with each release."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    stamp = models.CharField(max_length=16, help_text="of the data")
    data = models.BinaryField()


class SkillName(models.Model):
    """A skill that occupations want."""

    id = models.UUIDField(primary_key=True, editable=False, help_text="rules.keys.key_of(source, key)")
    source = models.CharField(max_length=10, db_index=True)
    names = models.JSONField(help_text="by language code")


class OccupationSkill(models.Model):
    """That an occupation wants a skill, and how much: 0 to 100."""

    id = models.BigAutoField(primary_key=True)
    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="skills")
    skill = models.ForeignKey(SkillName, models.CASCADE, related_name="+", db_index=False)
    importance = models.PositiveSmallIntegerField()
    is_tool = models.BooleanField(default=False, help_text="software or a machine")


class Task(models.Model):
    """One thing that people of an occupation do."""

    id = models.BigAutoField(primary_key=True)
    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="tasks")
    language = models.CharField(max_length=10)
    number = models.PositiveIntegerField()
    text = models.TextField()


class Wage(models.Model):
    """What is earned in a unit group of NOC 2021 in a region, in dollars."""

    id = models.BigAutoField(primary_key=True)
    noc = models.CharField(max_length=5)
    region = models.CharField(max_length=120)
    low = models.FloatField(null=True)
    median = models.FloatField(null=True)
    high = models.FloatField(null=True)
    per = models.CharField(max_length=4, help_text="hour or year")
    period = models.CharField(max_length=20, blank=True)

    class Meta:
        indexes = [models.Index(fields=["noc", "region"], name="wage_place")]
