"""A synthetic voice saying two sentences, packed the ways that browsers pack what they record."""

import io
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame

SAID = "I moved here two years ago, and I want to learn how people start in supply chain planning. What surprised you most in your first year?"  # noqa: E501
VOICE = (Path(__file__).parents[1] / "data" / "speech" / "voice.ogg").read_bytes()
KINDS = {"webm": "libopus", "ogg": "libopus", "mp4": "aac", "wav": "pcm_s16le"}
"""What the sound is packed in, and the codec that browsers use there: Chromium, Firefox, Safari, and any program."""
RATE = 48_000

Samples = "np.ndarray[tuple[int, ...], np.dtype[np.int16]]"


def voice() -> Samples:
    """The two sentences, 48,000 numbers a second."""
    with av.open(io.BytesIO(VOICE)) as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        frames = [made for frame in container.decode(audio=0) for made in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE), np.int16)


def noise(seconds: float) -> Samples:
    """A fan in an empty room."""
    return np.random.default_rng(7).normal(0, 500, int(seconds * RATE)).astype(np.int16)


def packed(sound: Samples, kind: str = "webm", rate: int = RATE) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format=kind) as container:
        stream = container.add_stream(KINDS[kind], rate=rate, layout="mono")
        for start in range(0, len(sound), RATE):
            frame = AudioFrame.from_ndarray(sound[start : start + RATE].reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return out.getvalue()


def words(text: str) -> list[str]:
    """What is compared: words without punctuation."""
    return "".join(letter for letter in text.lower() if letter.isalnum() or letter.isspace()).split()
