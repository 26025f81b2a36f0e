"""Persons, organisations and everything that ties them to the seeker."""

from typing import ClassVar

from django.db import models

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.people.choices import ContactKind, Obtained, Strength, TieKind
from askwell.people.models.imports import Import


class Person(WorkspaceModel):
    """A human being the seeker knows or wants to know."""

    given_name = models.CharField(max_length=120, blank=True)
    family_name = models.CharField(max_length=120, blank=True)
    native_name = models.CharField(max_length=60, blank=True, help_text="as written in Chinese characters")
    reading = models.CharField(max_length=120, blank=True, help_text="pinyin of the native name, family first")
    nickname = models.CharField(max_length=60, blank=True)
    credentials = models.CharField(max_length=120, blank=True)
    sort_key = models.CharField(max_length=200, blank=True)
    languages = models.CharField(max_length=60, blank=True, help_text="codes, space separated: en zh yue fr")
    place = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=10, blank=True, help_text="for business days: CA-BC, CN, …")
    time_zone = models.CharField(max_length=64, blank=True)
    keeps_lunar_new_year = models.BooleanField(default=False)
    known_since = models.DateField(null=True, blank=True)
    obtained = models.CharField(max_length=20, default=Obtained.BY_HAND)
    obtained_on = models.DateField(null=True, blank=True)
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="persons")
    source_row = models.PositiveIntegerField(null=True)
    do_not_contact_at = models.DateTimeField(null=True, blank=True)
    do_not_contact_why = models.CharField(max_length=200, blank=True)
    contact_allowed = models.JSONField(
        null=True, blank=True, help_text="digests of others who asked, by which this person is not marked again"
    )
    archived_at = models.DateTimeField(null=True, blank=True)
    search_name = models.TextField(blank=True, help_text="marked tokens, kept by people.actions")
    search_organisation = models.TextField(blank=True)
    search_title = models.TextField(blank=True)
    search_note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1, help_text="so that the second of two editors is told")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "archived_at", "sort_key", "id"], name="person_by_name"),
            models.Index(fields=["workspace", "-known_since"], name="person_by_known_since"),
            models.Index(fields=["workspace", "languages"], name="person_by_languages"),
        ]


class ContactPoint(WorkspaceModel):
    """One way to reach a person, with how it was obtained, when and from whom."""

    person = OwnKey(Person, models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=10, default=ContactKind.EMAIL)
    value = models.CharField(max_length=320)
    key = models.CharField(max_length=320, help_text="what makes two of them the same")
    obtained = models.CharField(max_length=20, default=Obtained.BY_HAND)
    obtained_on = models.DateField(null=True)
    obtained_from = models.CharField(max_length=120, blank=True, help_text="a person, or what it was read in")
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="contact_points")
    dead_at = models.DateTimeField(null=True, help_text="a letter to it came back for good: nobody is reached there")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "kind", "key", "person"], name="contact_point_once")
        ]


class Organisation(WorkspaceModel):
    """An employer, school or body."""

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, help_text="rules.organisation_key(name)")
    known = models.PositiveIntegerField(default=0, help_text="current roles here, kept by people.actions")
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "key"], name="organisation_once")]
        indexes = [models.Index(fields=["workspace", "-known", "name"], name="organisation_by_known")]


class Role(WorkspaceModel):
    """A person at an organisation, with a title, from–to."""

    person = OwnKey(Person, models.CASCADE, related_name="roles")
    organisation = OwnKey(Organisation, models.CASCADE, null=True, related_name="roles")
    title = models.CharField(max_length=200, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_current = models.BooleanField(default=True)
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="roles")

    class Meta:
        indexes = [  # the person too, so that colleagues are found in the index alone
            models.Index(fields=["workspace", "organisation", "is_current", "person"], name="role_at_organisation")
        ]


class Tie(WorkspaceModel):
    """How the seeker knows a person."""

    person = OwnKey(Person, models.CASCADE, related_name="ties")
    kind = models.CharField(max_length=20, default=TieKind.NONE)
    strength = models.PositiveSmallIntegerField(default=Strength.SLIGHT)
    how_met = models.CharField(max_length=200, blank=True)
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="ties")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "person", "kind"], name="tie_once")]
        indexes = [models.Index(fields=["workspace", "kind", "strength"], name="tie_by_kind")]


class Introduction(WorkspaceModel):
    """Who led to whom."""

    introducer = OwnKey(Person, models.CASCADE, related_name="introductions_made")
    introduced = OwnKey(Person, models.CASCADE, related_name="introductions_received")
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "introducer", "introduced"], name="introduction_once")
        ]


class Tag(WorkspaceModel):
    """A word of the seeker's own on some people."""

    name = models.CharField(max_length=60)
    key = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "key"], name="tag_once")]


class PersonTag(WorkspaceModel):
    """A tag on a person."""

    person = OwnKey(Person, models.CASCADE, related_name="person_tags")
    tag = OwnKey(Tag, models.CASCADE, related_name="person_tags")
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "tag", "person"], name="person_tag_once")]


class Note(WorkspaceModel):
    """Something the seeker wrote down about a person."""

    person = OwnKey(Person, models.CASCADE, related_name="notes")
    text = models.TextField()
    written_at = models.DateTimeField()
    source_import = OwnKey(Import, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-written_at", "-id"]
        indexes = [models.Index(fields=["workspace", "person", "-written_at"], name="note_of_person")]
