"""Guesses what a question asks about, by its words."""

from askwell.coach.lexicon import Lexicon
from askwell.coach.questions import topic_words

USUAL = "insights"
"""What most questions ask about: how the work really is."""

_lexicons = {
    language: tuple((topic, Lexicon(*patterns)) for topic, patterns in table)
    for language, table in topic_words.TOPICS.items()
}


def by_words(text: str, language: str) -> str:
    """The first topic, in the order of the tables, with a phrase in the plain text; insights when nothing tells."""
    return next((topic for topic, lexicon in _lexicons[language] if lexicon.search(text)), USUAL)
