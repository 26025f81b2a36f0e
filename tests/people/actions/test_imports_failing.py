"""An import that cannot be finished ends with words for it, and never wakes for ever."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.people.actions.imports import (
    applying,
    carry_on,
    left_alone,
    reading,
    start_applying,
    start_undoing,
    undo_import,
    undoing,
)
from askwell.people.actions.imports.waking import MOST_TRIES
from askwell.people.choices import ImportState
from askwell.people.models import Import, ImportRow, Note, Person
from tests.factories.people import clock_at, import_file, linkedin_csv, read_file
from tests.factories.vcards import own_card

THREE = linkedin_csv(*(f"Ana{n},Ruiz{n},,ana{n}@tidewater.example,Tidewater,Buyer,20 Nov 2025" for n in range(3)))


def fails(*_: Any, **__: Any) -> Any:
    raise RuntimeError("unforeseen")


def applying_in_part(workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Import:
    """An import of three rows that was carried on, and failed after the second."""
    monkeypatch.setattr(applying, "CHUNK", 1)
    row = read_file(workspace, THREE)
    start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
    chunk, calls = applying._Applier.chunk, []

    def third_fails(self: Any, records: Any) -> None:
        calls.append(1)
        fails() if len(calls) == 3 else chunk(self, records)

    monkeypatch.setattr(applying._Applier, "chunk", third_fails)
    carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))
    row.refresh_from_db()
    return row


class TestImpossibleMoments:
    """An offset can carry a moment past either end of the calendar."""

    @pytest.mark.parametrize("when", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1066-10-14T09:00Z"])
    def test_a_note_was_written_now_then(self, workspace: Workspace, now: datetime, when: str) -> None:
        row = import_file(workspace, own_card({"notes": [["hello", when]]}, "NOTE:hello"), "a.vcf")

        assert (row.state, Note.objects.of(workspace).get().written_at) == ("done", now)

    def test_a_wish_not_to_be_contacted_holds_all_the_same(self, workspace: Workspace, now: datetime) -> None:
        import_file(workspace, own_card({"stopped": "0001-01-01T00:00:00+14:00"}), "a.vcf")

        assert Person.objects.of(workspace).get().do_not_contact_at == now


class TestWhatFails:
    def test_nothing_written_it_is_refused_and_lets_the_file_go(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = read_file(workspace, THREE)
        start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
        monkeypatch.setattr(applying._Applier, "chunk", fails)
        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        row.refresh_from_db()
        assert (row.state, row.error, bytes(row.data)) == (ImportState.REFUSED, {"code": "unexpected"}, b"")
        assert left_alone(now=now + timedelta(days=1)) == []

    def test_a_file_that_cannot_be_read_for_no_known_reason_is_refused(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = read_file(workspace, THREE)
        Import.objects.of(workspace).update(state=ImportState.READING)
        monkeypatch.setattr(reading, "ledger_of", fails)
        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        row.refresh_from_db()
        assert (row.state, row.error, ImportRow.objects.of(workspace).count()) == (
            ImportState.REFUSED, {"code": "unexpected"}, 0,
        )  # fmt: skip

    def test_written_in_part_it_says_so_and_can_be_taken_back(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = applying_in_part(workspace, now, monkeypatch)
        assert (row.state, row.error, row.progress, bytes(row.data)) == (
            ImportState.FAILED, {"code": "applying"}, 2, b"",
        )  # fmt: skip
        assert (Person.objects.of(workspace).count(), left_alone(now=now + timedelta(days=1))) == (2, [])
        start_undoing(workspace=workspace, import_id=row.pk, now=now)
        undone = undo_import(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        assert (undone.state, undone.error, Person.objects.of(workspace).count()) == (ImportState.UNDONE, {}, 0)

    def test_taken_back_in_part_it_can_be_tried_again(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = import_file(workspace, THREE)
        start_undoing(workspace=workspace, import_id=row.pk, now=now)
        with monkeypatch.context() as broken:
            broken.setattr(undoing, "_remove", fails)
            carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))
        row.refresh_from_db()
        assert (row.state, row.error) == (ImportState.FAILED, {"code": "undoing"})
        start_undoing(workspace=workspace, import_id=row.pk, now=now)
        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        row.refresh_from_db()
        assert (row.state, Person.objects.of(workspace).count()) == (ImportState.UNDONE, 0)

    def test_a_database_that_is_locked_is_waited_for(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = read_file(workspace, THREE)
        start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)

        def locked(*_: Any) -> None:
            raise OperationalError("database is locked")

        with monkeypatch.context() as busy:
            busy.setattr(applying._Applier, "chunk", locked)
            with pytest.raises(OperationalError):
                carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))
        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        row.refresh_from_db()
        assert (row.state, row.progress) == (ImportState.DONE, 3)

    def test_what_kills_worker_after_worker_is_given_up(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = read_file(workspace, THREE)
        start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)

        def kills(*_: Any) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(applying._Applier, "chunk", kills)
        for _ in range(MOST_TRIES):
            with pytest.raises(KeyboardInterrupt):
                carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))
        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        row.refresh_from_db()
        assert (row.state, row.error) == (ImportState.REFUSED, {"code": "unexpected"})

    def test_who_gets_on_is_not_given_up(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Killed after each chunk, but never twice at the same one."""
        monkeypatch.setattr(applying, "CHUNK", 1)
        rows = (f"Ana{n},Ruiz{n},,ana{n}@tidewater.example,,,20 Nov 2025" for n in range(MOST_TRIES + 2))
        row = read_file(workspace, linkedin_csv(*rows))
        start_applying(workspace=workspace, import_id=row.pk, options={}, now=now)
        chunk = applying._Applier.chunk

        def one_and_dies(self: Any, records: Any) -> None:
            chunk(self, records)
            raise KeyboardInterrupt

        monkeypatch.setattr(applying._Applier, "chunk", one_and_dies)
        for _ in range(MOST_TRIES + 2):
            with pytest.raises(KeyboardInterrupt):
                carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))
        carry_on(workspace=workspace, import_id=row.pk, clock=clock_at(now))

        row.refresh_from_db()
        assert (row.state, Person.objects.of(workspace).count()) == (ImportState.DONE, MOST_TRIES + 2)

    def test_who_came_with_one_import_and_was_merged_into_by_a_failed_one_is_kept(
        self, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = import_file(workspace, THREE)
        ImportRow.objects.create(
            workspace=workspace,
            source_import=Import.objects.create(
                workspace=workspace, filename="b.csv", state=ImportState.FAILED, created_at=now, touched_at=now
            ),
            number=1, outcome="merged", person=Person.objects.of(workspace).order_by("source_row")[0],
        )  # fmt: skip
        start_undoing(workspace=workspace, import_id=first.pk, now=now)
        undone = undo_import(workspace=workspace, import_id=first.pk, clock=clock_at(now))

        assert (undone.counts["kept"], Person.objects.of(workspace).count()) == (1, 1)


class TestPages:
    @pytest.fixture
    def client(self, seeker: User, sign_in: Any) -> Client:
        signed_in: Client = sign_in(seeker)
        return signed_in

    def test_the_page_says_what_came_and_takes_it_back(
        self, client: Client, workspace: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = applying_in_part(workspace, now, monkeypatch)
        Import.objects.of(workspace).update(finished_at=row.created_at)
        monkeypatch.setattr("django.utils.timezone.now", clock_at(now))
        page = client.get(reverse("people:import", args=[row.pk])).content.decode()
        assert "the rest of the file did not come in" in page
        assert "2 of 3 rows came in before." in page
        assert "stopped half-way" in client.get(reverse("people:imports")).content.decode()
        client.post(reverse("people:undo_import", args=[row.pk]))

        assert Person.objects.of(workspace).count() == 0

    def test_a_refused_one_says_that_nothing_was_written(self, client: Client, workspace: Workspace) -> None:
        row = read_file(workspace, THREE)
        Import.objects.of(workspace).update(state=ImportState.REFUSED, error={"code": "unexpected"})
        page = client.get(reverse("people:import", args=[row.pk])).content.decode()

        assert "Something went wrong that we did not expect" in page
        assert "Nothing was written." in page


def test_an_upload_that_fails_at_once_leads_to_its_page(
    seeker: User, sign_in: Any, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "ledger_of", fails)
    client: Client = sign_in(seeker)
    answer = client.post(reverse("people:imports"), {"pasted": "Name\tE-mail\nAna Ruiz\tana@tidewater.example\n"})

    assert answer.status_code == 302
    assert Import.objects.of(workspace).get().error == {"code": "unexpected"}
    assert "Something went wrong" in client.get(answer.url).content.decode()
