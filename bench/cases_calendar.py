"""Calendar mail of the labelled cases, read as the application reads it."""

from datetime import UTC, date, datetime
from pathlib import Path

from askwell.protocols.calendar import Event, read

ZONE = "America/Vancouver"


def predict(folder: Path) -> dict[str, object]:
    """File -> what score.py compares."""
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".eml", ".ics"))
    return {path.name: _told(path.read_bytes()) for path in paths}


def _told(data: bytes) -> dict[str, object]:
    reading = read(data, zone=ZONE)
    return {
        "method": reading.method,
        "attendee": reading.attendee,
        "partstat": reading.answer or "",
        "events": [_event(event) for event in reading.events],
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "uid": event.uid,
        "sequence": event.sequence,
        "recurrence_id": _when(event.recurrence_id),
        "start": _when(event.start),
        "end": _when(event.end),
        "all_day": event.all_day,
        "summary": event.summary,
        "status": event.status,
        "organizer": event.organizer.email if event.organizer else "",
        "attendees": [{"email": one.email, "partstat": one.answer} for one in event.attendees],
        "rrule": event.rrule,
    }


def _when(when: date | None) -> str:
    if isinstance(when, datetime):
        return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return when.isoformat() if when else ""
