"""One page of a long list."""

from collections.abc import Sized

A_PAGE = 25


class Paged:
    """Where a page stands in its list, for the page links; `number` counts from 1."""

    __slots__ = ()
    rows: Sized
    total: int
    number: int

    @property
    def first(self) -> int:
        return (self.number - 1) * A_PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1

    @property
    def has_next(self) -> bool:
        return self.last < self.total
