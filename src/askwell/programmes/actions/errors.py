"""What a programme refuses, by name."""


class ProgrammeError(Exception):
    """The base of all."""


class NoNameError(ProgrammeError):
    """A programme, a cohort, a session or a person without a name."""
