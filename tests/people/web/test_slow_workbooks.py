"""A workbook that cannot be read in time is told as such, on whatever page asks for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.people.choices import ImportState
from askwell.people.models import Import
from askwell.protocols.contacts import workbooks
from askwell.protocols.sheets.reader import Reader

ALUMNI = (Path(__file__).parents[2] / "data" / "contacts" / "alumni" / "alumni.xlsx").read_bytes()


def no_time(*, seconds: float) -> Reader:
    return Reader(seconds=seconds / 10_000)


@pytest.fixture
def client(seeker: User, sign_in: Callable[[User], Client]) -> Client:
    return sign_in(seeker)


def bring(client: Client, workspace: Workspace) -> Import:
    client.post(reverse("people:imports"), {"file": SimpleUploadedFile("alumni.xlsx", ALUMNI)})
    return Import.objects.of(workspace).get()


def test_a_page_of_rows_says_that_it_took_too_long(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = bring(client, workspace)
    page = f"{reverse('people:rows', args=[row.pk])}?page=2"
    shown = client.get(page)
    assert (row.state, shown.status_code, shown.context["shown"][0].number) == (ImportState.READY, 200, 51)

    monkeypatch.setattr(workbooks, "Reader", no_time)
    refused = client.get(page)

    assert refused.status_code == 422
    assert "Reading the file took too long." in refused.content.decode()


def test_an_import_says_that_it_took_too_long(
    client: Client, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "Reader", no_time)
    row = bring(client, workspace)

    assert (row.state, row.error["code"], bytes(row.data)) == (ImportState.REFUSED, "too_slow", b"")
    assert "Reading the file took too long." in client.get(reverse("people:import", args=[row.pk])).content.decode()
