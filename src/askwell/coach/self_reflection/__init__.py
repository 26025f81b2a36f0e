"""Statements to think about oneself with, the profile that the answers make, and what it suggests to ask insiders.

Self-reflection, not a test: our own short statements, of five traits and of six kinds of interest (Holland's RIASEC),
without norms. A profile compares nobody with anybody; it says what somebody answered, put in order. What matters about
work is chosen in pairs, of twelve `values`.
"""

from askwell.coach.self_reflection.asking import Side, Suggestion, side_of, suggestions, to_ask
from askwell.coach.self_reflection.scoring import LEAST, MOST, Score, profile
from askwell.coach.self_reflection.statements import INTERESTS, TRAITS, Kind, Statement, statements
from askwell.coach.self_reflection.values import Value, values

__all__ = [
    "INTERESTS",
    "LEAST",
    "MOST",
    "TRAITS",
    "Kind",
    "Score",
    "Side",
    "Statement",
    "Suggestion",
    "Value",
    "profile",
    "side_of",
    "statements",
    "suggestions",
    "to_ask",
    "values",
]
