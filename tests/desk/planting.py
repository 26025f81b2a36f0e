"""Fills every table of a workspace with one word, so that a forgotten column shows."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from django.db import models

from askwell.accounts.models import Profile, Workspace, WorkspaceModel
from askwell.desk.queries.tables import exported, table
from askwell.people.models import Event
from askwell.portfolio.models import Story
from tests.factories.cards import JPEG

KEPT = {"people.Merge.gone": lambda row: row, "people.Merge.held": lambda row: [row]}
MOMENT = datetime(2026, 11, 3, 12, 30, tzinfo=UTC)


def plant(workspace: Workspace, word: str, *, profile: bool = True) -> dict[str, WorkspaceModel]:
    """One row in every table, each text, JSON and file column holding `word` (at most 8 letters).

    Returns the rows by label. References point to the rows planted, so everything hangs on one person.
    """
    if profile:
        Profile.objects.filter(workspace=workspace).update(
            **{field.name: planted(field, word) for field in Profile._meta.concrete_fields if field.name != "workspace"}
        )
    rows: dict[str, WorkspaceModel] = {}
    for model in exported():
        if model is Story and model.objects.of(workspace).exists():
            continue  # one a workspace
        values = {field.name: _value(field, word, rows) for field in columns(model)}
        rows[model._meta.label] = model.objects.create(workspace=workspace, **values)
    return rows


def columns(model: type[models.Model]) -> list[models.Field]:
    return [field for field in model._meta.concrete_fields if field.name not in ("id", "workspace")]


def _value(field: models.Field, word: str, rows: dict[str, WorkspaceModel]) -> Any:
    if isinstance(field, models.ForeignKey):
        return rows.get(field.related_model._meta.label)  # None: of a table that no export holds
    return planted(field, word)


def planted(field: models.Field, word: str) -> Any:
    """A value of the column's kind that is not its default."""
    if isinstance(field, models.DateTimeField):
        return MOMENT
    if isinstance(field, models.DateField):
        return date(2026, 11, 3)
    if isinstance(field, models.EmailField):
        return f"{word}@mail.example"
    if isinstance(field, models.BinaryField):
        within = JPEG if str(field) == "people.CardPicture.data" else b""
        return within[:-2] + word.encode() + within[-2:]
    if isinstance(field, models.JSONField):
        kept = {"model": "people.person", "pk": word, "fields": {"nickname": word}}  # a merge keeps rows
        return KEPT.get(str(field), lambda row: {"word": word, "list": [word, 3, None]})(kept)
    if isinstance(field, models.BooleanField):
        return not field.default
    if isinstance(field, models.IntegerField):
        return 2
    if isinstance(field, models.FloatField):
        return 2.5
    if isinstance(field, models.UUIDField):
        return uuid5(NAMESPACE_OID, word)
    return word


NOT_THEIRS = (
    "outreach.Target", "outreach.Template", "people.StoppedAddress", "practice.JobInterview", "practice.JobAnswer",
    "practice.DrillTry", "practice.SituationCard", "practice.SituationAnswer",
    "portfolio.Story", "portfolio.Chapter", "portfolio.Accomplishment", "portfolio.Skill", "portfolio.Proof",
    "portfolio.SpokenLanguage", "portfolio.Reference", "portfolio.Reflection", "portfolio.StoryFile",
    "opportunities.Feed", "opportunities.Intake", "opportunities.Opportunity", "opportunities.OwnStage",
    "opportunities.Application", "opportunities.Step",
    "growth.Plan", "growth.Gap", "growth.PlanStep", "growth.Closing", "growth.Worth", "growth.Hours", "growth.Filed",
    "documents.Resume", "documents.Letter", "documents.Version",
    "decisions.Decision", "decisions.Option", "decisions.Criterion", "decisions.Score", "decisions.Evidence",
    "decisions.Choice",
)  # fmt: skip
"""What stays, as an event does: the seeker's own aims, texts, exercises and story, and hashes that name nobody."""


def forget_what_is_not_theirs(workspace: Workspace) -> None:
    for label in NOT_THEIRS:
        table(label).objects.of(workspace).delete()
    Event.objects.of(workspace).update(name="", place="", link="", note="")
