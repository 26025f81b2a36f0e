"""An account is closed by its owner when ASKWELL_HOSTED is on. Run by test_hosted.py."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from askwell.accounts.actions import admit
from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import AuditEntry, Erasure, Membership, Profile, User, Workspace
from askwell.programmes.actions.opening import open_programme
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Participant, Programme
from tests.config.hosted_safety import HTTPS, _static_files, add_app, is_sure, make, signed_in
from tests.factories.people import make_person
from tests.factories.programmes import make_participant

__all__ = ["_static_files"]


@pytest.fixture
def seeker(db: None) -> User:
    cache.clear()  # rate limits
    return make("mei@seeker.example")


@pytest.fixture
def programme(seeker: User) -> Programme:
    """Somebody else's, who is its only owner."""
    owner = make("olga@programme.example")
    return open_programme(user=owner, name="Harbour Bridges", now=timezone.now())


def close(client: Client) -> Any:
    is_sure(client)
    return client.post("/data/erase/", {"close": "1"}, **HTTPS)


def test_the_page_that_erases_offers_to_close_the_account_too(seeker: User) -> None:
    client = signed_in(seeker)

    page = client.get("/data/erase/", **HTTPS).content.decode()

    assert '<input type="checkbox" name="close" value="1" form="all">' in page
    assert "close your account there" in client.get("/data/", **HTTPS).content.decode()


def test_nothing_is_closed_before_it_is_surely_you(seeker: User) -> None:
    signed_in(seeker).post("/data/erase/", {"close": "1"}, **HTTPS)

    assert User.objects.filter(pk=seeker.pk).exists()


def test_without_the_tick_the_account_stays(seeker: User) -> None:
    client = signed_in(seeker)
    is_sure(client)

    client.post("/data/erase/", {}, **HTTPS)

    assert client.get("/account/settings/", **HTTPS).status_code == 200


def test_a_closed_account_leaves_nothing_but_ids(seeker: User) -> None:
    other, here = signed_in(seeker), signed_in(seeker)
    add_app(here)
    make_person(seeker.workspace, given="Lin", emails=["lin@mail.example"])

    answer = close(here)

    assert (answer.headers["Location"], answer.headers["Clear-Site-Data"]) == (
        "/sign-in/login/", '"cache", "storage"',
    )  # fmt: skip
    for model in (User, Workspace, Membership, Profile, EmailAddress, Authenticator, UserSession):
        assert model._default_manager.count() == 0, model
    assert not any(row.get_decoded().get("_auth_user_id") for row in Session.objects.all())
    assert "your account is closed" in here.get("/sign-in/login/", **HTTPS).content.decode()
    assert other.get("/account/settings/", **HTTPS).status_code == 302
    assert AuditEntry.objects.filter(deed="all_erased", by=seeker.pk).count() == 1
    assert list(Erasure.objects.filter(what="account").values_list("key", flat=True)) == [seeker.pk]


def test_nobody_signs_in_as_who_closed_their_account(seeker: User) -> None:
    close(signed_in(seeker))

    assert signed_in(seeker).get("/account/settings/", **HTTPS).status_code == 302


def test_a_stranger_and_their_session_stay(seeker: User) -> None:
    stranger = make("sam@stranger.example")
    person, client = make_person(stranger.workspace, given="Lin"), signed_in(stranger)

    close(signed_in(seeker))

    assert client.get(f"/people/{person.pk}/", **HTTPS).status_code == 200


def test_who_closes_their_account_has_left_the_programme(seeker: User, programme: Programme) -> None:
    mine = make_participant(programme, "Mei Chen", seeker_workspace=seeker.workspace, email=seeker.email)

    close(signed_in(seeker))

    row = Participant.objects.of(programme.workspace).get(pk=mine.pk)
    assert (row.state, row.name, row.email, row.seeker_workspace) == (ParticipantState.LEFT, "", "", None)


def test_a_caseworker_is_dismissed_and_their_seekers_stay(seeker: User, programme: Programme) -> None:
    admit(workspace=programme.workspace, user=seeker, role=MembershipRole.CASEWORKER, name="Mei")
    theirs = make_participant(programme, "Ravi", caseworker=seeker)

    close(signed_in(seeker))

    row = Participant.objects.of(programme.workspace).get(pk=theirs.pk)
    assert (row.state, row.name, row.caseworker) == (ParticipantState.ACTIVE, "Ravi", None)
    assert AuditEntry.objects.filter(place=programme.workspace.pk, deed="dismissed", whose=seeker.pk).exists()


def test_the_last_owner_of_a_programme_is_refused_and_loses_nothing(seeker: User) -> None:
    own = seeker.workspace
    assert own
    open_programme(user=seeker, name="Inlet Bridges", now=timezone.now())
    User.objects.filter(pk=seeker.pk).update(workspace=own)
    person = make_person(own, given="Lin")
    client = signed_in(seeker)

    answer = close(client)

    assert (answer.status_code, "Somebody has to own a programme" in answer.content.decode()) == (422, True)
    assert client.get(f"/people/{person.pk}/", **HTTPS).status_code == 200
    assert Membership.objects.filter(user=seeker).count() == 2
