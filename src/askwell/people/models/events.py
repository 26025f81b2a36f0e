"""Where people are met, and the cards they give."""

from django.db import models

from askwell.accounts.models import OwnKey, WorkspaceModel
from askwell.people.choices import ScanState
from askwell.people.models.persons import Person


class Event(WorkspaceModel):
    """A networking event: a fair, a talk, a meetup."""

    name = models.CharField(max_length=200)
    held_on = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, help_text="off the list; it can be brought back")

    class Meta:
        indexes = [models.Index(fields=["workspace", "-held_on"], name="event_by_day")]


class Encounter(WorkspaceModel):
    """Somebody who was met at an event."""

    event = OwnKey(Event, models.CASCADE, related_name="encounters")
    person = OwnKey(Person, models.CASCADE, related_name="encounters")
    note = models.CharField(max_length=300, blank=True)
    met_at = models.DateTimeField()
    made_tie = models.BooleanField(default=False, help_text="the tie says only this, until somebody says more")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "event", "person"], name="encounter_once")]
        indexes = [models.Index(fields=["workspace", "person"], name="encounter_with")]


class CardScan(WorkspaceModel):
    """One business card, from its photograph to a person: reading → ready (to confirm) → kept, or left out, or
    refused with the code of why."""

    state = models.CharField(max_length=10, default=ScanState.READING)
    error = models.CharField(max_length=40, blank=True)
    batch = models.UUIDField(help_text="shared by cards that came together")
    position = models.PositiveSmallIntegerField(default=1, help_text="among them, from 1")
    filename = models.CharField(max_length=255, blank=True)
    fields = models.JSONField(default=dict, help_text="what was read, to confirm")
    lines = models.JSONField(default=list, help_text="where it was printed")
    event = OwnKey(Event, models.SET_NULL, null=True, related_name="card_scans")
    person = OwnKey(Person, models.SET_NULL, null=True, related_name="card_scans")
    changes = models.JSONField(default=dict, help_text="what keeping it changed, for undoing")
    tries = models.PositiveSmallIntegerField(default=0, help_text="how often a worker began to read it")
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(help_text="the last sign of life of the worker")

    class Meta:
        indexes = [
            models.Index(fields=["workspace", "state", "-created_at"], name="card_scan_by_state"),
            models.Index(fields=["workspace", "person"], name="card_scan_of_person"),
        ]


class CardPicture(WorkspaceModel):
    """One side of a card: as it came until it is read, then upright, within bounds and without metadata."""

    scan = OwnKey(CardScan, models.CASCADE, related_name="pictures")
    side = models.PositiveSmallIntegerField(default=0, help_text="0 the front, 1 the back")
    data = models.BinaryField()
    width = models.PositiveIntegerField(default=0, help_text="0 until it is read")
    height = models.PositiveIntegerField(default=0)
    turn = models.PositiveSmallIntegerField(default=0, help_text="degrees clockwise, before it is read the next time")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "scan", "side"], name="card_picture_once")]
