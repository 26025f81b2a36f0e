"""Why plans refuse something."""

from datetime import date


class GrowthError(Exception):
    """Base of the errors that the actions of plans raise."""


class NothingSaidError(GrowthError):
    """It needs words; `column` says where."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class HoursError(GrowthError):
    """Hours that no day has: none, fewer, or more than 24 with what is logged for that day already."""


class NotYetError(GrowthError):
    """A day that is still to come."""


class TooEarlyError(GrowthError):
    """A day before the role `began`."""

    def __init__(self, began: date) -> None:
        self.began = began
        super().__init__(began.isoformat())


class WrongKindError(GrowthError):
    """Only a volunteer role has hours, somebody who supervises, and a reference."""


class NobodyNamedError(GrowthError):
    """Nobody is named who could be asked."""


class WrongStageError(GrowthError):
    """The asking for a reference is not where this could follow."""
