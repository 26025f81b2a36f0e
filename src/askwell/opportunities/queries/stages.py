"""The seeker's own stages."""

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Stage
from askwell.opportunities.models import OwnStage


def own_stages(workspace: Workspace) -> list[OwnStage]:
    """In the order of the board's columns; one query."""
    rows = OwnStage.kept(workspace).order_by("place", "id")
    return sorted(rows, key=lambda row: list(Stage).index(Stage(row.within)))
