"""Layouts written as Word documents."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Pt

from tests.protocols.resumes.made.people import level, local, span, when

Person = dict[str, Any]


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def lines(holder: Any, texts: Sequence[str], style: str | None = None) -> None:
    for text in texts:
        holder.add_paragraph(text, style=style)


def bold(holder: Any, text: str, size: float = 0.0) -> Any:
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    if size:
        run.font.size = Pt(size)
    return paragraph


def _at_right(paragraph: Any, text: str, leader: Any = WD_TAB_LEADER.SPACES) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, leader)
    paragraph.add_run("\t" + text)


def spoken(person: Person, language: str, between: str = ": ") -> list[str]:
    return [f"{one['name']}{between}{level(one, language)}" for one in person["languages"]]


def side_table(person: Person) -> Any:
    """A table of two cells: contact at the left, the rest at the right; several roles below one employer."""
    document = docx.Document()
    left, right = document.add_table(1, 2).rows[0].cells
    bold(left, "CONTACT")
    lines(left, [person["email"], local(person), f"{person['city']}, ON"])
    bold(left, "SKILLS")
    lines(left, person["skills"], "List Bullet")
    bold(left, "LANGUAGES")
    lines(left, spoken(person, "en"))
    right.paragraphs[0].add_run(person["name"]).font.size = Pt(24)
    lines(right, [person["headline"]])
    bold(right, "EXPERIENCE")
    for before, job in zip([{}, *person["work"]], person["work"], strict=False):
        if before.get("company") != job["company"]:
            bold(right, f"{job['company']}, {job['location']}")
        right.add_paragraph().add_run(job["title"]).italic = True
        right.paragraphs[-1].add_run(f" | {span(job, 'en')}")
        lines(right, job["highlights"], "List Bullet")
    bold(right, "EDUCATION")
    lines(
        right,
        [f"{one['degree']} in {one['field']}\n{one['institution']} | {span(one, 'en')}" for one in person["education"]],
    )
    bold(right, "CERTIFICATIONS")
    lines(right, [f"{one['name']} – {one['issuer']} – {when(one['date'], 'en')}" for one in person["certificates"]])
    bold(right, "VOLUNTEERING")
    lines(right, [f"{one['role']}, {one['organisation']} | {span(one, 'en')}" for one in person["volunteer"]])
    return document


def bold_capitals(person: Person) -> Any:
    """French, headings only bold and in capitals, dates at the right behind dots, titles in italics below."""
    document = docx.Document()
    bold(document, person["name"], 16)
    lines(document, [person["headline"], f"{person['city']}, QC  |  {local(person)}  |  {person['email']}"])
    bold(document, "EXPÉRIENCES DE TRAVAIL")
    for job in person["work"]:
        _at_right(bold(document, f"{job['company']}, {job['location']}"), span(job, "fr"), WD_TAB_LEADER.DOTS)
        document.add_paragraph().add_run(job["title"]).italic = True
        lines(document, job["highlights"], "List Bullet")
    bold(document, "FORMATION")
    for study in person["education"]:
        _at_right(bold(document, study["institution"]), span(study, "fr"), WD_TAB_LEADER.DOTS)
        lines(document, [f"{study['degree']}, {study['field']}"])
    bold(document, "BÉNÉVOLAT")
    for one in person["volunteer"]:
        _at_right(bold(document, one["organisation"]), span(one, "fr"))
        document.add_paragraph().add_run(one["role"]).italic = True
    bold(document, "COMPÉTENCES")
    lines(document, [" • ".join(person["skills"])])
    bold(document, "LANGUES")
    lines(document, spoken(person, "fr", " – "))
    bold(document, "CERTIFICATS")
    lines(
        document, [f"{one['name']}, {one['issuer']}, {when(one['date'], 'french')}" for one in person["certificates"]]
    )
    return document


def since(person: Person) -> Any:
    """French, "Depuis mars 2021", "De mai 2018 à février 2021" before a tab."""
    document = docx.Document()
    document.add_paragraph(person["name"], style="Title")
    reach = f"Tél. : {local(person)}\nCourriel : {person['email']}\nAdresse : {person['city']} (Québec) G1R 0A1"
    lines(document, [f"{person['headline']}\n{reach}"])

    def dates(one: dict[str, str]) -> str:
        return f"De {span(one, 'french', ' à ')}" if one["end"] else f"Depuis {when(one['start'], 'french')}"

    document.add_heading("Expériences professionnelles", 2)
    for job in person["work"]:
        paragraph = document.add_paragraph(f"{dates(job)}\t")
        paragraph.add_run(job["title"]).bold = True
        paragraph.add_run(f", {job['company']}, {job['location']}")
        lines(document, job["highlights"], "List Bullet")
    document.add_heading("Études", 2)
    for study in person["education"]:
        lines(
            document,
            [f"{span(study, 'fr', '-')}\t{study['degree']} en {study['field'].lower()}, {study['institution']}"],
        )
    document.add_heading("Bénévolat", 2)
    lines(document, [f"{dates(one)}\t{one['role']}, {one['organisation']}" for one in person["volunteer"]])
    document.add_heading("Compétences", 2)
    lines(document, [", ".join(person["skills"])])
    document.add_heading("Langues", 2)
    lines(document, spoken(person, "fr", " : "), "List Bullet")
    document.add_heading("Certifications", 2)
    given = [f"{one['name']}, {one['issuer']}, {when(one['date'], 'french')}" for one in person["certificates"]]
    lines(document, given, "List Bullet")
    return document


def styled(person: Person) -> Any:
    """Styles for all: the name is the title, each job a heading of its own, languages and certificates in tables."""
    document = docx.Document()
    document.add_heading(person["name"], 0)
    document.add_paragraph(person["headline"], style="Subtitle")
    lines(
        document,
        [f"Phone: {person['phone']}\nEmail: {person['email']}\nAddress: {person['city']}, Nova Scotia, Canada"],
    )
    document.add_heading("Work History", 1)
    for job in person["work"]:
        document.add_heading(job["title"], 3)
        lines(document, [f"{job['company']} — {job['location']}", span(job, "english", " to ")])
        lines(document, job["highlights"], "List Bullet")
    document.add_heading("Education", 1)
    for study in person["education"]:
        document.add_heading(f"{study['degree']}, {study['field']}", 3)
        lines(document, [study["institution"], span(study, "english", " to ")])
    document.add_heading("Key Skills", 1)
    lines(document, person["skills"], "List Bullet")
    document.add_heading("Languages", 1)
    _table(document, [(one["name"], level(one, "en")) for one in person["languages"]])
    document.add_heading("Certifications", 1)
    _table(document, [(one["name"], one["issuer"], when(one["date"], "english")) for one in person["certificates"]])
    document.add_heading("Volunteer Experience", 1)
    for one in person["volunteer"]:
        document.add_heading(one["role"], 3)
        lines(document, [one["organisation"], span(one, "english", " to ")])
    return document


def _table(document: Any, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def plain(person: Person) -> Any:
    """No styles at all, items behind hyphens, everything between commas."""
    document = docx.Document()
    reach = f"{person['city']}, BC, {local(person)}, {person['email']}"
    lines(document, [person["name"], person["headline"], reach, "", "WORK EXPERIENCE"])
    for job in person["work"]:
        lines(document, [f"{job['company']}, {job['location']}", f"{job['title']}, {span(job, 'en')}"])
        lines(document, [f"- {line}" for line in job["highlights"]])
    lines(document, ["", "EDUCATION"])
    for one in person["education"]:
        lines(document, [f"{one['institution']}, {one['degree']} in {one['field']}, {span(one, 'en', '-')}"])
    lines(document, ["", "SKILLS", "; ".join(person["skills"]), "", "LANGUAGES", ", ".join(spoken(person, "en", " "))])
    lines(document, ["", "CERTIFICATES"])
    lines(document, [f"{when(one['date'], 'en')}: {one['name']}, {one['issuer']}" for one in person["certificates"]])
    lines(document, ["", "VOLUNTEER WORK"] if person["volunteer"] else [])
    lines(document, [f"{one['organisation']}, {one['role']}, {span(one, 'en')}" for one in person["volunteer"]])
    return document


def grid(person: Person) -> Any:
    """Tables with a head: dates, employer, position."""
    document = docx.Document()
    lines(document, [person["name"], person["headline"], f"{person['email']}, {local(person)}, {person['city']}"])
    document.add_heading("Experience", 2)
    jobs = [(span(job, "figures"), job["company"], job["title"]) for job in person["work"]]
    _table(document, [("Dates", "Employer", "Position"), *jobs])
    document.add_heading("Education", 2)
    studies = [
        (span(one, "figures", "-"), one["institution"], f"{one['degree']} in {one['field']}")
        for one in person["education"]
    ]
    _table(document, [("Dates", "School", "Program"), *studies])
    document.add_heading("Skills", 2)
    lines(document, [", ".join(person["skills"])])
    document.add_heading("Languages", 2)
    lines(document, [", ".join(spoken(person, "en"))])
    document.add_heading("Certifications", 2)
    lines(
        document, [f"{when(one['date'], 'figures')} {one['name']}, {one['issuer']}" for one in person["certificates"]]
    )
    document.add_heading("Volunteering", 2)
    given = [(span(one, "figures"), one["organisation"], one["role"]) for one in person["volunteer"]]
    _table(document, [("Dates", "Employer", "Position"), *given])
    return document


def in_the_header(person: Person) -> Any:
    """Name and contact in the page's header, bars between all parts of an entry, skills in groups."""
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].add_run(person["name"]).bold = True
    header.add_paragraph(f"{person['city']}, BC | {local(person)} | {person['email']} | github.com/example-person")
    lines(document, [person["headline"]])
    document.add_heading("Experience", 1)
    for job in person["work"]:
        bold(document, f"{job['company']} | {job['title']} | {job['location']} | {span(job, 'en')}")
        lines(document, job["highlights"], "List Bullet")
    document.add_heading("Education", 1)
    for one in person["education"]:
        lines(document, [f"{one['institution']} | {one['degree']}, {one['field']} | {span(one, 'en')}"])
    document.add_heading("Skills", 1)
    lines(document, [f"Languages: {', '.join(person['skills'][:2])}", f"Tools: {', '.join(person['skills'][2:])}"])
    document.add_heading("Languages", 1)
    lines(document, [" • ".join(f"{one['name']} ({level(one, 'en')})" for one in person["languages"])])
    document.add_heading("Certifications", 1)
    given = [f"{one['name']} | {one['issuer']} | {when(one['date'], 'en')}" for one in person["certificates"]]
    lines(document, given, "List Bullet")
    document.add_heading("Volunteer Work", 1)
    lines(document, [f"{one['organisation']} | {one['role']} | {span(one, 'en')}" for one in person["volunteer"]])
    return document


LAYOUTS: tuple[tuple[str, Callable[[Person], Any]], ...] = (
    ("priya", side_table), ("chloe", bold_capitals), ("antoine", bold_capitals), ("fatou", since), ("marie", since),
    ("omar", styled), ("mei", styled), ("dmitri", plain), ("mei", plain), ("kwame", grid), ("ravi", in_the_header),
)  # fmt: skip
