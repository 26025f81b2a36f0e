"""Where a claim could go."""

from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.decisions.models import Criterion, Decision, Option


@dataclass(frozen=True, slots=True)
class Place:
    """A decision with its options and wishes, by id and words."""

    id: UUID
    question: str
    options: tuple[tuple[UUID, str], ...]
    wishes: tuple[tuple[UUID, str], ...]


def places(workspace: Workspace) -> list[Place]:
    """The decisions that are there, the one last changed first; three queries."""
    kept = list(Decision.kept(workspace).order_by("-changed_at", "-id").values_list("id", "question"))
    options, wishes = Option.kept(workspace), Criterion.kept(workspace)
    titles = list(options.values_list("decision_id", "id", "title"))
    words = list(wishes.values_list("decision_id", "id", "words"))
    return [
        Place(
            key,
            question,
            tuple((option, title) for of, option, title in titles if of == key),
            tuple((wish, said) for of, wish, said in words if of == key),
        )
        for key, question in kept
    ]
