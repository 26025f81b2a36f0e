"""Reads of occupations."""

from askwell.occupations.queries.search import Hit, search

__all__ = ["Hit", "search"]
