"""Guesses what a question asks about, by its words."""

from askwell.coach.lexicon import Lexicon
from askwell.coach.questions import topic_words
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import plain

USUAL = "insights"
"""What most questions ask about: how the work really is."""

_lexicons = {
    language: tuple((topic, Lexicon(*patterns)) for topic, patterns in table)
    for language, table in topic_words.TOPICS.items()
}


def topic_of(text: str, language: str = "") -> str:
    """trends, insights, advice, resources, assignments, path or closing; insights when nothing tells.

    The first topic, in the order of the tables, with a phrase in the text.
    """
    asked = plain(text)
    for topic, lexicon in _lexicons[settled(language, asked)]:
        if lexicon.search(asked):
            return topic
    return USUAL
