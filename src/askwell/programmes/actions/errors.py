"""What a programme refuses, by name."""


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
