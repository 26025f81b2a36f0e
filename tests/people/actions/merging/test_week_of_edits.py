"""Two persons made one and parted a week of edits later: nothing is lost, nothing doubled.

What stands afterwards is compared, row by row and column by column in every table, with a three-way merge: a column
that was edited holds the edit, any other what it held before the two became one.
"""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from askwell.accounts.models import Workspace
from askwell.desk.queries.tables import exported, rows_of
from askwell.interviews.actions.learning import hear
from askwell.interviews.models import Insight, Interview
from askwell.outreach.actions.duties import snooze as put_off
from askwell.outreach.choices import MessageKind, MessageState, ThreadState
from askwell.outreach.models import FollowUp, Thread
from askwell.people import actions
from askwell.people.actions.merging import merge_persons, part_persons
from askwell.people.models import ContactPoint, Merge, Note, Pair, Person, PersonTag, Role, StoppedAddress, Tie
from tests.factories.people import make_person
from tests.outreach.test_any_order import REFUSALS, STEPS, Life

Rows = dict[str, dict[str, dict[str, Any]]]
"""table: id: column: value"""

DERIVED = {"people.Person": {"version", "updated_at"}}
LEFT_OUT = {"people.Pair", "people.Merge", "people.StoppedAddress", "outreach.FollowUp"}
"""The answer "two people" is new by intent; duties are made from what the threads hold, and compared on their own.
Hashes follow who may be contacted (actions/test_stopping.py)."""


class Friend(Life):
    """A person at whom things can happen that people's actions do."""

    def mine(self) -> dict[str, Any]:
        return {"workspace": self.workspace, "person_id": self.person.pk, "now": self.now}

    def note(self) -> None:
        actions.write_note(**self.mine(), text="likes trains")

    def forget_note(self) -> None:
        note = Note.objects.of(self.workspace).filter(person=self.person)[0]
        actions.remove_note(**self.mine(), note_id=note.pk)

    def tag(self) -> None:
        names = list(
            PersonTag.objects.of(self.workspace).filter(person=self.person).values_list("tag__name", flat=True)
        )
        actions.set_tags(**self.mine(), names=[*names, "freight"])

    def tag_otherwise(self) -> None:
        actions.set_tags(**self.mine(), names=["trains", "Seattle"])

    def address(self) -> None:
        self.add("email", "daniel@mail.example")

    def own_address(self) -> None:
        self.add("email", f"{self.person.pk.hex[-6:]}@mail.example")

    def phone(self) -> None:
        self.add("phone", "+1 604 555 0142")

    def add(self, kind: str, value: str) -> None:
        actions.add_contact_point(**self.mine(), kind=kind, value=value, obtained="card", obtained_on=None)

    def forget_address(self) -> None:
        point = ContactPoint.objects.of(self.workspace).filter(person=self.person).order_by("id")[0]
        actions.remove_contact_point(**self.mine(), point_id=point.pk)

    def job(self) -> None:
        facts = {"started_on": None, "ended_on": None, "is_current": True}
        actions.add_role(**self.mine(), title="Planner", organisation="Cedar Foods", **facts)

    def leave(self) -> None:
        role = Role.objects.of(self.workspace).filter(person=self.person, is_current=True).order_by("id")[0]
        actions.end_role(**self.mine(), role_id=role.pk, ended_on=None)

    def friend(self) -> None:
        actions.set_tie(**self.mine(), kind="friend", strength=3, how_met="at the market")

    def estrange(self) -> None:
        tie = Tie.objects.of(self.workspace).filter(person=self.person).order_by("id")[0]
        actions.remove_tie(**self.mine(), tie_id=tie.pk)

    def rename(self) -> None:
        details = actions.PersonDetails(given="Danny", family="Wong", place="Montréal")
        person = Person.objects.of(self.workspace).get(pk=self.person.pk)
        mine = {"workspace": self.workspace, "person_id": person.pk, "now": self.now}
        actions.edit_person(**mine, version=person.version, details=details)

    def introduce(self, other: Person, *, back: bool = False) -> None:
        one, two = (other, self.person) if back else (self.person, other)
        actions.record_introduction(
            workspace=self.workspace, introducer_id=one.pk, introduced_id=two.pk, on=self.now.date(), note="",
            now=self.now,
        )  # fmt: skip

    def snooze(self) -> None:
        mine = FollowUp.objects.of(self.workspace).filter(person=self.person, done_at=None, dismissed_at=None)
        duty = mine.order_by("kind", "id")[0]
        put_off(workspace=self.workspace, follow_up_id=duty.pk, until=self.now + timedelta(days=3))

    def claim(self) -> None:
        interview = Interview.objects.of(self.workspace).filter(person=self.person).order_by("id")[0]
        Insight.objects.create(
            workspace=self.workspace, interview=interview, person=self.person, text="Freight grows", said_at=self.now
        )

    def agrees(self) -> None:
        claim = Insight.objects.of(self.workspace).exclude(person=self.person).order_by("id")[0]
        hear(
            workspace=self.workspace, insight_id=claim.pk, person_id=self.person.pk, agrees=True, interview_id=None,
            now=self.now,
        )  # fmt: skip


OWN = (
    *("note", "forget_note", "tag", "tag_otherwise", "address", "own_address", "phone", "forget_address", "job"),
    *("leave", "friend", "estrange", "rename", "claim", "agrees", "snooze"),
)
STEP: st.SearchStrategy[Callable[[Friend], None]] = st.one_of(
    st.sampled_from(OWN).map(lambda name: lambda life: getattr(life, name)()), STEPS
)
REFUSED = (*REFUSALS, actions.StaleEditError, actions.IntroductionCircleError)


def live(life: Friend, steps: list[Callable[[Friend], None]]) -> None:
    """Whatever of these can happen, happens, an hour apart."""
    for step in steps:
        life.now += timedelta(hours=1)
        try:
            step(life)
        except REFUSED:
            continue


def everything(workspace: Workspace) -> Rows:
    found: Rows = {}
    for model in exported():
        label = model._meta.label
        if label not in LEFT_OUT:
            found[label] = {
                row["id"]: {name: value for name, value in row.items() if name not in DERIVED.get(label, ())}
                for row in rows_of(model, workspace)
            }
    return found


def expected(before: Rows, merged: Rows, edited: Rows) -> Rows:
    """The three-way merge."""
    result: Rows = {}
    for label, rows in before.items():
        wanted = {
            key: _columns(row, merged[label].get(key), edited[label].get(key))
            for key, row in rows.items()
            if key in edited[label] or key not in merged[label]
        }
        result[label] = wanted | {key: row for key, row in edited[label].items() if key not in merged[label]}
    return result


def _columns(before: dict[str, Any], merged: dict[str, Any] | None, edited: dict[str, Any] | None) -> dict[str, Any]:
    if merged is None or edited is None:
        return before
    return {name: edited[name] if edited[name] != merged[name] else value for name, value in before.items()}


def with_tags_there(rows: Rows) -> Rows:
    """A tag that the seeker took off everyone in between is forgotten, and so are its bearers."""
    tags = rows["people.Tag"]
    bearers = rows["people.PersonTag"]
    rows["people.PersonTag"] = {key: row for key, row in bearers.items() if row["tag_id"] in tags}
    return rows


STOP = ("do_not_contact_at", "do_not_contact_why")


def asked_as_one(wanted: Rows, merged: Rows, edited: Rows, one: str, other: str) -> None:
    """Who asked not to be contacted while two were one is not known: both did."""
    people, said = wanted["people.Person"], edited["people.Person"][one]
    if said[STOP[0]] not in (None, merged["people.Person"][one][STOP[0]]) and not people[other][STOP[0]]:
        people[other] = people[other] | {name: said[name] for name in STOP}


def silenced(rows: Rows) -> set[str]:
    """Threads of who asked not to be contacted: what was open is closed, whatever was drafted is gone."""
    people = rows["people.Person"]
    return {key for key, row in rows["outreach.Thread"].items() if people[row["person_id"]][STOP[0]]}


def untouched(rows: Rows, silent: set[str]) -> dict[str, dict[str, Any]]:
    """Entries that a stop neither brings nor takes."""
    by_stop = {"kind": MessageKind.STOPPED, "state": MessageState.DRAFT}
    return {
        key: row
        for key, row in rows["outreach.Message"].items()
        if row["thread_id"] not in silent or all(row[name] != value for name, value in by_stop.items())
    }


def duties(workspace: Workspace) -> Counter[tuple[Any, ...]]:
    model = next(model for model in exported() if model._meta.label == "outreach.FollowUp")
    fields = ("thread_id", "person_id", "kind", "about_at", "snoozed_until", "done_at", "dismissed_at")
    return Counter(model.objects.of(workspace).values_list(*fields))


def two(workspace: Workspace) -> tuple[Friend, Friend, Person]:
    for model in (Merge, Pair, Insight, Interview, Person, StoppedAddress):
        model.objects.of(workspace).delete()
    one = make_person(workspace, given="Daniel", family="Wong", organisation="Harbourline Freight", title="Lead")
    other = make_person(workspace, given="", family="", native="黄家俊", place="Vancouver", tie_kind="alumni")
    return Friend(one), Friend(other), make_person(workspace, given="Lin", family="Hua")


LIVES = st.lists(STEP, max_size=8)


@pytest.mark.django_db
@settings(
    phases=[Phase.generate], max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(mine=LIVES, theirs=LIVES, edits=LIVES, links=st.sets(st.sampled_from(["in", "out", "between"])))
def test_nothing_is_lost_or_doubled(
    workspace: Workspace, mine: list[Any], theirs: list[Any], edits: list[Any], links: set[str]
) -> None:
    one, other, lin = two(workspace)
    if "in" in links:
        one.introduce(lin, back=True)
        other.introduce(lin, back=True)
    if "out" in links and "in" not in links:
        other.introduce(lin)
    if "between" in links:
        one.introduce(other.person)
    live(one, mine)
    other.now = one.now
    live(other, theirs)
    before, owed = everything(workspace), duties(workspace)

    merge = merge_persons(workspace=workspace, person_id=one.person.pk, gone_id=other.person.pk, now=other.now)
    assert not Person.objects.of(workspace).filter(pk=other.person.pk).exists()
    merged = everything(workspace)
    one.now = other.now
    live(one, edits)
    edited = everything(workspace)
    part_persons(workspace=workspace, merge_id=merge.pk, now=one.now + timedelta(days=7))

    wanted = with_tags_there(expected(before, merged, edited))
    asked_as_one(wanted, merged, edited, str(one.person.pk), str(other.person.pk))
    after = everything(workspace)
    silent = silenced(after)
    wanted["outreach.Message"] = untouched(wanted, silent)
    after["outreach.Message"] = untouched(after, silent)
    assert {label: after[label] for label in before if label not in BY_THREAD} == {
        label: rows for label, rows in wanted.items() if label not in BY_THREAD
    }
    for label in BY_THREAD:
        assert set(after[label]) == set(wanted[label])
    for interview in Interview.objects.of(workspace).select_related("thread"):
        assert interview.person_id == interview.thread.person_id
    still_open = Thread.objects.of(workspace).exclude(state=ThreadState.CLOSED)
    assert not still_open.filter(person__do_not_contact_at__isnull=False).exists()
    if not edits:
        assert duties(workspace) == owed
        assert {label: after[label] for label in BY_THREAD} == {label: before[label] for label in BY_THREAD}


BY_THREAD = ("outreach.Thread", "interviews.Interview", "interviews.Insight", "interviews.Voice")
"""Made from their thread's entries, or whose person follows it: compared whole where nothing was edited."""
