"""A file is chosen, and those chosen before are seen."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from askwell.accounts.queries import workspace_of
from askwell.portfolio.actions.bringing import EmptyFileError, LargeFileError, TooManyFilesError, receive_file
from askwell.portfolio.queries.bringing import recent_files
from askwell.portfolio.tasks import queue_file
from askwell.portfolio.web.words.bringing import STATES, refusal
from askwell.protocols.resumes import MOST_BYTES


@require_http_methods(["GET", "HEAD", "POST"])
def files(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _chooser(request)
    upload = request.FILES.get("file")
    if upload is None:
        return _chooser(request, trouble=_("Choose a file first."))
    try:
        row = receive_file(
            workspace=workspace_of(request.user),
            name=upload.name or "",
            data=upload.read(MOST_BYTES + 1),
            now=timezone.now(),
        )
    except EmptyFileError:
        return _chooser(request, trouble=refusal("empty"))
    except LargeFileError:
        return _chooser(request, trouble=refusal("too_many_bytes"))
    except TooManyFilesError:
        return _chooser(request, trouble=_("Five files are being read already. Wait until one is done."))
    queue_file(row.workspace_id, row.pk)
    return redirect("portfolio:story_file", row.pk)


def _chooser(request: HttpRequest, *, trouble: str = "") -> HttpResponse:
    lines = [
        (line, STATES.get(line.state, ""), refusal(line.code) if line.code else "")
        for line in recent_files(workspace_of(request.user))
    ]
    context = {"lines": lines, "trouble": trouble, "most": MOST_BYTES >> 20, "hosted": settings.HOSTED}
    return render(request, "portfolio/bringing/files.html", context, status=422 if trouble else 200)
