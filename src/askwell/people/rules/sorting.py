"""Sorts the records of an address book into new, merged, likely and aside, one at a time, in file order.

The ledger knows everyone there already is: persons of the workspace and the records that came before.
Each is filed under its addresses and under (employer, name word); a record is only compared with whom it
shares one of these, so that 300,000 records cost little more than ten times 30,000.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from askwell.people.choices import RowOutcome
from askwell.people.rules.duplicates import CERTAIN, Identity, Likeness, blocks, identity_of, likeness
from askwell.people.rules.stopping import Stopped
from askwell.people.rules.stored import record_to_json, same_facts
from askwell.protocols.contacts import Aside, ContactRecord

Owner = UUID | int
"""A person's id, or the number of a record that comes before in the file."""

NEW = "new"
_MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a record: `outcome` is "new" or a RowOutcome, `owner` whom it belongs to or may."""

    outcome: str
    reason: str = ""
    owner: Owner | None = None


class Ledger:
    """Everyone known so far, filed so that a record's likeness is found without comparing all."""

    def __init__(self, do_not_contact: Iterable[UUID] = (), stopped: Stopped | None = None) -> None:
        self._identities: list[Identity] = []
        self._owners: list[Owner] = []
        self._filed: dict[int, int | list[int]] = {}
        self._rows: dict[int, int] = {}
        self._aliases: dict[str, str] = {}
        self._stopped = frozenset(do_not_contact)
        self._hashes = stopped or Stopped()
        self._asked: dict[int, UUID | None] = {}

    def add(self, identity: Identity, owner: Owner) -> None:
        """File somebody."""
        self._add(identity, owner, _places_of(identity))

    def _add(self, identity: Identity, owner: Owner, keys: list[int]) -> None:
        place = len(self._identities)
        self._identities.append(identity)
        self._owners.append(owner)
        for key in keys:
            self._file(key, place)

    def learn(self, organisations: tuple[str, ...]) -> None:
        """Remember that an employer is named in two scripts: (Latin key, Chinese key)."""
        if len(organisations) == 2:
            self._aliases[organisations[1]] = organisations[0]

    def sort(self, record: ContactRecord) -> Verdict:
        """What becomes of this record; files it unless it is somebody who is filed already."""
        twice = self._rows.setdefault(hash(record.raw), record.number)
        if twice != record.number:
            return Verdict(RowOutcome.ASIDE, "row_twice", twice)
        if record.own and record.own.person:  # of this workspace: the caller looked
            return self._came_back(UUID(record.own.person))
        identity = self.known_as(identity_of(record))
        keys = _places_of(identity)
        found = self._closest(identity, keys)
        if self._hashes.refuses(record):
            owner = self._owners[found[1]] if found else None
            return Verdict(RowOutcome.ASIDE, "do_not_contact", owner if owner in self._stopped else None)
        if self._asked and (found is None or found[0] not in CERTAIN):
            facts = same_facts(record_to_json(record))
            if facts in self._asked:
                return self._asked_before(self._asked[facts])
        if found is None:
            self._add(identity, record.number, keys)
            return Verdict(NEW)
        like, place = found
        return self._verdict(like, self._owners[place], identity, record.number)

    def asked(self, facts: int, person: UUID | None) -> None:
        """Remember a pair of an earlier file, by `same_facts` of its record: `person` is whom the record
        became part of by the answer, None while it waits for one."""
        if self._asked.get(facts) is None:
            self._asked[facts] = person

    def known_as(self, identity: Identity) -> Identity:
        """The identity with its employer under the name it is filed by."""
        self.learn(identity.organisations)
        if len(identity.organisations) == 1 and identity.organisations[0] in self._aliases:
            both = (self._aliases[identity.organisations[0]], identity.organisations[0])
            return replace(identity, organisations=both)
        return identity

    def _came_back(self, person: UUID) -> Verdict:
        if person in self._stopped:
            return Verdict(RowOutcome.ASIDE, "do_not_contact", person)
        return Verdict(RowOutcome.MERGED, "came_back", person)

    def _asked_before(self, person: UUID | None) -> Verdict:
        if person is None:
            return Verdict(RowOutcome.ASIDE, "asked_before")
        if person in self._stopped:
            return Verdict(RowOutcome.ASIDE, "do_not_contact", person)
        return Verdict(RowOutcome.MERGED, "answered_before", person)

    def _verdict(self, like: Likeness, owner: Owner, identity: Identity, number: int) -> Verdict:
        if like not in CERTAIN:
            self.add(identity, number)
            return Verdict(RowOutcome.LIKELY, like, owner)
        if owner in self._stopped:
            return Verdict(RowOutcome.ASIDE, "do_not_contact", owner)
        self.add(identity, owner)
        return Verdict(RowOutcome.MERGED, like, owner)

    def _closest(self, identity: Identity, keys: list[int]) -> tuple[Likeness, int] | None:
        """The first of the certain ones, else of the likely ones, in order of filing."""
        likely: tuple[Likeness, int] | None = None
        for place in self._candidates(keys):
            like = likeness(identity, self._identities[place])
            if like in CERTAIN:
                return like, place
            if like and likely is None:
                likely = like, place
        return likely

    def _candidates(self, keys: list[int]) -> list[int]:
        places: set[int] = set()
        for key in keys:
            found = self._filed.get(key)
            if isinstance(found, int):
                places.add(found)
            elif found is not None:
                places.update(found)
        return sorted(places)[:_MOST_COMPARED]

    def _file(self, key: int, place: int) -> None:
        found = self._filed.setdefault(key, place)
        if isinstance(found, list):
            found.append(place)
        elif found != place:
            self._filed[key] = [found, place]


def _places_of(identity: Identity) -> list[int]:
    """Where somebody is filed: hashes, since 300,000 persons' keys as text would fill the memory."""
    return [hash(key) for key in (*identity.keys, *blocks(identity))]


def sort_records(
    ledger: Ledger, records: Iterable[ContactRecord | Aside]
) -> Iterator[tuple[ContactRecord | Aside, Verdict]]:
    """Each record with its verdict, in file order."""
    for record in records:
        if isinstance(record, Aside):
            yield record, Verdict(RowOutcome.ASIDE, record.reason)
        else:
            yield record, ledger.sort(record)
