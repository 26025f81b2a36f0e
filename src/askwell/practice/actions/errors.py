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


class NoSuchJobInterviewError(PracticeError):
    """There is no mock job interview of that trade, level, language or length."""


class NoSuchExerciseError(PracticeError):
    """There is no such exercise, or no such question in this interview."""


class EmptyAnswerError(PracticeError):
    """Nothing was said."""


class LongAnswerError(PracticeError):
    """More was said than anybody can say in one go."""


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


class NoSoundError(PracticeError):
    """There is nothing in the recording."""


class LongRecordingError(PracticeError):
    """The recording has more bytes than five minutes of talk."""


class TooManyRecordingsError(PracticeError):
    """Too many recordings wait, or came within an hour."""
