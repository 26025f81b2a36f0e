"""Why a file is not taken, or not kept."""

from askwell.portfolio.actions.errors import PortfolioError


class EmptyFileError(PortfolioError):
    """There is nothing in it."""


class LargeFileError(PortfolioError):
    """More bytes than a resume may have."""


class TooManyFilesError(PortfolioError):
    """Some wait to be read already."""


class StoryFileStateError(PortfolioError):
    """The file is not in the state that this needs: kept already, taken back, still being read."""


class KeepError(PortfolioError):
    """The story refuses one entry; nothing was written. `key` says which, `why` is the story's error."""

    def __init__(self, key: str, why: PortfolioError) -> None:
        self.key, self.why = key, why
        super().__init__(f"{key}: {why}")
