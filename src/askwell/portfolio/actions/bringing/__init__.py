"""Resumes from elsewhere: taken in, read in a worker, kept section by section, taken back."""

from askwell.portfolio.actions.bringing.errors import (
    EmptyFileError,
    KeepError,
    LargeFileError,
    StoryFileStateError,
    TooManyFilesError,
)
from askwell.portfolio.actions.bringing.keeping import keep_resume
from askwell.portfolio.actions.bringing.reading import (
    discard_file,
    forget_files,
    left_unread,
    read_file,
    receive_file,
)
from askwell.portfolio.actions.bringing.taking_back import take_resume_back

__all__ = [
    "EmptyFileError",
    "KeepError",
    "LargeFileError",
    "StoryFileStateError",
    "TooManyFilesError",
    "discard_file",
    "forget_files",
    "keep_resume",
    "left_unread",
    "read_file",
    "receive_file",
    "take_resume_back",
]
