"""What opened doors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from askwell.accounts.queries import workspace_of
from askwell.opportunities.queries.doors import what_opened_doors
from askwell.opportunities.web.pictures import ranges_picture
from askwell.opportunities.web.words.doors import remark


@require_safe
def doors(request: HttpRequest) -> HttpResponse:
    opened = what_opened_doors(workspace_of(request.user), timezone.now())
    context = {
        "opened": opened,
        "remark": remark(opened.jobs),
        "picture": ranges_picture(opened.jobs),
        "role_remark": remark(opened.roles) if opened.roles.applied else "",
    }
    return render(request, "opportunities/doors.html", context)
