"""Who works for the programme: invited, listed, given another role, dismissed."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import Membership, User
from askwell.interviews.queries.tokens import read_token, token_of
from askwell.lib.ids import id_of
from askwell.programmes.actions import staffing
from askwell.programmes.actions.errors import LastOwnerError, LinkOverError, NotNowError
from askwell.programmes.actions.letters import post
from askwell.programmes.models import StaffInvitation
from askwell.programmes.queries.house import invitation_of, open_invitations, programme_of, team
from askwell.programmes.web.acting import done
from askwell.programmes.web.doors import At, leads, staff
from askwell.programmes.web.forming import point
from askwell.programmes.web.visitors import doors_in, ended, in_language, languages
from askwell.programmes.web.words.letters import invitation
from askwell.programmes.web.words.people import ROLES
from askwell.ui.account_first import account_first
from askwell.ui.doorstep import doorstep
from askwell.ui.reach import whole
from askwell.ui.say import refuse, say
from askwell.ui.sure import sure

BACK = "programmes.back"


class InviteForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("Their e-mail address"))
    role = forms.ChoiceField(label=gettext_lazy("As what"), choices=[(role, ROLES[role]) for role in staffing.INVITED])


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """The team; a POST invites. The link is shown this once: only its digest is kept."""
    at = leads(request)
    form = InviteForm(request.POST if request.method == "POST" else None)
    link, is_mailed = "", False
    if form.is_valid():
        now, told = timezone.now(), form.cleaned_data
        _row, secret = staffing.invite(
            workspace=at.workspace, by=at.user, email=told["email"], role=told["role"], now=now
        )  # fmt: skip
        link = whole(request, reverse("programmes:join_team", args=[secret]))
        with translation.override(at.programme.language):
            words = invitation(at.programme, told["role"], link)
        is_mailed = post(
            programme=at.programme, to=told["email"], to_name="", subject=words.subject, body=words.body, now=now
        )
    point(form)
    members = team(at.workspace)
    context = {
        "at": at,
        "members": members,
        "is_sole_owner": sum(one.role == MembershipRole.OWNER for one in members) == 1,
        "invitations": open_invitations(at.workspace, timezone.now()),
        "form": InviteForm() if link else form,
        "link": link,
        "invited": form.cleaned_data["email"] if link else "",
        "is_mailed": is_mailed,
        "roles": list(ROLES.items()),
    }
    return render(request, "programmes/team.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, staff_invitation_id: UUID) -> HttpResponse:
    undo = reverse("programmes:invite_again", args=[staff_invitation_id])
    return _withdrawn(request, staff_invitation_id, timezone.now(), _("The invitation is withdrawn."), undo)


@require_POST
def invite_again(request: HttpRequest, staff_invitation_id: UUID) -> HttpResponse:
    """Undo of `withdraw`."""
    return _withdrawn(request, staff_invitation_id, None, _("Taken back."))


def _withdrawn(request: HttpRequest, key: UUID, now: datetime | None, words: str, undo: str = "") -> HttpResponse:
    at = leads(request)

    def act() -> None:
        staffing.withdraw_invitation(workspace=at.workspace, invitation_id=key, now=now)

    return done(request, act, words, "programmes:team", undo=undo)


@require_POST
def role(request: HttpRequest) -> HttpResponse:
    """`user` works as `role` from now on. Only owners make owners, or touch them."""
    at = leads(request)
    row, wanted = _member(at, request), request.POST.get("role", "")
    _guard(at, row.role, wanted)
    try:
        before = staffing.change_role(workspace=at.workspace, user_id=row.user_id, role=wanted, by=at.user)
    except NotNowError:
        raise Http404 from None
    except LastOwnerError:
        refuse(request, _("Somebody has to own a programme. Make another person owner first."))
    else:
        say(request, _("Saved."), undo=_back(at, row.user_id, before))
    return redirect("programmes:team")


@sure
@require_POST
def dismiss(request: HttpRequest) -> HttpResponse:
    """`user` works here no more."""
    at = leads(request)
    row = _member(at, request)
    _guard(at, row.role, row.role)
    try:
        staffing.dismiss_staff(workspace=at.workspace, user_id=row.user_id, by=at.user)
    except LastOwnerError:
        refuse(request, _("Somebody has to own a programme. Make another person owner first."))
        return redirect("programmes:team")
    if row.user_id == at.user.pk:
        say(request, _("You work there no more."))
        return redirect("desk:today")
    said = _("%(name)s works here no more.") % {"name": row.name or row.user.email}
    say(request, said, undo=_back(at, row.user_id, row.role))
    return redirect("programmes:team")


@require_POST
def back(request: HttpRequest, token: str) -> HttpResponse:
    """Undo of `role` and `dismiss`: the token says whom and as what, and was given for this programme."""
    at = leads(request)
    read = read_token(_purpose(at), token)
    if read is None or read.number >= len(staffing.ROLES):
        raise Http404("no such undo")
    try:
        staffing.readmit(workspace=at.workspace, user_id=read.key, role=staffing.ROLES[read.number], by=at.user)
    except (User.DoesNotExist, LastOwnerError):
        raise Http404 from None
    return redirect("programmes:team")


@require_POST
def call(request: HttpRequest) -> HttpResponse:
    """What the programme's people call oneself."""
    at = staff(request)
    staffing.call(workspace=at.workspace, user=at.user, name=request.POST.get("name", ""))
    say(request, _("Saved."))
    return redirect("programmes:team" if at.leads else "programmes:home")


@account_first(
    gettext_lazy(
        "To work for the programme you need an account, so that its seekers’ data opens to you and to nobody else. "
        "Afterwards the invitation opens again."
    )
)
@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    """The page of an invitation, for somebody signed in; others sign up or in first, and come back."""
    found = invitation_of(token)
    programme = programme_of(found.workspace) if found else None
    if found is None or programme is None:
        return ended(request, "unknown")
    with in_language(request, programme.language):
        user = request.user if isinstance(request.user, User) else None
        if request.method == "POST" and user:
            return _joined(request, found, user)
        if found.accepted_at or found.withdrawn_at or found.expires_at <= timezone.now():
            return ended(request, "over")
        context = {"programme": programme, "role": found.role, "is_ready": user is not None, "languages": languages()}
        return render(request, "programmes/team_join.html", {**context, **doors_in(request)})


def _joined(request: HttpRequest, found: StaffInvitation, user: User) -> HttpResponse:
    name = request.POST.get("name", "")
    try:
        staffing.accept_invitation(invitation=found, user=user, name=name, now=timezone.now())
    except LinkOverError:
        return ended(request, "over")
    say(request, _("Welcome to the team."))
    return redirect("programmes:home")


def _member(at: At, request: HttpRequest) -> Membership:
    key = id_of(request.POST.get("user", ""))
    row = Membership.objects.filter(workspace=at.workspace, user=key).select_related("user").first() if key else None
    if row is None:
        raise Http404("nobody of the team")
    return row


def _guard(at: At, before: str, after: str) -> None:
    if MembershipRole.OWNER in (before, after) and at.role != MembershipRole.OWNER:
        raise Http404("only an owner makes owners")


def _purpose(at: At) -> str:
    return f"{BACK}.{at.workspace.pk}"


def _back(at: At, user_id: UUID, role: str) -> str:
    number = [str(one) for one in staffing.ROLES].index(role)
    return reverse("programmes:team_back", args=[token_of(_purpose(at), user_id, number)])
