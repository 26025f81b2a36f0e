"""Which of the three languages a reply is in."""

import re

from askwell.coach.drafts.anatomy import han
from askwell.coach.questions.languages import CHINESE, ENGLISH, FRENCH

__all__ = ["language_of"]

_french = re.compile(
    r"\b(?:le|la|les|un|une|des|du|de|et|ou|vous|votre|vos|je|nous|ce|que|qui|quel\w*|comment|pourquoi|dans|sur|pour|par|"
    r"avec|ne|pas|plus|au|aux|en|il|elle|ils|avez|est|suis|mon|ma|mes|moi|bien|quand|non|oui|merci|désolée?|volontiers|"
    r"bonjour|salut|entendu|sans|chez|mais|bonne|aucune?|jamais|[a-zà-ÿ]{2,20}ez|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|midi|demain)\b|[éèêàçùôîœ]|\b(?:[jldcnmst]|qu)['’]|-(?:moi|vous|nous|là|ci)\b",
    re.IGNORECASE,
)
_english = re.compile(
    r"\b(?:the|a|an|is|are|was|were|do|does|did|you|your|i|my|we|it|that|this|of|to|in|for|with|and|or|what|how|why|which|"
    r"who|when|where|would|could|can|should|have|has|be|at|from|about|any|not|no|yes|sure|thanks|sorry|please|then|will|works?|[ap]m|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)


def language_of(text: str, language: str = "") -> str:
    """en, fr or zh-Hans: what the text is written in, for the language of a person says little about one reply.

    `language` settles it where the words do not.
    """
    letters = sum(char.isalpha() for char in text)
    if letters and 4 * len(han.findall(text)) >= letters:
        return CHINESE
    french, english = len(_french.findall(text)), len(_english.findall(text))
    if french == english:
        return FRENCH if language.lower().startswith("fr") or (french and re.search("[éèêàçùôîœ]", text)) else ENGLISH
    return FRENCH if french > english else ENGLISH
