"""Numbers by which people of a programme are called on lists: S-014, I-007."""

from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.programmes.models import Insider, Participant, Round


def next_number(model: type[Participant] | type[Insider] | type[Round], workspace: Workspace) -> int:
    """One above the highest so far. Two at once get the same: the unique key refuses the second."""
    highest: int | None = model.objects.of(workspace).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1
