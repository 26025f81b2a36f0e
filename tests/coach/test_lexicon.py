"""The quick search finds exactly what the plain regular expressions find."""

import gc
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askwell import coach
from askwell.coach.lexicon import Lexicon, warm

PHRASES = (
    r"\b(?:hire|employ) (?:me|us)\b|\btake me on\b",
    r"colou?r|gr[ae]y",
    r"\bany (?!question)(?:\w+ ){0,2}(?:jobs?|posts?)\b",
    r"(?:a|b)?c+d{2,}e*",
    r"\d+ ?min(?:ute)?s?\b",
    "求求|内推|(?:您|你)[^，]{0,3}(?:转到|改行)",
    r"(?:x|yy|)z",
    r"don['’]t\.|\?",
)
_words = (
    "hire employ me us take on color colour gray GREY any question job posts a b c dd e ccddde 15 min minutes 求 求求 "
    "内推 您 你 转到 改行 ， x yy z don't. don’t. ?"
)
WORDS = st.sampled_from(_words.split())


@given(st.lists(WORDS, max_size=12), st.sampled_from(["", " "]))
def test_finds_what_the_patterns_find(words: list[str], between: str) -> None:
    text = between.join(words)
    for phrase in PHRASES:
        assert bool(Lexicon(phrase).search(text)) is bool(re.search(phrase, text, re.IGNORECASE))


@given(st.lists(WORDS, max_size=12))
def test_matches_are_in_the_order_of_the_phrases(words: list[str]) -> None:
    text = " ".join(words)
    found = [match.group() for match in Lexicon("job", "hire").finditer(text)]
    assert found == re.findall("job", text) + re.findall("hire", text)


def test_case_counts_when_asked_to() -> None:
    assert Lexicon("NAME").search("name")
    assert not Lexicon("NAME", ignore_case=False).search("name")


@pytest.mark.parametrize("pattern", ["(open", "a(b|c"])
def test_an_unbalanced_pattern_is_refused_at_the_first_search(pattern: str) -> None:
    with pytest.raises((ValueError, re.error)):
        Lexicon(pattern).search("open")


def test_every_phrase_of_the_coach_is_an_expression() -> None:
    for module in walk_packages(coach.__path__, "askwell.coach."):
        import_module(module.name)

    gc.collect()  # the unbalanced ones of other tests

    warm()
