"""Resumes: read from JSON Resume, LinkedIn's data export, DOCX and PDF, and written as JSON Resume. All pure."""

from askwell.protocols.resumes.model import (
    Award,
    Certificate,
    Interest,
    Job,
    Level,
    Link,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

__all__ = [
    "Award",
    "Certificate",
    "Interest",
    "Job",
    "Level",
    "Link",
    "Project",
    "Publication",
    "Reference",
    "Resume",
    "Skill",
    "Spoken",
    "Study",
]
