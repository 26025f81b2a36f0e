"""The sections of a resume, each as entries."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from askwell.protocols.papers.dates import span, worded
from askwell.protocols.papers.laid import Entry, Section, Shape
from askwell.protocols.papers.layout import Layout, Template, order_of, recency
from askwell.protocols.papers.reach import web
from askwell.protocols.papers.words import CHINESE, Words
from askwell.protocols.resumes import (
    Award,
    Certificate,
    Job,
    Project,
    Publication,
    Reference,
    Resume,
    Skill,
    Spoken,
    Study,
)

_TEACHES = re.compile(
    r"\b(?:teach\w*|instructor|lecturer|tutor|enseignante?|chargée? de cours|auxiliaire d.enseignement)\b"
    r"|讲师|助教|教师|老师",
    re.IGNORECASE,
)
Made = tuple[Shape, tuple[Entry, ...]]
Texts = tuple[str, ...]
Held = tuple[Job, bool]


def jobs(code: str, resume: Resume, layout: Layout, words: Words) -> Section:
    """Work, unpaid work, or of both what is teaching, if the layout has a section for that."""
    order = layout.order or order_of(layout.template)
    apart = layout.template is Template.ACADEMIC and "teaching" in order
    held = _held(code, resume, layout)
    if code == "teaching":
        held = [(job, unpaid) for job, unpaid in held if apart and _TEACHES.search(job.title)]
    elif apart:
        held = [(job, unpaid) for job, unpaid in held if not _TEACHES.search(job.title)]
    turned = layout.template is Template.CHINESE
    entries = (_job(job, words, unpaid and code != "volunteering", turned) for job, unpaid in held)
    return Section(code, words.headings[code], "entries", tuple(entries))


def _held(code: str, resume: Resume, layout: Layout) -> list[Held]:
    """Jobs, of each whether it is unpaid."""
    paid, unpaid = [(job, False) for job in resume.work], [(job, True) for job in resume.volunteering]
    if code == "volunteering":
        return unpaid
    if layout.volunteering_with_work:
        return _mixed(paid, unpaid, layout.mixed)
    return paid if code == "experience" else paid + unpaid


def _mixed(paid: list[Held], unpaid: list[Held], turns: Iterable[bool]) -> list[Held]:
    """In turn; what is left the latest first, of two that go on the paid one."""
    firsts, others = iter(paid), iter(unpaid)
    held = [job for is_unpaid in turns if (job := next(others if is_unpaid else firsts, None))]
    return held + sorted((*firsts, *others), key=lambda one: recency(one[0].start, one[0].end), reverse=True)


def schooling(resume: Resume, layout: Layout, words: Words) -> Section:
    """Education."""
    entries = (_study(one, words, layout.template is Template.CHINESE) for one in resume.education)
    return Section("education", words.headings["education"], "entries", tuple(entries))


def _job(job: Job, words: Words, says_unpaid: bool, turned: bool) -> Entry:
    notes = [note for note in (words.volunteer if says_unpaid else "", job.note) if note]
    what = _bracketed(job.title, words.comma.join(notes), words)
    first, second = _heads(what, job.organisation, (job.place,), words, turned, job.about)
    return Entry(first, second, span(job.start, job.end, words.tag), job.summary, job.lines)


def _heads(what: str, where: str, more: Texts, words: Words, turned: bool, about: str = "") -> tuple[str, str]:
    """What was done, then where; `turned` as on a Chinese resume, where before what."""
    if turned and where:
        return _bracketed(where, about, words), _joined((what, *more), words)
    return what, _bracketed(_joined((where, *more), words), about, words)


def _bracketed(text: str, note: str, words: Words) -> str:
    if not note or not text:
        return text or note
    return f"{text}{words.open_bracket}{note}{words.close_bracket}"


def _joined(texts: Iterable[str], words: Words) -> str:
    return words.comma.join(text for text in texts if text)


def _study(study: Study, words: Words, turned: bool) -> Entry:
    courses = (f"{words.courses}{words.colon}{_list(study.courses, words)}",) if study.courses else ()
    first, second = _heads(_degree(study, words), study.institution, (study.place, study.score), words, turned)
    return Entry(first, second, span(study.start, study.end, words.tag), study.note, study.lines + courses)


def _degree(study: Study, words: Words) -> str:
    if not study.field or study.field.casefold() in study.degree.casefold():
        return study.degree
    if words.tag == CHINESE:
        return _joined((study.field, study.degree), words)
    return _bracketed(study.degree, study.field, words)


def _list(texts: Iterable[str], words: Words) -> str:
    return ("、" if words.tag == CHINESE else ", ").join(texts)


def _certificate(certificate: Certificate, words: Words) -> Entry:
    second = _joined((certificate.issuer, web(certificate.url).text), words)
    return Entry(certificate.name, second, worded(certificate.date, words.tag))


def _project(project: Project, words: Words) -> Entry:
    return Entry(
        first=project.name,
        second=_joined((project.role, project.organisation, web(project.url).text), words),
        when=span(project.start, project.end, words.tag) if project.end else worded(project.start, words.tag),
        text=project.summary,
        lines=project.lines,
    )


def _award(award: Award, words: Words) -> Entry:
    return Entry(award.title, award.giver, worded(award.date, words.tag), award.summary)


def _publication(publication: Publication, words: Words) -> Entry:
    second = _joined((publication.publisher, web(publication.url).text), words)
    return Entry(publication.title, second, worded(publication.date, words.tag), publication.summary)


def _reference(reference: Reference, words: Words) -> Entry:
    who = _joined((reference.name, reference.role), words)
    reach = reference.reach or (words.on_request if who else "")
    return Entry(text=words.semicolon.join(part for part in (who, reach) if part), lines=_quoted(reference, words))


def _quoted(reference: Reference, words: Words) -> tuple[str, ...]:
    return (f"{words.open_quote}{reference.words}{words.close_quote}",) if reference.words else ()


def _skills(skills: tuple[Skill, ...], words: Words) -> tuple[Entry, ...]:
    """Groups are rows; skills by themselves are one row without a name."""
    groups = [
        Entry(_bracketed(skill.name, skill.level, words), _list(skill.parts, words)) for skill in skills if skill.parts
    ]
    alone = [_bracketed(skill.name, skill.level, words) for skill in skills if not skill.parts]
    return (*groups, *([Entry(second=_list(alone, words))] if alone else []))


def _spoken(languages: tuple[Spoken, ...], words: Words) -> str:
    said = (_bracketed(one.name, one.said or words.levels.get(one.level, ""), words) for one in languages)
    return _list(said, words)


def skills_and_languages(resume: Resume, words: Words, first: str) -> Section:
    """Both as rows under one heading; `first` is the code of what comes first."""
    skills = _skills(resume.skills, words)
    if skills[-1].first == "":
        skills = (*skills[:-1], replace(skills[-1], first=words.headings["skills"]))
    languages = Entry(words.headings["languages"], _spoken(resume.languages, words))
    rows = (*skills, languages) if first == "skills" else (languages, *skills)
    return Section("skills and languages", words.headings["skills and languages"], "rows", rows)


def _interests(resume: Resume, words: Words) -> str:
    return _list((_bracketed(one.name, _list(one.parts, words), words) for one in resume.interests), words)


def heading_code(code: str, entries: tuple[Entry, ...]) -> str:
    """The code of the heading: of one reference it is another than of several."""
    return "reference" if code == "references" and len(entries) == 1 else code


MAKERS: dict[str, Callable[[Resume, Words], Made]] = {
    "summary": lambda resume, words: ("text", (Entry(text=resume.summary),)),
    "certificates": lambda resume, words: ("short", tuple(_certificate(one, words) for one in resume.certificates)),
    "projects": lambda resume, words: ("entries", tuple(_project(one, words) for one in resume.projects)),
    "publications": lambda resume, words: ("short", tuple(_publication(one, words) for one in resume.publications)),
    "awards": lambda resume, words: ("short", tuple(_award(one, words) for one in resume.awards)),
    "skills": lambda resume, words: ("rows", _skills(resume.skills, words)),
    "languages": lambda resume, words: ("text", (Entry(text=_spoken(resume.languages, words)),)),
    "interests": lambda resume, words: ("text", (Entry(text=_interests(resume, words)),)),
    "references": lambda resume, words: ("text", tuple(_reference(one, words) for one in resume.references)),
}
