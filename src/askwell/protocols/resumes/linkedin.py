"""LinkedIn's data export (a zip of tables) to a `Resume`."""

import re
import zipfile
from collections.abc import Callable, Sequence
from typing import TypeVar

from askwell.lib.emails import normalise_email
from askwell.lib.links import normalise_link
from askwell.protocols.contacts.dates import parse_day
from askwell.protocols.resumes.bullets import summary_and_lines, without_bullet
from askwell.protocols.resumes.dates import parse_date
from askwell.protocols.resumes.degrees import split_degree
from askwell.protocols.resumes.found import Read, ResumeError
from askwell.protocols.resumes.json_in import has_content
from askwell.protocols.resumes.json_values import Notes
from askwell.protocols.resumes.linkedin_tables import Entry, entries, find_tables
from askwell.protocols.resumes.model import (
    Award,
    Certificate,
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
from askwell.protocols.resumes.places import locate
from askwell.protocols.resumes.tongues import language_of, level_of

_ENOUGH = {"profile", "positions", "education"}
_SITE = re.compile(r"(?:\b[A-Z_]+:)?(https?://[^\s,\]]+)")
_HANDLE = re.compile(r"\w{2,40}")
T = TypeVar("T")


def read_export(archive: zipfile.ZipFile) -> Read:
    """What the export says. Raises ResumeError "no_resume_in_zip"."""
    tables, others = find_tables(archive)
    if not tables.keys() & _ENOUGH:
        raise ResumeError("no_resume_in_zip")
    notes = Notes()
    told = {
        name: list(entries(name, info.filename.rsplit("/", 1)[-1], archive.read(info), notes))
        for name, info in tables.items()
    }
    resume = _Export(told, notes).resume()
    if others:
        notes.add("file_not_read", "", ", ".join(sorted(others)))
    return Read(resume, "linkedin", tuple(notes.remarks))


class _Export:
    """The rows of all tables, turned into the parts of a resume."""

    def __init__(self, told: dict[str, list[Entry]], notes: Notes) -> None:
        self._told, self._notes = told, notes

    def resume(self) -> Resume:
        profile = (self._rows("profile") or [Entry("Profile.csv")])[0]
        place = locate(profile.line("geo location"))
        first, last = profile.line("first name"), profile.line("last name")
        headline, summary = profile.line("headline"), self._summary(profile)
        work = self._list("positions", self._job)
        url, links = self._links(profile)
        return Resume(
            name=last + first if _is_chinese(last + first) else f"{first} {last}".strip(),
            headline=headline,
            summary=summary,
            email=self._email(),
            phone=self._phone(),
            url=url,
            place=place.town,
            region=place.region,
            country=place.country,
            address=profile.block("address"),
            postal_code=profile.line("zip code"),
            links=links,
            work=work,
            volunteering=self._list("volunteering", self._volunteering) + self._list("organizations", self._member),
            education=self._list("education", self._study),
            certificates=self._list("certifications", self._certificate)
            + self._list("courses", self._course)
            + self._list("test scores", self._score),
            projects=self._list("projects", self._project),
            skills=tuple(dict.fromkeys(self._list("skills", lambda row: Skill(row.line("name"))))),
            languages=self._list("languages", _spoken),
            awards=self._list("honors", self._award),
            publications=self._list("publications", self._publication) + self._list("patents", self._patent),
            references=self._list("recommendations received", _reference),
            language=language_of("\n".join([headline, summary, *(f"{job.title}\n{job.summary}" for job in work)])),
        )

    def _rows(self, name: str) -> Sequence[Entry]:
        return self._told.get(name, ())

    def _list(self, name: str, read: Callable[[Entry], T]) -> tuple[T, ...]:
        return tuple(found for found in map(read, self._rows(name)) if has_content(found))

    def _summary(self, profile: Entry) -> str:
        aside = [row.block("profile summary") for row in self._rows("profile summary")]
        return next(filter(None, [profile.block("summary"), *aside]), "")

    def _email(self) -> str:
        rows = sorted(self._rows("email addresses"), key=lambda row: row.line("primary").casefold() != "yes")
        found = [email for row in rows if (email := normalise_email(row.line("email address")))]
        for email in found[1:]:
            self._notes.add("unknown_field", "Email Addresses.csv", email)
        return next(iter(found), "")

    def _phone(self) -> str:
        rows = sorted(self._rows("phonenumbers"), key=lambda row: row.line("type").casefold() != "mobile")
        found = [f"{row.line('extension')} {row.line('number')}".strip() for row in rows if row.line("number")]
        for phone in found[1:]:
            self._notes.add("unknown_field", "PhoneNumbers.csv", phone)
        return next(iter(found), "")

    def _links(self, profile: Entry) -> tuple[str, tuple[Link, ...]]:
        sites = [link for site in _SITE.findall(profile.line("websites")) if (link := normalise_link(site))]
        handles = _HANDLE.findall(profile.line("twitter handles"))
        others = [Link(site) for site in sites[1:]]
        others += [Link(f"https://twitter.com/{handle}", "Twitter", handle) for handle in handles]
        return next(iter(sites), ""), tuple(others)

    def _date(self, row: Entry, name: str) -> str:
        text = row.line(name)
        day = None if not text or parse_date(text) else parse_day(text, None)
        found = parse_date(text) or (day.isoformat() if day else "")
        if text and not found:
            self._notes.add("date_unreadable", f"{row.where} {name}", text)
        return found

    def _link(self, row: Entry) -> str:
        text = row.line("url")
        link = normalise_link(text) if text else ""
        if link is None:
            self._notes.add("address_unreadable", f"{row.where} url", text)
        return link or ""

    def _job(self, row: Entry) -> Job:
        summary, lines = summary_and_lines(row.block("description"))
        return Job(
            title=row.line("title"),
            organisation=row.line("company name"),
            place=row.line("location"),
            start=self._date(row, "started on"),
            end=self._date(row, "finished on"),
            summary=summary,
            lines=lines,
        )

    def _volunteering(self, row: Entry) -> Job:
        summary, lines = summary_and_lines(row.block("description"))
        start, end = self._date(row, "started on"), self._date(row, "finished on")
        return Job(row.line("role"), row.line("company name"), "", start, end, summary=summary, lines=lines)

    def _member(self, row: Entry) -> Job:
        summary, lines = summary_and_lines(row.block("description"))
        start, end = self._date(row, "started on"), self._date(row, "finished on")
        return Job(row.line("position"), row.line("name"), "", start, end, summary=summary, lines=lines)

    def _study(self, row: Entry) -> Study:
        degree, field = split_degree(row.line("degree name"))
        return Study(
            institution=row.line("school name"),
            degree=degree,
            field=field,
            start=self._date(row, "start date"),
            end=self._date(row, "end date"),
            note=row.line("notes"),
            lines=tuple(filter(None, map(without_bullet, row.block("activities").splitlines()))),
        )

    def _certificate(self, row: Entry) -> Certificate:
        if row.line("finished on"):
            self._notes.add("unknown_field", f"{row.where} finished on", row.line("finished on"))
        return Certificate(row.line("name"), row.line("authority"), self._date(row, "started on"), self._link(row))

    def _course(self, row: Entry) -> Certificate:
        return Certificate(row.line("name"))

    def _score(self, row: Entry) -> Certificate:
        if row.line("description"):
            self._notes.add("unknown_field", f"{row.where} description", row.line("description"))
        return Certificate(": ".join(filter(None, (row.line("name"), row.line("score")))), "", self._date(row, "date"))

    def _project(self, row: Entry) -> Project:
        summary, lines = summary_and_lines(row.block("description"))
        start, end = self._date(row, "started on"), self._date(row, "finished on")
        return Project(row.line("title"), start=start, end=end, summary=summary, lines=lines, url=self._link(row))

    def _award(self, row: Entry) -> Award:
        return Award(row.line("title"), "", self._date(row, "issued on"), row.block("description"))

    def _publication(self, row: Entry) -> Publication:
        return Publication(
            row.line("name"), row.line("publisher"), self._date(row, "published on"), self._link(row),
            row.block("description"),
        )  # fmt: skip

    def _patent(self, row: Entry) -> Publication:
        date = self._date(row, "issued on") or self._date(row, "filed on")
        return Publication(row.line("title"), row.line("issuer"), date, self._link(row), row.block("description"))


def _spoken(row: Entry) -> Spoken:
    said = row.line("proficiency")
    return Spoken(row.line("name"), level_of(said), said)


def _reference(row: Entry) -> Reference:
    role = ", ".join(filter(None, (row.line("job title"), row.line("company"))))
    first, last = row.line("first name"), row.line("last name")
    name = last + first if _is_chinese(last + first) else f"{first} {last}".strip()
    return Reference(name=name, role=role, words=row.block("text"))


def _is_chinese(name: str) -> bool:
    return bool(name) and not name.isascii() and all("\u3400" <= char <= "\u9fff" for char in name)
