"""How much of a resume comes back from our own papers, kind by kind.

    python -m tests.protocols.resumes.round_trip [part of a name]

prints the shares, and with a name also what came back otherwise.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from askwell.lib.text import HAN, fold
from askwell.protocols import papers
from askwell.protocols.papers import Layout, Template
from askwell.protocols.resumes import Reader, Resume
from tests.factories.papers import LONG_RESUMES, RESUMES, RICH_RESUMES, SCHOLAR

Fields = tuple[str, ...]
PEOPLE = {
    **{f"rich-{language}": resume for language, resume in RICH_RESUMES.items()},
    **{f"long-{language}": resume for language, resume in LONG_RESUMES.items()},
    **{f"short-{language}": resume for language, resume in RESUMES.items()},
    "scholar": SCHOLAR,
}
FORMATS = ("pdf", "docx")


def written(resume: Resume, template: Template, form: str) -> bytes:
    layout = Layout(template, pages=1 if resume in RESUMES.values() else 2)
    return papers.pdf(resume, layout).data if form == "pdf" else papers.docx(resume, layout)


def kinds_of(resume: Resume) -> dict[str, list[Fields]]:
    """What a resume tells, kind by kind, each thing as its fields, folded; a language counts by its level."""
    jobs = {
        name: [
            (one.title, one.organisation, one.place, one.start, one.end, one.about, one.note, one.summary, *one.lines)
            for one in getattr(resume, name)
        ]
        for name in ("work", "volunteering")
    }
    kinds: dict[str, list[Fields]] = {
        "name": [tuple(sorted((resume.name, resume.native_name)))],
        "headline and summary": [(resume.headline, resume.summary)],
        "contact": [
            (resume.email, _digits(resume.phone), resume.url, resume.place, resume.region),
            *((link.url,) for link in resume.links),
        ],
        **jobs,
        "education": [
            (one.institution, one.degree, one.field, one.place, one.start, one.end)
            + (one.score.removeprefix("GPA "), one.note, *one.lines, *one.courses)
            for one in resume.education
        ],
        "skills": [(part,) for one in resume.skills for part in ((one.name, *one.parts) if one.parts else (one.name,))],
        "languages": [(one.name, one.level) for one in resume.languages],
        "certificates": [(one.name, one.issuer, one.date) for one in resume.certificates],
        "awards": [(one.title, one.giver, one.date, one.summary) for one in resume.awards],
        "publications": [
            (one.title, one.publisher, one.date, one.url, one.summary) for one in resume.publications
        ],
        "projects": [
            (one.name, one.role, one.organisation, one.start, one.end, one.summary, one.url, *one.lines)
            for one in resume.projects
        ],
        "interests": [(one.name, *one.parts) for one in resume.interests],
        "references": [(one.name, one.role, one.reach) for one in resume.references],
    }  # fmt: skip
    return {kind: [tuple(map(_plain, fields)) for fields in told if any(fields)] for kind, told in kinds.items()}


def _plain(text: str) -> str:
    """Folded; beside Chinese letters a space says nothing."""
    return re.sub(rf"(?<=[{HAN}]) | (?=[{HAN}])", "", fold(text))


def _digits(phone: str) -> str:
    return "".join(char for char in phone if char.isdigit())


def compared(told: list[Fields], read: list[Fields]) -> Iterator[tuple[bool, str, str]]:
    """Each field of what was told and of what was read, whether both say the same, and what they say; the likest are
    laid side by side, in the order of the page where two are as like."""
    left = list(read)
    pairs: list[tuple[Fields, Fields]] = []
    waiting = list(told)
    for least in (3, 2, 1, 0):
        for one in list(waiting):
            best = max(left, key=lambda other: _alike(one, other), default=())
            if best and _alike(one, best) > least:
                pairs.append((one, best))
                waiting.remove(one)
                left.remove(best)
    pairs += [(one, left.pop(0) if left else ()) for one in waiting] + [((), other) for other in left]
    for one, other in pairs:
        longest = max(len(one), len(other))
        for wanted, got in zip(_filled(one, longest), _filled(other, longest), strict=True):
            if wanted or got:
                yield wanted == got, wanted, got


def _alike(one: Fields, other: Fields) -> int:
    return sum(bool(first) and first == second for first, second in zip(one, other, strict=False))


def _filled(fields: Fields, count: int) -> Fields:
    return fields + ("",) * (count - len(fields))


def documents(names: Iterable[str]) -> Iterator[tuple[str, Resume, Template, str]]:
    for name, template, form in product(names, Template, FORMATS):
        yield f"{name} {template} {form}", PEOPLE[name], template, form


def main() -> None:
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    right: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    with Reader() as reader:
        for name, resume, template, form in documents(PEOPLE):
            if wanted not in name:
                continue
            told, read = kinds_of(resume), kinds_of(reader.read(written(resume, template, form)).resume)
            for kind in told:
                for same, one, other in compared(told[kind], read[kind]):
                    for by in (kind, f"{template} {form}", name.split()[0], "all"):
                        right[kind_of(by), by] += same
                        every[kind_of(by), by] += 1
                    if wanted and not same:
                        sys.stdout.write(f"{name:28} {kind:14} {one[:110]!r}\n{'':43} {other[:110]!r}\n")
    for by, count in every.items():
        sys.stdout.write(f"{by[1]:24} {right[by]:5} of {count:5} {right[by] / count:6.1%}\n")


def kind_of(by: str) -> Any:
    return by.split()[-1] if by.endswith(FORMATS) else by in PEOPLE


if __name__ == "__main__":
    main()
