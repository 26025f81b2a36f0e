"""Why practice refuses something."""


class PracticeError(Exception):
    """Base of the errors that practice's actions raise."""


class UnknownSituationError(PracticeError):
    """There is no such situation."""


class NothingChosenError(PracticeError):
    """None of the four was chosen."""


class AnsweredElsewhereError(PracticeError):
    """It was answered in another tab since the page was made."""


class LaterAnswerError(PracticeError):
    """Only the last answer to a situation can be changed or taken back."""
