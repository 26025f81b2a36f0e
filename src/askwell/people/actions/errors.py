"""Why something could not be done. Pages turn these into words."""


class StaleEditError(Exception):
    """Somebody changed this person since the form was opened; nothing was written."""


class NobodyError(Exception):
    """Neither a name nor an address: there is nobody to keep."""


class NoRoleError(Exception):
    """Neither what somebody does nor where: dates alone are no role."""


class IntroductionCircleError(Exception):
    """An introduction that leads a person to themselves, directly or through others."""


class UnreadableAddressError(Exception):
    """The text is no address of its kind. `kind` says which."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class FileTooLargeError(Exception):
    """More bytes than an address book may have."""


class ImportStateError(Exception):
    """The import is not in the state that this needs (applied twice, undone already, still reading)."""


class UndoExpiredError(Exception):
    """The thirty days in which an import can be taken back are over."""


class SamePersonError(Exception):
    """One and the same person cannot become part of themselves."""


class SearchStateError(Exception):
    """Nobody asked for a search for duplicates, or a worker is at it."""


class DecidedError(Exception):
    """This pair was answered already."""
