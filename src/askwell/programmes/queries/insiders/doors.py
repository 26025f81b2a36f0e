"""Links that open an insider's own page, and the open page on which somebody volunteers, without an account."""

from askwell.accounts.models import Workspace
from askwell.interviews.queries.tokens import read_token, row_token
from askwell.programmes.models import Insider, Programme

INSIDER, VOLUNTEER = "programmes.insider", "programmes.volunteer"


def insider_token(insider: Insider) -> str:
    return row_token(INSIDER, insider, insider.link_number)


def volunteer_token(programme: Programme) -> str:
    return row_token(VOLUNTEER, programme, programme.page_number)


def insider_of(token: str) -> Insider | None:
    """Whose page it is; None for a link that was renewed, made up, or made for something else, and once they are
    erased. The link says which programme's row it is."""
    told = read_token(INSIDER, token)
    rows = Insider._base_manager.select_related("workspace")  # the link says whose
    return rows.filter(**told.row, link_number=told.number).first() if told else None


def programme_to_join(token: str) -> Programme | None:
    """The programme that volunteers are asked by; None as in `insider_of`, and while its open page is off."""
    told = read_token(VOLUNTEER, token)
    rows = Programme._base_manager.select_related("workspace")  # as above
    return rows.filter(**told.row, page_number=told.number, takes_insiders=True).first() if told else None


def programme_of_insider(workspace: Workspace) -> Programme:
    """The programme that somebody volunteers in."""
    return Programme.objects.of(workspace).get()
