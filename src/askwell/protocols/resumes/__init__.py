"""Resumes: read from JSON Resume, LinkedIn's data export, DOCX and PDF, and written as JSON Resume. All pure.

`Reader` reads files of strangers in a child process of limited memory and time; `read` does it for one file. Whoever
calls from a web process imports nothing of the libraries behind it.
"""

from askwell.protocols.resumes.found import MOST_BYTES, Kind, Read, Remark, ResumeError
from askwell.protocols.resumes.json_in import from_json_resume
from askwell.protocols.resumes.json_out import to_json_resume
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
from askwell.protocols.resumes.reader import Reader, read

__all__ = [
    "MOST_BYTES",
    "Kind",
    "Read",
    "Reader",
    "Remark",
    "ResumeError",
    "from_json_resume",
    "read",
    "to_json_resume",
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
