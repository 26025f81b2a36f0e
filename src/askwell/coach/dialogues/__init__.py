"""Judges practice talks between a seeker and an insider: topics covered, share of the talk, opening, closing, a job
asked for, and which of the insider's invitations to ask on were taken up or missed. `taken_up` tells it of two turns.

`judge` is pure; topics and invitations were learned from cases, the rest is counted or found by words.
"""

from askwell.coach.dialogues.follow_ups import taken_up
from askwell.coach.dialogues.judging import judge
from askwell.coach.dialogues.values import Band, Judgement, Turn

__all__ = ["Band", "Judgement", "Turn", "judge", "taken_up"]
