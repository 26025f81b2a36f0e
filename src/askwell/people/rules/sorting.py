"""Sorts the records of an address book into new, merged, likely and aside.

The ledger compares everyone there is, persons of the workspace and all records of the file, in one network (see
`rules.linkage`), so that weights, employers' other names, shared addresses and rare names are learned from both, and a
verdict does not depend on which of two rows comes first. Then verdicts are told in file order: each record belongs to
the person, or to the first record of the file, that its group holds.
"""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from uuid import UUID

from askwell.people.choices import RowOutcome
from askwell.people.rules.linkage import Match, Network, Outcome, Reason, Record, record_of
from askwell.people.rules.stopping import Stopped
from askwell.people.rules.stored import record_to_json, same_facts
from askwell.protocols.contacts import Aside, ContactRecord

Owner = UUID | int
"""A person's id, or the number of a record that comes before in the file."""

NEW = "new"
IDENTICAL = "identical"
"""Code of a record that tells no more than a person's own name, employer and role, and these alike."""

_BY_ADDRESS = ("email_same", "phone_same", "profile_same")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a record: `outcome` is "new" or a RowOutcome, `owner` whom it belongs to or may.

    `reason` is the code of the weightiest reason; a likely one has all `reasons`, from its owner's side.
    """

    outcome: str
    reason: str = ""
    owner: Owner | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A pair of an earlier file: `person` is whom the record became part of by the answer, None while it waits for
    one; `rival` whom it is not."""

    person: UUID | None = None
    rival: UUID | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What the seeker said before: who asked not to be contacted, and the `signs` that are kept of them; which persons
    are two; answers about earlier files by the `same_facts` of their records, and answers about this one: records who
    are not whom they were asked about."""

    stopped: Collection[UUID] = frozenset()
    apart: Collection[tuple[UUID, UUID]] = ()
    answers: Mapping[int, Answer] = field(default_factory=dict)
    denied: Collection[tuple[int, Owner]] = ()
    signs: Stopped = field(default_factory=Stopped)


class Ledger:
    """Everyone and every record, compared once: `sort` then tells what becomes of each record.

    `people`: of the workspace; `records`: of the whole file, in order, the ones beyond reading too. Both are walked
    once and not kept.
    """

    def __init__(
        self,
        people: Iterable[tuple[UUID, Record]],
        records: Iterable[ContactRecord | Aside] = (),
        memory: Memory | None = None,
    ) -> None:
        self._memory = memory or Memory()
        self._denied_here = dict(self._memory.denied)
        self._people: list[UUID] = []
        self._numbers = array("L")
        self._rows: dict[int, int] = {}
        self._answered: dict[int, Answer] = {}
        self._network = Network(chain(self._persons(people), self._records(records)))
        self._network.keep_apart(self._denied())
        found = self._network.find(settled=len(self._people))
        self._group = found.certain
        self._joined, self._stopped, self._asks = self._told(found.matches)
        self._quoted = {place for match in self._asks.values() for place in (match.one, match.other)}
        self._told_of: dict[int, Record] = {}
        self._same = self._bare()
        self._settled: dict[int, Verdict] = {}

    def rivals(self) -> set[UUID]:
        """Persons who a record may be; their records are wanted by `remember`."""
        return {self._people[place] for place in self._quoted if place < len(self._people)}

    def remember(self, people: Iterable[tuple[UUID, Record]]) -> None:
        """Take in how rivals are written, so that reasons can quote it."""
        known = dict(people)
        for place, person_id in enumerate(self._people):
            if person_id in known:
                self._told_of[place] = known[person_id]

    def sort(self, record: ContactRecord) -> Verdict:
        """What becomes of this record, one of those that the ledger was made with; in file order."""
        first = self._rows[hash(record.raw)]
        if first != record.number:
            return Verdict(RowOutcome.ASIDE, "row_twice", first)
        place = len(self._people) + bisect_left(self._numbers, record.number)
        if place in self._quoted:
            self._told_of[place] = record_of(record)
        verdict = self._verdict(place, record)
        if verdict.outcome != NEW and self._group[place] == place:
            self._settled[place] = verdict
        return verdict

    def _persons(self, people: Iterable[tuple[UUID, Record]]) -> Iterator[Record]:
        for person_id, record in people:
            self._people.append(person_id)
            yield record

    def _records(self, records: Iterable[ContactRecord | Aside]) -> Iterator[Record]:
        for record in records:
            if isinstance(record, Aside) or self._rows.setdefault(hash(record.raw), record.number) != record.number:
                continue
            self._numbers.append(record.number)
            if self._memory.answers:
                answer = self._memory.answers.get(same_facts(record_to_json(record)))
                if answer:
                    self._answered[record.number] = answer
            yield record_of(record)

    def _denied(self) -> Iterator[tuple[int, int]]:
        """Pairs of places that the seeker said are two people."""
        said: list[tuple[Owner, Owner]] = [*self._memory.apart, *self._memory.denied]
        said += [(number, answer.rival) for number, answer in self._answered.items() if answer.rival]
        if said:
            places: dict[Owner, int] = {number: place for place, number in enumerate(self._numbers, len(self._people))}
            places.update((person_id, place) for place, person_id in enumerate(self._people))
            yield from ((places[one], places[other]) for one, other in said if one in places and other in places)

    def _told(self, matches: Iterable[Match]) -> tuple[dict[int, Match], dict[int, UUID], dict[int, Match]]:
        """By place: the surest match that made it one with what comes before; who of its certain ones is not to be
        contacted. By group: the surest pair with an earlier group."""
        joined: dict[int, Match] = {}
        stopped: dict[int, UUID] = {}
        asks: dict[int, Match] = {}
        size, group = len(self._people), self._group
        for match in matches:
            if group[match.one] == group[match.other]:
                joined.setdefault(match.other, match)
            else:
                asks.setdefault(max(group[match.one], group[match.other]), match)
            if match.outcome is Outcome.CERTAIN and match.one < size:
                person = self._people[match.one]
                if person in self._memory.stopped:
                    stopped.setdefault(match.other, person)
        return joined, stopped, {place: match for place, match in asks.items() if place >= size}

    def _bare(self) -> dict[int, UUID]:
        """Persons of whom no address is known, by all that is known."""
        found: dict[int, UUID] = {}
        for place, person_id in enumerate(self._people):
            if (facts := self._bare_facts(place)) is not None:
                found.setdefault(facts, person_id)
        return found

    def _bare_facts(self, place: int) -> int | None:
        person = self._network.people[place]
        bare = person.names and not (person.emails or person.phones or person.links)
        return hash((person.names[0], person.employers, person.titles)) if bare else None

    def _verdict(self, place: int, record: ContactRecord) -> Verdict:
        answer = self._answered.get(record.number)
        if record.own and record.own.person:  # of this workspace: the caller looked
            return self._merged(UUID(record.own.person), "came_back")
        if place in self._stopped or self._memory.signs.refuses(record):
            return Verdict(RowOutcome.ASIDE, "do_not_contact", self._stopped.get(place))
        if answer and answer.person:
            return self._merged(answer.person, "answered_before")
        group = self._group[place]
        if group != place:
            return self._belongs(place, group)
        if answer:
            return Verdict(RowOutcome.ASIDE, "asked_before")
        if record.number in self._denied_here:
            return Verdict(RowOutcome.LIKELY, "answered_before", self._denied_here[record.number])
        same = self._same.get(self._bare_facts(place) or 0)
        if same:
            return self._merged(same, IDENTICAL)
        return self._likely(place)

    def _merged(self, person: UUID, reason: str) -> Verdict:
        if person in self._memory.stopped:
            return Verdict(RowOutcome.ASIDE, "do_not_contact", person)
        return Verdict(RowOutcome.MERGED, reason, person)

    def _belongs(self, place: int, group: int) -> Verdict:
        """To the person of its group, or to the group's first record and whatever became of that."""
        reason = self._why(place, group)
        if group < len(self._people):
            return self._merged(self._people[group], reason)
        first = self._settled.get(group)
        if first and first.outcome in (RowOutcome.MERGED, RowOutcome.ASIDE):
            return first
        return Verdict(RowOutcome.MERGED, reason, self._owner(group))

    def _why(self, place: int, group: int) -> str:
        match = self._joined.get(place)
        if match is None:  # it is linked by records that come later only
            return "name_same"
        codes = [reason.code for reason in self._network.reasons(match) if reason.bits > 0]
        return next((code for code in codes if code in _BY_ADDRESS), next(iter(codes), "name_same"))

    def _likely(self, place: int) -> Verdict:
        match = self._asks.get(place)
        if match is None:
            return Verdict(NEW)
        earlier, later = match.one, match.other
        if self._group[earlier] > self._group[later]:
            earlier, later = later, earlier
        first = self._settled.get(self._group[earlier])
        if first and first.outcome == RowOutcome.ASIDE:
            return Verdict(NEW)
        owner = first.owner if first and first.outcome == RowOutcome.MERGED else self._owner(self._group[earlier])
        reasons = self._reasons(match, earlier)
        code = next((reason.code for reason in reasons if reason.bits > 0), reasons[0].code)
        return Verdict(RowOutcome.LIKELY, code, owner, reasons)

    def _reasons(self, match: Match, earlier: int) -> tuple[Reason, ...]:
        """From the side of the earlier one; as written where both were heard of."""
        one, other = self._told_of.get(match.one), self._told_of.get(match.other)
        told = self._network.reasons(match, (one, other) if one and other else None)
        if match.one == earlier:
            return told
        return tuple(replace(reason, one=reason.other, other=reason.one) for reason in told)

    def _owner(self, place: int) -> Owner:
        size = len(self._people)
        return self._people[place] if place < size else self._numbers[place - size]


def sort_records(
    ledger: Ledger, records: Iterable[ContactRecord | Aside]
) -> Iterator[tuple[ContactRecord | Aside, Verdict]]:
    """Each record with its verdict, in file order."""
    for record in records:
        if isinstance(record, Aside):
            yield record, Verdict(RowOutcome.ASIDE, record.reason)
        else:
            yield record, ledger.sort(record)
