"""The undo of evidence: what is new goes, what was there stands as it did."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Evidence
from tests.factories.decisions import lay_out, make_claim

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def test_a_claim_put_otherwise_stands_as_before_after_the_undo(client: Client, workspace: Workspace) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    laid.said("Planner", "Pay", claim)
    sent = {"option": laid.options["Planner"], "wish": laid.wishes["Pay"], "side": "against", "strength": "3"}
    html = client.post(reverse("decisions:use", args=[claim.pk]), sent, follow=True).content.decode()
    assert "It was there already; now it counts as you say." in html
    assert [(one.speaks_for, one.strength) for one in Evidence.kept(workspace)] == [(False, 3)]
    undo = re.search(r'<form method="post" action="([^"]+)" data-undo>', html)
    assert undo

    client.post(unescape(undo[1]))

    assert [(one.speaks_for, one.strength) for one in Evidence.kept(workspace)] == [(True, 2)]
    again = client.post(unescape(undo[1]), follow=True).content.decode()
    assert "It was changed again since: it stays as it is." in again


def test_the_same_again_is_said_and_needs_no_undo(client: Client, workspace: Workspace) -> None:
    laid, claim = lay_out(workspace), make_claim(workspace, "It pays well")
    laid.said("Planner", "Pay", claim)
    sent = {"option": laid.options["Planner"], "wish": laid.wishes["Pay"], "side": "for", "strength": "2"}

    html = client.post(reverse("decisions:use", args=[claim.pk]), sent, follow=True).content.decode()

    assert "It counted like that already." in html
    assert "data-undo" not in html
