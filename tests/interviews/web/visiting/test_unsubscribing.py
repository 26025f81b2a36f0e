"""The link below a programme's mail: asks before it does, works with one click, and can be taken back by the seeker."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from askwell.accounts.models import User, Workspace
from askwell.lib.buckets import Bucket
from askwell.outreach.queries.mail.unsubscribing import read_unsubscribe, unsubscribe_token
from askwell.people.actions.stopping import is_stopped
from askwell.people.models import Person
from tests.factories.outreach import make_someone

ADDRESS = "daniel@harbour.example"


@pytest.fixture(autouse=True)
def nobody_looked(db: None) -> None:
    cache.clear()


def link(workspace: Workspace, address: str = ADDRESS) -> str:
    return reverse("visiting:unsubscribe", args=[unsubscribe_token(workspace.pk, address)])


def test_looking_asks_and_changes_nothing(workspace: Workspace) -> None:
    person = make_someone(workspace, email=ADDRESS)
    html = Client().get(link(workspace)).content.decode()
    assert (html.count("<form"), html.count("No more mail to me"), ADDRESS in html) == (1, 1, True)
    assert Person.objects.of(workspace).get(pk=person.pk).do_not_contact_at is None


def test_one_click_without_a_cookie_is_enough_and_once_more_changes_nothing(workspace: Workspace) -> None:
    person = make_someone(workspace, email=ADDRESS)
    visitor, rows = Client(enforce_csrf_checks=True), Person.objects.of(workspace).filter(pk=person.pk)
    assert visitor.post(link(workspace), {"List-Unsubscribe": "One-Click"}).status_code == 200
    [first] = rows.values("do_not_contact_at", "do_not_contact_why", "version")
    assert (first["do_not_contact_at"] is not None, first["do_not_contact_why"]) == (True, "unsubscribed")
    assert visitor.post(link(workspace)).status_code == 200
    assert rows.values("do_not_contact_at", "do_not_contact_why", "version").get() == first


def test_the_seeker_reads_why_and_can_take_it_back(client: Client, workspace: Workspace, seeker: User) -> None:
    person = make_someone(workspace, email=ADDRESS)
    Client().post(link(workspace))
    client.force_login(seeker, backend="askwell.accounts.web.backends.WorkspaceBackend")
    page = client.get(reverse("desk:person", args=[person.pk])).content.decode()
    assert "They wanted no more mail from your programme." in page
    client.post(reverse("people:allow_contact", args=[person.pk]))
    assert not is_stopped(workspace, ADDRESS)


def test_an_address_of_nobody_is_remembered_for_whoever_comes_with_it(workspace: Workspace) -> None:
    Client().post(link(workspace))
    Client().post(link(workspace))
    assert is_stopped(workspace, "Daniel@Harbour.example")
    assert not is_stopped(workspace, "other@harbour.example")


def test_it_holds_in_that_workspace_alone(workspace: Workspace, stranger: User) -> None:
    assert stranger.workspace
    person = make_someone(stranger.workspace, email=ADDRESS)
    Client().post(link(workspace))
    assert not is_stopped(stranger.workspace, ADDRESS)
    assert Person.objects.of(stranger.workspace).get(pk=person.pk).do_not_contact_at is None


def test_a_link_that_was_not_signed_here_leads_nowhere(workspace: Workspace) -> None:
    token = unsubscribe_token(workspace.pk, ADDRESS)
    other = unsubscribe_token(workspace.pk, "x@y.example")
    for forged in (
        token[:-1],
        other.split(".")[0] + "." + token.split(".")[1],
        "x",
        unsubscribe_token(uuid4(), ADDRESS),
    ):
        assert Client().post(reverse("visiting:unsubscribe", args=[forged])).status_code == 404
    assert not is_stopped(workspace, "x@y.example")


@pytest.mark.parametrize("address", ["a@b.example", "reader+tag@harbour.example", "\u9648@harbour.example", "a" * 300])
def test_a_token_says_what_went_into_it(workspace: Workspace, address: str) -> None:
    assert read_unsubscribe(unsubscribe_token(workspace.pk, address)) == (workspace.pk, address)


def test_who_presses_too_often_waits(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = Client()
    monkeypatch.setattr("askwell.ui.doorstep.LOOKS", Bucket(2, timedelta(minutes=10)))
    assert [visitor.post(link(workspace)).status_code for _ in range(3)] == [200, 200, 429]
