"""Finds parts of a message that are in another language than the reader's."""

import re

from askwell.coach.drafts.anatomy import Anatomy, Span, han
from askwell.coach.drafts.values import Message
from askwell.lib.text import HAN

_english = frozenset(
    """the and is are was were i you your my we with for from this that have has had would could can about how what when please thank thanks hello dear to of in
    on at by it me do does did not but or if an a as be been will may there their they he she his her our us who which looking forward hope""".split()
)
_french = frozenset(
    """le la les des du de et est sont vous votre vos je mon ma mes nous avec pour dans sur que qui une un au aux ce cette j'ai c'est d'une bonjour merci
    pourrais auriez suis par pas plus très comme été avez serait quand où mais ou si ne se sa son leur bien votre""".split()
)
_word = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_han_run = re.compile(rf"[{HAN}]+(?:[，。！？、；：“”《》\s]*[{HAN}]+)*")
_latin_run = re.compile(r"[A-Za-zÀ-ÿ][\w'’.,+&-]*(?:[ \t]+[A-Za-zÀ-ÿ0-9][\w'’.,+&/-]*){2,}")
_known_subject = re.compile(r"^(?:[A-Z0-9+./&-]+|[A-Z]\w+)$")


def _lean(text: str) -> tuple[int, int]:
    """How many English and French function words there are."""
    words = [word.casefold().replace("’", "'") for word in _word.findall(text)]
    accents = sum(bool(re.search("[éèêàçùôîœ]", word)) for word in words)
    elided = sum(bool(re.match(r"(?:[jldcnmst]|qu)'", word)) for word in words)
    return sum(word in _english for word in words), sum(word in _french for word in words) + accents + elided


def subject_differs(message: Message) -> bool:
    """Whether the subject is wholly in another language."""
    subject = message.subject.strip()
    letters = _word.findall(subject)
    if not letters:
        return False
    if message.language == "zh-Hans":
        return not han.search(subject) and any(word.casefold() in _hellos or word.casefold() in _english or word[0].islower() for word in letters)
    if han.search(subject) and len(han.findall(subject)) * 2 >= len("".join(letters)):
        return True
    english, french = _lean(subject)
    return french >= english + 3 if message.language == "en" else english >= french + 3


_hellos = frozenset("hello hi dear bonjour question thanks thank salut coffee job introduction request career inquiry greetings help".split())


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
