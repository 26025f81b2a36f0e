"""What a programme says of itself, its rules, and the letterhead that follows from them."""

from collections.abc import Callable

import pytest
from django.test import Client

from askwell.accounts.models import User
from askwell.outreach.queries.mail.unsubscribing import programme_letterhead
from askwell.programmes.models import Programme

SignIn = Callable[[User], Client]
TOLD = {
    "name": "Harbour Connections", "organisation": "Harbour YWCA", "about": "Talks.", "email": "us@programme.example",
    "phone": "", "zone": "America/Toronto", "language": "fr", "postal": "12 Quay Street\nBurnaby BC",
    "takes_seekers": "on", "approves": "on", "most_talks": "3", "rest_days": "21", "answer_days": "5",
    "most_missed": "1",
}  # fmt: skip


def fresh(programme: Programme) -> Programme:
    return Programme.objects.of(programme.workspace).get()


def test_what_is_said_and_the_rules_are_kept(programme: Programme, owner: User, sign_in: SignIn) -> None:
    answer = sign_in(owner).post("/programmes/settings/", TOLD)

    row = fresh(programme)
    assert answer.headers["Location"] == "/programmes/settings/"
    assert (row.zone, row.language, row.takes_seekers, row.takes_insiders) == ("America/Toronto", "fr", True, False)
    assert (row.most_talks, row.rest_days, row.answer_days, row.most_missed) == (3, 21, 5, 1)


@pytest.mark.parametrize("flaw", [{"name": " "}, {"most_talks": "9"}, {"answer_days": "0"}, {"zone": "Mars/Olympus"}])
def test_a_flaw_is_shown_and_nothing_is_lost(
    programme: Programme, owner: User, flaw: dict[str, str], sign_in: SignIn
) -> None:
    answer = sign_in(owner).post("/programmes/settings/", TOLD | {"organisation": "Typed just now"} | flaw)

    assert answer.status_code == 422
    assert 'value="Typed just now"' in answer.content.decode()
    assert fresh(programme).language == "en"


def test_its_mails_bear_its_own_letterhead(
    programme: Programme, owner: User, sign_in: SignIn, settings: object
) -> None:
    settings.SITE, settings.PROGRAMME_NAME = "https://askwell.example", "Somebody Else"  # type: ignore[attr-defined] # pytest-django's
    settings.PROGRAMME_ADDRESS = ["1 Elsewhere"]  # type: ignore[attr-defined] # as above
    assert programme_letterhead(programme.workspace, "a@b.example") is None

    sign_in(owner).post("/programmes/settings/", TOLD)

    head = programme_letterhead(programme.workspace, "a@b.example")
    assert head
    assert (head.sender, head.postal) == ("Harbour Connections", ("12 Quay Street", "Burnaby BC"))


def test_the_link_of_the_open_form_is_shown_once_it_is_on(programme: Programme, owner: User, sign_in: SignIn) -> None:
    client = sign_in(owner)
    assert "/programmes/join/" not in client.get("/programmes/settings/").content.decode()

    client.post("/programmes/settings/", TOLD)

    assert "/programmes/join/" in client.get("/programmes/settings/").content.decode()


def test_settings_are_for_those_who_lead(programme: Programme, caseworker: User, rival: User, sign_in: SignIn) -> None:
    assert sign_in(caseworker).post("/programmes/settings/", TOLD).status_code == 404
    sign_in(rival).post("/programmes/settings/", TOLD)

    assert fresh(programme).language == "en"
