"""A recording is taken in, written down by a worker, and forgotten: its sound at once, the rest within the hour."""

from datetime import datetime, timedelta

import pytest

from askwell.accounts.models import User, Workspace
from askwell.practice.actions import recordings
from askwell.practice.actions.errors import LongRecordingError, NoSoundError, TooManyRecordingsError
from askwell.practice.actions.recordings import (
    KEPT,
    MOST_AN_HOUR,
    MOST_TRIES,
    PATIENCE,
    left_unwritten,
    receive_recording,
    write_recording_down,
)
from askwell.practice.choices import RecordingState
from askwell.practice.models import Recording
from askwell.practice.tasks import sweep
from askwell.protocols.speech import MOST_BYTES, Writer
from tests.factories.speech import SAID, packed, silence, voice, words

MINUTE = timedelta(minutes=1)


def write(one: Recording, now: datetime, writer: Writer | None = None) -> Recording:
    write_recording_down(workspace=one.workspace, recording_id=one.pk, clock=lambda: now, writer=writer)
    return Recording.objects.of(one.workspace).get(pk=one.pk)


def test_what_was_said_is_written_down_and_the_sound_is_gone(workspace: Workspace, now: datetime) -> None:
    one = write(receive_recording(workspace=workspace, sound=packed(voice()), now=now), now)
    assert one.state == RecordingState.WRITTEN
    assert words(one.text) == words(SAID)
    assert bytes(one.sound) == b""


@pytest.mark.parametrize(("sound", "code"), [(b"a letter, not sound", "not_sound"), (packed(silence(2)), "silent")])
def test_what_gives_no_words_is_refused_and_the_sound_is_gone(
    workspace: Workspace, now: datetime, sound: bytes, code: str
) -> None:
    one = write(receive_recording(workspace=workspace, sound=sound, now=now), now)
    assert (one.state, one.error, bytes(one.sound), one.text) == (RecordingState.REFUSED, code, b"", "")


def test_one_that_takes_too_long_is_refused(workspace: Workspace, now: datetime) -> None:
    one = receive_recording(workspace=workspace, sound=packed(voice()), now=now)
    one = write(one, now, Writer(seconds=0.05))
    assert (one.state, one.error, bytes(one.sound)) == (RecordingState.REFUSED, "too_slow", b"")


def test_nothing_and_too_much_are_not_taken(workspace: Workspace, now: datetime) -> None:
    with pytest.raises(NoSoundError):
        receive_recording(workspace=workspace, sound=b"", now=now)
    with pytest.raises(LongRecordingError):
        receive_recording(workspace=workspace, sound=bytes(MOST_BYTES + 1), now=now)
    assert not Recording.objects.of(workspace).exists()


def test_two_wait_at_most_and_others_are_not_counted(workspace: Workspace, stranger: User, now: datetime) -> None:
    assert stranger.workspace
    receive_recording(workspace=stranger.workspace, sound=b"1", now=now)
    for sound in (b"1", b"2"):
        receive_recording(workspace=workspace, sound=sound, now=now)
    with pytest.raises(TooManyRecordingsError):
        receive_recording(workspace=workspace, sound=b"3", now=now)
    receive_recording(workspace=workspace, sound=b"3", now=now + KEPT + MINUTE)


def test_forty_an_hour_are_taken(workspace: Workspace, now: datetime) -> None:
    for _ in range(MOST_AN_HOUR):
        one = receive_recording(workspace=workspace, sound=b"1", now=now)
        Recording.objects.of(workspace).filter(pk=one.pk).update(state=RecordingState.REFUSED)
    with pytest.raises(TooManyRecordingsError):
        receive_recording(workspace=workspace, sound=b"1", now=now + MINUTE)
    receive_recording(workspace=workspace, sound=b"1", now=now + KEPT)


def test_a_worker_leaves_what_another_is_at(workspace: Workspace, now: datetime) -> None:
    one = receive_recording(workspace=workspace, sound=b"1", now=now)
    Recording.objects.of(workspace).filter(pk=one.pk).update(tries=1, touched_at=now)
    assert write(one, now + MINUTE).state == RecordingState.WAITING
    assert write(one, now + PATIENCE).state == RecordingState.REFUSED  # taken over, and no sound


def test_what_killed_two_workers_is_refused_unheard(workspace: Workspace, now: datetime) -> None:
    one = receive_recording(workspace=workspace, sound=packed(voice()), now=now)
    Recording.objects.of(workspace).filter(pk=one.pk).update(tries=MOST_TRIES)
    one = write(one, now + PATIENCE)
    assert (one.state, one.error, bytes(one.sound)) == (RecordingState.REFUSED, "crashed", b"")


def test_one_that_is_gone_is_no_trouble(workspace: Workspace, now: datetime) -> None:
    one = receive_recording(workspace=workspace, sound=b"1", now=now)
    Recording.objects.of(workspace).all().delete()
    write_recording_down(workspace=workspace, recording_id=one.pk, clock=lambda: now)
    assert not Recording.objects.of(workspace).exists()


def test_what_was_taken_over_meanwhile_is_left_alone(
    workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = receive_recording(workspace=workspace, sound=b"1", now=now)
    mine = recordings._begin(workspace, one.pk, now)
    assert mine is not None
    Recording.objects.of(workspace).filter(pk=one.pk).update(tries=2)
    recordings._finish(mine, now, state=RecordingState.WRITTEN, text="late")
    assert Recording.objects.of(workspace).get().state == RecordingState.WAITING


def test_the_sweep_forgets_after_an_hour_whatever_happened(workspace: Workspace, now: datetime) -> None:
    for state in RecordingState:
        Recording.objects.create(workspace=workspace, state=state, sound=b"1", created_at=now, touched_at=now)
    sweep(now + KEPT - MINUTE)
    assert Recording.objects.of(workspace).count() == 3
    sweep(now + KEPT)
    assert Recording.objects.of(workspace).count() == 0


def test_one_whose_worker_was_killed_is_woken(workspace: Workspace, now: datetime) -> None:
    one = receive_recording(workspace=workspace, sound=b"1", now=now)
    assert left_unwritten(now=now + MINUTE) == []
    assert left_unwritten(now=now + PATIENCE + MINUTE) == [(workspace.pk, one.pk)]
    assert sweep(now + PATIENCE + MINUTE) == 1
