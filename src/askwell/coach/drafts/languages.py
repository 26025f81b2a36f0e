"""Finds parts of a message that are in another language than the reader's."""

import re
from functools import lru_cache

from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.drafts.tables import ENGLISH, FRENCH, HELLOS
from askwell.coach.drafts.values import Message
from askwell.lib.text import HAN

_word = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_han_run = re.compile(rf"[{HAN}]+(?:[，。！？、；：“”《》\s]*[{HAN}]+)*")
_latin_run = re.compile(r"[A-Za-zÀ-ÿ][\w'’.,+&-]*(?:[ \t]+[A-Za-zÀ-ÿ0-9][\w'’.,+&/-]*){2,}")
_accented = re.compile(r"\w*[éèêàçùôîœ]\w*", re.I)
_elided = re.compile(r"\b(?:[jldcnmst]|qu)['’]", re.I)


@lru_cache(maxsize=1024)
def _lean(text: str) -> tuple[int, int]:
    """How many English and French function words there are; accents and elisions speak for French."""
    words = [word.casefold().replace("’", "'") for word in _word.findall(text)]
    french = sum(word in FRENCH for word in words) + len(_accented.findall(text)) + len(_elided.findall(text))
    return sum(word in ENGLISH for word in words), french


def subject_differs(message: Message) -> bool:
    """Whether the subject is wholly in another language."""
    subject = message.subject.strip()
    letters = _word.findall(subject)
    if not letters:
        return False
    if message.language == "zh-Hans":
        return not han.search(subject) and any(
            word.casefold() in HELLOS or word.casefold() in ENGLISH or word[0].islower() for word in letters
        )
    if han.search(subject) and len(han.findall(subject)) * 2 >= len("".join(letters)):
        return True
    english, french = _lean(subject)
    return french >= english + 3 if message.language == "en" else english >= french + 3


def body_differs(message: Message, anatomy: Anatomy) -> Span | None:
    """The part of the body in another language. A greeting in both languages, names and terms are fine."""
    start, end = anatomy.body
    if message.language == "zh-Hans":
        return _latin_part(message.text, start, end)
    for run in _han_run.finditer(message.text, start, end):
        if len(han.findall(run.group())) >= 5 or re.search("[，。！？]", run.group()):
            return Span(run.group(), run.start(), run.end())
    return _other_latin(message.language, anatomy)


def _latin_part(text: str, start: int, end: int) -> Span | None:
    for run in _latin_run.finditer(text, start, end):
        english, french = _lean(run.group())
        if len(run.group().split()) >= 4 and max(english, french) >= 2:
            return Span(run.group(), run.start(), run.end())
    return None


def _other_latin(language: str, anatomy: Anatomy) -> Span | None:
    for sentence in anatomy.sentences:
        english, french = _lean(sentence.text)
        own, other = (english, french) if language == "en" else (french, english)
        if other >= 3 and other > 2 * own + 1:
            return sentence
    return None


def in_other_language(text: str, language: str) -> bool:
    """Whether a short phrase is not in `language`; names and terms are in every language."""
    if not text:
        return False
    if language == "zh-Hans":
        return not han.search(text) and len(text.split()) > 3
    if han.search(text):
        return True
    english, french = _lean(text)
    own, other = (english, french) if language == "en" else (french, english)
    return other > own
