"""Why documents refuse something."""


class DocumentError(Exception):
    """Base of the errors that the actions of documents raise."""


class NoNameError(DocumentError):
    """It needs a name."""


class NoSuchChoiceError(DocumentError):
    """There is no such language, template, paper, kind of letter or form."""


class ChangedElsewhereError(DocumentError):
    """It was changed on another page since this one was made."""


class GapsError(DocumentError):
    """The letter has gaps; `gaps` are what stands in them."""

    def __init__(self, gaps: tuple[str, ...]) -> None:
        self.gaps = gaps
        super().__init__(f"{len(gaps)} gaps")
