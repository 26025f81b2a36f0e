"""Flaws that show in the words: one set of phrases a code and language."""

import re

from askwell.coach.lexicon import Lexicon
from askwell.coach.questions import words_chinese, words_english, words_french
from askwell.coach.questions.languages import CHINESE, ENGLISH, FRENCH
from askwell.coach.questions.values import Code

_phrases = {
    (code, language): Lexicon(*patterns)
    for language, table in (
        (ENGLISH, words_english.FLAWS),
        (CHINESE, words_chinese.FLAWS),
        (FRENCH, words_french.FLAWS),
    )
    for code, patterns in table.items()
}

_no_request = {
    ENGLISH: Lexicon(*words_english.NO_REQUEST),
    CHINESE: Lexicon(*words_chinese.NO_REQUEST),
    FRENCH: Lexicon(*words_french.NO_REQUEST),
}


def without_job_talk(text: str, language: str) -> str:
    """The plain text, as long as before, with talk of jobs that asks for none blanked out ("when you "
    "hire")."""
    for match in _no_request[language].finditer(text):
        text = text[: match.start()] + "\0" * len(match.group()) + text[match.end() :]
    return text


def search(code: Code, text: str, language: str) -> re.Match[str] | None:
    """The first words of the plain text that show the flaw."""
    return _phrases[code, language].search(text)
