"""What is compared: the values that a person or a row of a file has."""

from datetime import date
from typing import NamedTuple

from askwell.lib.names import PersonName
from askwell.protocols.contacts import ContactRecord


class Job(NamedTuple):
    """A role: where, as what, from when to when. Empty or None where it is not known."""

    organisation: str = ""
    title: str = ""
    started_on: date | None = None
    ended_on: date | None = None


class Record(NamedTuple):
    """A person as one source tells of them. Values as `lib` normalises them: e-mails in lower case, phones
    E.164. `other_names`: a maiden name, another spelling. `notes` may mention a former employer."""

    name: PersonName
    other_names: tuple[PersonName, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    jobs: tuple[Job, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""


def record_of(contact: ContactRecord, source: str = "") -> Record:
    """A row of an address book as it is compared."""
    job = Job(contact.organisation, contact.title)
    return Record(
        contact.name,
        emails=contact.emails,
        phones=contact.phones,
        links=contact.links,
        jobs=(job,) if job.organisation or job.title else (),
        notes=(contact.note,) if contact.note else (),
        source=source,
    )
