"""The words of a posting: which of them a page says, which only the story says, and which neither does."""

from askwell.documents.rules.words.covering import Coverage, Found, Source, cover, fit_of, said_in
from askwell.documents.rules.words.terms import Term, terms_of

__all__ = ["Coverage", "Found", "Source", "Term", "cover", "fit_of", "said_in", "terms_of"]
