"""What somebody typed and has not said yet, kept while they do something else."""

from askwell.coach.safety import Concern, look
from askwell.lib.text import clean_block
from askwell.practice.actions.errors import ConcernError

MOST = 20_000
"""Characters that are kept."""


def unsent(text: str, language: str) -> str:
    """What is kept of it. Raises ConcernError for words of despair, which are not."""
    text = clean_block(text, limit=MOST)
    if look(text, language) is Concern.SELF_HARM:
        raise ConcernError(Concern.SELF_HARM)
    return text
