"""A programme begins, and who finds which pages."""

import re
from collections.abc import Callable

from django.test import Client

from askwell.accounts.models import User, Workspace
from askwell.programmes.actions.rounds import begin_round
from askwell.programmes.choices import RoundState
from askwell.programmes.models import Programme, Round
from tests.conftest import NOW
from tests.factories.programmes import joined, make_insider, make_participant
from tests.factories.talks import asked, make_match

SignIn = Callable[[User], Client]


def test_a_programme_begins_in_a_workspace_of_its_own(seeker: User, workspace: Workspace, sign_in: SignIn) -> None:
    answer = sign_in(seeker).post("/programmes/new/", {"name": "Harbour Connections"}, follow=True)

    seeker.refresh_from_db()
    assert seeker.workspace_id != workspace.pk
    assert Programme.objects.of(seeker.workspace).get().name == "Harbour Connections"
    assert "Harbour Connections" in answer.content.decode()


def test_it_wants_a_name(seeker: User, sign_in: SignIn) -> None:
    answer = sign_in(seeker).post("/programmes/new/", {"name": " ", "organisation": "Harbour YWCA"})

    assert answer.status_code == 422
    assert 'value="Harbour YWCA"' in answer.content.decode()


def test_at_work_in_a_programme_a_seekers_pages_lead_back_to_it(owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)

    assert client.get("/people/").headers["Location"] == "/programmes/"
    assert client.post("/plan/", {"title": "Planner"}).status_code == 403


def test_the_keys_are_those_that_work_in_a_programme(owner: User, sign_in: SignIn) -> None:
    page = sign_in(owner).get("/programmes/").content.decode()

    listed = re.findall(r"<dt><kbd>g</kbd> <kbd>(\w)</kbd></dt><dd>go to (\w+)</dd>", page)
    assert listed == re.findall(r'data-go="(\w)"[^>]*>(\w+)</a>', page)
    assert len(dict(listed)) == len(listed) == 6
    assert "find anyone" not in page


def test_a_search_keeps_its_own_keys(seeker: User, sign_in: SignIn) -> None:
    page = sign_in(seeker).get("/").content.decode()

    assert "find anyone" in page
    assert "go to Seekers" not in page


def test_one_goes_back_to_ones_own_workspace(owner: User, sign_in: SignIn) -> None:
    own = Workspace.objects.get(memberships__user=owner, kind="seeker")

    answer = sign_in(owner).post("/account/work/", {"workspace": str(own.pk)})

    assert answer.headers["Location"] == "/"
    owner.refresh_from_db()
    assert owner.workspace_id == own.pk


def test_nobody_gets_to_work_in_a_workspace_of_others(programme: Programme, stranger: User, sign_in: SignIn) -> None:
    answer = sign_in(stranger).post("/account/work/", {"workspace": str(programme.workspace_id)})

    assert answer.status_code == 404
    stranger.refresh_from_db()
    assert stranger.workspace_id != programme.workspace_id


def test_a_seeker_is_no_staff(programme: Programme, sign_in: SignIn) -> None:
    _participant, user = joined(programme)

    assert sign_in(user).get("/programmes/").headers["Location"] == "/programmes/new/"


def test_seekers_in_no_round_wait_for_one(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_participant(programme)
    make_participant(programme, "Bao Lin")
    client = sign_in(owner)
    assert "2 seekers are in no round yet" in client.get("/programmes/").content.decode()

    begin_round(workspace=programme.workspace, name="Autumn", week=NOW.date(), now=NOW)

    assert "in no round yet" not in client.get("/programmes/").content.decode()


def test_a_letter_to_send_by_hand_waits(programme: Programme, owner: User, sign_in: SignIn) -> None:
    match = asked(programme)
    client = sign_in(owner)
    page = client.get("/programmes/").content.decode()
    assert "1 letter to send by hand" in page
    assert f'href="/programmes/rounds/{match.round_id}/talks/"' in page

    client.post(f"/programmes/talks/{match.pk}/asked/")

    assert "to send by hand" not in client.get("/programmes/").content.decode()


def test_the_settings_say_where_one_works(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    page = client.get("/account/settings/").content.decode()
    assert "here now" in page
    assert "Your mailbox" not in page  # that is a seeker's

    own = Workspace.objects.get(memberships__user=owner, kind="seeker")
    client.post("/account/work/", {"workspace": str(own.pk)})

    page = client.get("/account/settings/").content.decode()
    assert f'name="workspace" value="{programme.workspace_id}"' in page
    assert "Your mailbox" in page


def test_new_proposals_of_a_round_that_was_sent_wait_and_letters_of_a_closed_one_too(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    match = asked(programme)
    make_match(programme, joined(programme, "Bao Lin")[0], make_insider(programme, "Ivo Hill"), round=match.round)
    client = sign_in(owner)
    assert "1 pair to send" in client.get("/programmes/").content.decode()

    Round.objects.of(programme.workspace).update(state=RoundState.CLOSED)
    page = client.get("/programmes/").content.decode()
    assert "1 pair to send" not in page
    assert "1 letter to send by hand" in page


def test_a_programmes_page_opened_while_at_work_elsewhere_says_where_it_belongs(owner: User, sign_in: SignIn) -> None:
    work, own = owner.workspace, Workspace.objects.get(memberships__user=owner, kind="seeker")
    assert work
    client = sign_in(owner)
    client.post("/account/work/", {"workspace": str(own.pk)})

    answer = client.get("/programmes/seekers/")

    assert answer.status_code == 404
    assert "Go to Harbour Connections" in answer.content.decode()
    going = {"workspace": str(work.pk), "next": "/programmes/seekers/"}
    assert client.post("/account/work/", going).headers["Location"] == "/programmes/seekers/"
    assert client.get("/programmes/seekers/").status_code == 200
    elsewhere = client.post("/account/work/", going | {"next": "https://evil.example/"})
    assert elsewhere.headers["Location"] == "/"


def test_who_works_in_no_programme_is_told_of_none(programme: Programme, stranger: User, sign_in: SignIn) -> None:
    answer = sign_in(stranger).get("/programmes/seekers/")

    assert answer.status_code == 404
    assert "This door leads nowhere" in answer.content.decode()
    assert "Harbour Connections" not in answer.content.decode()


def test_ones_own_programmes_are_a_step_away_from_work(owner: User, sign_in: SignIn) -> None:
    own = Workspace.objects.get(memberships__user=owner, kind="seeker")
    client = sign_in(owner)

    shown = client.get("/programmes/mine/").content.decode()

    assert "Go to my own search" in shown
    assert f'value="{own.pk}"' in shown
    gone = client.post("/account/work/", {"workspace": str(own.pk), "next": "/programmes/mine/"}, follow=True)
    assert gone.redirect_chain[0][0] == "/programmes/mine/"
    assert gone.status_code == 200
