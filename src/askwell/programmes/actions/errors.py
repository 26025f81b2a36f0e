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
