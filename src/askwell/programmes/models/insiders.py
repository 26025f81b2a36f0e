"""Volunteer insiders."""

from django.db import models

from askwell.accounts.models import OwnKey, User, WorkspaceModel
from askwell.programmes.choices import Audience, InsiderState, Level


class Upload(WorkspaceModel):
    """A list that a coordinator put in: an alumni spreadsheet, a table of applicants. It can be taken back."""

    audience = models.CharField(max_length=10, default=Audience.INSIDERS)
    name = models.CharField(max_length=200, help_text="of the file")
    obtained = models.CharField(max_length=200, blank=True, help_text="how the addresses were come by")
    rows = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list, help_text="[{row, code, detail}]: what was left out, and why")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    data = models.BinaryField(default=b"", help_text="the file, until it was applied or thrown away")
    are_in = models.BooleanField(default=False, help_text="they agreed already, and need no invitation")
    columns = models.JSONField(default=list, help_text="[heading, what it is] of each, where a coordinator said so")
    made_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, help_text="until then it is only looked at")
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "-made_at"], name="upload_recent")]


class Insider(WorkspaceModel):
    """A volunteer. They need no account: their page's link is signed over id and `link_number`."""

    number = models.PositiveIntegerField(help_text="I-007 on lists; never given twice")
    upload = OwnKey(Upload, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=10, default=InsiderState.INVITED)
    link_number = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=120)
    native_name = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    field = models.CharField(max_length=120, blank=True)
    topics = models.JSONField(default=list)
    languages = models.JSONField(default=list)
    level = models.CharField(max_length=10, default=Level.MID)
    a_month = models.SmallIntegerField(default=1, help_text="places: talks a month, as it was told, fit or not")
    windows = models.JSONField(default=list, help_text='[[day 0-6, "18:00", "20:00"]] on the clock of `zone`')
    zone = models.CharField(max_length=64, default="America/Vancouver")
    page_language = models.CharField(max_length=10, default="en")
    not_employers = models.JSONField(default=list, help_text="whose people they would rather not meet")
    not_people = models.JSONField(default=list, help_text="names or addresses whom they would rather not meet")
    answers = models.JSONField(default=dict, help_text="{intake question id: text, or texts}")
    obtained = models.CharField(max_length=200, blank=True, help_text="how the address was come by")
    paused_until = models.DateField(null=True, help_text="None while paused: until they come back by themselves")
    was_seeker = models.BooleanField(default=False, help_text="once took part as a seeker")
    note = models.TextField(blank=True, help_text="the programme's own")
    came_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True, help_text="when the invitation to the programme went out")
    active_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    is_own_wish = models.BooleanField(default=False, help_text="left by themselves: only they take it back")
    erase_at = models.DateTimeField(null=True, help_text="who left is erased then, unless it was taken back")
    talked_at = models.DateTimeField(null=True, help_text="when somebody last talked with them about talks missed")
    seen_at = models.DateTimeField(null=True, help_text="when they last saved their page")
    listed = models.JSONField(default=dict, help_text="what lists said of them: rules/updating")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "number"], name="insider_number_once")]
        indexes = [
            models.Index(fields=["workspace", "state", "number"], name="insider_by_state"),
            models.Index(fields=["workspace", "email"], name="insider_by_email"),
        ]
