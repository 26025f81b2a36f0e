"""Bytes from strangers become bounded sound, or a refusal that says why."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from askwell.protocols.speech import MOST_BYTES, SpeechError
from askwell.protocols.speech.opening import RATE, open_sound
from tests.factories.speech import KINDS, VOICE, packed, silence, voice

pytestmark = pytest.mark.once
WEBM = packed(voice())


def code_of(data: bytes) -> str:
    with pytest.raises(SpeechError) as refused:
        open_sound(data)
    return refused.value.code


@pytest.mark.parametrize("kind", KINDS)
def test_what_browsers_record_is_opened(kind: str) -> None:
    sound = open_sound(packed(voice(), kind))
    assert len(sound) / RATE == pytest.approx(8.1, abs=0.1)
    assert 0.05 < np.abs(sound).max() <= 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"<html>hello", "not_sound"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_sound"),
        (b"PK\x03\x04" + bytes(100), "not_sound"),
        (b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n", "not_sound"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "not_sound"),
        (b"OggS" + bytes(1000), "damaged"),
        (b"\x1aE\xdf\xa3" + b"x" * 1000, "damaged"),
        (packed(voice(), "mp4")[:20_000], "damaged"),
        (bytes(MOST_BYTES + 1), "too_many_bytes"),
        (packed(silence(3), "wav", rate=1000), "not_sound"),
    ],
    ids=["nothing", "page", "picture", "zip", "playlist", "list", "ogg", "webm", "mp4 cut off", "large", "1 kHz"],
)
def test_what_is_no_recording_is_refused_with_a_code(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_of_a_recording_that_was_cut_off_the_beginning_is_heard() -> None:
    assert 1 < len(open_sound(WEBM[: len(WEBM) // 2])) / RATE < 5


def test_hours_in_a_few_bytes_are_given_up_at_five_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "ogg", "flac")
    bomb = packed(silence(3600), "ogg")
    assert len(bomb) < 1_000_000
    assert code_of(bomb) == "too_long"


def test_a_picture_of_a_film_is_no_sound() -> None:
    """A file without a sound track, in a kind that could hold one."""
    assert code_of(WEBM.replace(b"A_OPUS", b"V_VP8\x00")) in ("not_sound", "damaged")


@settings(max_examples=60)
@given(st.binary(max_size=40), st.integers(0, len(VOICE) - 1), st.sampled_from([VOICE, WEBM]))
def test_any_bytes_give_sound_or_a_refusal(noise: bytes, place: int, whole: bytes) -> None:
    try:
        sound = open_sound(whole[:place] + noise + whole[place + len(noise) :])
    except SpeechError:
        return
    assert np.isfinite(sound).all()
