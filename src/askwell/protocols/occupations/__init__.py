"""Official releases about occupations, read row by row: O*NET's text database, ESCO, Canada's NOC and OaSIS, and the
wages of Canada's Job Bank. All pure; no release is ever held whole."""

from askwell.protocols.occupations.model import (
    Alternate,
    Head,
    Interests,
    Remark,
    Row,
    SkillName,
    SkillOf,
    Task,
    Wage,
)
from askwell.protocols.occupations.reading import Release, ReleaseError, releases

__all__ = [
    "Alternate",
    "Head",
    "Interests",
    "Release",
    "ReleaseError",
    "Remark",
    "Row",
    "SkillName",
    "SkillOf",
    "Task",
    "Wage",
    "releases",
]
