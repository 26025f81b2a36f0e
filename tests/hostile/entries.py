"""Every way in for bytes from outside, each as one function: it puts something in, and ends as a worker would leave it.

What it answers is the state of the row that it made, or the name of the error that a page has words for.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from askwell.accounts.models import Workspace
from askwell.desk.actions.restore import WorkspaceNotEmpty, import_workspace
from askwell.desk.rules.archive import UnusableArchive
from askwell.opportunities.actions.errors import OpportunityError
from askwell.opportunities.actions.intakes import read_intake
from askwell.opportunities.actions.intakes import receive as receive_posting
from askwell.opportunities.choices import Brought
from askwell.outreach.actions.mail.keeping import keep_mail
from askwell.outreach.models import Thread
from askwell.outreach.rules.mail.headings import read_heading
from askwell.outreach.rules.mail.matching import Match
from askwell.people.actions import FileTooLargeError
from askwell.people.actions.imports import carry_on, receive_file, start_applying
from askwell.people.actions.scans import read_scans, receive_cards
from askwell.people.models import CardScan, Import
from askwell.portfolio.actions.bringing import read_file as read_resume
from askwell.portfolio.actions.bringing import receive_file as receive_resume
from askwell.portfolio.actions.bringing.errors import EmptyFileError
from askwell.portfolio.models import StoryFile
from askwell.practice.actions.recordings import receive_recording, write_recording_down
from askwell.practice.models import Recording

Entry = Callable[[Workspace, str, bytes, datetime], str]


def address_book(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    """An import, read and applied with its own guesses."""
    try:
        row = receive_file(workspace=workspace, filename=name, data=data, now=now)
    except FileTooLargeError as error:
        return type(error).__name__
    carry_on(workspace=workspace, import_id=row.pk, clock=lambda: now)
    row.refresh_from_db()
    if row.state == "ready":
        start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
        carry_on(workspace=workspace, import_id=row.pk, clock=lambda: now)
    return Import.objects.of(workspace).values_list("state", flat=True).get(pk=row.pk)


def card(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    scans = receive_cards(workspace=workspace, uploads=[(name, data)], paired=False, event_id=None, now=now)
    read_scans(workspace=workspace, batch=scans[0].batch, clock=lambda: now)
    return CardScan.objects.of(workspace).values_list("state", flat=True).get(pk=scans[0].pk)


def mail(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    """An answer in the first conversation there is, whatever it says."""
    thread = Thread.objects.of(workspace).earliest("id")
    heading = read_heading(data.partition(b"\r\n\r\n")[0])
    match = Match(thread.pk, sure=True, answers=True)
    kept = keep_mail(workspace=workspace, data=data, heading=heading, match=match, arrived_at=now, now=now)
    return kept.state if kept else "passed over"


def calendar(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    """A calendar as the only part of a mail."""
    head = b"From: daniel@harbourline.example\r\nMessage-ID: <c@x>\r\nContent-Type: text/calendar\r\n\r\n"
    return mail(workspace, name, head + data, now)


def resume(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    try:
        row = receive_resume(workspace=workspace, name=name, data=data, now=now)
    except EmptyFileError as error:
        return type(error).__name__
    read_resume(workspace=workspace, story_file_id=row.pk, clock=lambda: now)
    return StoryFile.objects.of(workspace).values_list("state", flat=True).get(pk=row.pk)


def posting(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    try:
        row = receive_posting(workspace=workspace, brought=Brought.FILE, data=data, name=name, now=now)
    except OpportunityError as error:
        return type(error).__name__
    read_intake(workspace=workspace, intake_id=row.pk, clock=lambda: now)
    row.refresh_from_db()
    return row.state


def recording(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    if not data:
        return "empty"
    row = receive_recording(workspace=workspace, sound=data, now=now)
    write_recording_down(workspace=workspace, recording_id=row.pk, clock=lambda: now)
    return Recording.objects.of(workspace).values_list("state", flat=True).get(pk=row.pk)


def restore(workspace: Workspace, name: str, data: bytes, now: datetime) -> str:
    try:
        return f"{import_workspace(workspace=workspace, data=data, now=now)} rows"
    except (UnusableArchive, WorkspaceNotEmpty) as error:
        return type(error).__name__


ENTRIES: Mapping[str, Entry] = {
    "address book": address_book, "card": card, "mail": mail, "calendar": calendar, "resume": resume,
    "posting": posting, "recording": recording, "restore": restore,
}  # fmt: skip


def table(words: list[str]) -> bytes:
    """LinkedIn's connections with one of these words in every column of a row."""
    text = io.StringIO()
    text.write("Notes:\n\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n")
    csv.writer(text).writerows([word] * 7 for word in words)
    return text.getvalue().encode(errors="replace")


def vcards(words: list[str]) -> bytes:
    parts = ("FN", "ORG", "TITLE", "NOTE", "EMAIL", "URL", "TEL", "BDAY")
    cards = ("\r\n".join(["BEGIN:VCARD", *(f"{part}:{word}" for part in parts), "END:VCARD"]) for word in words)
    return "\r\n".join(cards).encode(errors="replace")


def json_resume(words: list[str]) -> bytes:
    """Each word in every field of an entry, and one after the other in those that there is one of."""
    work = [
        {"name": word, "position": word, "startDate": word, "endDate": word, "summary": word, "highlights": [word]}
        for word in words
    ]
    basics = dict(zip(("name", "email", "phone", "url", "summary", "label"), words, strict=False))
    lists = {"skills": [{"name": word, "keywords": [word]} for word in words],
             "languages": [{"language": word, "fluency": word} for word in words],
             "education": [{"institution": word, "area": word, "startDate": word} for word in words]}  # fmt: skip
    return json.dumps({"basics": basics, "work": work, **lists}).encode()


def job_page(words: list[str]) -> bytes:
    """A page of postings, each with one of the words in every field."""
    jobs = [
        {"@context": "https://schema.org", "@type": "JobPosting", "title": word or "x", "description": word,
         "hiringOrganization": {"name": word}, "url": word, "datePosted": word, "validThrough": word,
         "baseSalary": {"currency": word, "value": {"value": word, "unitText": word}}, "jobLocation": word}
        for word in words
    ]  # fmt: skip
    script = json.dumps(jobs).replace("</", "<\\/")
    return f'<html><script type="application/ld+json">{script}</script><h1>Weaver</h1></html>'.encode()


def answer(word: str) -> bytes:
    head = f"From: {word} <daniel@harbourline.example>\r\nSubject: {word}\r\nMessage-ID: <{len(word)}@x>\r\n"
    return (head + f"Content-Type: text/plain; charset=utf-8\r\n\r\n{word}\r\n").encode(errors="replace")


def invitation(word: str) -> bytes:
    parts = ("UID:", "SUMMARY:", "DTSTART:", "LOCATION:", "RRULE:", "ORGANIZER:mailto:")
    event = ("BEGIN:VEVENT", *(part + word for part in parts), "END:VEVENT")
    lines = ("BEGIN:VCALENDAR", "METHOD:REQUEST", *event, "END:VCALENDAR")
    return "\r\n".join(lines).encode(errors="replace")


def archive(contents: object) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("askwell.json", contents if isinstance(contents, bytes) else json.dumps(contents))
    return packed.getvalue()


def contents_of(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return json.loads(file.read("askwell.json"))


def with_word(contents: Any, field: str, word: str) -> Any:
    """The same with the word in this field of every person."""
    people = [row | {field: word} if field in row else row for row in contents["tables"]["people.Person"]]
    return contents | {"tables": contents["tables"] | {"people.Person": people}}
