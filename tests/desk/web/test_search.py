"""Search: persons first, then everything else; the same words under the box and on the page."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.desk.queries.search import find, surroundings
from askwell.outreach.actions.targets import add_target
from tests.desk.counting import queries_of
from tests.factories.outreach import make_someone, send
from tests.factories.people import make_person

SignIn = Callable[[User], Client]


@pytest.fixture
def full(workspace: Workspace, now: datetime) -> Workspace:
    """One of everything that holds the word harbour."""
    make_person(workspace, given="Priya", family="Harbour", title="Planner", organisation="North Shore")
    make_person(workspace, given="Min", family="Zhou", organisation="Harbour Freight")
    make_person(workspace, given="Lin", family="Hua", note="Saw her at the harbour")
    add_target(workspace=workspace, name="Harbour Foods", now=now)
    send(
        make_someone(workspace, "Daniel", "Wong", employer="Elsewhere"),
        now - timedelta(days=3),
        text="Your talk on the harbour",
    )
    return workspace


def test_everything_is_found_persons_by_name_first(full: Workspace) -> None:
    found = find(full, "harbour")
    assert [person.family for person in found.persons] == ["Harbour", "Zhou", "Hua"]
    assert [place.name for place in found.organisations] == ["Harbour Freight"]
    assert [place.name for place in found.targets] == ["Harbour Foods"]
    assert [note.text for note in found.notes] == ["Saw her at the harbour"]
    assert [message.family for message in found.messages] == ["Wong"]


@pytest.mark.parametrize("text", ["", "  ", "zzz", "%", "_", "'; DROP TABLE people_person; --", '"', "*", "a" * 5000])
def test_any_text_may_be_asked_for(text: str, seeker: User, full: Workspace, sign_in: SignIn) -> None:
    client = sign_in(seeker)
    for headers in ({}, {"HX-Target": "found"}):
        assert client.get("/search/", {"q": text}, headers=headers).status_code == 200


def test_the_box_and_the_page_find_the_same_persons(seeker: User, full: Workspace, sign_in: SignIn) -> None:
    client = sign_in(seeker)
    below = client.get("/search/?q=harbour", headers={"HX-Target": "found"}).content.decode()
    page = client.get("/search/?q=harbour").content.decode()
    assert below.count('role="option"') == 5
    assert all(name in below and name in page for name in ("Priya Harbour", "Min Zhou", "Lin Hua"))
    assert "<html" not in below


def test_a_stranger_finds_nothing(full: Workspace, stranger: User, sign_in: SignIn) -> None:
    client = sign_in(stranger)
    assert not find(stranger.workspace, "harbour")  # type: ignore[arg-type]  # a signed-in stranger has one
    assert "Nothing matches" in client.get("/search/?q=harbour").content.decode()


def test_a_long_text_is_cut_around_what_was_found() -> None:
    text = "a " * 200 + "needle" + " b" * 200
    shown = surroundings(text, ["needle"])
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "needle" in shown
    assert len(shown) < 170


def test_searching_costs_a_bounded_number_of_queries(seeker: User, full: Workspace, sign_in: SignIn) -> None:
    client = sign_in(seeker)
    assert queries_of(client, "/search/?q=harbour") <= 15
    assert queries_of(client, "/search/?q=harbour", **{"HX-Target": "found"}) <= 13
