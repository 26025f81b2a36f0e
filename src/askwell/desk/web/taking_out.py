"""People as a file: one, the selected ones, those that the list shows, or everyone."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.choices import Deed
from askwell.accounts.models import Workspace
from askwell.accounts.queries import workspace_of
from askwell.desk.actions import export_people
from askwell.desk.queries.cards import everyone, how_many, to_hand_on
from askwell.desk.queries.people import ids_of, of_workspace
from askwell.desk.web.data import noted
from askwell.desk.web.finder import PARAMETERS, ids_in, narrowed_by
from askwell.ui.say import say
from askwell.ui.sure import sure

FORMATS = {
    "vcard": (export_people.vcards, "vcf", "text/vcard; charset=utf-8"),
    "csv": (export_people.table, "csv", "text/csv; charset=utf-8"),
}


@require_safe
def out(request: HttpRequest) -> HttpResponse:
    """What to take along, and as what."""
    workspace = workspace_of(request.user)
    return out_page(request, workspace, of_workspace(workspace, ids_in(request.GET.getlist("id"))))


def out_page(request: HttpRequest, workspace: Workspace, chosen: list[UUID]) -> HttpResponse:
    """The page for these people, or for those that the list shows."""
    asked = {} if chosen else {name: request.GET[name] for name in PARAMETERS if request.GET.get(name)}
    some = len(chosen) or (len(ids_of(workspace, narrowed_by(request.GET))) if asked else 0)
    context: dict[str, Any] = {"chosen": chosen, "asked": asked, "some": some, "all": how_many(workspace)}
    return render(request, "desk/out.html", context)


@sure
@require_POST
def out_file(request: HttpRequest) -> HttpResponseBase:
    """The file, sent while it is written."""
    workspace, asked = workspace_of(request.user), request.POST
    ids = everyone(workspace) if asked.get("who") == "everyone" else _some(workspace, asked)
    handed_on = to_hand_on(workspace, ids) if "whole" not in asked else ids
    if not handed_on:
        say(request, _("Whoever you chose asked not to be contacted.") if ids else _("Nobody is selected."))
        return redirect("desk:out")
    write, suffix, content_type = FORMATS.get(asked.get("as", ""), FORMATS["vcard"])
    noted(request, Deed.TAKEN_OUT)
    pieces = write(workspace=workspace, ids=handed_on, whole="whole" in asked)
    headers = {"Content-Disposition": f'attachment; filename="people.{suffix}"'}
    return StreamingHttpResponse(pieces, content_type=content_type, headers=headers)


def _some(workspace: Workspace, asked: QueryDict) -> list[UUID]:
    """Whom the form was opened for."""
    if "id" in asked:
        return of_workspace(workspace, ids_in(asked.getlist("id")))
    return ids_of(workspace, narrowed_by(asked))
