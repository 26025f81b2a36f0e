"""The demo's LinkedIn export: mostly new people, some known already, two likely the same, two rows kept aside."""

from datetime import datetime
from importlib.resources import files

from askwell.accounts.models import Workspace
from askwell.desk.actions.demo.script import local_noon
from askwell.people.actions.imports import apply_import, read_import, receive_file, start_applying

FILENAME = "Connections.csv"
BROUGHT_IN = 6
"""Days ago; late enough that the likely pairs are still to be decided."""


def bring_connections(*, workspace: Workspace, now: datetime) -> None:
    """Through the same steps as a file that is dropped on the page."""
    then = local_noon(now, -BROUGHT_IN)
    data = files(__package__).joinpath(FILENAME).read_bytes()
    brought = receive_file(workspace=workspace, filename=FILENAME, data=data, now=then)
    read_import(workspace=workspace, import_id=brought.pk, clock=lambda: then)
    start_applying(workspace=workspace, import_id=brought.pk, options={}, now=then)
    apply_import(workspace=workspace, import_id=brought.pk, clock=lambda: then)
