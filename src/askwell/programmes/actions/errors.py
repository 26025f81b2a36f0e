"""What a programme refuses, by name."""


class ProgrammeError(Exception):
    """The base of all."""


class NoNameError(ProgrammeError):
    """A programme, a cohort, a session or a person without a name."""


class EndsBeforeStartError(ProgrammeError):
    """A cohort that ends before it starts."""


class NotAgreedError(ProgrammeError):
    """The seeker has not agreed that staff put this down or see it."""


class NotYetError(ProgrammeError):
    """A day that is still to come."""


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


class NotNowError(ProgrammeError):
    """That step does not lead on from where the row stands."""
