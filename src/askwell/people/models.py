"""Persons, organisations and everything that ties them to the seeker."""

from typing import ClassVar

from django.db import models
from django.dispatch import Signal

from askwell.accounts.models import WorkspaceModel
from askwell.people.choices import ContactKind, Decision, ImportState, Obtained, Strength, TieKind

persons_in_use = Signal()
"""Asked before persons are deleted: `persons_in_use.send(sender=Person, workspace=…, person_ids=[…])`.

A receiver (outreach: persons with a thread) returns the ids among them that its rows still need;
those persons are kept.
"""

contact_stopped, contact_allowed = Signal(), Signal()
"""Sent in the same transaction when a person asked not to be contacted, and when that is taken back:
`contact_stopped.send(sender=Person, workspace=…, person_id=…, now=…)`. Outreach closes and reopens threads."""

employers_aimed_at = Signal()
"""Asked by the import's pages: `employers_aimed_at.send(sender=Organisation, workspace=…)`.

A receiver (outreach: the target list) returns the employers' keys (`rules.organisations.organisation_key`) with
their places on the seeker's list, the first 1.
"""

whereabouts_changed = Signal()
"""Sent in the same transaction, with the same arguments, when a person's place, clock or holidays were changed by
hand. Outreach moves the dates of their follow-ups."""


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
    error = models.JSONField(default=dict, help_text="code and detail of why the file was refused")
    total = models.PositiveIntegerField(default=0)
    progress = models.PositiveIntegerField(default=0, help_text="records read or written so far")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "-created_at"], name="import_recent")]


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
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="persons")
    source_row = models.PositiveIntegerField(null=True)
    do_not_contact_at = models.DateTimeField(null=True, blank=True)
    do_not_contact_why = models.CharField(max_length=200, blank=True)
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
    """One way to reach a person, with how it was obtained and when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="contact_points")
    kind = models.CharField(max_length=10, default=ContactKind.EMAIL)
    value = models.CharField(max_length=320)
    key = models.CharField(max_length=320, help_text="what makes two of them the same")
    obtained = models.CharField(max_length=20, default=Obtained.BY_HAND)
    obtained_on = models.DateField(null=True)
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="contact_points")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "kind", "key", "person"], name="contact_point_once")
        ]


class Organisation(WorkspaceModel):
    """An employer, school or body."""

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, help_text="rules.organisation_key(name)")
    known = models.PositiveIntegerField(default=0, help_text="current roles here, kept by people.actions")
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "key"], name="organisation_once")]
        indexes = [models.Index(fields=["workspace", "-known", "name"], name="organisation_by_known")]


class Role(WorkspaceModel):
    """A person at an organisation, with a title, from–to."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="roles")
    title = models.CharField(max_length=200, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    is_current = models.BooleanField(default=True)
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="roles")

    class Meta:
        indexes = [  # the person too, so that colleagues are found in the index alone
            models.Index(fields=["workspace", "organisation", "is_current", "person"], name="role_at_organisation")
        ]


class Tie(WorkspaceModel):
    """How the seeker knows a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="ties")
    kind = models.CharField(max_length=20, default=TieKind.NONE)
    strength = models.PositiveSmallIntegerField(default=Strength.SLIGHT)
    how_met = models.CharField(max_length=200, blank=True)
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="ties")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "person", "kind"], name="tie_once")]
        indexes = [models.Index(fields=["workspace", "kind", "strength"], name="tie_by_kind")]


class Introduction(WorkspaceModel):
    """Who led to whom."""

    introducer = models.ForeignKey(Person, models.CASCADE, related_name="introductions_made")
    introduced = models.ForeignKey(Person, models.CASCADE, related_name="introductions_received")
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

    person = models.ForeignKey(Person, models.CASCADE, related_name="person_tags")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="person_tags")
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "tag", "person"], name="person_tag_once")]


class Note(WorkspaceModel):
    """Something the seeker wrote down about a person."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="notes")
    text = models.TextField()
    written_at = models.DateTimeField()
    source_import = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-written_at", "-id"]
        indexes = [models.Index(fields=["workspace", "person", "-written_at"], name="note_of_person")]


class ImportRow(WorkspaceModel):
    """A record that did not simply become a new person: merged, likely a duplicate, or kept aside."""

    source_import = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="record number in the file, from 1")
    line = models.PositiveIntegerField(default=0)
    outcome = models.CharField(max_length=10)
    reason = models.CharField(max_length=40, blank=True)
    facts = models.JSONField(default=dict, help_text="what the reason's words need")
    raw = models.JSONField(default=list, help_text="the record's cells as they stood in the file")
    record = models.JSONField(default=dict, help_text="what was understood of it, until it is decided")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="import_rows")
    rival = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", help_text="the likely same person")
    decision = models.CharField(max_length=10, default=Decision.OPEN, blank=True)
    changes = models.JSONField(default=dict, help_text="field: [before, after], for undoing")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "source_import", "number"], name="import_row_once")]
