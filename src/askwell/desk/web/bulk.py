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
from askwell.desk.queries.cards import card, kept
from askwell.desk.queries.people import of_workspace
from askwell.lib.ids import id_of
from askwell.outreach.actions.targets import FiveAlreadyError
from askwell.protocols.vcard_out import write_cards
from askwell.ui.say import say

Ids = list[UUID]
MOST = 500


@require_POST
def bulk(request: HttpRequest) -> HttpResponse:
    """Tag, aim at their employers, export, archive; back to the list as it was narrowed."""
    workspace, now = workspace_of(request.user), timezone.now()
    ids = of_workspace(workspace, ids_in(request.POST.getlist("id")))
    what = request.POST.get("do", "")
    if not ids:
        say(request, _("Nobody is selected."))
    elif what == "vcard":
        return _cards(workspace, ids)
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


def ids_in(texts: list[str]) -> Ids:
    """Those of the texts that are ids, each once."""
    return list(dict.fromkeys(filter(None, map(id_of, texts[:MOST]))))


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


def _cards(workspace: Workspace, ids: Ids) -> HttpResponse:
    data = write_cards(card(one, with_notes=False) for one in kept(workspace, ids))
    headers = {"Content-Disposition": 'attachment; filename="people.vcf"'}
    return HttpResponse(data, content_type="text/vcard; charset=utf-8", headers=headers)


DOES: dict[str, Callable[[HttpRequest, Workspace, Ids, datetime], None]] = {
    "tag": _tag,
    "five": _five,
    "archive": _archive,
    "restore": _restore,
}
