"""What a programme refuses, by name."""

from uuid import UUID


class ProgrammeError(Exception):
    """The base of all."""


class NoNameError(ProgrammeError):
    """A programme, a cohort, a session or a person without a name."""


class RoundStateError(ProgrammeError):
    """The round is closed, or was changed by somebody else meanwhile."""


class BadWeightsError(ProgrammeError):
    """Weights out of bounds; `code` says which bound."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class KeptTalkError(ProgrammeError):
    """The two have a talk on its way: that is called off, not forbidden."""


class BadAddressError(ProgrammeError):
    """What should be an e-mail address is none."""


class KnownInsiderError(ProgrammeError):
    """The same e-mail is another insider's already."""

    def __init__(self, insider_id: UUID) -> None:
        super().__init__()
        self.insider_id = insider_id


class ChangedMeanwhileError(ProgrammeError):
    """Somebody else saved the page meanwhile."""


class NotNowError(ProgrammeError):
    """What is asked for does not fit how somebody stands: to approve who is in already, to pause who has left."""


class UploadTooLargeError(ProgrammeError):
    """A list of more rows, or a file of more bytes, than are taken in at once."""


class UnreadableListError(ProgrammeError):
    """The file is no list of people; `code` as in protocols.contacts.UnreadableFile, or "no_names" where no column
    holds names."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class InUseError(ProgrammeError):
    """Something hangs on it already: an upload whose people were matched or who answered."""
