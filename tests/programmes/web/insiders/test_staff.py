"""Insiders as staff sees them: the list, a page, what is decided."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.choices import MembershipRole
from askwell.accounts.models import User
from askwell.programmes.choices import InsiderState, MatchState, Side
from askwell.programmes.models import Feedback, Insider, Match, Programme, Round
from tests.conftest import NOW
from tests.factories.programmes import make_insider, make_participant, make_staff

SignIn = Callable[[User], Client]
FORM: dict[str, Any] = {
    "name": "Rosa Osei", "email": "rosa@tidewater.example", "languages": ["en"], "level": "mid", "a_month": "2",
    "zone": "America/Vancouver", "page_language": "en", "topics": "close", "windows-0-0-from": "18:00",
    "windows-0-0-to": "20:00",
}  # fmt: skip
EVERY_PAGE = ("", "add/")


def page_of(client: Client, path: str = "") -> str:
    return client.get(f"/programmes/insiders/{path}").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions(
    programme: Programme, owner: User, sign_in: SignIn, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = sign_in(owner)
    for number in range(count):
        make_insider(programme, f"Insider {number}")
    page_of(client)

    with django_assert_num_queries(12):
        page_of(client)


def test_it_is_narrowed_by_state_field_language_and_words(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_insider(programme, "Rosa Osei", field="Accounting", languages=["en"])
    make_insider(programme, "Tam Nguyen", field="Laboratory", languages=["en", "fr"])
    make_insider(programme, "Kim Peters", state=InsiderState.PAUSED)
    make_insider(programme, "Gone Away", state=InsiderState.LEFT)
    client = sign_in(owner)

    def found(query: str) -> set[str]:
        text = page_of(client, f"?{query}")
        return {name for name in ("Rosa Osei", "Tam Nguyen", "Kim Peters", "Gone Away") if name in text}

    assert found("") == {"Rosa Osei", "Tam Nguyen", "Kim Peters"}
    assert found("state=paused") == {"Kim Peters"}
    assert found("state=left") == {"Gone Away"}
    assert found("field=Laboratory") == {"Tam Nguyen"}
    assert found("language=fr") == {"Tam Nguyen"}
    assert found("q=osei") == {"Rosa Osei"}
    assert found("q=zebra&page=99") == set()


def test_free_places_follow_talks_pauses_and_rest(programme: Programme, owner: User, sign_in: SignIn) -> None:
    insider = make_insider(programme, a_month=3)
    the_round = Round.objects.create(workspace=programme.workspace, number=1, week=NOW.date(), created_at=NOW)
    told: dict[str, Any] = {"workspace": programme.workspace, "round": the_round, "insider": insider}
    Match.objects.create(**told, participant=make_participant(programme), state=MatchState.PROPOSED)
    Match.objects.create(**told, participant=make_participant(programme), state=MatchState.DECLINED)
    client = sign_in(owner)
    assert "3 of 3" in page_of(client)

    asked = Match.objects.create(
        **told, participant=make_participant(programme), state=MatchState.ASKED, asked_at=timezone.now()
    )
    assert "2 of 3" in page_of(client)

    Match.objects.of(programme.workspace).filter(pk=asked.pk).update(
        state=MatchState.HELD, starts_at=timezone.now() - timedelta(days=1)
    )
    assert "0 of 3" in page_of(client)


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_nobody_else_finds_these_pages(
    programme: Programme, rival: User, stranger: User, sign_in: SignIn, path: str
) -> None:
    insider = make_insider(programme)

    assert sign_in(stranger).get(f"/programmes/insiders/{path}").status_code == 404
    assert sign_in(rival).get(f"/programmes/insiders/{insider.pk}/").status_code == 404
    assert insider.name not in page_of(sign_in(rival), path)


def test_a_caseworker_looks_and_does_not_decide(programme: Programme, caseworker: User, sign_in: SignIn) -> None:
    insider, client = make_insider(programme), sign_in(caseworker)

    assert insider.name in page_of(client, f"{insider.pk}/")
    assert "/programmes/insider/" not in page_of(client, f"{insider.pk}/"), "the link of their own page"
    for path in ("add/", f"{insider.pk}/edit/"):
        assert client.get(f"/programmes/insiders/{path}").status_code == 404
    for path in (f"{insider.pk}/move/remove/", f"{insider.pk}/edit/", "ask/"):
        assert client.post(f"/programmes/insiders/{path}").status_code == 404
    assert client.get("/programmes/lists/").status_code == 404


def test_a_caseworker_says_that_they_talked(programme: Programme, caseworker: User, sign_in: SignIn) -> None:
    insider = make_insider(programme)

    sign_in(caseworker).post(f"/programmes/insiders/{insider.pk}/move/talked/")

    insider.refresh_from_db()
    assert insider.talked_at


def test_somebody_is_added_by_hand(programme: Programme, owner: User, sign_in: SignIn) -> None:
    sign_in(owner).post("/programmes/insiders/add/", FORM | {"obtained": "card handed over", "note": "met in May"})

    insider = Insider.objects.of(programme.workspace).get()
    assert (insider.name, insider.a_month, insider.windows) == ("Rosa Osei", 2, [[0, "18:00", "20:00"]])
    assert (insider.obtained, insider.note, insider.state) == ("card handed over", "met in May", InsiderState.INVITED)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"a_month": "0"}, "pause instead"),
        ({"a_month": "-1"}, "pause instead"),
        ({"windows-0-0-to": "17:00"}, "The end comes before the beginning."),
        ({"email": "rosa at home"}, "That is no e-mail address."),
        ({"languages": ["tlh"]}, "tlh"),
    ],
)
def test_impossible_values_come_back_named_and_nothing_typed_is_lost(
    programme: Programme, owner: User, sign_in: SignIn, wrong: dict[str, object], named: str
) -> None:
    answer = sign_in(owner).post("/programmes/insiders/add/", FORM | {"note": "what I typed"} | wrong)

    assert answer.status_code == 422
    assert named in answer.content.decode()
    assert "what I typed" in answer.content.decode()
    assert not Insider.objects.of(programme.workspace).exists()


def test_a_known_address_is_named(programme: Programme, owner: User, sign_in: SignIn) -> None:
    make_insider(programme, email="rosa@tidewater.example")

    answer = sign_in(owner).post("/programmes/insiders/add/", FORM)

    assert answer.status_code == 422
    assert "on the list already" in answer.content.decode()


def test_what_two_typed_at_once_is_not_lost(programme: Programme, owner: User, sign_in: SignIn) -> None:
    insider, client = make_insider(programme), sign_in(owner)
    client.post(f"/programmes/insiders/{insider.pk}/edit/", FORM | {"version": "1"})

    answer = client.post(f"/programmes/insiders/{insider.pk}/edit/", FORM | {"version": "1", "title": "Mine"})

    assert answer.status_code == 422
    assert 'name="version" value="2"' in answer.content.decode()
    assert 'value="Mine"' in answer.content.decode()


@pytest.mark.parametrize(
    ("before", "step", "after", "back"),
    [
        (InsiderState.APPLIED, "approve", InsiderState.ACTIVE, "disapprove"),
        (InsiderState.ACTIVE, "pause", InsiderState.PAUSED, "resume"),
        (InsiderState.ACTIVE, "remove", InsiderState.LEFT, "stay"),
    ],
)
def test_each_decision_can_be_taken_back(
    programme: Programme, owner: User, sign_in: SignIn, before: InsiderState, step: str, after: InsiderState, back: str
) -> None:
    active_at = NOW if before == InsiderState.ACTIVE else None
    insider, client = make_insider(programme, state=before, active_at=active_at), sign_in(owner)

    answer = client.post(f"/programmes/insiders/{insider.pk}/move/{step}/", follow=True).content.decode()
    insider.refresh_from_db()
    assert insider.state == after
    assert f"/programmes/insiders/{insider.pk}/move/{back}/" in answer

    client.post(f"/programmes/insiders/{insider.pk}/move/{back}/")
    insider.refresh_from_db()
    assert insider.state == before


def test_no_step_but_ours(programme: Programme, owner: User, sign_in: SignIn) -> None:
    insider = make_insider(programme)

    assert sign_in(owner).post(f"/programmes/insiders/{insider.pk}/move/explode/").status_code == 404


def test_the_page_says_what_became_of_their_talks(programme: Programme, owner: User, sign_in: SignIn) -> None:
    insider, seeker = make_insider(programme), make_participant(programme, "Mei Chen")
    the_round = Round.objects.create(workspace=programme.workspace, number=1, week=NOW.date(), created_at=NOW)
    talk = Match.objects.create(
        workspace=programme.workspace, round=the_round, participant=seeker, insider=insider, state=MatchState.HELD,
        starts_at=NOW,
    )  # fmt: skip
    told: dict[str, Any] = {"workspace": programme.workspace, "match": talk, "given_at": NOW}
    Feedback.objects.create(**told, side=Side.SEEKER, referrals=2, useful=5, text="It opened a door", may_tell=True)

    text = page_of(sign_in(owner), f"{insider.pk}/")

    for words in ("Mei Chen", "met 1 seeker", "named 2 people", "It opened a door"):
        assert words in text
    assert "of 5" not in text  # one mark is one seeker's


def test_without_a_mailbox_the_letter_is_there_to_copy(programme: Programme, owner: User, sign_in: SignIn) -> None:
    insider = make_insider(programme, state=InsiderState.INVITED, active_at=None)
    client = sign_in(owner)

    answer = client.post("/programmes/insiders/ask/", {"insider": str(insider.pk)}, follow=True).content.decode()

    assert "connect a mailbox" in answer
    assert "/programmes/insider/" in answer


def test_a_coordinator_leads(programme: Programme, sign_in: SignIn) -> None:
    coordinator = make_staff(programme, "cora@coordinator.example", MembershipRole.COORDINATOR)

    assert sign_in(coordinator).get("/programmes/insiders/add/").status_code == 200
