"""How seekers come in: the open form, and the link of their own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from askwell.accounts.actions import go_to_work
from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import own_workspace, profile_of, role_in
from askwell.programmes.actions import joining
from askwell.programmes.actions.errors import LinkOverError, NoNameError, NotTheirsError, TakesPartError
from askwell.programmes.choices import Audience, ConsentItem
from askwell.programmes.models import Participant, Programme
from askwell.programmes.queries.house import programme_of
from askwell.programmes.queries.intake import known_topics, questions
from askwell.programmes.queries.links import participant_of_token, programme_of_token
from askwell.programmes.queries.mine import OVER
from askwell.programmes.rules.whose import seems_other
from askwell.programmes.web.forming import point
from askwell.programmes.web.seeking import SeekerForm
from askwell.programmes.web.visitors import doors_in, ended, in_language, languages
from askwell.ui.account_first import account_first
from askwell.ui.doorstep import doorstep
from askwell.ui.say import refuse, say


@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, token: str) -> HttpResponse:
    """The programme's open page: what it is, and the form. It wants no account."""
    programme = programme_of_token(token)
    if programme is None:
        return ended(request, "unknown")
    with in_language(request, programme.language):
        return _sign_up(request, programme) if programme.takes_seekers else ended(request, "over")


def _sign_up(request: HttpRequest, programme: Programme) -> HttpResponse:
    user = request.user if isinstance(request.user, User) else None
    asked = questions(
        programme.workspace, Audience.SEEKERS, translation.get_language() or "en", programme.language
    )  # fmt: skip
    data = request.POST if request.method == "POST" else None
    topics = known_topics(programme.workspace, translation.get_language() or "en")
    form = SeekerForm(data, initial=_first(programme, user), questions=asked, topics=topics)
    context = {"programme": programme, "form": form, "languages": languages(), "user_has_account": user is not None}
    if form.is_valid():
        try:
            row = joining.apply(programme=programme, facts=form.facts, user=user, now=timezone.now())
        except LinkOverError:
            return ended(request, "over")
        except NoNameError:
            form.add_error("name", _("It needs words."))
        else:
            is_theirs = bool(row and row.seeker_workspace_id)
            return render(request, "programmes/signed_up.html", {**context, "is_theirs": is_theirs})
    point(form)
    return render(request, "programmes/sign_up.html", context, status=422 if form.errors else 200)


def _first(programme: Programme, user: User | None) -> dict[str, object]:
    """What the form begins with: of somebody signed in, what they said of themselves."""
    first: dict[str, object] = {"zone": programme.zone, "page_language": translation.get_language()}
    seeker = own_workspace(user) if user else None
    if user is None or seeker is None:
        return first
    profile = profile_of(seeker)
    own = {"name": profile.name, "native_name": profile.native_name, "email": profile.email or user.email}
    spoken = profile.languages.split()
    return first | own | {"phone": profile.phone, "zone": user.time_zone, "languages": spoken}


@account_first(
    gettext_lazy(
        "To take part you need an account: with it you have an Askwell of your own, a place for your search that "
        "belongs to you alone. Afterwards the programme’s page opens again."
    )
)
@doorstep
@require_http_methods(["GET", "HEAD", "POST"])
def join_me(request: HttpRequest, token: str) -> HttpResponse:
    """The link of one seeker: what the programme will see and what it won't, ticked thing by thing, all off."""
    found = participant_of_token(token)
    programme = programme_of(found[0].workspace) if found else None
    if found is None or programme is None:
        return ended(request, "unknown")
    with in_language(request, programme.language):
        return _join_me(request, found[0], found[1], programme)


def _join_me(request: HttpRequest, row: Participant, number: int, programme: Programme) -> HttpResponse:
    user = request.user if isinstance(request.user, User) else None
    seeker = own_workspace(user) if user else None
    if row.link_number != number or row.state in OVER:
        return ended(request, "over")
    if row.seeker_workspace_id is not None:
        joined_here = seeker is not None and row.seeker_workspace_id == seeker.pk
        return redirect("programmes:mine") if joined_here else ended(request, "over")
    reader = _reader(row, user) if user and seeker else None
    must_say = reader is not None and reader["must_say"] and "me" not in request.POST
    if request.method == "POST" and user and not must_say:
        return _joined(request, row, number, user)
    shared = frozenset(request.POST.getlist("share"))
    context = {"programme": programme, "row": row, "items": list(ConsentItem), "languages": languages()}
    context |= {"is_ready": seeker is not None, "ticked": shared, "reader": reader, **doors_in(request)}
    context["is_refused"] = refused = request.method == "POST" and must_say
    return render(request, "programmes/join_me.html", context, status=422 if refused else 200)


def _reader(row: Participant, user: User) -> dict[str, object]:
    """Who is about to join, and whether they have to say first that the link is theirs."""
    seeker = own_workspace(user)
    profile = profile_of(seeker) if seeker else None
    names, emails = ("", ""), [user.email]
    if profile:
        names, emails = (profile.name, profile.native_name), [user.email, profile.email]
    is_other = seems_other(
        names=(row.name, row.native_name), email=row.email, own_names=names, own_emails=emails
    )  # fmt: skip
    works_here = bool(role_in(row.workspace, user))
    return {"name": names[0] or names[1], "works_here": works_here, "must_say": is_other or works_here}


def _joined(request: HttpRequest, row: Participant, number: int, user: User) -> HttpResponse:
    items = [item for item in ConsentItem if item in request.POST.getlist("share")]
    try:
        joining.join(participant=row, user=user, items=items, number=number, now=timezone.now())
    except (LinkOverError, NotTheirsError, Workspace.DoesNotExist):
        return ended(request, "over")
    except TakesPartError:
        refuse(request, _("You take part in this programme already."))
        return redirect("programmes:mine")
    if (own := own_workspace(user)) and user.workspace_id != own.pk:  # came from a programme that they work for
        go_to_work(user=user, key=own.pk)
    say(request, _("You take part. What you share, you can change here at any time."))
    return redirect("programmes:mine")
