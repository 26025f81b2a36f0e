"""The audit log: added to and never changed, forgotten by age alone, shown to whom it concerns."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from askwell.accounts.actions import admit, dismiss, forget_entries, note, note_look
from askwell.accounts.choices import Deed, MembershipRole
from askwell.accounts.models import AuditEntry, LogIsClosedError, User, Workspace
from askwell.accounts.queries import log_broken_at
from askwell.accounts.rules import KEPT
from askwell.programmes.models import Programme
from tests.factories.audit import migration, past_the_triggers
from tests.factories.programmes import make_programme, make_staff, owner_of

SignIn = Callable[[User], Client]


@pytest.fixture
def programme(db: None) -> Programme:
    return make_programme()


def entry(place: Workspace, at: datetime | None = None) -> AuditEntry:
    """One entry; with `at`, as it would have been written then."""
    made = note(Deed.EXPORTED, place=place.pk, by=None)
    if at is None:
        return made
    values = {field.attname: getattr(made, field.attname) for field in AuditEntry._meta.concrete_fields}
    values |= {"id": Workspace().pk, "at": at, "number": made.number + 1}
    return AuditEntry.objects.create(**values)


def test_no_code_of_ours_changes_an_entry(workspace: Workspace) -> None:
    one = entry(workspace)
    one.deed = Deed.ALL_ERASED
    for change in (
        one.save, one.delete, AuditEntry.objects.all().delete, lambda: AuditEntry.objects.update(deed="looked"),
    ):  # fmt: skip
        with pytest.raises(LogIsClosedError):
            change()


@pytest.mark.parametrize(
    "statement", ["UPDATE accounts_auditentry SET deed = 'looked'", "DELETE FROM accounts_auditentry"]
)
def test_the_database_refuses_whoever_goes_past_it(workspace: Workspace, statement: str) -> None:
    one = entry(workspace)

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert list(AuditEntry.objects.values_list("pk", "deed")) == [(one.pk, "exported")]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_database_empties_it_for_nobody(workspace: Workspace) -> None:
    one = entry(workspace)

    with pytest.raises(DatabaseError, match="only added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE accounts_auditentry")

    assert AuditEntry.objects.get().pk == one.pk


def test_what_is_two_years_old_is_forgotten(workspace: Workspace) -> None:
    now = datetime.now(UTC)
    young = entry(workspace)
    entry(workspace, at=now - KEPT - timedelta(days=1))

    assert forget_entries(now=now) == 1
    assert [one.pk for one in AuditEntry.objects.all().order_by("number")][0] == young.pk


def test_a_wrong_clock_makes_nobody_forget_sooner(workspace: Workspace) -> None:
    entry(workspace)

    with pytest.raises(DatabaseError), transaction.atomic():
        forget_entries(now=datetime.now(UTC) + KEPT + timedelta(days=2))


def test_the_triggers_keep_as_long_as_the_rule() -> None:
    assert KEPT.days == migration.KEPT_DAYS


def test_entries_hold_together_until_somebody_changes_one_from_outside(workspace: Workspace) -> None:
    for _ in range(3):
        entry(workspace)
    before = log_broken_at(workspace.pk)

    past_the_triggers("UPDATE accounts_auditentry SET deed = 'looked' WHERE number = 2")

    assert (before, log_broken_at(workspace.pk)) == (None, 2)


def test_a_missing_entry_is_missed(workspace: Workspace) -> None:
    for _ in range(3):
        entry(workspace)

    past_the_triggers("DELETE FROM accounts_auditentry WHERE number = 2")

    assert log_broken_at(workspace.pk) == 3


def told(place: Workspace) -> list[tuple[str, dict[str, str]]]:
    return list(AuditEntry.objects.filter(place=place.pk).order_by("number").values_list("deed", "facts"))


def test_who_comes_and_goes_and_as_what_is_written_down(programme: Programme, stranger: User) -> None:
    place, owner = programme.workspace, owner_of(programme.workspace)
    begun = len(told(place))
    for role in (MembershipRole.CASEWORKER, MembershipRole.CASEWORKER, MembershipRole.COORDINATOR):
        admit(workspace=place, user=stranger, role=role, by=owner)
    for _ in range(2):
        dismiss(workspace=place, user=stranger, by=owner)

    assert told(place)[begun:] == [
        ("admitted", {"role": "caseworker"}), ("role_changed", {"role": "coordinator"}), ("dismissed", {}),
    ]  # fmt: skip
    assert set(AuditEntry.objects.filter(whose=stranger.pk).values_list("by", flat=True)) == {owner.pk}


def test_a_look_is_written_down_once_an_hour(programme: Programme, seeker: User, workspace: Workspace) -> None:
    worker = make_staff(programme, "carla@caseworker.example")
    for _ in range(3):
        note_look(by=worker, place=programme.workspace, whose=workspace)

    assert AuditEntry.objects.filter(deed="looked").count() == 1


def test_a_seeker_sees_who_looked_and_a_stranger_does_not(
    programme: Programme, seeker: User, stranger: User, workspace: Workspace, sign_in: SignIn
) -> None:
    worker = make_staff(programme, "carla@caseworker.example")
    note_look(by=worker, place=programme.workspace, whose=workspace)

    assert "carla@caseworker.example" in sign_in(seeker).get("/account/log/").content.decode()
    assert "carla@caseworker.example" not in sign_in(stranger).get("/account/log/").content.decode()


def test_the_log_of_a_programme_is_its_owners_alone(programme: Programme, seeker: User, sign_in: SignIn) -> None:
    worker = make_staff(programme, "carla@caseworker.example")
    lead = make_staff(programme, "cora@coordinator.example", MembershipRole.COORDINATOR)
    rival = owner_of(make_programme("rita@rival.example", "Inlet Bridges").workspace)
    pages = [sign_in(user).get("/account/log/programme/") for user in (worker, lead, seeker)]

    assert [page.status_code for page in pages] == [404, 404, 404]
    assert "carla@caseworker" in sign_in(owner_of(programme.workspace)).get("/account/log/programme/").content.decode()
    assert "carla@caseworker" not in sign_in(rival).get("/account/log/programme/").content.decode()


def test_the_owner_is_told_when_the_log_was_changed(programme: Programme, sign_in: SignIn) -> None:
    owner = owner_of(programme.workspace)
    for _ in range(2):
        entry(programme.workspace)
    whole = sign_in(owner).get("/account/log/programme/").content.decode()
    past_the_triggers("UPDATE accounts_auditentry SET deed = 'looked' WHERE number = 2")

    broken = sign_in(owner).get("/account/log/programme/").content.decode()

    assert ("from outside" in whole, "Entry 2 does not fit" in broken) == (False, True)


def test_the_log_says_nothing_of_people(programme: Programme, seeker: User, workspace: Workspace) -> None:
    note_look(by=seeker, place=programme.workspace, whose=workspace)

    assert not any("@" in str(row) for row in AuditEntry.objects.values_list())
