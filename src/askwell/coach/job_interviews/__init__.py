"""The questions of a mock job interview: what is asked, what the interviewer hopes to hear, which ones make up one.

They were written for Askwell (`questions.jsonl`), in three languages. `chosen` is pure: same seed, same questions.
"""

from askwell.coach.job_interviews.choosing import SHAPES, chosen
from askwell.coach.job_interviews.questions import LANGUAGES, LEVELS, Kind, Question, Telling, questions

__all__ = ["LANGUAGES", "LEVELS", "SHAPES", "Kind", "Question", "Telling", "chosen", "questions"]
