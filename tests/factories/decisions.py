"""Decisions for tests: options and wishes by name, what insiders said about them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.decisions.actions.laying import OptionFacts, WishFacts, add_option, add_wish, begin_decision
from askwell.decisions.actions.weighing_up import Borne, Finding, Number, bear_out, give_number
from askwell.decisions.models import Evidence
from askwell.decisions.queries.boards import board
from askwell.decisions.queries.values import Board
from askwell.interviews.choices import SubjectKind
from askwell.interviews.models import Insight, Interview
from askwell.lib.text import fold
from askwell.people.actions.facts import add_role
from tests.conftest import NOW
from tests.factories.interviews import make_agreed
from tests.factories.people import make_person


@dataclass(frozen=True)
class Laid:
    """A decision that was laid out, with the ids of its options and wishes by their names."""

    workspace: Workspace
    id: UUID
    options: dict[str, UUID]
    wishes: dict[str, UUID]

    @property
    def board(self) -> Board:
        return board(self.workspace, self.id)

    def at(self, option: str, wish: str) -> dict[str, UUID]:
        return {"option_id": self.options[option], "criterion_id": self.wishes[wish]}

    def give(self, option: str, wish: str, points: float, *, now: datetime = NOW, **facts: object) -> None:
        number = Number(points=points, **{"source": "the posting", **facts})  # type: ignore[arg-type]
        give_number(workspace=self.workspace, **self.at(option, wish), number=number, now=now)

    def found(self, option: str, wish: str, text: str = "Seen", source: str = "the posting", **facts: bool) -> Evidence:
        side = {"speaks_for": True} | facts
        what = Finding(text=text, source=source)
        return self._borne(bear_out(workspace=self.workspace, **self.at(option, wish), what=what, now=NOW, **side))

    def said(self, option: str, wish: str, insight: Insight, **facts: bool) -> Evidence:
        side = {"speaks_for": True} | facts
        return self._borne(
            bear_out(workspace=self.workspace, **self.at(option, wish), what=insight.pk, now=NOW, **side)
        )

    def _borne(self, borne: Borne) -> Evidence:
        return Evidence.objects.of(self.workspace).get(pk=borne.id)


def lay_out(
    workspace: Workspace,
    options: tuple[str, ...] = ("Planner", "Buyer"),
    wishes: dict[str, int] | None = None,
    *,
    now: datetime = NOW,
) -> Laid:
    """A question with options and wishes (by name, with weights); numbers and evidence come later."""
    decision = begin_decision(workspace=workspace, question="Which way?", now=now)
    made = {
        title: add_option(workspace=workspace, decision_id=decision.pk, facts=OptionFacts(title=title), now=now).pk
        for title in options
    }
    wanted = {
        words: add_wish(
            workspace=workspace, decision_id=decision.pk, facts=WishFacts(words=words, weight=weight), now=now
        ).pk
        for words, weight in ({"Pay": 60, "Hours": 40} if wishes is None else wishes).items()
    }
    return Laid(workspace, decision.pk, made, wanted)


def make_claim(workspace: Workspace, text: str, *, now: datetime = NOW, subject: str = "", **person: object) -> Insight:
    """Something that a person said, outside of any interview."""
    told = make_person(workspace, now=now, **person)
    return Insight.objects.create(
        workspace=workspace, person=told, kind=SubjectKind.PATH, subject=subject, key=fold(subject), text=text,
        said_at=now,
    )  # fmt: skip


def planner_met(workspace: Workspace, now: datetime, given: str, *, in_days: float = 2) -> Interview:
    """A talk that is agreed with a demand planner."""
    talk = make_agreed(workspace, now, given=given, in_days=in_days)
    add_role(
        workspace=workspace, person_id=talk.person_id, title="Demand planner", organisation=f"{given}'s", now=now,
        started_on=None, ended_on=None, is_current=True,
    )  # fmt: skip
    return talk
