"""A file comes in, is read in the worker, and its bytes are let go.

A file whose worker gave no sign of life for two minutes (a reading takes half a minute at most) is taken again; the
third time it is refused, since it may be what kills workers. What was read and left alone is forgotten after four
weeks, what was refused after one.
"""

import logging
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q, QuerySet

from askwell.accounts.models import Workspace
from askwell.lib.text import clean
from askwell.portfolio.actions.bringing.errors import (
    EmptyFileError,
    LargeFileError,
    StoryFileStateError,
    TooManyFilesError,
)
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import StoryFile
from askwell.protocols.resumes import MOST_BYTES, Read, Reader, ResumeError, to_json_resume

PATIENCE = timedelta(minutes=2)
MOST_TRIES = 2
MOST_WAITING = 5
WAITS, REFUSED_FOR = timedelta(weeks=4), timedelta(weeks=1)
UNREAD = "unread"
"""The code of text that found no place, among the remarks."""

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


@transaction.atomic
def receive_file(*, workspace: Workspace, name: str, data: bytes, now: datetime) -> StoryFile:
    """Take in a file, which `read_file` reads. Raises EmptyFileError, LargeFileError past 20 MB, TooManyFilesError
    while five wait."""
    if not data:
        raise EmptyFileError
    if len(data) > MOST_BYTES:
        raise LargeFileError
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # so that two windows are counted one after the other
    if StoryFile.objects.of(workspace).filter(state=FileState.READING).count() >= MOST_WAITING:
        raise TooManyFilesError
    return StoryFile.objects.create(
        workspace=workspace, name=clean(name, limit=200), data=data, created_at=now, touched_at=now
    )  # fmt: skip


def read_file(*, workspace: Workspace, story_file_id: UUID, clock: Clock, reader: Reader | None = None) -> None:
    """Read one that waits: READY with what was found, or REFUSED with the code of why not. Does no harm when called
    twice, by two workers, or when it is gone. `reader` to bound otherwise; it is closed at the end. Raises what a
    later call may mend (OperationalError)."""
    mine = _begin(workspace, story_file_id, clock())
    row = mine.first() if mine is not None else None
    if mine is None or row is None:
        return
    try:
        with reader or Reader() as child:
            outcome = _found(child.read(bytes(row.data), row.name))
        _finish(mine, clock(), outcome)
    except ResumeError as error:
        _finish(mine, clock(), {"state": FileState.REFUSED, "code": error.code})
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        log.exception("resume %s was not read", story_file_id)
        _finish(mine, clock(), {"state": FileState.REFUSED, "code": "unexpected"})


def discard_file(*, workspace: Workspace, story_file_id: UUID) -> None:
    """Let a file go of which nothing is kept. Raises StoryFileStateError, StoryFile.DoesNotExist."""
    files = StoryFile.objects.of(workspace).filter(pk=story_file_id)
    if not files.exclude(state=FileState.KEPT).delete()[0]:
        raise StoryFileStateError(files.values_list("state", flat=True).get())


def left_unread(*, now: datetime) -> list[tuple[UUID, UUID]]:
    """(workspace id, id) of files that wait for a worker, or lost theirs. A wake too many does no harm."""
    waiting = StoryFile._base_manager.filter(state=FileState.READING)  # of every workspace
    return list(waiting.filter(touched_at__lt=now - PATIENCE).values_list("workspace_id", "id"))


def forget_files(*, now: datetime) -> int:
    """Delete what was refused a week ago, and what nobody looked at for four. Returns how many."""
    refused = Q(state=FileState.REFUSED, touched_at__lt=now - REFUSED_FOR)
    waited = Q(state=FileState.READY, touched_at__lt=now - WAITS)
    return StoryFile._base_manager.filter(refused | waited).delete()[0]  # of every workspace


def _begin(workspace: Workspace, story_file_id: UUID, now: datetime) -> QuerySet[StoryFile] | None:
    """The file, taken by this worker; None when it is another's, or has been tried often enough."""
    waiting = StoryFile.objects.of(workspace).filter(pk=story_file_id, state=FileState.READING)
    row = waiting.defer("data").first()
    if row is None or (row.tries and row.touched_at > now - PATIENCE):
        return None
    mine = waiting.filter(tries=row.tries)
    if row.tries >= MOST_TRIES:
        _finish(mine, now, {"state": FileState.REFUSED, "code": "crashed"})
        return None
    return waiting.filter(tries=row.tries + 1) if mine.update(tries=F("tries") + 1, touched_at=now) else None


def _found(read: Read) -> dict[str, Any]:
    """What is kept of it: the text without a place stands among the remarks."""
    remarks = [asdict(one) for one in read.remarks]
    remarks += [{"code": UNREAD, "where": "", "text": text} for text in read.unread]
    return {"state": FileState.READY, "kind": read.kind, "found": to_json_resume(read.resume), "remarks": remarks}


def _finish(mine: QuerySet[StoryFile], now: datetime, outcome: dict[str, Any]) -> None:
    """Keep what came of it, unless somebody took it over meanwhile; the bytes go."""
    mine.update(data=b"", touched_at=now, **outcome)
