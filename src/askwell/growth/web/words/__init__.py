"""The words of plans."""
