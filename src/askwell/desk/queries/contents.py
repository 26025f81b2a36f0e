"""Everything a workspace holds, as plain values."""

from datetime import datetime
from typing import Any

from askwell.accounts.models import Profile, Workspace
from askwell.accounts.queries import profile_of
from askwell.desk.queries.tables import exported, fields_of, rows_of, written


def contents(workspace: Workspace, now: datetime) -> dict[str, Any]:
    """The complete workspace, ready to become `askwell.json` (see `rules.archive`)."""
    profile = profile_of(workspace)
    return {
        "made_at": now.isoformat(),
        "workspace": {"id": str(workspace.pk), "kind": workspace.kind},
        "profile": {field.attname: written(field, getattr(profile, field.attname)) for field in fields_of(Profile)},
        "tables": {model._meta.label: list(rows_of(model, workspace)) for model in exported()},
    }
