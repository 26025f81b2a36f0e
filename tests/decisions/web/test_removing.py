"""What is taken away comes back to where it belongs, or to the nearest page that is there."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.decisions.models import Criterion, Decision, Option
from tests.factories.decisions import lay_out

SignIn = Callable[[User], Client]


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


@pytest.mark.parametrize(("kind", "name"), [(Decision, "decision"), (Option, "option"), (Criterion, "wish")])
def test_what_is_taken_away_comes_back(client: Client, workspace: Workspace, kind: type[Option], name: str) -> None:
    lay_out(workspace)
    key = kind.objects.of(workspace).first().pk  # type: ignore[union-attr]

    client.post(reverse(f"decisions:remove_{name}", args=[key]))
    assert not kind.kept(workspace).filter(pk=key).exists()

    client.post(reverse(f"decisions:bring_back_{name}", args=[key]))
    assert kind.kept(workspace).filter(pk=key).exists()


@pytest.mark.parametrize("what", ["option", "wish", "evidence"])
def test_what_comes_back_to_a_deleted_decision_says_so(client: Client, workspace: Workspace, what: str) -> None:
    laid = lay_out(workspace)
    said = laid.found("Planner", "Pay")
    key = {"option": laid.options["Buyer"], "wish": laid.wishes["Hours"], "evidence": said.pk}[what]
    client.post(reverse(f"decisions:remove_{what}", args=[key]))
    client.post(reverse("decisions:remove_decision", args=[laid.id]))

    answer = client.post(reverse(f"decisions:bring_back_{what}", args=[key]), follow=True)

    assert answer.status_code == 200
    assert "It belongs to a decision that is deleted." in answer.content.decode()


def test_evidence_that_comes_back_to_an_option_that_is_gone_says_so(client: Client, workspace: Workspace) -> None:
    laid = lay_out(workspace)
    said = laid.found("Planner", "Pay")
    client.post(reverse("decisions:remove_evidence", args=[said.pk]))
    client.post(reverse("decisions:remove_option", args=[laid.options["Planner"]]))

    answer = client.post(reverse("decisions:bring_back_evidence", args=[said.pk]), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("decisions:decision", args=[laid.id])
    assert "It belongs to an option or a wish that is taken away." in answer.content.decode()
