"""Weights kept and taken back, also from two windows."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from tests.factories.decisions import Laid, lay_out

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def kept(client: Client, laid: Laid, pay: int) -> str:
    """Keeps a weight; where the undo of it posts to."""
    sent = {f"w-{laid.wishes['Pay']}": str(pay)}
    html = client.post(reverse("decisions:weights", args=[laid.id]), sent, follow=True).content.decode()
    found = re.search(r'<form method="post" action="([^"]+)" data-undo>', html)
    return unescape(found[1]) if found else ""


def pay(laid: Laid) -> int:
    return next(wish.weight for wish in laid.board.wishes if wish.words == "Pay")


def test_each_undo_takes_back_its_own_change_or_says_that_there_was_a_later_one(
    client: Client, workspace: Workspace
) -> None:
    laid = lay_out(workspace)
    first, second = kept(client, laid, 40), kept(client, laid, 70)

    assert "The weights were changed again since" in client.post(first, follow=True).content.decode()
    assert pay(laid) == 70
    client.post(second)
    assert pay(laid) == 40
    assert "The weights were changed again since" in client.post(second, follow=True).content.decode()
    client.post(first)
    assert pay(laid) == 60


def test_where_nothing_changed_there_is_nothing_to_undo(client: Client, workspace: Workspace) -> None:
    assert kept(client, lay_out(workspace), 60) == ""


@pytest.mark.parametrize("query", ["", "?w-x=1&before-x=2", "?w-1=5"])
def test_an_undo_that_names_no_change_changes_nothing(client: Client, workspace: Workspace, query: str) -> None:
    laid = lay_out(workspace)

    answer = client.post(reverse("decisions:weights_back", args=[laid.id]) + query)

    assert answer.status_code == 302
    assert [wish.weight for wish in laid.board.wishes] == [60, 40]
