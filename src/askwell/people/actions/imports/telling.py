"""What a record says, put as the tables hold it."""

import re
from datetime import UTC, date, datetime

from askwell.lib.text import fold
from askwell.people.rules.organisations import organisation_key
from askwell.people.rules.tags import tag_key
from askwell.protocols.contacts import ContactRecord
from askwell.protocols.contacts.own import OwnFacts

YEARS = range(1900, 2200)
"""Of what an export of ours may tell. A moment at either end of the calendar has no local time everywhere."""
_zoned = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$")

RoleKey = tuple[str, str]
"""The employer's key, the folded title."""


def roles_in(record: ContactRecord) -> list[tuple[str, str, str, str, bool]]:
    """Title, organisation, since and until (ISO dates or empty), whether it is held now."""
    if record.own:
        return list(record.own.roles)
    title = record.title or record.department
    return [(title, record.organisation, "", "", True)] if record.organisation or title else []


def role_key(organisation: str, title: str) -> RoleKey:
    """What makes two roles of one person one."""
    return organisation_key(organisation) if organisation else "", fold(title)


def tags_of(record: ContactRecord) -> list[str]:
    """A record's tags, each once however it is written."""
    return list({key: tag for tag in record.tags if (key := tag_key(tag))}.values())


def notes_of(record: ContactRecord) -> list[tuple[str, datetime | None]]:
    """A record's notes, with when each was written where that is known."""
    if record.own:
        return [(text, moment(written)) for text, written in record.own.notes if text]
    return [(record.note, None)] if record.note else []


def stopped_since(own: OwnFacts, now: datetime) -> datetime | None:
    """Since when an export of ours says that they are not to be contacted; `now` where it only says that they are
    not; None where it says nothing."""
    return (moment(own.stopped) or now) if own.stopped else None


def moment(text: str) -> datetime | None:
    """The moment (UTC) that an export of ours wrote; None for anything else."""
    try:
        found = datetime.fromisoformat(text).astimezone(UTC) if _zoned.search(text) else None
    except (ValueError, OverflowError):
        return None
    return found if found and found.year in YEARS else None


def day(text: str) -> date | None:
    """The day that an export of ours wrote; None for anything else."""
    try:
        found = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found and found.year in YEARS else None


def filled(value: date | str | None) -> str:
    """A field's value as `ImportRow.changes` keeps it."""
    return value.isoformat() if isinstance(value, date) else value or ""
