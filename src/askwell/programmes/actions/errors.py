"""What a programme refuses, by name."""

from uuid import UUID


class ProgrammeError(Exception):
    """The base of all."""


class NoNameError(ProgrammeError):
    """A programme, a cohort, a session or a person without a name."""


class NotOpenError(ProgrammeError):
    """The talk is over, or was never sent."""


class NotYetError(ProgrammeError):
    """The talk has not begun: nobody can say how it went."""


class RoundOverError(ProgrammeError):
    """The round is closed."""


class RoundOpenError(ProgrammeError):
    """The next round begins when this one is closed."""


class BadAddressError(ProgrammeError):
    """What should be an e-mail address is none."""


class KnownInsiderError(ProgrammeError):
    """The same e-mail is another insider's already."""

    def __init__(self, insider_id: UUID) -> None:
        super().__init__()
        self.insider_id = insider_id


class ChangedMeanwhileError(ProgrammeError):
    """Somebody else saved the page meanwhile."""


class NotSoError(ProgrammeError):
    """What is asked for does not fit how somebody stands: to approve who is in already, to pause who has left."""


class LinkEndedError(ProgrammeError):
    """The link was renewed, or whom it was for is gone."""


class UploadTooLargeError(ProgrammeError):
    """A list of more than `most` rows or bytes."""


class UnreadableListError(ProgrammeError):
    """The file is no list of people; `code` as in protocols.contacts.UnreadableFile, or "no_names" where no column
    holds names."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class InUseError(ProgrammeError):
    """Something hangs on it already: an upload whose people were matched or who answered."""
