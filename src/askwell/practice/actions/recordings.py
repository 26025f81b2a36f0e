"""A recording comes in, is written down in the worker, and is forgotten.

Its sound is deleted together with the answer, whatever that is, and the row an hour after it came. A recording whose
worker gave no sign of life for six minutes (one takes four at most) is taken again; the third time it is
refused, since it may be what kills workers.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from askwell.accounts.models import Workspace
from askwell.practice.actions.errors import LongRecordingError, NoSoundError, TooManyRecordingsError
from askwell.practice.choices import RecordingState
from askwell.practice.models import Recording
from askwell.protocols.speech import MOST_BYTES, SpeechError, Writer

PATIENCE = timedelta(minutes=6)
KEPT = timedelta(hours=1)
MOST_TRIES = 2
MOST_AN_HOUR = 40
MOST_WAITING = 2

Clock = Callable[[], datetime]


@transaction.atomic
def receive_recording(*, workspace: Workspace, sound: bytes, now: datetime) -> Recording:
    """Keep a recording until it is written down. Raises NoSoundError, LongRecordingError past 12 MB,
    TooManyRecordingsError while two wait or after forty in an hour."""
    if not sound:
        raise NoSoundError
    if len(sound) > MOST_BYTES:
        raise LongRecordingError
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # so that two windows are counted one after the other
    recent = Recording.objects.of(workspace).filter(created_at__gt=now - KEPT)
    waiting = recent.filter(state=RecordingState.WAITING).count()
    if waiting >= MOST_WAITING or recent.count() >= MOST_AN_HOUR:
        raise TooManyRecordingsError
    return Recording.objects.create(workspace=workspace, sound=sound, created_at=now, touched_at=now)


def write_recording_down(
    *, workspace: Workspace, recording_id: UUID, clock: Clock, writer: Writer | None = None
) -> None:
    """Write down one that waits. Does no harm when called twice, by two workers, or when it is gone. `writer` to
    bound otherwise; it is closed at the end."""
    mine = _begin(workspace, recording_id, clock())
    if mine is None:
        return
    sound = mine.values_list("sound", flat=True).first()
    if sound is None:
        return
    with writer or Writer() as listener:
        try:
            said = listener.transcribe(bytes(sound))
        except SpeechError as error:
            _finish(mine, clock(), state=RecordingState.REFUSED, error=error.code)
        else:
            _finish(mine, clock(), state=RecordingState.WRITTEN, text=said.text, doubtful=list(said.doubtful))


def left_unwritten(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, id) of recordings that wait for a worker, or lost theirs. A wake too many does no harm."""
    waiting = Recording._base_manager.filter(state=RecordingState.WAITING)  # of every workspace
    return list(waiting.filter(touched_at__lt=now - PATIENCE).values_list("workspace_id", "id"))


def forget_recordings(*, now: datetime) -> int:
    """Delete what came more than an hour ago, whatever became of it. Returns how many."""
    return Recording._base_manager.filter(created_at__lte=now - KEPT).delete()[0]  # of every workspace


def _begin(workspace: Workspace, recording_id: UUID, now: datetime) -> QuerySet[Recording] | None:
    """The recording, taken by this worker; None when it is another's, or has been tried often enough."""
    waiting = Recording.objects.of(workspace).filter(pk=recording_id, state=RecordingState.WAITING)
    row = waiting.defer("sound").first()
    if row is None or (row.tries and row.touched_at > now - PATIENCE):
        return None
    mine = waiting.filter(tries=row.tries)
    if row.tries >= MOST_TRIES:
        _finish(mine, now, state=RecordingState.REFUSED, error="crashed")
        return None
    return waiting.filter(tries=row.tries + 1) if mine.update(tries=F("tries") + 1, touched_at=now) else None


def _finish(mine: QuerySet[Recording], now: datetime, **outcome: Any) -> None:
    """Keep what came of it, unless somebody took it over meanwhile; the sound goes."""
    mine.update(sound=b"", touched_at=now, **outcome)
