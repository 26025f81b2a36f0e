"""Rehearsals with a simulated insider, and situations at work."""

from askwell.practice.models.rehearsals import Rehearsal, Utterance
from askwell.practice.models.situations import SituationAnswer, SituationCard

__all__ = ["Rehearsal", "SituationAnswer", "SituationCard", "Utterance"]
