"""What was ticked is kept; kept files are taken back, others discarded."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.bringing import (
    KeepError,
    StoryFileStateError,
    discard_file,
    keep_resume,
    take_resume_back,
)
from askwell.portfolio.models import StoryFile
from askwell.portfolio.rules.bringing.picking import EDITED, Picked
from askwell.portfolio.web.bringing.checking import check, file_or_404, spoken
from askwell.ui.say import say


@require_POST
def keep(request: HttpRequest, story_file_id: UUID) -> HttpResponse:
    row, picked = file_or_404(request, story_file_id), _picked(request.POST)
    try:
        keep_resume(
            workspace=row.workspace, story_file_id=row.pk, language=spoken(), picked=picked, now=timezone.now()
        )  # fmt: skip
    except KeepError as error:
        return check(request, row, picked, error)
    except StoryFileStateError:
        say(request, _("This file was kept or let go already."))
    else:
        undo = reverse("portfolio:take_story_file_back", args=[row.pk])
        say(request, _("What you ticked is in your story."), undo=undo)
    return redirect("portfolio:story_file", row.pk)


@require_POST
def take_back(request: HttpRequest, story_file_id: UUID) -> HttpResponse:
    row = file_or_404(request, story_file_id)
    try:
        stay = take_resume_back(workspace=row.workspace, story_file_id=row.pk, now=timezone.now())
    except StoryFileStateError:
        say(request, _("There is nothing to take back."))
        return redirect("portfolio:story_file", row.pk)
    said = ngettext(
        "Taken back. %(count)s part was changed since, and stays.",
        "Taken back. %(count)s parts were changed since, and stay.",
        stay,
    )
    say(request, said % {"count": stay} if stay else _("Taken back: your story is as it was before."))
    return redirect("portfolio:story_file", row.pk)


@require_POST
def discard(request: HttpRequest, story_file_id: UUID) -> HttpResponse:
    try:
        discard_file(workspace=workspace_of(request.user), story_file_id=story_file_id)
    except StoryFile.DoesNotExist:
        raise Http404 from None
    except StoryFileStateError:
        say(request, _("Parts of it are in your story: take them back first."))
        return redirect("portfolio:story_file", story_file_id)
    say(request, _("The file is gone. Your story is as it was."))
    return redirect("portfolio:bring")


def _picked(posted: QueryDict) -> Picked:
    edits: dict[str, dict[str, str]] = {}
    for name, typed in posted.items():
        column, _dash, key = name.partition("-")
        if column in EDITED and key:
            edits.setdefault(key, {})[column] = str(typed)
    return Picked(frozenset(posted.getlist("keep")), edits)
