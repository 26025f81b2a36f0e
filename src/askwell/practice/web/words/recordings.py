"""Why a recording was not written down, and what to do."""

from django.utils.translation import gettext as _

from askwell.practice.actions.errors import LongRecordingError, NoSoundError, PracticeError
from askwell.protocols.speech import MOST_SECONDS


def refusal(code: str) -> str:
    """Of a code of protocols.speech, as a sentence or two."""
    match code:
        case "silent" | "empty":
            return _("No words were heard. Speak closer to the microphone, and record once more.")
        case "too_slow" | "too_much_memory":
            return _("It took too much to write that down just now. Record a shorter piece, or type the words.")
        case "too_long" | "too_many_bytes":
            words = _("That is more than can be written down at a time: %(minutes)s minutes. Record a shorter piece.")
            return words % {"minutes": MOST_SECONDS // 60}
        case "not_installed":
            return _("What writes speech down is not installed where the work is done. Type the words.")
        case _:
            return _("The recording could not be read. Record once more, or type the words.")


def not_taken(error: PracticeError) -> str:
    """Why a recording was not even taken."""
    match error:
        case NoSoundError():
            return refusal("empty")
        case LongRecordingError():
            return refusal("too_long")
        case _:
            return _("Many recordings came one after another. Wait a little, or type the words.")
