"""Whether somebody speaks another language than the insider."""

import re

from askwell.coach.drafts.tables import ENGLISH, FRENCH
from askwell.lib.text import HAN

_han = re.compile(f"[{HAN}]")
_word = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_elided = re.compile(r"\b(?:[jldcnmst]|qu)['’](?=[^\W\d_]{2})(?!s\b|t\b|re\b|ll\b|ve\b)", re.I)
_latin = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
_other = (
    "aber auch bei buenos buenas bin como con cómo das dass der desde die dias días donde ein eine eres esta está este "
    "estoy gracias habla hablar hola ich ist kann los mein mich mit muy muito nicht não nach obrigado para pero por "
    "porque puede pode que quiero salamat sein sie soy sehr su trabajo trabalho una und uma usted você was wie wir zu "
    "ako ang ba ng sa mga po"
)
_OTHER = frozenset(_other.split())


def is_foreign(text: str, language: str) -> bool:
    """Whether most of a text is plainly not in `language`; names and terms are in every language."""
    letters = [char for char in text if char.isalpha()]
    chinese = len(_han.findall(text))
    latin = len(_latin.findall(text))
    if (len(letters) - chinese - latin) * 2 > len(letters):
        return True
    if language == "zh-Hans":
        return chinese == 0 and len(_word.findall(text)) > 3
    return chinese * 2 > latin or _other_latin(text, language)


def _other_latin(text: str, language: str) -> bool:
    words = [word.casefold().replace("’", "'") for word in _word.findall(text)]
    english = sum(word in ENGLISH for word in words)
    french = sum(word in FRENCH for word in words) + len(_elided.findall(text))
    own, other = (english, french) if language == "en" else (french, english)
    strange = sum(word in _OTHER for word in words)
    return other >= 2 and other > 2 * own or strange >= 2 and strange > own + other
