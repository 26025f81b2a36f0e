"""Invented people: one page and two of what they did, in three languages, and their letters (`tests/data/papers`)."""

import json
from pathlib import Path
from typing import Any

from askwell.protocols import resumes
from askwell.protocols.papers import Letter
from askwell.protocols.resumes import Resume

DATA = Path(__file__).parents[1] / "data" / "papers"
PARTS = {
    "links": resumes.Link,
    "work": resumes.Job,
    "volunteering": resumes.Job,
    "education": resumes.Study,
    "certificates": resumes.Certificate,
    "projects": resumes.Project,
    "skills": resumes.Skill,
    "languages": resumes.Spoken,
    "awards": resumes.Award,
    "publications": resumes.Publication,
    "interests": resumes.Interest,
    "references": resumes.Reference,
}
LANGUAGES = ("en", "zh-Hans", "fr")


def resume_from(values: dict[str, Any]) -> Resume:
    parts = {name: tuple(PARTS[name](**frozen(part)) for part in values[name]) for name in PARTS if name in values}
    return Resume(**(values | parts))


def frozen(values: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def loaded(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


RESUMES = {language: resume_from(loaded(f"short.{language}")) for language in LANGUAGES}
LONG_RESUMES = {language: resume_from(loaded(f"long.{language}")) for language in LANGUAGES}
RICH_RESUMES = {language: resume_from(loaded(f"rich.{language}")) for language in LANGUAGES}
LETTERS = {language: Letter(**frozen(loaded(f"letter.{language}"))) for language in LANGUAGES}
SCHOLAR = resume_from(loaded("scholar.en"))
