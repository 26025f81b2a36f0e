"""Everything a workspace holds as one zip: complete for Askwell, and readable without it."""

from datetime import datetime

from askwell.accounts.models import Workspace
from askwell.desk.queries.contents import contents
from askwell.desk.rules.archive import MEMBER, dump, pack


def export_workspace(*, workspace: Workspace, now: datetime) -> bytes:
    """A zip with `askwell.json` (which `import_workspace` takes)."""
    return pack({MEMBER: dump(contents(workspace, now))})
