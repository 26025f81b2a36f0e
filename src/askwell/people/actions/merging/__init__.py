"""Two persons made one, and parted again at any later time."""

from askwell.people.actions.merging.forgetting import forget_held
from askwell.people.actions.merging.joining import merge_persons
from askwell.people.actions.merging.parting import part_persons

__all__ = ["forget_held", "merge_persons", "part_persons"]
