"""What was worked out once is looked up the next time."""

from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")


class Remembered(dict[str, Answer]):
    """Answers of a pure function, by its text: `known[text]` works one out at most once.

    Half as dear as `lru_cache` where millions of texts are asked for, of which most were asked before. More than
    `most` answers are all forgotten.
    """

    def __init__(self, work_out: Callable[[str], Answer], *, most: int = 1 << 16) -> None:
        self._work_out, self._most = work_out, most

    def __missing__(self, text: str) -> Answer:
        answer = self._work_out(text)
        if len(self) >= self._most:
            self.clear()
        self[text] = answer
        return answer
