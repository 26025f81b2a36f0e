"""Several persons merged and parted in any order, while some ask not to be contacted and an import is taken back.

The model is a forest: each merge is an edge, and who hangs together is one person. Whoever asked, asked for everyone
who was one with them then.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from askwell.accounts.models import Workspace
from askwell.outreach.choices import ThreadState
from askwell.outreach.models import FollowUp, Thread
from askwell.people import actions
from askwell.people.actions.imports import start_undoing, undo_import
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.choices import Decision
from askwell.people.models import Import, ImportRow, Merge, Pair, Person, StoppedAddress
from askwell.people.queries.duplicates import apart_pairs
from tests.factories.outreach import send
from tests.factories.people import import_file, make_person
from tests.outreach.test_any_order import START
from tests.people.actions.merging.test_week_of_edits import BY_THREAD, Rows, duties, everything
from tests.people.actions.merging.test_wishes import is_remembered

NAMES = ("Ann", "Bo", "Cem", "Dan", "Eva")
CSV = "First Name,Last Name,Email Address,Location\n{0},Fox,{0}@mail.example,Surrey\n"
OF_FILES = {"people.Import", "people.ImportRow"}


class Book:
    """Five persons of a workspace, the merges of them, and what ought to be."""

    def __init__(self, workspace: Workspace, places: list[str], written: list[bool]) -> None:
        self.workspace, self.now = workspace, START
        self.ids: list[UUID] = []
        for name, place, writes in zip(NAMES, places, written, strict=True):
            person = make_person(workspace, given=name, family="Fox", place=place, emails=[f"{name}@mail.example"])
            self.ids.append(person.pk)
            if writes:
                send(person, START)
        self.places = dict(zip(self.ids, places, strict=True))
        self.into: dict[UUID, UUID] = {}
        self.stopped: set[UUID] = set()
        self.noes: set[frozenset[UUID]] = set()

    def root(self, person_id: UUID) -> UUID:
        while person_id in self.into:
            person_id = self.into[person_id]
        return person_id

    def members(self, root: UUID) -> set[UUID]:
        return {one for one in self.ids if self.root(one) == root}

    def pair(self, one: int, other: int, said: Decision) -> None:
        pair = actions.open_pair(workspace=self.workspace, one_id=self.ids[one], other_id=self.ids[other], now=self.now)
        if said is Decision.DIFFERENT:
            actions.decide_pair(workspace=self.workspace, pair_id=pair.pk, decision=said, now=self.now)
            self.noes.add(frozenset((self.ids[one], self.ids[other])))

    def introduce(self, one: int, other: int) -> None:
        introduced = {"introducer_id": self.ids[one], "introduced_id": self.ids[other], "on": self.now.date()}
        actions.record_introduction(workspace=self.workspace, note="", now=self.now, **introduced)

    def bring_in(self, number: int) -> Import | None:
        """A file that knows where somebody lives, if they are a Fox without a place."""
        row = import_file(self.workspace, CSV.format(NAMES[number]).encode(), "Connections.csv")
        changed = ImportRow.objects.of(self.workspace).filter(source_import=row, person=self.ids[number])
        if not changed.filter(changes__has_key="place").exists():
            return None
        self.places[self.ids[number]] = "Surrey"
        return row

    def take_back(self, row: Import, number: int) -> None:
        start_undoing(workspace=self.workspace, import_id=row.pk, now=self.now)
        undo_import(workspace=self.workspace, import_id=row.pk, clock=lambda: self.now)
        self.places[self.ids[number]] = ""

    def merge(self, one: int, other: int) -> None:
        person, gone = self.root(self.ids[one]), self.root(self.ids[other])
        if person != gone:
            merge_persons(workspace=self.workspace, person_id=person, gone_id=gone, now=self.now)
            self.into[gone] = person

    def stop(self, one: int) -> None:
        root = self.root(self.ids[one])
        actions.stop_contacting(workspace=self.workspace, person_id=root, why="please", now=self.now)
        self.stopped |= self.members(root)

    def part(self, gone: UUID) -> None:
        merge = Merge.objects.of(self.workspace).get(gone_id=gone)
        assert part_persons(workspace=self.workspace, merge_id=merge.pk, now=self.now) == gone
        del self.into[gone]

    def part_some(self, number: int) -> None:
        if self.into:
            self.part(sorted(self.into)[number % len(self.into)])

    def holds(self) -> None:
        """What is true at any time."""
        people = {person.pk: person for person in Person.objects.of(self.workspace)}
        assert set(people) == {self.root(one) for one in self.ids}
        apart = {frozenset(pair) for pair in apart_pairs(self.workspace)}
        for key, person in people.items():
            members = self.members(key)
            assert bool(person.do_not_contact_at) == bool(members & self.stopped)
            there = {self.places[one] for one in members} - {""}
            assert person.place in (there or {""})
            for one in members:
                address = f"{NAMES[self.ids.index(one)]}@mail.example".lower()
                assert is_remembered(self.workspace, address) == bool(members & self.stopped)
        still_open = Thread.objects.of(self.workspace).exclude(state=ThreadState.CLOSED)
        assert not still_open.filter(person__do_not_contact_at__isnull=False).exists()
        for pair in self.noes:
            both = frozenset(map(self.root, pair))
            assert both in apart or any(len(self.members(root)) > 1 for root in both)


def plain(rows: Rows, *, but: Iterable[str] = ()) -> dict[str, Any]:
    """What must be as it was, whoever asked and whatever file was taken back meanwhile."""
    left_out = {*OF_FILES, *but}
    people = {
        key: {name: value for name, value in row.items() if not name.startswith(("do_not", "place", "region"))}
        for key, row in rows["people.Person"].items()
    }
    return {label: found for label, found in rows.items() if label not in left_out} | {"people.Person": people}


ONE = st.integers(0, len(NAMES) - 1)
TWO = st.tuples(ONE, ONE).filter(lambda two: two[0] != two[1])
STEP = st.one_of(
    TWO.map(lambda two: ("merge", *two)),
    TWO.map(lambda two: ("merge", *two)),
    ONE.map(lambda one: ("stop", one)),
    ONE.map(lambda one: ("part_some", one)),
    st.just(("take_back",)),
)


@pytest.mark.django_db
@settings(
    phases=[Phase.generate, Phase.shrink], max_examples=20, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(
    places=st.lists(st.sampled_from(["", "", "Delta", "Richmond", "Surrey"]), min_size=5, max_size=5),
    written=st.lists(st.booleans(), min_size=5, max_size=5),
    stopped=st.sets(ONE, max_size=2),
    filled=ONE,
    said=st.dictionaries(TWO, st.sampled_from([Decision.OPEN, Decision.DIFFERENT]), max_size=5),
    led=st.lists(TWO.map(sorted), max_size=4, unique_by=tuple),
    steps=st.lists(STEP, max_size=9),
    order=st.randoms(use_true_random=False),
)  # fmt: skip
def test_everyone_is_who_they_were(
    workspace: Workspace,
    places: Any,
    written: Any,
    stopped: Any,
    filled: int,
    said: Any,
    led: Any,
    steps: Any,
    order: Any,
) -> None:
    for model in (Merge, Pair, Person, Import, StoppedAddress):
        model.objects.of(workspace).delete()
    book = Book(workspace, places, written)
    row = book.bring_in(filled)
    for two, decision in said.items():
        if frozenset(book.ids[one] for one in two) not in book.noes:
            book.pair(*two, decision)
    for two in led:
        book.introduce(*two)
    for one in stopped:
        book.stop(one)
    FollowUp.objects.of(workspace).update(snoozed_until=START + timedelta(days=9))
    before, owed = everything(workspace), duties(workspace)
    asked_before = set(book.stopped)

    for what, *numbers in steps:
        book.now += timedelta(hours=1)
        if what != "take_back":
            getattr(book, what)(*numbers)
        elif row:
            book.take_back(row, filled)
            row = None
        book.holds()
    left = sorted(book.into)
    order.shuffle(left)
    for gone in left:
        book.now += timedelta(hours=1)
        book.part(gone)
        book.holds()

    after = everything(workspace)
    since = BY_THREAD if book.stopped != asked_before else ()
    for label, rows in plain(before, but=(*since, "outreach.Message") if since else ()).items():
        assert plain(after)[label] == rows, label
    if not since:
        assert duties(workspace) == owed
    assert not Merge.objects.of(workspace).exists()
