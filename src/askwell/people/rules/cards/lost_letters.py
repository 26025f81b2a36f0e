"""Letters that recognition leaves out because it has never seen them, as most of Vietnamese: put back from
the e-mail address or from what Vietnamese family names are."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from askwell.lib.names.surnames import VIETNAMESE_SURNAMES, is_syllable
from askwell.lib.text import fold

_VOWELS = frozenset("aeiouy")
_MOST_LOST = 2
_MIDDLE = {"th": "Thi"}


def with_lost_letters(words: Sequence[str], tokens: Sequence[str]) -> list[str]:
    """The words of a name, completed where one of the address's `tokens` has the vowels that a word lost:
    ("Quang", "Phm") beside quang.pham gives "Pham". The accents of what was lost are gone. Nothing is
    put to the ends of a word: there an address has initials."""
    known = [fold(token) for token in tokens if len(token) > 2]
    mended = [_completed(word, known) for word in words]
    if len(words) > 1 and any(old != new for old, new in zip(words, mended, strict=True)) or _is_short(words):
        surnames = sorted(VIETNAMESE_SURNAMES)
        mended = [word if is_syllable(word) else _completed(word, surnames) for word in mended]
        mended = [_MIDDLE.get(word.lower(), word) for word in mended]
    return mended


def _is_short(words: Sequence[str]) -> bool:
    """Whether a word of several letters has no vowel, as no name has; "JP" are initials."""
    plain = [fold(word) for word in words if not word.isupper() or fold(word) in _MIDDLE]
    return any(len(word) > 1 and not _VOWELS & set(word) for word in plain)


def _completed(word: str, known: Sequence[str]) -> str:
    plain = fold(word)
    if len(plain) < 2 or plain in known or not plain.isalpha() or len(plain) != len(word):
        return word
    for other in known:
        edits = Levenshtein.editops(plain, other)
        inserts = [(edit.src_pos, other[edit.dest_pos]) for edit in edits if edit.tag == "insert"]
        inside = all(letter in _VOWELS and 0 < place < len(plain) for place, letter in inserts)
        if inside and len(inserts) == len(edits) <= _MOST_LOST:
            for place, letter in reversed(inserts):
                word = word[:place] + letter + word[place:]
            return word
    return word
