"""A `Read` as JSON holds it, between the child process and its parent."""

from dataclasses import asdict
from typing import Any

from askwell.protocols.resumes.found import Read, Remark
from askwell.protocols.resumes.model import (
    Award,
    Certificate,
    Interest,
    Job,
    Link,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

_PARTS: dict[str, type] = {
    "links": Link,
    "work": Job,
    "volunteering": Job,
    "education": Study,
    "certificates": Certificate,
    "projects": Project,
    "skills": Skill,
    "languages": Spoken,
    "awards": Award,
    "publications": Publication,
    "interests": Interest,
    "references": Reference,
}


def packed(read: Read) -> dict[str, Any]:
    return asdict(read)


def unpacked(told: dict[str, Any]) -> Read:
    """The `Read` that was packed."""
    fields: dict[str, Any] = {
        name: tuple(_made(_PARTS[name], one) for one in value) if name in _PARTS else value
        for name, value in told["resume"].items()
    }
    remarks = tuple(Remark(**remark) for remark in told["remarks"])
    return Read(Resume(**fields), told["kind"], remarks, tuple(told["unread"]))


def _made(kind: type, fields: dict[str, Any]) -> Any:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()})
