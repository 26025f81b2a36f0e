"""Talks between a seeker and an insider."""

from askwell.coach.dialogues.values import Turn

__all__ = ["Turn"]
