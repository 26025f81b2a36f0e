"""Business cards: received, read, confirmed, left out, and every way back."""

from askwell.people.actions.scans.confirming import confirm_card, take_back_card
from askwell.people.actions.scans.errors import (
    CardInUseError,
    CardStateError,
    NoPictureError,
    PicturesTooLargeError,
    TooManyPicturesError,
)
from askwell.people.actions.scans.reading import WAIT_WEEKS, discard_forgotten_cards, left_unread, read_scans
from askwell.people.actions.scans.receiving import (
    LARGEST_TOGETHER,
    MOST_PICTURES,
    read_again,
    receive_cards,
    replace_picture,
    turn_picture,
)
from askwell.people.actions.scans.setting_aside import bring_back_card, leave_out_card

__all__ = [
    "LARGEST_TOGETHER",
    "MOST_PICTURES",
    "WAIT_WEEKS",
    "CardInUseError",
    "CardStateError",
    "NoPictureError",
    "PicturesTooLargeError",
    "TooManyPicturesError",
    "bring_back_card",
    "confirm_card",
    "discard_forgotten_cards",
    "leave_out_card",
    "left_unread",
    "read_again",
    "read_scans",
    "receive_cards",
    "replace_picture",
    "take_back_card",
    "turn_picture",
]
