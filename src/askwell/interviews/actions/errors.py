"""Why interviews refuses something."""

from collections.abc import Iterable

from askwell.people.actions.errors import NobodyError


class InterviewError(Exception):
    """Base of the errors that interviews' actions raise."""


class StaleBriefError(InterviewError):
    """Somebody saved the brief in between."""


class StaleClosingError(InterviewError):
    """The closing card was filled in elsewhere since it was seen."""


class StaleNoteError(InterviewError):
    """Another device wrote this note in between; `text` and `version` are what stands now."""

    def __init__(self, text: str, version: int) -> None:
        self.text, self.version = text, version
        super().__init__("the note was changed elsewhere")


class StaleQuestionError(InterviewError):
    """Somebody changed the question in between; `text` is what stands now."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__("the question was changed elsewhere")


class EmptyTextError(InterviewError):
    """Nothing was written."""


class NoTimesError(InterviewError):
    """No time to offer, or only times that have passed."""


class PastTimeError(InterviewError):
    """A time was agreed that has passed already."""


class EmptyClosingError(InterviewError):
    """The closing card has blanks; `fields` names them: said, next_step, next_step_text, held_at."""

    def __init__(self, fields: Iterable[str]) -> None:
        self.fields = tuple(fields)
        super().__init__(", ".join(self.fields))


class NamelessError(NobodyError):
    """Somebody named has neither name nor address; `row` is their place in the list, from 0."""

    def __init__(self, row: int) -> None:
        self.row = row
        super().__init__(f"row {row}")


class LinkEndedError(InterviewError):
    """The link to an insider's page is forged, or has ended, or was renewed or withdrawn."""


class TimeTakenError(InterviewError):
    """The time was not offered, has passed, or is no longer free."""


class TooManyAnswersError(InterviewError):
    """The page took more answers lately than one person gives."""


class NotAgreedError(InterviewError):
    """No time stands to invite to."""


class InvitationGoneError(InterviewError):
    """What they invited to is off, or is another time by now."""


class NoNumberError(InterviewError):
    """A call was chosen, and nobody knows a number."""
