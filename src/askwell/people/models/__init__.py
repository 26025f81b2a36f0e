"""Persons, organisations, imports, cards and everything that ties them to the seeker."""

from askwell.people.models.consent import StoppedAddress
from askwell.people.models.events import CardPicture, CardScan, Encounter, Event
from askwell.people.models.imports import Import, ImportRow
from askwell.people.models.pairs import Merge, Pair, PairSearch
from askwell.people.models.persons import (
    ContactPoint,
    Introduction,
    Note,
    Organisation,
    Person,
    PersonTag,
    Role,
    Tag,
    Tie,
)
from askwell.people.models.signals import (
    contact_allowed,
    contact_stopped,
    employers_aimed_at,
    encounters_changed,
    persons_in_use,
    persons_merged,
    persons_parted,
    whereabouts_changed,
)

__all__ = [
    "CardPicture",
    "CardScan",
    "ContactPoint",
    "Encounter",
    "Event",
    "Import",
    "ImportRow",
    "Introduction",
    "Merge",
    "Note",
    "Organisation",
    "Pair",
    "PairSearch",
    "Person",
    "PersonTag",
    "Role",
    "StoppedAddress",
    "Tag",
    "Tie",
    "contact_allowed",
    "contact_stopped",
    "employers_aimed_at",
    "encounters_changed",
    "persons_in_use",
    "persons_merged",
    "persons_parted",
    "whereabouts_changed",
]
