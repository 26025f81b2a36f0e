"""What a question asks about."""

from askwell.coach.questions import judging
from askwell.coach.questions.checks import LONGEST
from askwell.coach.questions.languages import settled
from askwell.coach.questions.parts import asked, plain
from askwell.coach.questions.topics import USUAL, by_words

_NARROWER = {"insights": "path", "resources": "closing"}
"""The cases count one's own path among the insights, and whom to ask next among the resources."""


def subject_of(text: str, language: str = "") -> str:
    """trends, insights, advice, resources, assignments or rapport, as the labelled cases have it."""
    question = plain(text[:LONGEST])
    return judging.subject(question, settled(language, question)) if asked(question) else USUAL


def topic_of(text: str, language: str = "") -> str:
    """trends, insights, advice, resources, assignments, path or closing; insights when nothing tells.

    What only warms up counts as the path: it is about them.
    """
    subject, question = subject_of(text, language), plain(text[:LONGEST])
    worded = by_words(question, settled(language, question))
    if subject == "rapport":
        return "path"
    return worded if worded == _NARROWER.get(subject) else subject
