"""Stages of the seeker's own: columns of the board, named, put in order, dropped and brought back."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from askwell.accounts.models import User, Workspace
from askwell.opportunities.actions.own_stages import add_stage
from askwell.opportunities.choices import Stage
from askwell.opportunities.models import Application
from askwell.opportunities.queries.stages import own_stages
from tests.factories.opportunities import make_opening

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_a_card_goes_to_a_stage_of_ones_own_and_comes_back_to_the_board(client: Client, workspace: Workspace) -> None:
    row = make_opening(workspace, now=timezone.now())
    own = add_stage(workspace=workspace, name="Test at home", within=Stage.APPLIED)
    answer = client.post("/openings/move/", {"move": f"{row.pk}:{own.pk}"}, follow=True).content.decode()
    assert "Moved to “Test at home”." in answer
    assert f'data-to="{own.pk}"' in answer
    undo = re.search(r'action="([^"]+)" data-undo', answer)
    assert undo
    assert client.post(unescape(undo[1])).headers["Location"] == "/openings/"
    assert Application.objects.of(workspace).get(opportunity=row).stage == Stage.INTERESTED


def test_stages_of_ones_own_are_named_put_in_order_dropped_and_brought_back(
    client: Client, workspace: Workspace
) -> None:
    for name in ("Call", "Test"):
        client.post("/openings/stages/", {"name": name, "within": "applied"})
    call, test = (reverse("opportunities:change_stage", args=[row.pk]) for row in own_stages(workspace))
    client.post(test, {"name": "Task", "by": "-1"})
    assert [row.name for row in own_stages(workspace)] == ["Test", "Call"]
    client.post(test, {"name": "Task"})
    answer = client.post(call, {"name": "TASK"})
    assert (answer.status_code, "no other of yours has" in answer.content.decode()) == (422, True)
    dropped = client.post(call + "drop/", follow=True).content.decode()
    assert call + "restore/" in dropped
    assert [row.name for row in own_stages(workspace)] == ["Task"]
    client.post(call + "restore/")
    assert [row.name for row in own_stages(workspace)] == ["Task", "Call"]
