"""Pictures of cards: opened within bounds, cleaned for keeping, their codes and lines of text found.

`reader.Reader` does it in a child process of limited memory and time; whoever calls from a web process
imports nothing of the libraries behind it.
"""

from askwell.protocols.pictures.bare import is_bare
from askwell.protocols.pictures.model import MOST_BYTES, Corners, PictureError, Seen, TextLine
from askwell.protocols.pictures.reader import Reader, text_is_readable

__all__ = ["MOST_BYTES", "Corners", "PictureError", "Reader", "Seen", "TextLine", "is_bare", "text_is_readable"]
