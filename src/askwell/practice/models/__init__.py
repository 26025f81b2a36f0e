"""Rehearsals with a simulated insider."""

from askwell.practice.models.rehearsals import Rehearsal, Utterance

__all__ = ["Rehearsal", "Utterance"]
