"""Everything on the board's page."""

from dataclasses import dataclass
from datetime import date, datetime

from askwell.accounts.models import Workspace
from askwell.opportunities.choices import Kind
from askwell.opportunities.queries.board import board, listed
from askwell.opportunities.queries.intakes import Brought, intakes_open
from askwell.opportunities.queries.openings import leads_waiting
from askwell.opportunities.queries.values import Board, CardPage, Waiting
from askwell.outreach.queries.fresh import kept, next_minute


@dataclass(frozen=True, slots=True)
class Home:
    """The board, what insiders mentioned, and what was brought and not kept yet."""

    board: Board
    leads: list[Waiting]
    intakes: list[Brought]


def home(workspace: Workspace, now: datetime, today: date, kind: str) -> Home:
    """Four queries at most; one while nothing changes within a minute."""
    kind = kind if kind in set(Kind) else ""
    key = ("openings", workspace.pk, today, kind)
    return kept(key, now, lambda: (next_minute(now), _home(workspace, today, kind)))


def _home(workspace: Workspace, today: date, kind: str) -> Home:
    return Home(board(workspace, today, kind), leads_waiting(workspace), intakes_open(workspace))


def listing(workspace: Workspace, now: datetime, today: date, *, number: int, **asked: str) -> CardPage:
    """`board.listed`; three queries, none while nothing changes within a minute."""
    key = ("openings listed", workspace.pk, today, number, *sorted(asked.items()))
    return kept(key, now, lambda: (next_minute(now), listed(workspace, today, number=number, **asked)))
