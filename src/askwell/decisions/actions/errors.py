"""Why decisions refuse something."""


class DecisionError(Exception):
    """Base of the errors that the actions of decisions raise."""


class NothingSaidError(DecisionError):
    """It needs words; `column` says where."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class NoSourceError(DecisionError):
    """A finding or a number must say where it comes from."""


class OutOfRangeError(DecisionError):
    """A number outside of what it may be; `column` says which."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class ChangedSinceError(DecisionError):
    """What is to be undone was changed again since: it stays as it is."""


class DayError(DecisionError):
    """A day that cannot be: decided on a day to come, or looked back on before it is later; `column` says which."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class TooManyError(DecisionError):
    """More options or wishes than anybody can weigh; `most` says how many there may be."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(str(most))
