"""Resumes of `cases.py resumes DIR`: the fields that are scored, of each file."""

from pathlib import Path
from typing import Any

from askwell.lib.phones import normalise_phone
from askwell.protocols.resumes import Reader, Resume, ResumeError

KINDS = {".json", ".zip", ".docx", ".pdf"}
NOT_RESUMES = {"truth.json"}


def predict(folder: Path) -> dict[str, dict[str, Any]]:
    """File name -> fields as the app reads them; none of a file that is refused."""
    found: dict[str, dict[str, Any]] = {}
    with Reader() as reader:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in KINDS and path.name not in NOT_RESUMES:
                try:
                    found[path.name] = fields(reader.read(path.read_bytes(), path.name).resume)
                except ResumeError:
                    found[path.name] = {}
    return found


def fields(resume: Resume) -> dict[str, Any]:
    return {
        "name": resume.name,
        "email": resume.email,
        "phone": normalise_phone(resume.phone) or resume.phone,
        "city": resume.place,
        "headline": resume.headline,
        "work": [
            {"company": job.organisation, "title": job.title, "start": job.start, "end": job.end} for job in resume.work
        ],
        "education": [
            {
                "institution": study.institution,
                "degree": study.degree,
                "field": study.field,
                "start": study.start[:4],
                "end": study.end[:4],
            }
            for study in resume.education
        ],
        "skills": [part for skill in resume.skills for part in (skill.parts or (skill.name,))],
        "languages": [{"name": spoken.name, "level": spoken.level} for spoken in resume.languages],
        "certificates": [{"name": one.name, "issuer": one.issuer, "date": one.date} for one in resume.certificates],
        "volunteer": [
            {"organisation": job.organisation, "role": job.title, "start": job.start, "end": job.end}
            for job in resume.volunteering
        ],
    }
