"""A resume comes in and is read by a worker: once, in bounds, and whatever it is, with an end."""

import io
import zipfile
from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.portfolio.actions.bringing import (
    EmptyFileError,
    LargeFileError,
    StoryFileStateError,
    TooManyFilesError,
    discard_file,
    read_file,
    receive_file,
)
from askwell.portfolio.actions.bringing.reading import MOST_TRIES, MOST_WAITING, PATIENCE, REFUSED_FOR, WAITS
from askwell.portfolio.choices import FileState
from askwell.portfolio.models import Chapter, StoryFile
from askwell.portfolio.queries.bringing import resume_of
from askwell.portfolio.tasks import sweep
from askwell.protocols.resumes import MOST_BYTES, Reader
from askwell.protocols.resumes.kinds import MOST_UNPACKED
from tests.factories.resumes import MEI, as_bytes, brought


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return packed.getvalue()


WITH_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "boom">]><w:document>&b;</w:document>'


def test_what_was_found_is_kept_and_the_bytes_are_gone(workspace: Workspace, now: datetime) -> None:
    file = brought(workspace, now)

    assert (file.state, file.kind, bytes(file.data)) == (FileState.READY, "json", b"")
    assert resume_of(file) == MEI
    assert not Chapter.objects.of(workspace).exists()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\n\n", "empty"),
        (b"plain words", "unknown_kind"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "old_word"),
        (b"%PDF-1.7 cut", "damaged"),
        (b'{"surname": "Lin"}', "not_a_resume"),
        (b"[" * 100_000, "too_deep"),
        (zipped(Connections_csv=b"First Name\nMei\n"), "no_resume_in_zip"),
        (zipped(word__document_xml=WITH_ENTITIES, **{"[Content_Types]_xml": b"<a/>"}), "unsafe"),
    ],
    ids=["blank", "text", "picture", "doc", "cut off", "other json", "nested", "contacts", "entities"],
)
def test_what_is_no_resume_is_refused_with_a_code_and_forgotten(
    workspace: Workspace, now: datetime, data: bytes, code: str
) -> None:
    file = brought(workspace, now, data=data)

    assert (file.state, file.code, bytes(file.data), file.found) == (FileState.REFUSED, code, b"", {})


def test_what_unpacks_to_too_much_is_refused(workspace: Workspace, now: datetime) -> None:
    file = brought(workspace, now, data=zipped(word__document_xml=bytes(MOST_UNPACKED + 1)))

    assert (file.state, file.code, bytes(file.data)) == (FileState.REFUSED, "too_large", b"")


def test_what_takes_too_long_is_refused(workspace: Workspace, now: datetime) -> None:
    file = receive_file(workspace=workspace, name="slow.json", data=as_bytes(MEI), now=now)
    read_file(workspace=workspace, story_file_id=file.pk, clock=lambda: now, reader=Reader(seconds=0.001))

    assert StoryFile.objects.of(workspace).get().code == "too_slow"


def test_nothing_and_too_much_are_not_taken(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(EmptyFileError):
        receive_file(workspace=workspace, name="a", data=b"", now=now)
    with pytest.raises(LargeFileError):
        receive_file(workspace=workspace, name="a", data=bytes(MOST_BYTES + 1), now=now)


def test_only_five_wait_at_a_time(workspace: Workspace, stranger: User, now: datetime) -> None:
    for _time in range(MOST_WAITING):
        receive_file(workspace=workspace, name="a", data=b"{", now=now)
    with pytest.raises(TooManyFilesError):
        receive_file(workspace=workspace, name="a", data=b"{", now=now)
    assert stranger.workspace
    receive_file(workspace=stranger.workspace, name="a", data=b"{", now=now)


def test_a_file_that_another_worker_reads_is_left_to_it(workspace: Workspace, now: datetime) -> None:
    file = receive_file(workspace=workspace, name="a", data=as_bytes(MEI), now=now)
    StoryFile.objects.of(workspace).update(tries=1)

    read_file(workspace=workspace, story_file_id=file.pk, clock=lambda: now + PATIENCE / 2)
    assert StoryFile.objects.of(workspace).get().state == FileState.READING

    read_file(workspace=workspace, story_file_id=file.pk, clock=lambda: now + 2 * PATIENCE)
    assert StoryFile.objects.of(workspace).get().state == FileState.READY


def test_what_kills_two_workers_is_refused(workspace: Workspace, now: datetime) -> None:
    file = receive_file(workspace=workspace, name="a", data=as_bytes(MEI), now=now)
    StoryFile.objects.of(workspace).update(tries=MOST_TRIES)

    read_file(workspace=workspace, story_file_id=file.pk, clock=lambda: now + 2 * PATIENCE)
    assert StoryFile.objects.of(workspace).values_list("state", "code").get() == (FileState.REFUSED, "crashed")


@pytest.mark.django_db(transaction=True)
def test_the_sweep_wakes_what_was_left_and_forgets_what_nobody_wants(seeker: User, now: datetime) -> None:
    assert seeker.workspace
    left = receive_file(workspace=seeker.workspace, name="left", data=as_bytes(MEI), now=now)
    brought(seeker.workspace, now, data=b"words")
    ready = brought(seeker.workspace, now)

    assert sweep(now + PATIENCE / 2) == 0
    assert sweep(now + 2 * PATIENCE) == 1
    assert sweep(now + REFUSED_FOR + timedelta(hours=1)) == 2
    assert set(StoryFile.objects.of(seeker.workspace).values_list("pk", flat=True)) == {left.pk, ready.pk}
    sweep(now + WAITS + timedelta(hours=1))
    assert list(StoryFile.objects.of(seeker.workspace).values_list("pk", flat=True)) == [left.pk]


def test_a_file_is_discarded_unless_parts_of_it_are_kept(workspace: Workspace, now: datetime) -> None:
    file = brought(workspace, now)
    StoryFile.objects.of(workspace).update(state=FileState.KEPT)
    with pytest.raises(StoryFileStateError):
        discard_file(workspace=workspace, story_file_id=file.pk)

    StoryFile.objects.of(workspace).update(state=FileState.READY)
    discard_file(workspace=workspace, story_file_id=file.pk)
    assert not StoryFile.objects.of(workspace).exists()
    with pytest.raises(StoryFile.DoesNotExist):
        discard_file(workspace=workspace, story_file_id=file.pk)
