"""Links that open an insider's own page, and the open page on which somebody volunteers, without an account."""

from askwell.accounts.models import Workspace
from askwell.interviews.queries.tokens import read_token, token_of
from askwell.programmes.models import Insider, Programme

INSIDER, VOLUNTEER = "programmes.insider", "programmes.volunteer"


def insider_token(insider: Insider) -> str:
    return token_of(INSIDER, insider.pk, insider.link_number)


def volunteer_token(programme: Programme) -> str:
    return token_of(VOLUNTEER, programme.pk, programme.page_number)


def insider_of(token: str) -> Insider | None:
    """Whose page it is; None for a link that was renewed, made up, or made for something else, and once they are
    erased. The link says which programme's row it is."""
    told = read_token(INSIDER, token)
    rows = Insider._base_manager.select_related("workspace")  # of whichever programme
    return rows.filter(pk=told[0], link_number=told[1]).first() if told else None


def programme_to_join(token: str) -> Programme | None:
    """The programme that volunteers are asked by; None as in `insider_of`, and while its open page is off."""
    told = read_token(VOLUNTEER, token)
    rows = Programme._base_manager.select_related("workspace")  # of whichever workspace
    return rows.filter(pk=told[0], page_number=told[1], takes_insiders=True).first() if told else None


def programme_of_insider(workspace: Workspace) -> Programme:
    """The programme that somebody volunteers in."""
    return Programme.objects.of(workspace).get()
