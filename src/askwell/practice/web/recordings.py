"""A recording comes from the page it was made on, and goes back there as words; both answers are parts of that page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from askwell.accounts.queries import workspace_of
from askwell.practice.actions.errors import LongRecordingError, NoSoundError, TooManyRecordingsError
from askwell.practice.actions.recordings import receive_recording
from askwell.practice.choices import RecordingState
from askwell.practice.models import Recording
from askwell.practice.queries.recordings import is_offered, recording_of
from askwell.practice.tasks import queue_recording
from askwell.practice.web.words.recordings import not_taken, refusal
from askwell.protocols.speech import MOST_BYTES

PART = "practice/recording.html"


@never_cache
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """Take a recording in; the answer asks how far it is until it is written down."""
    if not is_offered():
        raise Http404
    file = request.FILES.get("sound")
    sound = file.read(MOST_BYTES + 1) if file else b""
    try:
        one = receive_recording(workspace=workspace_of(request.user), sound=sound, now=timezone.now())
    except (NoSoundError, LongRecordingError, TooManyRecordingsError) as error:
        return render(request, PART, {"trouble": not_taken(error)}, status=422)
    queue_recording(one.workspace_id, one.pk)
    return render(request, PART, {"one": one})


@never_cache
@require_safe
def recording(request: HttpRequest, recording_id: UUID) -> HttpResponse:
    """The words, or why there are none; nothing new (204) while it waits."""
    try:
        one = recording_of(workspace_of(request.user), recording_id)
    except Recording.DoesNotExist:
        raise Http404 from None
    if one.state == RecordingState.WAITING:
        return HttpResponse(status=204)
    trouble = refusal(one.error) if one.state == RecordingState.REFUSED else ""
    return render(request, PART, {"one": one, "trouble": trouble})
