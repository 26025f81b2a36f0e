"""Which channel the insider offers or accepts for the talk."""

import re

from askwell.coach.lexicon import Lexicon
from askwell.coach.replies import channel_words as words
from askwell.coach.replies.values import Channel

_not = re.compile(words.NOT, re.IGNORECASE)
_refused = re.compile(words.REFUSED, re.IGNORECASE)
_arranging = re.compile(words.ARRANGING, re.IGNORECASE)
_to_arrange = re.compile(words.TO_ARRANGE, re.IGNORECASE)
_choice = re.compile(words.CHOICE, re.IGNORECASE)
_number = re.compile(r"(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|(?<!\d)1[3-9]\d{9}(?!\d)")
_lexicons = (
    (Channel.VIDEO, Lexicon(*words.VIDEO)),
    (Channel.IN_PERSON, Lexicon(*words.MEETING)),
    (Channel.PHONE, Lexicon(*words.CALLING)),
    (Channel.IN_PERSON, Lexicon(*words.PLACE)),
    (Channel.PHONE, Lexicon(*words.PHONE)),
    (Channel.IN_PERSON, Lexicon(*words.SOMEWHERE)),
)
"""The plainest words first: a coffee over Zoom is video, a call at the office is a call."""


def channel_of(text: str) -> Channel | None:
    """The channel of the talk; None when none is said, or when the reader may choose between two."""
    if _leaves_choice(text):
        return None
    for channel, lexicon in _lexicons:
        if any(_meant(text, match) for match in lexicon.finditer(text)):
            return channel
    return Channel.PHONE if _number.search(text) else None


def _leaves_choice(text: str) -> bool:
    for match in _choice.finditer(text):
        named = [_named(one) for one in match.groups() if one]
        if len(set(named)) != 1 and not _not.search(text, 0, match.start()):
            return True
    return False


def _named(word: str) -> Channel | None:
    return next((channel for channel, lexicon in _lexicons if lexicon.search(word)), None)


def _meant(text: str, match: re.Match[str]) -> bool:
    """Whether the words are neither refused nor only about the arrangement."""
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 50]
    return not (
        _not.search(before) or _refused.search(after) or _arranging.search(before) or _to_arrange.match(after)
    )  # fmt: skip
