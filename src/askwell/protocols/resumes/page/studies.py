"""Schooling: institution, degree and field out of an entry's header."""

import re
from collections.abc import Sequence

from askwell.protocols.resumes.degrees import has_degree, split_degree
from askwell.protocols.resumes.model import Study
from askwell.protocols.resumes.page.blocks import Entry, entries
from askwell.protocols.resumes.page.lines import Line
from askwell.protocols.resumes.page.parts import Segment, segments, tidy, without_place
from askwell.protocols.resumes.page.scores import is_school

_SCORE = re.compile(
    r"[(（]?\s*(?:c?gpa|grade|average|moyenne(?:\s+cumulative)?|绩点|平均分|成绩)\s*[:：]?\s*"
    r"(?P<score>[\d.,]+\s*%?(?:\s*(?:/|of|out\s+of|sur)\s*[\d.,]+)?)\s*[)）]?",
    re.IGNORECASE,
)
_ASSESSED = re.compile(
    r"\b(?:wes|icas|iqas|ices|equivalen\w+|équivalen\w+|assessed|evaluated|évaluation comparative)\b|认证|等同|评估",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"^(?:(?:relevant|related|selected|key)?\s*(?:courses?|coursework)|cours(?:\s+(?:pertinents|suivis))?"
    r"|主修课程|核心课程|相关课程|课程)\s*[:：]\s*",
    re.IGNORECASE,
)
_LONGEST = 90
_BELOW = 9
"""The number of a line that is found to belong to the header only later."""
_LIST = re.compile(r"\s*[,，、;；]\s*")


def studies(lines: Sequence[Line]) -> tuple[Study, ...]:
    """What a section tells of schooling, in its order."""
    found = (_study(entry) for entry in entries(lines, single_dates=True))
    return tuple(study for study in found if study.institution or study.degree or study.field)


def _study(entry: Entry) -> Study:
    body = list(entry.body)
    header, below = list(entry.parts), ""
    if body and not any(is_school(part.text) for part in header) and _fits(body[0], "", "named"):
        more, below = segments(body.pop(0), _BELOW)
        header += more
    score, parts, place = _score(header)
    institution, rest = _institution(parts)
    degree, field = split_degree(", ".join(rest)) if rest else ("", "")
    while body and not (institution and degree) and _fits(body[0], institution, degree):
        more, _ = segments(body.pop(0), _BELOW)
        taken, others = _institution(more) if not institution else ("", [part.text for part in more])
        institution = institution or taken
        degree, field = split_degree(", ".join(others)) if others and not degree else (degree, field)
    notes, courses, told = _told(body)
    return Study(
        institution=tidy(institution),
        degree=tidy(degree),
        field=tidy(field),
        place=tidy(entry.place or place or below),
        start="" if entry.alone else entry.start,
        end=entry.end,
        score=score,
        note=" ".join(notes),
        lines=tuple(told),
        courses=tuple(courses),
    )


def _fits(line: Line, institution: str, degree: str) -> bool:
    if line.bullet or len(line.text) > _LONGEST:
        return False
    return (not institution and is_school(line.text)) or (not degree and has_degree(line.text))


def _score(parts: Sequence[Segment]) -> tuple[str, list[Segment], str]:
    """The grade named in the header, its segments without it, and the place that stood before it."""
    score, kept, place = "", [], ""
    for part in parts:
        pieces: list[str] = []
        for piece in part.pieces:
            if found := _SCORE.search(piece):
                score = score or found["score"].strip()
                piece = piece[: found.start()] + piece[found.end() :]
                pieces, place = without_place(pieces, "")
            if piece.strip():
                pieces.append(piece.strip())
        if pieces:
            kept.append(Segment(tuple(pieces), part.line, part.bold, part.italic))
    return score, kept, place


def _institution(parts: Sequence[Segment]) -> tuple[str, list[str]]:
    """The school, and the rest of the header in order: the piece with a school's word, else the segment that names no
    degree."""
    pieces = [(number, piece) for number, part in enumerate(parts) for piece in part.pieces]
    schools = [at for at, (_, piece) in enumerate(pieces) if is_school(piece) and not _is_degree_only(piece)]
    if schools:
        at = schools[0]
        whole = [piece for number, piece in pieces if number == pieces[at][0]]
        alone = not any(has_degree(piece) for piece in whole if piece != pieces[at][1])
        if alone and len(parts) > 1:
            return ", ".join(whole), [piece for number, piece in pieces if number != pieces[at][0]]
        return pieces[at][1], [piece for other, (_, piece) in enumerate(pieces) if other != at]
    plain = [number for number, part in enumerate(parts) if not has_degree(part.text)]
    if len(parts) > 1 and plain:
        return parts[plain[0]].text, [part.text for number, part in enumerate(parts) if number != plain[0]]
    if len(pieces) > 2 or (len(pieces) == 2 and all(split_degree(pieces[0][1]))):
        return pieces[-1][1], [piece for _, piece in pieces[:-1]]
    return "", [piece for _, piece in pieces]


def _is_degree_only(piece: str) -> bool:
    """ "High School Diploma" names no school; "Certificate, University of …" was cut at its comma before."""
    degree, field = split_degree(piece)
    return bool(degree) and not is_school(field) and is_school(degree) and has_degree(piece)


def _told(body: Sequence[Line]) -> tuple[list[str], list[str], list[str]]:
    notes: list[str] = []
    courses: list[str] = []
    told: list[str] = []
    for line in body:
        text = line.text.replace("\t", " ")
        if found := _COURSES.match(text):
            courses += [course for course in _LIST.split(text[found.end() :]) if course]
        elif _ASSESSED.search(text):
            notes.append(text)
        else:
            told.append(text)
    return notes, courses, told
