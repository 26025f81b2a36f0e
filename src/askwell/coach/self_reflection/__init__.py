"""Statements to think about oneself with, and the profile that the answers make.

Self-reflection, not a test: our own short statements, of five traits and of six kinds of interest (Holland's RIASEC),
without norms. A profile compares nobody with anybody; it says what somebody answered, put in order.
"""

from askwell.coach.self_reflection.scoring import Score, profile
from askwell.coach.self_reflection.statements import INTERESTS, TRAITS, Kind, Statement, statements

__all__ = ["INTERESTS", "TRAITS", "Kind", "Score", "Statement", "profile", "statements"]
