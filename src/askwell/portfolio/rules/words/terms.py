"""Terms out of a posting: by counting, without a dictionary.

1. A line is cut at punctuation and joining words; a word that says what one does ends what stood before it.
2. What is left are runs of words; of each run, the words that every posting says go from both ends. In French a run
   goes on over "de" ("planification de la demande").
3. A run of up to three words is a term, a longer one gives its last two. Names in it (SAP, Power BI) are terms instead.
   A word by itself counts where it is a name, or comes twice, or the story knows it.
4. Chinese has no blanks: runs of two to six characters between words that part them; of longer runs, what comes twice
   or stands in the story.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from askwell.lib.places import town_in
from askwell.lib.text import HAN
from askwell.portfolio.rules.words.folding import Key, is_said, key_of, keys_of
from askwell.portfolio.rules.words.lists import COMMON, DOING, ENGLISH, FRENCH, HAN_BREAKS, JOINING, NAMES, UNLIKE

LONGEST_POSTING = 20_000
MOST_TERMS = 18
_WORD = re.compile(r"[^\W_](?:[\w+#]|[-&'’./](?=\w))*(?:\+\+|\+|#)?")
_CUT = re.compile(r"[,;:!?()\[\]{}\"“”«»•·|*\t]+|\.(?=\s|$)|\s[-–—]\s|\s/\s|^[-–—*\s]+")
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
    """Words of the posting as it writes them, and as they are compared."""

    text: str
    key: Key
    is_name: bool = field(default=False, compare=False)


def terms_of(posting: str, known: Iterable[str] = (), story: str = "", besides: Iterable[str] = ()) -> tuple[Term, ...]:
    """What the posting asks for, in its order; `known` are the names of the story's skills and languages, `story` all
    that it says, `besides` what counts for none (the employer). At most MOST_TERMS: those that say most."""
    return _terms(posting[:LONGEST_POSTING], tuple(known), story, tuple(besides))


@lru_cache(maxsize=128)
def _terms(posting: str, known: tuple[str, ...], story: str, besides: tuple[str, ...]) -> tuple[Term, ...]:
    said = keys_of(posting)
    told = keys_of(story)
    skills = [Term(name, key) for name in known if (key := key_of(name)) and is_said(key, said)]
    found = [*_latin(posting, told), *_chinese(posting, story)]
    counted = Counter(term.key for term in found)
    by_key = {term.key: term for term in [*found, *skills]}
    whole_skills = {term.key for term in skills}
    weights = {
        key: _weight(term, counted[key], is_said(key, told), key in whole_skills) for key, term in by_key.items()
    }
    left_out = [key_of(text) for text in besides]
    telling = [
        key
        for key in by_key
        if weights[key] > 0
        and not any(is_said(key, (one,)) or is_said(one, (key,)) for one in left_out)
        and (key in whole_skills or not any(is_said(skill, (key,)) for skill in whole_skills))
    ]
    whole = _without_parts(telling, weights)
    best = sorted(whole, key=lambda key: -weights[key])[:MOST_TERMS]
    return tuple(by_key[key] for key in by_key if key in best)


def _weight(term: Term, times: int, in_story: bool, is_skill: bool) -> float:
    """How much a term says; 0 for one that says nothing."""
    several = len(term.key) > 1 or (_FULL.search(term.text) is not None and len(term.text) > 2)
    name = _is_name(term.text) or term.is_name
    if not (several or name or is_skill or times > 1 or in_story) or sum(map(str.isalpha, term.text)) < 2:
        return 0.0
    if term.is_name and town_in(term.text) == term.text:
        return 0.0
    return 1.0 + 3.0 * is_skill + 2.0 * name + 1.5 * several + 1.0 * (times > 1) + 1.0 * in_story


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


def _latin(posting: str, told: Sequence[Key]) -> Iterator[Term]:
    words = _WORD.findall(posting.lower())
    french = sum(word in FRENCH for word in words) > sum(word in ENGLISH for word in words)
    for line in posting.splitlines():
        line = _ELIDED.sub(r"\1 ", _HAN_RUN.sub(" , ", _ADDRESS.sub(" , ", line)))
        said = _WORD.findall(line)
        heading = 2 * sum(word[:1].isupper() for word in said) > len(said)
        pieces = [words for piece in _CUT.split(line) if (words := _WORD.findall(piece)) and not words[0].isdigit()]
        for number, words in enumerate(pieces):
            for run in _runs(words, french):
                yield from _of_run(run, told, set() if heading else set(words[1:] if number == 0 else words))


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
    while run and (_is_common(run[0]) or run[0].lower() in JOINING):
        run = run[1:]
    while run and (_is_common(run[-1]) or run[-1].lower() in JOINING):
        run = run[:-1]
    return run


def _is_common(word: str) -> bool:
    low = word.lower()
    return (
        not _is_name_word(word) and low not in UNLIKE and (low in COMMON or low.rstrip("s") in COMMON or len(low) < 3)
    )


def _of_run(run: list[str], told: Sequence[Key], inside: set[str]) -> Iterator[Term]:
    """`inside` are words whose capital tells that they are names, since they begin nothing."""
    names = list(_names(run, inside))
    if names:
        yield from (_term(words, True) for words in names)
    elif run:
        whole = sum(word.lower() not in JOINING for word in run) <= 3
        yield _term(run if whole else _last_two(run), False)
    if len(run) > 1:
        yield from (_term([word], False) for word in run if not _is_common(word) and is_said(key_of(word), told))


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


def _term(words: list[str], is_name: bool) -> Term:
    text = _BARE.sub(r"\1’", " ".join(words))
    small = not is_name and not _is_name(text) and not text.istitle()
    return Term(text[:1].lower() + text[1:] if small else text, key_of(text), is_name)


def _chinese(posting: str, story: str) -> Iterator[Term]:
    counted = Counter(piece for run in _HAN_RUN.findall(posting) for piece in _HAN_CUT.split(run) if piece)
    for piece in counted.elements():
        if 2 <= len(piece) <= 6:
            yield Term(piece, key_of(piece))
        elif len(piece) > 6:
            yield from _inside(piece, posting, story)


def _inside(run: str, posting: str, story: str) -> Iterator[Term]:
    """Of a long run: what comes twice in the posting or stands in the story, the longest first."""
    place = 0
    while place < len(run) - 1:
        ends = range(min(len(run), place + 6), place + 1, -1)
        piece = next(
            (run[place:end] for end in ends if run[place:end] in story or posting.count(run[place:end]) > 1), ""
        )
        if piece:
            yield Term(piece, key_of(piece))
        place += len(piece) or 1
