"""What a programme refuses, by name."""


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
