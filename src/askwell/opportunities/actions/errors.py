"""Why opportunities refuse something."""


class OpportunityError(Exception):
    """Base of the errors that the actions of opportunities raise."""


class NoTitleError(OpportunityError):
    """An opportunity needs a title."""


class NoNameError(OpportunityError):
    """A stage needs a name, and one that no other has."""


class TooManyStagesError(OpportunityError):
    """A board has room for so many of the seeker's own, and no more."""


class SameItselfError(OpportunityError):
    """An opportunity cannot be the same as itself, or as one that is the same as another."""


class NoStepError(OpportunityError):
    """The first step stays: there is nothing before it."""


class NotTheLastError(OpportunityError):
    """The step that is to be taken back is not the last any more."""


class NothingBroughtError(OpportunityError):
    """Nothing was pasted, chosen or named."""


class TooLargeError(OpportunityError):
    """More than a page or a feed may hold."""


class TooManyWaitingError(OpportunityError):
    """Enough is being read already."""


class NoLinkError(OpportunityError):
    """That is no web address."""


class NothingTickedError(OpportunityError):
    """Nothing was ticked."""


class IntakeStateError(OpportunityError):
    """It is not in the state for that."""
