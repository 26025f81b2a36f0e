"""Who may enter a programme's pages."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from askwell.accounts.choices import MembershipRole, WorkspaceKind
from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import role_in, workspace_of
from askwell.programmes.models import Programme
from askwell.programmes.queries.house import programme_of

LEADS = (MembershipRole.OWNER, MembershipRole.COORDINATOR)
STAFF = (*LEADS, MembershipRole.CASEWORKER)


@dataclass(frozen=True, slots=True)
class At:
    """Where somebody is at work, and as what."""

    workspace: Workspace
    programme: Programme
    user: User
    role: str

    @property
    def leads(self) -> bool:
        """Whether they decide: who is in, who meets whom, what is sent."""
        return self.role in LEADS

    @property
    def only(self) -> User | None:
        """Whose seekers they see: a caseworker those given to them; None, who leads, all (see `queries.theirs`)."""
        return None if self.leads else self.user


def staff(request: HttpRequest, roles: tuple[str, ...] = STAFF) -> At:
    """The programme that this user is at work in as one of `roles`. Raises Http404 for everybody else: to them there is
    no such page."""
    user, workspace = request.user, workspace_of(request.user)
    assert isinstance(user, User)
    role = role_in(workspace, user) if workspace.kind == WorkspaceKind.PROGRAMME else ""
    programme = programme_of(workspace) if role in roles else None
    if programme is None:
        raise Http404("no programme's page")
    return At(workspace, programme, user, role)


def leads(request: HttpRequest) -> At:
    """As `staff`, for owners and coordinators only."""
    return staff(request, LEADS)
