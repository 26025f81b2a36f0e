"""Why the story refuses something."""


class PortfolioError(Exception):
    """Base of the errors that portfolio's actions raise."""


class NothingToldError(PortfolioError):
    """What makes the thing one was left out: the title, the name, the text. `column` says which."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class UnknownCodeError(PortfolioError):
    """There is no such kind of chapter, language, level or source. `column` says which it was."""

    def __init__(self, column: str, code: object) -> None:
        self.column, self.code = column, code
        super().__init__(f"{column}: {code!r}")


class UnreadableError(PortfolioError):
    """A date or an address was not understood. `column` says which, `text` what was typed."""

    def __init__(self, column: str, text: str) -> None:
        self.column, self.text = column, text
        super().__init__(f"{column}: {text!r}")


class EndsBeforeStartError(PortfolioError):
    """Something ends before it starts."""


class OutOfRangeError(PortfolioError):
    """A benchmark is none of 1 to 12. `column` says which."""

    def __init__(self, column: str) -> None:
        self.column = column
        super().__init__(column)


class BothAnswersError(PortfolioError):
    """A reference cannot have agreed and declined."""


class ChangedElsewhereError(PortfolioError):
    """It was changed since it was seen. `now` is its version now."""

    def __init__(self, now: int) -> None:
        self.now = now
        super().__init__(str(now))
