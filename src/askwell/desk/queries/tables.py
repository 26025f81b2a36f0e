"""Every table that a workspace owns, and how its rows are written down and read back."""

import base64
import binascii
import math
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import Q

from askwell.accounts.models import Workspace, WorkspaceModel
from askwell.outreach.choices import DispatchState

Row = dict[str, Any]
Field = models.Field[Any, Any]

EXPORTED = (
    "people.Import",
    "people.Organisation",
    "people.Tag",
    "people.Person",
    "people.ContactPoint",
    "people.Role",
    "people.Tie",
    "people.Introduction",
    "people.PersonTag",
    "people.Note",
    "people.ImportRow",
    "people.Event",
    "people.Encounter",
    "people.CardScan",
    "people.CardPicture",
    "people.Pair",
    "people.Merge",
    "people.StoppedAddress",
    "outreach.Target",
    "outreach.Thread",
    "outreach.Template",
    "outreach.Message",
    "outreach.FollowUp",
    "outreach.Pass",
    "outreach.Letter",
    "interviews.Interview",
    "interviews.Insight",
    "interviews.Question",
    "interviews.Voice",
    "interviews.Referral",
    "interviews.Lead",
    "interviews.Advice",
    "interviews.Booking",
    "interviews.Notice",
    "interviews.CalendarWord",
    "interviews.Reminder",
    "practice.Rehearsal",
    "practice.Utterance",
    "practice.SituationCard",
    "practice.SituationAnswer",
    "practice.JobInterview",
    "practice.JobAnswer",
    "practice.DrillTry",
    "portfolio.Story",
    "portfolio.Chapter",
    "portfolio.Accomplishment",
    "portfolio.Skill",
    "portfolio.Proof",
    "portfolio.SpokenLanguage",
    "portfolio.Reference",
    "portfolio.Reflection",
    "portfolio.StoryFile",
    "opportunities.Feed",
    "opportunities.Intake",
    "opportunities.Opportunity",
    "opportunities.OwnStage",
    "opportunities.Application",
    "opportunities.Step",
    "growth.Plan",
    "growth.Gap",
    "growth.PlanStep",
    "growth.Closing",
    "growth.Worth",
    "growth.Hours",
    "growth.Filed",
    "documents.Resume",
    "documents.Letter",
    "documents.Version",
    "decisions.Decision",
    "decisions.Option",
    "decisions.Criterion",
    "decisions.Score",
    "decisions.Evidence",
    "decisions.Choice",
)
"""In an order in which each table only refers to those above it."""

LEFT_OUT = {
    "people.PairSearch": "only says how far a search is; the pairs it found are exported",
    "outreach.Mailbox": "holds a password: it is connected anew",
    "outreach.Folder": "only says how far a mailbox was looked through",
    "interviews.OwnCalendar": "holds addresses as good as passwords: it is connected anew",
    "practice.ModelEndpoint": "holds a key: it is named anew",
    "practice.Recording": "is gone within the hour; what was said stands where it was put",
    "outreach.Dispatch": "must not leave from two places; its message comes back as a draft",
    **dict.fromkeys(
        (
            "programmes.Attendance",
            "programmes.Cohort",
            "programmes.Consent",
            "programmes.Feedback",
            "programmes.Insider",
            "programmes.IntakeQuestion",
            "programmes.Match",
            "programmes.Outcome",
            "programmes.Participant",
            "programmes.Programme",
            "programmes.Round",
            "programmes.Session",
            "programmes.StaffInvitation",
            "programmes.Unmatched",
            "programmes.Upload",
            "programmes.Wish",
        ),
        "is a programme's, which many people run: it is kept by the installation's backup, not by one of them",
    ),
}
"""Tables that an export leaves out, each with the reason. A test fails for one in neither list."""


DERIVED = {
    "people.Person": ("search_name", "search_organisation", "search_title", "search_note"),
    "people.Organisation": ("known",),
    "interviews.CalendarWord": ("dispatch",),
    "interviews.Reminder": ("dispatch",),
}
"""Columns that are made from others, for this workspace, or that refer to what is left out: left out, and made anew, if
at all, when an export comes in."""

NOT_GONE = (DispatchState.WAITING, DispatchState.CANCELLED, DispatchState.FAILED)
ONLY_GONE = ("interviews.CalendarWord", "interviews.Reminder")
"""Tables of what a mail said: where that mail has not left, nothing was said yet, and the row is left out with it."""


def exported() -> Iterator[type[WorkspaceModel]]:
    """The exported tables, each after all that it refers to."""
    return (table(label) for label in EXPORTED)


def owned() -> list[type[WorkspaceModel]]:
    """Every table whose rows belong to a workspace, also those that no export holds."""
    return [model for model in apps.get_models() if issubclass(model, WorkspaceModel)]


def table(label: str) -> type[WorkspaceModel]:
    model = apps.get_model(label)
    assert issubclass(model, WorkspaceModel), label
    return model


def fields_of(model: type[models.Model]) -> list[Field]:
    """Its columns, without the workspace (the same in every row) and without what is derived."""
    left_out = ("workspace", *DERIVED.get(model._meta.label, ()))
    return [field for field in model._meta.concrete_fields if field.name not in left_out]


def rows_of(model: type[WorkspaceModel], workspace: Workspace) -> Iterator[Row]:
    """The workspace's rows as plain JSON values, in the order of their ids."""
    fields = fields_of(model)
    names = [field.attname for field in fields]
    plain = [_writer(field) for field in fields]
    rows = model.objects.of(workspace)
    if model._meta.label in ONLY_GONE:
        rows = rows.exclude(Q(("dispatch__state__in", NOT_GONE)))
    values = rows.order_by("pk").values_list(*names)
    for row in values.iterator(chunk_size=2000):
        yield {
            name: value if write is None or value is None else write(value)
            for name, write, value in zip(names, plain, row, strict=True)
        }


def written(field: Field, value: object) -> object:
    """The value as a plain JSON one."""
    write = _writer(field)
    return value if write is None or value is None else write(value)


def _writer(field: Field) -> Callable[[Any], object] | None:
    """How a value becomes JSON; None where it is JSON already."""
    if isinstance(field, models.ForeignKey | models.UUIDField):
        return str
    if isinstance(field, models.DateField):
        return _iso
    if isinstance(field, models.BinaryField):
        return _base64
    return None


def _iso(value: date | datetime) -> str:
    return value.isoformat()


def _base64(value: bytes | memoryview) -> str:
    return base64.b64encode(bytes(value)).decode("ascii")


def value_of(field: Field, written: object) -> object:
    """The value that `rows_of` wrote for this column. Raises ValidationError when it cannot be one."""
    if written is None:
        if not field.null:
            raise ValidationError(f"{field.name} is missing")
        return None
    value = _read(field, written)
    field.run_validators(value)
    return value


def _read(field: Field, written: object) -> object:
    if isinstance(field, models.JSONField):
        return written
    if isinstance(field, models.BooleanField):
        return field.to_python(written)
    if isinstance(field, models.IntegerField):
        return _integer(field, written)
    if isinstance(field, models.FloatField):
        return _finite(field, written)
    if not isinstance(written, str) or "\0" in written:
        raise ValidationError(f"{field.name} is no text")
    if isinstance(field, models.BinaryField):
        return _from_base64(written)
    if isinstance(field, models.DateTimeField):
        return _moment(written)
    if isinstance(field, models.ForeignKey):
        return UUID(hex=written)
    return field.to_python(written)


def _integer(field: Field, written: object) -> int:
    # SQLite would take any number; what comes in has to fit every database
    least, most = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
    if type(written) is not int or not least <= written <= most:
        raise ValidationError(f"{field.name} cannot be {written}")
    return written


def _finite(field: Field, written: object) -> float:
    number = float(written) if isinstance(written, int | float) else math.nan
    if not math.isfinite(number):
        raise ValidationError(f"{field.name} cannot be {written}")
    return number


def _from_base64(written: str) -> bytes:
    try:
        return base64.b64decode(written, validate=True)
    except binascii.Error as error:
        raise ValidationError(str(error)) from error


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValidationError(f"{written} has no time zone")
    return moment
