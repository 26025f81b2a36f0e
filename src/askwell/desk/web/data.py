"""Your data: take it along, bring it back, erase it."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from askwell.accounts.actions import note
from askwell.accounts.choices import Deed
from askwell.accounts.models import User, Workspace
from askwell.accounts.queries import workspace_of
from askwell.desk.actions.closing import close_account
from askwell.desk.actions.erase import erase_everything, erase_person
from askwell.desk.actions.export import export_workspace
from askwell.desk.actions.restore import WorkspaceNotEmpty, import_workspace, is_empty
from askwell.desk.queries.erasing import everything, hanging_on
from askwell.desk.rules.archive import MOST_PACKED, TooLargeArchive, UnknownVersion, UnusableArchive
from askwell.desk.web.words.people import hanging_lines, table_lines
from askwell.lib.names import latin_name
from askwell.people.models import Person
from askwell.people.queries.scans import waiting_cards_of
from askwell.programmes.actions.errors import LastOwnerError
from askwell.ui.say import say
from askwell.ui.sure import sure, sure_to_change


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    return _page(request)


def _page(request: HttpRequest, *, trouble: str = "", status: int = 200) -> HttpResponse:
    workspace = workspace_of(request.user)
    context = {"is_empty": is_empty(workspace), "is_demo": workspace.is_demo, "trouble": trouble}
    context["hosted"] = settings.HOSTED
    return render(request, "desk/data.html", context, status=status)


def noted(request: HttpRequest, deed: Deed) -> None:
    """Hosted, an entry in the audit log; on a laptop nobody else is there."""
    if settings.HOSTED and isinstance(request.user, User):
        note(deed, place=workspace_of(request.user).pk, by=request.user.pk)


@sure
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Everything in one zip."""
    now = timezone.now()
    name = f"askwell-{timezone.localdate(now).isoformat()}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    content = export_workspace(workspace=workspace_of(request.user), now=now)
    noted(request, Deed.EXPORTED)
    return HttpResponse(content, content_type="application/zip", headers=headers)


@require_POST
def bring_in(request: HttpRequest) -> HttpResponse:
    """An export into this workspace, while it is empty."""
    file = request.FILES.get("file")
    if file is None:
        return _page(request, trouble=_("Choose the zip that Askwell gave you."), status=422)
    try:
        if file.size is None or file.size > MOST_PACKED:
            raise TooLargeArchive
        rows = import_workspace(workspace=workspace_of(request.user), data=file.read(), now=timezone.now())
    except (WorkspaceNotEmpty, UnusableArchive) as refusal:
        return _page(request, trouble=refusal_words(refusal), status=422)
    noted(request, Deed.RESTORED)
    words = ngettext("%(count)s row is back.", "All is back: %(count)s rows.", rows)
    say(request, words % {"count": rows})
    return redirect("desk:today")


def refusal_words(refusal: WorkspaceNotEmpty | UnusableArchive) -> str:
    """Why an export did not come in."""
    if isinstance(refusal, WorkspaceNotEmpty):
        return _("There is something here already. An export only comes into an empty Askwell, so nothing is mixed.")
    if isinstance(refusal, TooLargeArchive):
        return _("This file is, or would unfold to be, larger than anything Askwell writes. Nothing was changed.")
    if isinstance(refusal, UnknownVersion):
        return _("A newer Askwell wrote this file. Update this one first; nothing was changed.")
    return _("This is no whole Askwell export: it is damaged, or something else. Nothing was changed.")


@sure_to_change
@require_http_methods(["GET", "HEAD", "POST"])
def erase_one(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Shows what goes with this person; a POST erases them."""
    workspace = workspace_of(request.user)
    person = Person.objects.of(workspace).filter(pk=person_id).first()
    if person is None:
        raise Http404
    if request.method != "POST":
        in_chinese = (get_language() or "").startswith("zh") and person.native_name
        latin = latin_name(person.given_name, person.family_name, person.native_name)
        name = in_chinese or latin or person.native_name
        hanging = hanging_on(workspace, person_id)
        context = {"person": person, "name": name, "hanging": hanging, "lines": hanging_lines(hanging)}
        context["cards"] = waiting_cards_of(workspace, person_id)
        return render(request, "desk/erase_person.html", context)
    erase_person(workspace=workspace, person_id=person_id)
    noted(request, Deed.PERSON_ERASED)
    say(request, _("Erased. Nothing of them is left here."), level=messages.INFO)
    return redirect("desk:people")


@sure_to_change
@require_http_methods(["GET", "HEAD", "POST"])
def erase_all(request: HttpRequest) -> HttpResponse:
    """Shows what there is; a POST erases all of it, and hosted, where that is ticked, closes the account too."""
    workspace = workspace_of(request.user)
    if request.method != "POST":
        return _all_of_it(request, workspace)
    if settings.HOSTED and "close" in request.POST:
        return _close(request, workspace)
    erase_everything(workspace=workspace, now=timezone.now())
    noted(request, Deed.ALL_ERASED)
    say(request, _("Everything is erased. You begin as on the first day."), level=messages.INFO)
    return redirect("desk:today")


def _all_of_it(request: HttpRequest, workspace: Workspace, *, trouble: str = "", status: int = 200) -> HttpResponse:
    context = {"lines": table_lines(everything(workspace)), "hosted": settings.HOSTED, "trouble": trouble}
    return render(request, "desk/erase_all.html", context, status=status)


def _close(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)
    try:
        close_account(user=user, now=timezone.now())
    except LastOwnerError:
        trouble = _("Somebody has to own a programme. Make another person owner first.")
        return _all_of_it(request, workspace, trouble=trouble, status=422)
    logout(request)
    say(request, _("Everything is erased, and your account is closed."), level=messages.INFO)
    return redirect("account_login")
