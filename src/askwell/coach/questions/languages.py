"""Which of the three languages a question is in."""

import re

from askwell.lib.text import HAN

ENGLISH, CHINESE, FRENCH = "en", "zh-Hans", "fr"

_han = re.compile(f"[{HAN}]")
_french = re.compile(
    r"\b(?:le|la|les|un|une|des|du|de|et|ou|est|vous|votre|vos|tu|je|nous|ce|que|qui|quel\w*|comment|"
    r"pourquoi|"
    r"dans|sur|pour|par|avec|ne|pas|plus|au|aux|en|il|elle|ils|avez|êtes|faire|mon|ma|mes)\b|"
    r"\w*[éèêàçùôîœ]\w*|"
    r"\b(?:[jldcnmst]|qu)'"
)
_english = re.compile(
    r"\b(?:the|a|an|is|are|was|were|do|does|did|you|your|i|my|we|it|that|this|of|to|in|for|with|and|or|what|"
    r"how|"
    r"why|which|who|when|where|would|could|can|should|have|has|be|at|from|about|any|me)\b"
)


def guess(text: str) -> str:
    """The language: Chinese as soon as there is one of its characters, else by the function words; else "
    "English."""
    if _han.search(text):
        return CHINESE
    lowered = text.lower()
    return FRENCH if len(_french.findall(lowered)) > len(_english.findall(lowered)) else ENGLISH


def settled(language: str, text: str) -> str:
    """One of the three: `language` when it is one of them (in any spelling of its tag), else a guess."""
    tag = language.replace("_", "-").lower().partition("-")[0]
    return {"en": ENGLISH, "zh": CHINESE, "fr": FRENCH}.get(tag) or guess(text)
