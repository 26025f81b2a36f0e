"""The words of a posting, and whether a text says them."""

from askwell.portfolio.rules.words.saying import fit_of, said_in, texts, texts_of
from askwell.portfolio.rules.words.terms import LONGEST_POSTING, Term, terms_of

__all__ = ["LONGEST_POSTING", "Term", "fit_of", "said_in", "terms_of", "texts", "texts_of"]
