"""Stages of the seeker's own: added, named anew, put in another order, thrown away and brought back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max, QuerySet

from askwell.accounts.actions import bring_back, throw_away
from askwell.accounts.models import Workspace
from askwell.lib.text import clean, fold
from askwell.opportunities.actions.errors import NoNameError, TooManyStagesError
from askwell.opportunities.choices import Stage
from askwell.opportunities.models import OwnStage

MOST_OWN = 12


@transaction.atomic
def add_stage(*, workspace: Workspace, name: str, within: str) -> OwnStage:
    """The last one within its stage. Raises NoNameError for none, or one that is taken, TooManyStagesError."""
    name = _free(OwnStage.kept(workspace), name)
    if within not in set(Stage):
        raise NoNameError
    if OwnStage.kept(workspace).count() >= MOST_OWN:
        raise TooManyStagesError
    last = OwnStage.kept(workspace).filter(within=within).aggregate(last=Max("place"))["last"]
    place = 0 if last is None else last + 1
    return OwnStage.objects.create(workspace=workspace, name=name, key=_key(name), within=within, place=place)


@transaction.atomic
def rename_stage(*, workspace: Workspace, own_stage_id: UUID, name: str) -> OwnStage:
    """Raises NoNameError for none, or another's; OwnStage.DoesNotExist."""
    rows = OwnStage.kept(workspace)
    row = rows.get(pk=own_stage_id)
    row.name = _free(rows.exclude(pk=row.pk), name)
    row.key = _key(row.name)
    row.save(update_fields=["name", "key"])
    return row


@transaction.atomic
def shift_stage(*, workspace: Workspace, own_stage_id: UUID, by: int) -> None:
    """Change places with the next one within the same stage (`by` 1), or the one before (-1); the first and the last
    stay. Raises OwnStage.DoesNotExist."""
    rows = OwnStage.kept(workspace)
    order = list(rows.filter(within=rows.get(pk=own_stage_id).within).order_by("place", "id"))
    here = next(place for place, row in enumerate(order) if row.pk == own_stage_id)
    there = min(max(here + by, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    for place, row in enumerate(order):
        row.place = place
        row.save(update_fields=["place"])


def drop_stage(*, workspace: Workspace, own_stage_id: UUID, now: datetime) -> None:
    """What stands in it stands in the stage it lay within, until `restore_stage`. Raises OwnStage.DoesNotExist."""
    throw_away(OwnStage, workspace=workspace, key=own_stage_id, now=now)


@transaction.atomic
def restore_stage(*, workspace: Workspace, own_stage_id: UUID) -> None:
    """Undo of `drop_stage`: what did not move on since stands in it again. Raises NoNameError where another has got
    its name meanwhile, OwnStage.DoesNotExist."""
    gone = OwnStage.objects.of(workspace).exclude(removed_at=None).get(pk=own_stage_id)
    _free(OwnStage.kept(workspace), gone.name)
    bring_back(OwnStage, workspace=workspace, key=own_stage_id)


def _free(rows: QuerySet[OwnStage], name: str) -> str:
    name = clean(name, limit=60)
    if not name or rows.filter(key=_key(name)).exists():
        raise NoNameError
    return name


def _key(name: str) -> str:
    return fold(name)[:60]
