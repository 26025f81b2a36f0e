"""How long it takes until somebody who left is erased."""

from datetime import timedelta

ERASE_WITHIN = timedelta(days=7)
"""As on an insider's page of one talk: until then it can be taken back."""
