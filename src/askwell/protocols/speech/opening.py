"""Bytes from strangers to bounded sound: one channel of 16,000 numbers a second.

Only the kinds that browsers record are opened, told by their first bytes: ffmpeg knows hundreds, and some of them
(playlists) name other files. None of those is tried, no other file is opened, and what is decoded is counted as it
comes, so that hours in a few bytes cost no more than five minutes do.
"""

import io
from collections.abc import Iterator
from typing import Any

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler

from askwell.protocols.speech.model import MOST_BYTES, MOST_SECONDS, SpeechError

RATE = 16_000
_CODECS = "opus,vorbis,aac,flac,mp3float,mp3,pcm_s16le,pcm_f32le"
_BOUNDS = {
    "codec_whitelist": _CODECS,
    "format_whitelist": "matroska,webm,ogg,mov,mp4,wav",
    "protocol_whitelist": "",
}
_RATES = range(8_000, 192_001)
_MOST_CHANNELS = 8

Sound = np.ndarray[Any, np.dtype[np.float32]]


def open_sound(data: bytes) -> Sound:
    """The sound, from -1 to 1. Of a recording that was cut off, what is there. Raises SpeechError."""
    if not data:
        raise SpeechError("empty")
    if len(data) > MOST_BYTES:
        raise SpeechError("too_many_bytes")
    kind = _kind(data)
    try:
        with av.open(io.BytesIO(data), format=kind, options=_BOUNDS, metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise SpeechError("not_sound")
            return _gathered(_pieces(container))
    except SpeechError:
        raise
    except (av.FFmpegError, ValueError, EOFError, IndexError) as error:
        raise SpeechError("damaged") from error


def _kind(data: bytes) -> str:
    """ffmpeg's name for how the sound is packed."""
    if data.startswith(b"\x1aE\xdf\xa3"):
        return "matroska"
    if data.startswith(b"OggS"):
        return "ogg"
    if data[4:8] == b"ftyp":
        return "mp4"
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE":
        return "wav"
    raise SpeechError("not_sound")


def _gathered(pieces: Iterator[Sound]) -> Sound:
    """All of it; a decoder that stumbles over the end of what was cut off has given the beginning."""
    kept: list[Sound] = []
    count = 0
    try:
        for piece in pieces:
            kept.append(piece)
            count += len(piece)
            if count > MOST_SECONDS * RATE:
                raise SpeechError("too_long")
    except av.FFmpegError:
        if not count:
            raise
    if not count:
        raise SpeechError("damaged")
    return np.concatenate(kept)


def _pieces(container: Any) -> Iterator[Sound]:
    resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
    for frame in container.decode(audio=0):
        _refuse_odd(frame)
        frame.pts = None
        yield from _numbers(resampler.resample(frame))
    yield from _numbers(resampler.resample(None))


def _refuse_odd(frame: AudioFrame) -> None:
    """A frame of which resampling would make more than it is worth."""
    if frame.sample_rate not in _RATES or frame.layout.nb_channels > _MOST_CHANNELS:
        raise SpeechError("not_sound")
    if frame.samples > MOST_SECONDS * frame.sample_rate:
        raise SpeechError("too_long")


def _numbers(frames: list[AudioFrame]) -> Iterator[Sound]:
    for frame in frames:
        yield np.divide(frame.to_ndarray().reshape(-1), 32768, dtype=np.float32)
