"""How many of the seeker's openings, and of the insiders they heard, ask for what a plan's gaps name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.growth.rules.demand import asked_by
from askwell.interviews.models import Insight
from askwell.opportunities.choices import Kind
from askwell.opportunities.models import Opportunity

OPENINGS, CLAIMS = 100, 500
"""So many are read, the latest."""


@dataclass(frozen=True, slots=True)
class Demand:
    """By gap: the openings that ask for it, and the insiders. `all_openings` were read."""

    openings: Mapping[UUID, set[UUID]]
    insiders: Mapping[UUID, set[UUID]]
    all_openings: int

    def of(self, gaps: Iterable[UUID]) -> tuple[int, int]:
        """How many openings and insiders ask for any of these."""
        keys = tuple(gaps)
        return (
            len(set().union(*(self.openings.get(key, set()) for key in keys))),
            len(set().union(*(self.insiders.get(key, set()) for key in keys))),
        )


def demand(workspace: Workspace, gaps: Mapping[UUID, Sequence[str]]) -> Demand:
    """Two queries. Of openings the jobs with a text are read."""
    jobs = Opportunity.kept(workspace).filter(kind=Kind.JOB, same_as=None).exclude(text="")
    openings = {
        key: f"{title}\n{text}"
        for key, title, text in jobs.order_by("-created_at").values_list("id", "title", "text")[:OPENINGS]
    }
    claims = Insight.objects.of(workspace).filter(set_aside_at=None).order_by("-said_at")
    said = list(claims.values_list("id", "person_id", "subject", "text")[:CLAIMS])
    heard = asked_by(gaps, {key: f"{subject}\n{text}" for key, _person, subject, text in said})
    speakers = {key: person for key, person, _subject, _text in said}
    return Demand(
        asked_by(gaps, openings), {gap: {speakers[key] for key in keys} for gap, keys in heard.items()}, len(openings)
    )
