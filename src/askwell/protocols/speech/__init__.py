"""English speech written down on this machine, without network (the extra `speech`).

`writer.Writer` does it in a child process of limited memory and time; whoever calls from a web process
imports nothing of the libraries behind it.
"""

from askwell.protocols.speech.model import MOST_BYTES, MOST_SECONDS, SpeechError, Transcript, Word
from askwell.protocols.speech.writer import Writer, speech_is_readable

__all__ = ["MOST_BYTES", "MOST_SECONDS", "SpeechError", "Transcript", "Word", "Writer", "speech_is_readable"]
