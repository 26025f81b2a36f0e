"""Why something could not be done with a card. Pages turn these into words."""


class NoPictureError(Exception):
    """No picture came."""


class TooManyPicturesError(Exception):
    """More pictures at once than a worker should be given."""


class PicturesTooLargeError(Exception):
    """More bytes at once than the database should be given."""


class CardStateError(Exception):
    """The card is not in the state that this needs (kept already, being read)."""


class CardInUseError(Exception):
    """Something was built on the person that the card became: they are not taken back with it."""
