"""What a programme refuses, by name."""

from collections.abc import Sequence
from uuid import UUID

from askwell.programmes.rules.intake import Problem


class ProgrammeError(Exception):
    """The base of all."""


class NoNameError(ProgrammeError):
    """A programme, a cohort, a session or a person without a name."""


class EndsBeforeStartError(ProgrammeError):
    """A cohort that ends before it starts."""


class NotAgreedError(ProgrammeError):
    """The seeker has not agreed that staff put this down or see it."""


class NotYetError(ProgrammeError):
    """A day or a talk that is still to come: nobody can say what came of it."""


class LastOwnerError(ProgrammeError):
    """Somebody has to own a programme."""


class LinkOverError(ProgrammeError):
    """The link was used, withdrawn, replaced, or is too old; or the form that it leads to is off."""


class TakesPartError(ProgrammeError):
    """Their account takes part in the programme already, as another row."""


class NotTheirsError(ProgrammeError):
    """The row belongs to somebody else's account."""


class ChangedMeanwhileError(ProgrammeError):
    """Somebody else changed the row since it was shown."""


class NoWordsError(ProgrammeError):
    """A question without words in the programme's own language."""


class TooFewOptionsError(ProgrammeError):
    """A choice among fewer than two."""


class UnlikeOptionsError(ProgrammeError):
    """A choice that has other lines in one language than in the programme's own; `code` is that language."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotNowError(ProgrammeError):
    """That step does not lead on from where the row stands."""


class BadAddressError(ProgrammeError):
    """What should be an e-mail address is none."""


class KnownInsiderError(ProgrammeError):
    """The same e-mail is another insider's already."""

    def __init__(self, insider_id: UUID) -> None:
        super().__init__()
        self.insider_id = insider_id


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


class RoundStateError(ProgrammeError):
    """The round is closed, or was changed by somebody else meanwhile."""


class BadWeightsError(ProgrammeError):
    """Weights out of bounds; `code` says which bound."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class KeptTalkError(ProgrammeError):
    """The two have a talk on its way: that is called off, not forbidden."""


class NotOpenError(ProgrammeError):
    """The talk is over, or was never sent."""


class RoundOverError(ProgrammeError):
    """The round is closed."""


class RoundOpenError(ProgrammeError):
    """A round begins when the one before it of the same seekers is closed."""


class CannotMeetError(ProgrammeError):
    """The two are not pinned: they could not be matched. `problems` say why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems
