"""Numbers as they come in addresses and forms."""

_MOST_DIGITS = 9  # fits every database's 32-bit integer


def whole_number(text: str, default: int) -> int:
    """The number that `text` writes in at most nine digits 0 to 9; `default` when it is anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else default
