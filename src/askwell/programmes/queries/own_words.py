"""The topics of a pair in the words of the two: what the seeker wrote, and what the insider did."""

from dataclasses import dataclass, replace
from typing import Any

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.programmes.models import Insider, Participant
from askwell.programmes.rules.reasons import PairReason
from askwell.programmes.rules.rows import aims, known_topics
from askwell.programmes.rules.topics import idea_of, own_word
from askwell.programmes.rules.written import pair_json


@dataclass(frozen=True)
class OwnWords:
    """What seekers and insiders of a programme wrote, by their ids."""

    goals: dict[str, list[str]]
    topics: dict[str, list[str]]

    @classmethod
    def of(cls, workspace: Workspace) -> "OwnWords":
        """Two queries."""
        goals = Participant.objects.of(workspace).values_list("pk", "goals", "field")
        topics = Insider.objects.of(workspace).values_list("pk", "topics", "field")
        return cls(
            {str(pk): [*aims(told, field)] for pk, told, field in goals},
            {str(pk): [*known_topics(told, field), *filter(None, [field])] for pk, told, field in topics},
        )

    def json(self, reason: PairReason) -> dict[str, Any]:
        """The reason to be kept: its topics in the seeker's words, and in `theirs` what the insider calls each of them
        where that is something else."""
        ideas = [(idea_of(topic), weight) for topic, weight in reason.topics]
        goals, topics = self.goals[reason.seeker], self.topics[reason.insider]
        written = [(own_word(goals, idea), own_word(topics, idea), weight) for idea, weight in ideas]
        theirs = {own: other for own, other, _weight in written if other and fold(other) != fold(own)}
        told = pair_json(replace(reason, topics=tuple((own, weight) for own, _other, weight in written)))
        return told | ({"theirs": theirs} if theirs else {})
