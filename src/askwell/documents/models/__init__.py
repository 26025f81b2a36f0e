"""Resume variants, letters, and what was made of them."""

from askwell.documents.models.papers import Letter, Resume, Version

__all__ = ["Letter", "Resume", "Version"]
