"""Turns records into rows of persons, addresses, employers, roles, ties, notes and tags, many at a time."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from askwell.accounts.models import Workspace
from askwell.accounts.queries import day_in
from askwell.lib.ids import uuid7
from askwell.lib.text import fold
from askwell.people.actions.bulk import indexing_at_once, insert_rows, update_rows
from askwell.people.actions.imports.reading import past_employers
from askwell.people.actions.imports.telling import (
    RoleKey,
    day,
    notes_of,
    role_key,
    roles_in,
    stopped_since,
    tags_of,
)
from askwell.people.actions.indexing import reindex, sort_key
from askwell.people.actions.stopping import settle_stops
from askwell.people.actions.whereabouts import region_at
from askwell.people.choices import ContactKind, Obtained, Strength, TieKind
from askwell.people.models import (
    ContactPoint,
    Import,
    Note,
    Organisation,
    Person,
    PersonTag,
    Role,
    Tag,
    Tie,
)  # fmt: skip
from askwell.people.rules.duplicates import contact_key, stand_in
from askwell.people.rules.index import index_columns, mark_of
from askwell.people.rules.organisations import organisation_key
from askwell.people.rules.tags import tag_key
from askwell.protocols.contacts import ContactRecord
from askwell.protocols.contacts.own import OwnFacts

PERSON = (
    "id", "given_name", "family_name", "native_name", "reading", "nickname", "credentials", "sort_key", "languages",
    "place", "region", "known_since", "source_row", "search_name", "search_organisation", "search_title", "search_note",
    "workspace_id", "source_import_id", "obtained", "obtained_on", "created_at", "updated_at", "time_zone",
    "do_not_contact_at", "do_not_contact_why", "keeps_lunar_new_year", "version",
)  # fmt: skip
POINT = (
    "id", "person_id", "kind", "value", "key", "workspace_id", "source_import_id", "obtained", "obtained_on",
    "obtained_from",
)  # fmt: skip
ROLE = (
    "id", "person_id", "organisation_id", "title", "workspace_id", "source_import_id", "is_current", "started_on",
    "ended_on",
)  # fmt: skip
ORGANISATION = ("id", "name", "key", "known", "workspace_id", "source_import_id")
TIE = ("id", "person_id", "kind", "strength", "workspace_id", "source_import_id", "how_met")
NOTE = ("id", "person_id", "text", "workspace_id", "source_import_id", "written_at")
TAG = ("id", "name", "key", "workspace_id")
PERSON_TAG = ("id", "person_id", "tag_id", "workspace_id", "source_import_id")


class Writer:
    """Collects rows of one import and writes them with `flush`, in the caller's transaction.

    Knows the workspace's employers and tags, so that each is made once.
    """

    def __init__(self, row: Import, now: datetime) -> None:
        self.row, self.now = row, now
        self.workspace: Workspace = row.workspace
        self._mark = mark_of(row.workspace_id)
        self._organisations = dict(Organisation.objects.of(self.workspace).values_list("key", "id"))
        self._tags = dict(Tag.objects.of(self.workspace).values_list("key", "id"))
        self._mine = (row.workspace_id, row.pk)
        self._obtained, self._today = Obtained(row.source).value, day_in(self.workspace, now)
        former = past_employers(self.workspace) if row.options.get("former_colleagues") else []
        self._past = {organisation_key(name) for name in former}
        self._tie = TieKind(row.options.get("tie") or TieKind.NONE).value
        self._start()

    def _start(self) -> None:
        self._people: list[tuple[Any, ...]] = []
        self._points: list[tuple[Any, ...]] = []
        self._roles: list[tuple[Any, ...]] = []
        self._ties: list[tuple[Any, ...]] = []
        self._notes: list[tuple[Any, ...]] = []
        self._new_tags: list[tuple[Any, ...]] = []
        self._person_tags: list[tuple[Any, ...]] = []
        self._came_back: list[UUID] = []
        self._new_organisations: dict[UUID, tuple[str, str]] = {}
        self._moved: dict[UUID, int] = {}

    def person(self, record: ContactRecord) -> UUID:
        """A new person with everything the record tells. Returns the id."""
        name, person_id, own = record.name, uuid7(), record.own or OwnFacts()
        named = name.given or name.family or name.native
        given = name.given if named else stand_in(record)
        columns = index_columns(
            self._mark,
            names=(given, name.family, name.nickname) if name.nickname else (given, name.family),
            native=name.native,
            organisations=(record.organisation,),
            titles=(record.title, record.department) if record.department else (record.title,),
            notes=[text for text in (record.place, *record.emails, *record.links, record.note, *record.tags) if text],
            phones=record.phones,
        )
        self._people.append((
            person_id, given[:120], name.family[:120], name.native[:60], name.reading[:120], name.nickname[:60],
            ", ".join(name.credentials)[:120], sort_key(name) or fold(given)[:200],
            " ".join(record.languages)[:60], record.place[:120],
            region_at(record.place, own.time_zone),
            record.known_since, record.number, *columns,
            *self._mine, self._obtained, self._today, self.now, self.now, own.time_zone[:64],
            stopped_since(own, self.now), own.stopped_why[:200], own.keeps_lunar_new_year, 1,
        ))  # fmt: skip
        self.points(person_id, record)
        self.roles(person_id, record)
        self.ties(person_id, record)
        for text, written_at in notes_of(record):
            self.note(person_id, text, written_at)
        for tag in tags_of(record):
            self.tag(person_id, tag)
        if record.own:
            self._came_back.append(person_id)
        return person_id

    def points(self, person_id: UUID, record: ContactRecord, known: set[tuple[str, str]] | None = None) -> list[UUID]:
        """The record's addresses that are not `known` yet (and are then). Returns the new rows' ids."""
        seen = set() if known is None else known
        start = len(self._points)
        if record.own:
            for kind, value, *consent in record.own.points:
                if kind in set(ContactKind):
                    self._point(person_id, kind, value, seen, *consent)
            return [point[0] for point in self._points[start:]]
        for kind, values in (("email", record.emails), ("phone", record.phones), ("link", record.links)):
            for value in values:
                self._point(person_id, kind, value, seen)
        if record.wechat:
            self._point(person_id, ContactKind.WECHAT.value, record.wechat, seen)
        return [point[0] for point in self._points[start:]]

    def _point(
        self, person_id: UUID, kind: str, value: str, seen: set[tuple[str, str]],
        obtained: str = "", obtained_on: str = "", obtained_from: str = "",
    ) -> None:  # fmt: skip
        key = contact_key(kind, value)[:320]
        if value and (kind, key) not in seen:
            seen.add((kind, key))
            told = obtained in set(Obtained)
            how, on = (obtained, day(obtained_on)) if told else (self._obtained, self._today)
            self._points.append((uuid7(), person_id, kind, value[:320], key, *self._mine, how, on, obtained_from[:120]))

    def roles(self, person_id: UUID, record: ContactRecord, held: set[RoleKey] | None = None) -> list[UUID]:
        """What the record tells of what they do, and of what they did before, but nothing that is `held` already (and
        is then). Another title at an employer where one is held counts as a former one. Returns the new rows' ids."""
        held = set() if held is None else held
        added = []
        for title, organisation, started, ended, is_current in roles_in(record):
            employer, _ = key = role_key(organisation, title)
            if key not in held and (title or employer not in {one for one, _ in held}):
                current = is_current and (employer not in {one for one, known in held if known} or not employer)
                added.append(self._role(person_id, organisation, title, current, day(started), day(ended)))
                held.add(key)
        return added

    def _role(
        self, person_id: UUID, organisation: str, title: str, is_current: bool = True,
        started: date | None = None, ended: date | None = None,
    ) -> UUID:  # fmt: skip
        role_id, employer = uuid7(), self._organisation(organisation, counts=is_current)
        self._roles.append((role_id, person_id, employer, title[:200], *self._mine, is_current, started, ended))
        return role_id

    def note(self, person_id: UUID, text: str, written_at: datetime | None = None) -> UUID:
        note_id = uuid7()
        self._notes.append((note_id, person_id, text, *self._mine, written_at or self.now))
        return note_id

    def tag(self, person_id: UUID, name: str) -> UUID:
        key = tag_key(name)
        if key not in self._tags:
            self._tags[key] = uuid7()
            self._new_tags.append((self._tags[key], name[:60], key, self.row.workspace_id))
        row_id = uuid7()
        self._person_tags.append((row_id, person_id, self._tags[key], *self._mine))
        return row_id

    def ties(self, person_id: UUID, record: ContactRecord) -> list[UUID]:
        """The ties that an export of ours tells of; else the one that this import gives everyone, or a former
        colleague's. Returns the new rows' ids."""
        kind = self.tie_of(record)
        strength = Strength.GOOD if kind == TieKind.FORMER_COLLEAGUE else Strength.SLIGHT
        told = [(kind, strength.value, "")] if kind != TieKind.NONE else []
        if record.own and record.own.ties:
            told = [tie for tie in record.own.ties if tie[0] in set(TieKind) and tie[1] in set(Strength)]
        ids = []
        for kind, how_well, how_met in {tie[0]: tie for tie in told}.values():
            ids.append(uuid7())
            self._ties.append((ids[-1], person_id, kind, how_well, *self._mine, how_met[:200]))
        return ids

    def tie_of(self, record: ContactRecord) -> str:
        """How the seeker knows them, as far as this import says: the kind of a TieKind."""
        if self._past and organisation_key(record.organisation) in self._past:
            return TieKind.FORMER_COLLEAGUE.value
        return self._tie

    def _organisation(self, name: str, *, counts: bool) -> UUID | None:
        """The employer of that name; `counts` for somebody who is there now."""
        if not name:
            return None
        key = organisation_key(name)
        employer = self._organisations.get(key)
        if employer is None:
            employer = self._organisations[key] = uuid7()
            self._new_organisations[employer] = (name[:200], key)
        self._moved[employer] = self._moved.get(employer, 0) + counts
        return employer

    def flush(self) -> None:
        """Write everything collected."""
        new, moved = self._new_organisations, self._moved
        rows = [(id, name, key, moved[id], *self._mine) for id, (name, key) in new.items()]
        insert_rows(Organisation, ORGANISATION, rows)
        self._recount([(count, id) for id, count in moved.items() if id not in new])
        with indexing_at_once([person[0] for person in self._people]):
            insert_rows(Person, PERSON, self._people)
        insert_rows(ContactPoint, POINT, self._points)
        insert_rows(Role, ROLE, self._roles)
        insert_rows(Tie, TIE, self._ties)
        insert_rows(Note, NOTE, self._notes)
        insert_rows(Tag, TAG, self._new_tags)
        insert_rows(PersonTag, PERSON_TAG, self._person_tags)
        if came_back := self._came_back:
            reindex(self.workspace, came_back)
            settle_stops(self.workspace, came_back, self.now)
        self._start()

    def _recount(self, moved: Sequence[tuple[int, UUID]]) -> None:
        known = dict(
            Organisation.objects.of(self.workspace).filter(id__in=[id for _, id in moved]).values_list("id", "known")
        )
        counts = [(known.get(id, 0) + count, id) for count, id in moved]
        update_rows(Organisation, ("known",), counts, workspace=self.workspace)
