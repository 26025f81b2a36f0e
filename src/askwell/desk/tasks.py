"""Background work of the desk: who asked to be erased is erased when the seeker has not done it."""

from datetime import datetime

from askwell.desk.actions.erase import erase_asked
from askwell.desk.actions.ledger import write_down_new


def sweep(now: datetime) -> int:
    """Returns how many were erased; what was erased anywhere is written down beside the database."""
    erased = erase_asked(now=now)
    write_down_new()
    return erased
