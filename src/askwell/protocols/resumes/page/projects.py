"""Projects: the name, whose it was, where it can be seen."""

import re
from collections.abc import Sequence

from askwell.protocols.resumes.model import Project
from askwell.protocols.resumes.page.blocks import Entry, entries
from askwell.protocols.resumes.page.contact import links_in
from askwell.protocols.resumes.page.jobs import told_below
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import tidy
from askwell.protocols.resumes.page.scores import firm_score, title_score

_ROLE = re.compile(
    r"\b(?:author|creator|maker|founder|investigator|contributor|auteure?|créat\w+|concept\w+)$|者$", re.IGNORECASE
)


def projects(lines: Sequence[Line]) -> tuple[Project, ...]:
    """What a section tells of projects, in its order."""
    told = (_project(entry) for entry in entries(lines, single_dates=True))
    return tuple(project for project in told if project.name)


def _project(entry: Entry) -> Project:
    name = entry.parts[0].text if entry.parts else ""
    pieces = [piece for part in entry.parts[1:] for piece in part.pieces]
    links = [link for piece in pieces for _, link in links_in(piece)]
    role, organisation = _whose([tidy(piece) for piece in pieces if not links_in(piece)])
    links += [link for line in entry.body if _is_link(line.text) for _, link in links_in(line.text)]
    summary, lines = told_below([line for line in entry.body if not _is_link(line.text)])
    return Project(
        name=tidy(name),
        role=role,
        organisation=", ".join(filter(None, (organisation, entry.place))),
        start=entry.start,
        end=entry.end,
        summary=summary,
        lines=lines,
        url=next(iter(links), ""),
    )


def _is_link(text: str) -> bool:
    found = links_in(text)
    return bool(found) and not tidy(text.replace(found[0][0], ""))


def _whose(pieces: Sequence[str]) -> tuple[str, str]:
    """The role in a project, and whose it was."""
    if not pieces:
        return "", ""
    first, *others = pieces
    is_role = title_score(first) > firm_score(first) or first[:1].islower() or bool(_ROLE.search(first))
    return (first, ", ".join(others)) if is_role else ("", ", ".join(pieces))
