"""What listening to a recording gives."""

from dataclasses import dataclass

from askwell.protocols.child import RefusedError

MOST_BYTES = 12 * 1024 * 1024
"""Of one recording: five minutes as browsers record are two to seven."""
MOST_SECONDS = 300
"""Of sound."""
DOUBTFUL = 0.5
MOST_DOUBTFUL = 12


class SpeechError(RefusedError):
    """The bytes give no words.

    `code` says why: "empty", "not_sound", "damaged", "too_long", "silent", "not_installed", or what a RefusedError
    says.
    """


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its punctuation, when it was said (seconds from the beginning), how sure it is (0 to 1)."""

    text: str
    begins: float
    ends: float
    sureness: float


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said, and how long the recording is in seconds."""

    text: str
    words: tuple[Word, ...]
    seconds: float

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The first twelve words that may well be others, each once."""
        unsure = (word.text.strip(" .,;:!?\"'") for word in self.words if word.sureness < DOUBTFUL)
        return tuple(dict.fromkeys(filter(None, unsure)))[:MOST_DOUBTFUL]
