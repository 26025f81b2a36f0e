"""Everything from everywhere: persons first, then organisations, targets, notes and messages."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from askwell.accounts.models import Workspace
from askwell.lib.text import fold
from askwell.outreach.models import Message, Target
from askwell.people.models import Note, Organisation
from askwell.people.queries import FoundPerson, search

PEOPLE_SHOWN, PLACES_SHOWN, TEXTS_SHOWN, TARGETS_SHOWN = 20, 8, 10, 6
AROUND = 70
"""How many characters of a text stand before and after what was found in it."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """An organisation (`known` people there now) or a target."""

    id: UUID
    name: str
    known: int = 0


@dataclass(frozen=True, slots=True)
class FoundText:
    """A note or a message of or to a person, cut to the surroundings of what was found."""

    person_id: UUID
    given: str
    family: str
    native: str
    text: str
    at: datetime
    thread_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Found:
    persons: list[FoundPerson]
    organisations: list[FoundPlace]
    targets: list[FoundPlace]
    notes: list[FoundText]
    messages: list[FoundText]

    def __bool__(self) -> bool:
        return bool(self.persons or self.organisations or self.targets or self.notes or self.messages)


def find(workspace: Workspace, text: str) -> Found:
    """What holds the words of `text`: persons ranked, the rest newest or best known first."""
    words = text.split()[:8]
    if not words:
        return Found([], [], [], [], [])
    return Found(
        search(workspace, text, limit=PEOPLE_SHOWN),
        organisations(workspace, text, PLACES_SHOWN),
        targets(workspace, text, PLACES_SHOWN),
        _notes(workspace, words),
        _messages(workspace, words),
    )


def find_quickly(workspace: Workspace, text: str, *, limit: int) -> Found:
    """Persons, organisations and targets only: while the seeker types."""
    if not text.strip():
        return Found([], [], [], [], [])
    return Found(
        search(workspace, text, limit=limit), organisations(workspace, text, 3), targets(workspace, text, 2), [], []
    )


def organisations(workspace: Workspace, text: str, limit: int) -> list[FoundPlace]:
    """Organisations whose folded name holds the text, the best known first."""
    found = Organisation.objects.of(workspace).filter(key__contains=fold(text)).order_by("-known", "name")
    return [FoundPlace(*values) for values in found.values_list("id", "name", "known")[:limit]]


def targets(workspace: Workspace, text: str, limit: int) -> list[FoundPlace]:
    found = Target.objects.of(workspace).filter(key__contains=fold(text), removed_at=None).order_by("name")
    return [FoundPlace(*values) for values in found.values_list("id", "name")[:limit]]


def aimed_at(workspace: Workspace) -> list[FoundPlace]:
    """The employers aimed at that are known as organisations, those of this week first: `id` is the organisation's."""
    aimed = Target.objects.of(workspace).filter(removed_at=None, organisation__isnull=False)
    found = aimed.order_by("-is_active", "-motivation", "name").values_list("organisation_id", "name")
    return [FoundPlace(*values) for values in found[:TARGETS_SHOWN]]


def _notes(workspace: Workspace, words: list[str]) -> list[FoundText]:
    found = Note.objects.of(workspace).filter(_all("text", words)).order_by("-written_at", "-id")
    columns = ("person_id", "person__given_name", "person__family_name", "person__native_name", "text", "written_at")
    return [
        FoundText(person_id, given, family, native, surroundings(text, words), at)
        for person_id, given, family, native, text, at in found.values_list(*columns)[:TEXTS_SHOWN]
    ]


def _messages(workspace: Workspace, words: list[str]) -> list[FoundText]:
    found = Message.objects.of(workspace).filter(_all("body", words) | _all("subject", words))
    person = ("thread__person", "thread__person__given_name", "thread__person__family_name")
    columns = (*person, "thread__person__native_name", "subject", "body", "happened_at", "thread_id")
    rows = found.order_by("-happened_at", "-id").values_list(*columns)[:TEXTS_SHOWN]
    return [
        FoundText(person_id, given, family, native, surroundings(f"{subject} {body}".strip(), words), at, thread_id)
        for person_id, given, family, native, subject, body, at, thread_id in rows
    ]


def _all(column: str, words: list[str]) -> Q:
    return Q(*(Q(**{f"{column}__icontains": word}) for word in words))


def surroundings(text: str, words: list[str]) -> str:
    """The part of a text around the first of the words, cut at its ends with an ellipsis."""
    line = " ".join(text.split())
    places = [place for word in words if (place := line.lower().find(word.lower())) >= 0]
    start = max(min(places, default=0) - AROUND, 0)
    end = start + 2 * AROUND + 20
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
