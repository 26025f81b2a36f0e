"""The words of all titles laid out for a search, once, when a release is loaded; small enough to be kept as one row."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from askwell.occupations.rules.words import is_han

Numbers = NDArray[np.int64]
Places = NDArray[np.int32]
Weights = NDArray[np.float32]
FIRST_HAN = "\u3400"
"""Words in other letters are sorted before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A title: its row's id, its occupation, its words; `favour` is a little that it scores more."""

    id: int
    occupation: UUID
    words: Sequence[str]
    favour: float = 0.0


@dataclass(frozen=True, slots=True)
class Laid:
    """Titles are numbered in order. Word `n` of `words`, which are sorted, stands in the titles
    `titles[starts[n]:starts[n + 1]]`; rare words weigh more. The rest is said title by title: its row's id, the place
    of its occupation in `keys`, its favour, and what its words weigh together."""

    words: list[str]
    keys: list[UUID]
    starts: Numbers
    titles: Places
    weights: Weights
    ids: Numbers
    occupations: Places
    favours: Weights
    lengths: Weights

    def place_of(self, word: str) -> int | None:
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None


def lay(entries: Iterable[Entry]) -> Laid:
    names: dict[str, int] = {}
    keys: dict[UUID, int] = {}
    words, titles = array("q"), array("q")
    ids, occupations, favours = array("q"), array("i"), array("f")
    for place, entry in enumerate(entries):
        ids.append(entry.id)
        occupations.append(keys.setdefault(entry.occupation, len(keys)))
        favours.append(entry.favour)
        words.extend([names.setdefault(word, len(names)) for word in entry.words])
        titles.extend([place] * len(entry.words))
    told = (np.array(ids), np.array(occupations), np.array(favours))
    return _by_word(names, list(keys), np.array(words, np.int64), np.array(titles, np.int64), told)


def _by_word(
    names: dict[str, int], keys: list[UUID], words: Numbers, titles: Numbers, told: tuple[Numbers, Places, Weights]
) -> Laid:
    """Number the words in the order of their letters, and lay the titles of each beside each other."""
    in_order = sorted(names)
    ranks = np.empty(len(names), np.int64)
    ranks[[names[word] for word in in_order]] = np.arange(len(names))
    words = ranks[words]
    counts = np.bincount(words, minlength=len(names))
    many = len(told[0])
    weights = (np.log1p(many / np.maximum(counts, 1)) * [share(word) for word in in_order]).astype(np.float32)
    lengths = np.maximum(np.bincount(titles, weights[words], minlength=many), 1e-6).astype(np.float32)
    laid = titles[np.argsort(words, kind="stable")].astype(np.int32)
    return Laid(in_order, keys, np.concatenate(([0], np.cumsum(counts))), laid, weights, *told, lengths)


def share(word: str) -> float:
    """One Chinese character says less than two beside each other, and much less than a word."""
    return 1.0 if not is_han(word) else 0.35 if len(word) == 1 else 0.8


ARRAYS = ("starts", "titles", "weights", "ids", "occupations", "favours", "lengths")


def packed(laid: Laid) -> bytes:
    """All of it as bytes."""
    texts = {"words": "\n".join(laid.words).encode(), "keys": b"".join(key.bytes for key in laid.keys)}
    parts = {name: np.frombuffer(text, np.uint8) for name, text in texts.items()}
    stream = BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **parts, **{name: getattr(laid, name) for name in ARRAYS})
    return stream.getvalue()


def unpacked(data: bytes) -> Laid:
    with np.load(BytesIO(data), allow_pickle=False) as parts:
        words, keys = parts["words"].tobytes().decode(), parts["keys"].tobytes()
        arrays = [parts[name] for name in ARRAYS]
    cut = [UUID(bytes=keys[start : start + 16]) for start in range(0, len(keys), 16)]
    return Laid(words.split("\n") if words else [], cut, *arrays)
