"""What was brought is looked through: many at once, and what was not understood."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.opportunities.actions.intakes import read_intake
from askwell.opportunities.choices import IntakeState
from askwell.opportunities.models import Intake, Opportunity
from tests.factories.opportunities import ready_intake

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_five_hundred_that_were_read_can_be_kept_and_none_is_ticked_for_you(
    client: Client, workspace: Workspace
) -> None:
    row = ready_intake(workspace, *({"title": f"Buyer {number}"} for number in range(500)), now=timezone.now())
    Intake.objects.of(workspace).filter(pk=row.pk).update(remarks=[{"code": "list_cut", "where": "501", "text": ""}])
    shown = page(client, reverse("opportunities:intake", args=[row.pk]))
    assert "Tick those that you want to keep." in shown
    assert "It holds more than 500 openings" in shown
    assert ' name="keep" value="3" checked' not in shown
    fields = {f"{name}-{place}": "x" for name in ("title", "location", "url", "kind") for place in range(500)}
    answer = client.post(
        reverse("opportunities:keep_intake", args=[row.pk]), {"keep": ["3", "7"], "source": "board", **fields}
    )
    assert answer.status_code == 302
    assert Opportunity.kept(workspace).filter(same_as=None).count() == 1  # both are called x now


def test_what_was_not_understood_is_written_down_by_hand_without_typing_it_again(
    client: Client, workspace: Workspace
) -> None:
    client.post(
        "/openings/add/", {"how": "pasted", "text": "Bookkeeping\nTen evenings.", "address": "https://x.example"}
    )
    row = Intake.objects.of(workspace).get()
    read_intake(workspace=workspace, intake_id=row.pk, clock=timezone.now)
    assert f"/openings/new/?from={row.pk}" in page(client, reverse("opportunities:intake", args=[row.pk]))
    form = page(client, f"/openings/new/?from={row.pk}")
    assert 'value="Bookkeeping"' in form
    assert "Ten evenings." in form
    assert 'value="https://x.example"' in form


def test_what_a_stranger_pasted_fills_in_nothing(client: Client, stranger: User) -> None:
    assert stranger.workspace
    row = ready_intake(stranger.workspace, {"title": "Secret role"}, now=timezone.now())
    Intake.objects.of(stranger.workspace).filter(pk=row.pk).update(data=b"Secret role", state=IntakeState.REFUSED)
    assert "Secret" not in page(client, f"/openings/new/?from={row.pk}")


def test_all_or_none_are_ticked_and_what_was_typed_stays(client: Client, workspace: Workspace) -> None:
    row = ready_intake(workspace, {}, {"title": "Buyer"}, now=timezone.now())
    address = reverse("opportunities:keep_intake", args=[row.pk])
    shown = client.post(address, {"tick": "none", "keep": ["0", "1"], "title-0": "Typed", "source": "own"})
    ticked = re.compile(r'name="keep" value="\d" checked')
    assert not ticked.search(shown.content.decode())
    assert 'value="Typed"' in shown.content.decode()
    assert len(ticked.findall(client.post(address, {"tick": "all", "source": "own"}).content.decode())) == 2
    assert not Opportunity.kept(workspace).exists()


def test_what_waits_is_let_go_from_the_board(client: Client, workspace: Workspace) -> None:
    row = ready_intake(workspace, {"title": "Buyer"}, now=timezone.now())
    address = reverse("opportunities:discard_intake", args=[row.pk]) + "?from=board"
    shown = page(client, "/openings/")
    assert address in shown
    assert "Buyer" in shown
    assert client.post(address).headers["Location"] == "/openings/"
    assert not Intake.objects.of(workspace).exists()
