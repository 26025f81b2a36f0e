"""Why practice refuses something."""


class PracticeError(Exception):
    """Base of the errors that practice's actions raise."""


class NoSuchInsiderError(PracticeError):
    """Nobody of that trade, mood, language or length can be practised with."""


class EmptyTurnError(PracticeError):
    """Nothing was said."""


class LongTurnError(PracticeError):
    """More was said at once than anybody can say in a talk."""


class StaleTalkError(PracticeError):
    """The talk went on elsewhere since it was seen."""


class OverError(PracticeError):
    """The talk is over."""


class ConcernError(PracticeError):
    """What was said matters more than the talk, and is not kept; `concern` is a code of coach.safety."""

    def __init__(self, concern: str) -> None:
        self.concern = concern
        super().__init__(concern)
