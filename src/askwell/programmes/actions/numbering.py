"""Numbers by which people of a programme are called on lists: S-014, I-007."""

from django.db.models import Max

from askwell.accounts.models import Workspace
from askwell.programmes.models import Insider, Participant, Programme, Round


def hold(workspace: Workspace) -> None:
    """Until the transaction ends, nobody else comes into this programme: so nobody comes in twice at once."""
    Programme.objects.of(workspace).select_for_update().values_list("pk").first()


def next_number(model: type[Participant] | type[Insider] | type[Round], workspace: Workspace) -> int:
    """One above the highest so far. Who asks at the same moment waits until the caller's transaction is over."""
    hold(workspace)
    highest: int | None = model.objects.of(workspace).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1
