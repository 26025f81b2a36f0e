"""Judges practice talks between a seeker and an insider: topics covered, share of the talk, opening, closing, a job
asked for, and which of the insider's invitations to ask on were taken up or missed. `taken_up` tells it of two turns,
`echoes` whether words alone show it.

`judge` is pure; topics and invitations were learned from cases, the rest is counted or found by words.
"""

from askwell.coach.dialogues.follow_ups import echoes, taken_up
from askwell.coach.dialogues.judging import judge
from askwell.coach.dialogues.values import Band, Judgement, Turn

__all__ = ["Band", "Judgement", "Turn", "echoes", "judge", "taken_up"]
