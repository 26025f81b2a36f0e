"""Terms out of a posting: by counting, without a dictionary.

1. A line is cut at punctuation and joining words; a word that says what one does ends what stood before it.
2. What is left are runs of words; of each run, the words that every posting says go from both ends. In French a run
   goes on over "de" ("planification de la demande").
3. A run of up to three words is a term, a longer one gives its last two. Names in it (SAP, Power BI) are terms instead.
   A word by itself counts where it is a name, or comes twice, or is all that a piece between punctuation says.
4. Chinese has no blanks: runs of two to six characters between words that part them; of longer runs, what comes twice.

What a story says plays no part: a term that it does not have counts as much.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from askwell.lib.places import town_in
from askwell.lib.text import HAN
from askwell.portfolio.rules.words.folding import Key, is_said, key_of, stem
from askwell.portfolio.rules.words.lists import (
    BEGINNING,
    COMMON,
    DOING,
    ENGLISH,
    FRENCH,
    HAN_BREAKS,
    JOINING,
    NAMES,
    UNLIKE,
)

LONGEST_POSTING = 20_000
MOST_TERMS = 24
_WORD = re.compile(r"[^\W_](?:[\w+#]|[-&'’./](?=\w))*(?:\+\+|\+|#)?")
_CUT = re.compile(r"[,;:!?()\[\]{}\"“”«»•·|*\t]+|\.(?=\s|$)|\s[-–—]\s|\s/\s|^[-–—*\s]+")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+")
_HAN_RUN = re.compile(f"[{HAN}]+")
_HAN_CUT = re.compile("|".join(sorted(HAN_BREAKS, key=len, reverse=True)))
_ELIDED = re.compile(r"\b([dljmnstc]|qu)['’](?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(
    r"[^\W\d_][\w.'-]*(?: [\w.'-]+)?\s*,\s*(?:BC|AB|SK|MB|ON|QC|NB|NS|PE|NL|YT|NT|NU)\b|https?://\S+|\S+@\S+"
)
_OVER, _AFTER_OVER = {"de", "du", "des", "d"}, {"la", "l", "le", "les"}
_BARE = re.compile(r"\b([dl]) (?=\w)")
_FULL = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Term:
    """Words of the posting as it writes them, and as they are compared. `is_name`: written like the name of a tool,
    a norm or the like."""

    text: str
    key: Key
    is_name: bool = field(default=False, compare=False)
    is_alone: bool = field(default=False, compare=False)


_SHORTENED = re.compile(r"^\w+['’](?:ll|re|ve|d|m)$", re.IGNORECASE)
"""You'll, we're."""


def terms_of(posting: str, besides: Iterable[str] = ()) -> tuple[Term, ...]:
    """What the posting asks for, in its order; `besides` is what counts for none (the employer). At most MOST_TERMS:
    those that say most."""
    return _terms(posting[:LONGEST_POSTING], tuple(besides))


@lru_cache(maxsize=32)
def _terms(posting: str, besides: tuple[str, ...]) -> tuple[Term, ...]:
    found = [*_latin(posting), *_chinese(posting)]
    counted = Counter(term.key for term in found)
    by_key = {term.key: term for term in found}
    weights = {key: _weight(term, counted[key]) for key, term in by_key.items()}
    left_out = [key_of(text) for text in besides]
    telling = [
        key
        for key in by_key
        if weights[key] > 0 and not any(is_said(key, (one,)) or is_said(one, (key,)) for one in left_out)
    ]
    whole = _without_parts(telling, weights)
    best = sorted(whole, key=lambda key: -weights[key])[:MOST_TERMS]
    return tuple(by_key[key] for key in by_key if key in best)


def _weight(term: Term, times: int) -> float:
    """How much a term says; 0 for one that says nothing."""
    if _SHORTENED.search(term.text):
        return 0.0
    several = len(term.key) > 1 or (_FULL.search(term.text) is not None and len(term.text) > 2)
    name = _is_name(term.text) or term.is_name
    if not (several or name or times > 1 or term.is_alone) or sum(map(str.isalpha, term.text)) < 2:
        return 0.0
    if town_in(term.text) == term.text:
        return 0.0
    return 1.0 + 2.0 * name + 1.5 * several + 1.0 * (times > 1)


def _without_parts(keys: Sequence[Key], weights: dict[Key, float]) -> list[Key]:
    """Without terms that are only a part of one that says more."""
    return [
        key
        for key in keys
        if not any(other != key and weights[other] >= weights[key] and is_said(key, (other,)) for other in keys)
    ]


def _is_name(text: str) -> bool:
    """Written like the name of a tool or a norm: SAP, Power BI, C++, iOS, S&OP, ISO 9001."""
    return any(_is_name_word(word) for word in text.split())


def _is_name_word(word: str) -> bool:
    odd = (word.isupper() and len(word) > 1) or any(map(str.isupper, word[1:])) or word[-1] in "+#"
    return (odd and not word.isdigit() and any(map(str.isalpha, word))) or word.lower() in NAMES


def _latin(posting: str) -> Iterator[Term]:
    words = _WORD.findall(posting.lower())
    french = sum(word in FRENCH for word in words) > sum(word in ENGLISH for word in words)
    for line in posting.splitlines():
        line = _ELIDED.sub(r"\1 ", _HAN_RUN.sub(" , ", _ADDRESS.sub(" , ", line)))
        said = _WORD.findall(line)
        heading = 2 * sum(word[:1].isupper() for word in said) > len(said)
        pieces = [one for sentence in _SENTENCE.split(line) for one in enumerate(_pieces(sentence))]
        for number, words in pieces:
            for run in _runs(words, french):
                names = set() if heading else set(words[1:] if number == 0 else words)
                yield from _of_run(run, names, is_alone=len(pieces) > 1 or len(run) < len(words))


def _pieces(sentence: str) -> list[list[str]]:
    """The words between punctuation; a piece that begins with a number says none."""
    return [words for piece in _CUT.split(sentence) if (words := _WORD.findall(piece)) and not words[0].isdigit()]


def _runs(words: Sequence[str], french: bool) -> Iterator[list[str]]:
    """Runs of words between joining words, and without a word of doing that begins them."""
    run: list[str] = []
    for place, word in enumerate(words):
        low = word.lower()
        if french and run and _goes_over(low, words[place + 1 :], run[-1].lower()):
            run.append(word)
        elif low in JOINING or word.isdigit() or (low in DOING and not run):
            yield _trimmed(run)
            run = []
        else:
            run.append(word)
    yield _trimmed(run)


def _goes_over(low: str, rest: Sequence[str], last: str) -> bool:
    """Whether this word joins what stands before and after it into one term."""
    following = next((word.lower() for word in rest if word.lower() not in _AFTER_OVER), "")
    if following in JOINING or _is_common(following or "d"):
        return False
    return (low in _OVER and last not in _OVER and not _is_common(last)) or (low in _AFTER_OVER and last in _OVER)


def _trimmed(run: list[str]) -> list[str]:
    while run and (_is_common(run[0]) or run[0].lower() in JOINING) and not _begins_more(run):
        run = run[1:]
    while run and (_is_common(run[-1]) or run[-1].lower() in JOINING):
        run = run[:-1]
    return run


def _begins_more(run: list[str]) -> bool:
    """Whether a common word begins a term here: asset management."""
    return run[0].lower() in BEGINNING and len(run) > 1 and not _is_common(run[1])


def _is_common(word: str) -> bool:
    low = word.lower()
    return (
        not _is_name_word(word)
        and low not in UNLIKE
        and (bool({low, low.rstrip("s"), stem(low)} & COMMON) or len(low) < 3)
    )


def _of_run(run: list[str], inside: set[str], *, is_alone: bool) -> Iterator[Term]:
    """`inside` are words whose capital tells that they are names, since they begin nothing; `is_alone`: a single word
    is more than a heading."""
    names = list(_names(run, inside))
    if names:
        yield from (_term(words, True) for words in names)
    elif run:
        whole = sum(word.lower() not in JOINING for word in run) <= 3
        yield _term(run if whole else _last_two(run), False, is_alone=is_alone)


def _names(run: list[str], inside: set[str]) -> Iterator[list[str]]:
    name: list[str] = []
    for word in [*run, ""]:
        if word[:1].isupper() or (word and _is_name_word(word)):
            name.append(word)
            continue
        if any(_is_name_word(each) or each in inside for each in name):
            yield name
        name = []


def _last_two(run: list[str]) -> list[str]:
    places = [place for place, word in enumerate(run) if word.lower() not in JOINING]
    return run[places[-2] :]


def _term(words: list[str], is_name: bool, is_alone: bool = False) -> Term:
    text = _BARE.sub(r"\1’", " ".join(words))
    small = not is_name and not _is_name(text) and not text.istitle()
    return Term(text[:1].lower() + text[1:] if small else text, key_of(text), is_name, is_alone)


def _chinese(posting: str) -> Iterator[Term]:
    counted = Counter(piece for run in _HAN_RUN.findall(posting) for piece in _HAN_CUT.split(run) if piece)
    for piece in counted.elements():
        if 2 <= len(piece) <= 6:
            yield Term(piece, key_of(piece))
        elif len(piece) > 6:
            yield from _inside(piece, posting)


def _inside(run: str, posting: str) -> Iterator[Term]:
    """Of a long run: what comes twice in the posting, the longest first."""
    place = 0
    while place < len(run) - 1:
        ends = range(min(len(run), place + 6), place + 1, -1)
        piece = next((run[place:end] for end in ends if posting.count(run[place:end]) > 1), "")
        if piece:
            yield Term(piece, key_of(piece))
        place += len(piece) or 1
