"""Drills: short exercises in asking and in speaking, and what the coach says of what was typed.

The exercises were written for Askwell. `judge_opening`, `judge_next` and `judge_speaking` are pure. Codes are put into
words by the pages.
"""

from askwell.coach.drills.items import LANGUAGES, SPEAKING, Item, Kind, Next, Opening, Scene, items
from askwell.coach.drills.next_questions import Following, NextJudgement, judge_next
from askwell.coach.drills.openings import OpeningJudgement, judge_opening
from askwell.coach.drills.parts import Part
from askwell.coach.drills.speaking import SpeakingJudgement, judge_speaking

__all__ = [
    "LANGUAGES",
    "SPEAKING",
    "Following",
    "Item",
    "Kind",
    "Next",
    "NextJudgement",
    "Opening",
    "OpeningJudgement",
    "Part",
    "Scene",
    "SpeakingJudgement",
    "items",
    "judge_next",
    "judge_opening",
    "judge_speaking",
]
