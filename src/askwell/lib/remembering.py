"""What was worked out once is looked up the next time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
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


class Newest(OrderedDict[Hashable, Answer]):
    """The last `most` things that were put in; older ones are forgotten."""

    def __init__(self, *, most: int) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: Hashable, value: Answer) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        while len(self) > self._most:
            self.popitem(last=False)
