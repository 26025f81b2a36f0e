"""What is done with the people selected on the list, each with its way back."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.desk.actions import many
from askwell.desk.queries.people import of_workspace
from askwell.desk.web.finder import ids_in
from askwell.desk.web.taking_out import out_page
from askwell.outreach.actions.targets import FiveAlreadyError
from askwell.ui.say import say

Ids = list[UUID]


@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Tag, aim at their employers, export, archive; back to the list as it was narrowed."""
    workspace, now = workspace_of(request.user), timezone.now()
    ids = of_workspace(workspace, ids_in(request.POST.getlist("id")))
    what = request.POST.get("do", "")
    if not ids:
        say(request, _("Nobody is selected."))
    elif what == "out":
        return out_page(request, workspace, ids)
    elif what in DOES:
        DOES[what](request, workspace, ids, now)
    return redirect(f"{reverse('desk:people')}?{request.POST.get('kept', '')}".rstrip("?&"))


@require_POST
def undo(request: HttpRequest, what: str) -> HttpResponse:
    workspace, now = workspace_of(request.user), timezone.now()
    ids = ids_in(request.GET.getlist("id"))
    if what == "tag":
        for tag_id in ids_in(request.GET.getlist("tag")):
            many.untag_people(workspace=workspace, person_ids=ids, tag_id=tag_id)
    elif what == "archive":
        many.restore_people(workspace=workspace, person_ids=ids, now=now)
    elif what == "restore":
        many.archive_people(workspace=workspace, person_ids=ids, now=now)
    elif what == "five":
        taken_up = many.TakenUp(tuple(ids), tuple(ids_in(request.GET.getlist("new"))))
        many.stop_aiming(workspace=workspace, taken_up=taken_up, now=now)
    return redirect("desk:people")


def _back(what: str, **parts: object) -> str:
    return f"{reverse('desk:undo_bulk', args=[what])}?{urlencode(parts, doseq=True)}"


def _tag(request: HttpRequest, workspace: Workspace, ids: Ids, now: datetime) -> None:
    try:
        tag, changed = many.tag_people(workspace=workspace, person_ids=ids, name=request.POST.get("tag", ""))
    except many.NamelessTagError:
        say(request, _("Type a word for the tag first."))
        return
    words = ngettext("%(count)s person tagged “%(tag)s”.", "%(count)s people tagged “%(tag)s”.", len(changed))
    say(request, words % {"count": len(changed), "tag": tag.name}, undo=_back("tag", id=changed, tag=tag.pk))


def _five(request: HttpRequest, workspace: Workspace, ids: Ids, now: datetime) -> None:
    try:
        taken_up = many.aim_at_employers(workspace=workspace, person_ids=ids, now=now)
    except many.NoEmployerError:
        say(request, _("None of them has an employer yet."))
        return
    except FiveAlreadyError:
        say(request, _("Five employers are enough for a week: put one back on the target list first."))
        return
    count = len(taken_up.targets)
    words = ngettext("%(count)s employer joins this week’s five.", "%(count)s employers join this week’s five.", count)
    say(request, words % {"count": count}, undo=_back("five", id=taken_up.targets, new=taken_up.new))


def _archive(request: HttpRequest, workspace: Workspace, ids: Ids, now: datetime) -> None:
    changed = many.archive_people(workspace=workspace, person_ids=ids, now=now)
    words = ngettext("%(count)s person archived.", "%(count)s people archived.", len(changed))
    say(request, words % {"count": len(changed)}, undo=_back("archive", id=changed))


def _restore(request: HttpRequest, workspace: Workspace, ids: Ids, now: datetime) -> None:
    changed = many.restore_people(workspace=workspace, person_ids=ids, now=now)
    words = ngettext("%(count)s person is back.", "%(count)s people are back.", len(changed))
    say(request, words % {"count": len(changed)}, undo=_back("restore", id=changed))


DOES: dict[str, Callable[[HttpRequest, Workspace, Ids, datetime], None]] = {
    "tag": _tag,
    "five": _five,
    "archive": _archive,
    "restore": _restore,
}
