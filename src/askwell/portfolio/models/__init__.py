"""What a seeker has done, who they are, and the resumes it was read from."""

from askwell.portfolio.models.files import StoryFile
from askwell.portfolio.models.reflections import Reflection
from askwell.portfolio.models.story import (
    Accomplishment,
    Chapter,
    Proof,
    Reference,
    Skill,
    SpokenLanguage,
    Story,
    Thing,
    Told,
)

__all__ = [
    "Accomplishment",
    "Chapter",
    "Proof",
    "Reference",
    "Reflection",
    "Skill",
    "SpokenLanguage",
    "Story",
    "StoryFile",
    "Thing",
    "Told",
]
