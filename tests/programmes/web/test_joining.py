"""The pages by which seekers come in, and a seeker's own page of their programmes."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import Profile, User
from askwell.programmes.choices import Audience, ConsentItem, ParticipantState, QuestionKind
from askwell.programmes.models import Consent, IntakeQuestion, Participant, Programme
from askwell.programmes.queries.insiders.doors import volunteer_token
from askwell.programmes.queries.links import joining_token, open_token
from tests.conftest import make_user
from tests.factories.programmes import joined, make_insider, make_participant, make_programme
from tests.programmes.web.test_seekers import TOLD

SignIn = Callable[[User], Client]


@pytest.fixture
def open_to_all(programme: Programme) -> Programme:
    programme.takes_seekers = True
    programme.save()
    return programme


def sign_up(programme: Programme) -> str:
    return f"/programmes/join/{open_token(programme)}/"


def link(row: Participant) -> str:
    return f"/programmes/join/me/{joining_token(row)}/"


def sharing(row: Participant) -> set[str]:
    return set(Consent.objects.of(row.workspace).filter(withdrawn_at=None).values_list("item", flat=True))


def test_anybody_reads_the_open_page_and_signs_up_without_an_account(open_to_all: Programme) -> None:
    make_insider(open_to_all, topics=["night shifts"])
    visitor = Client()

    page = visitor.get(sign_up(open_to_all)).content.decode()
    answer = visitor.post(sign_up(open_to_all), TOLD)

    assert '<option value="night shifts">' in page
    assert answer.status_code == 200
    row = Participant.objects.of(open_to_all.workspace).get()
    assert (row.name, row.state, row.seeker_workspace) == ("Wei Zhang", ParticipantState.APPLIED, None)


def test_it_speaks_three_languages(open_to_all: Programme) -> None:
    page = Client().get(sign_up(open_to_all) + "?language=fr")

    assert '<html lang="fr">' in page.content.decode()


@pytest.mark.parametrize(
    ("browser", "spoken"), [("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"), ("de, fr;q=0.5", "fr"), ("de", "en")]
)
def test_who_chose_no_language_is_met_in_their_browsers(open_to_all: Programme, browser: str, spoken: str) -> None:
    visitor, invited = Client(headers={"accept-language": browser}), make_participant(open_to_all)

    for address in (sign_up(open_to_all), link(invited), f"/programmes/volunteer/{volunteer_token(open_to_all)}/"):
        assert f'<html lang="{spoken}">' in visitor.get(address).content.decode()


def test_the_usual_topics_are_offered_in_the_pages_language(open_to_all: Programme) -> None:
    make_insider(open_to_all, topics=["Auditing", "night shifts"])

    page = Client().get(sign_up(open_to_all) + "?language=zh-hans").content.decode()

    offered = re.findall(r'<option value="([^"0-9]+)">', page.split("<datalist", 1)[1].split("</datalist>")[0])
    assert offered[:4] == ["审计", "night shifts", "记账", "月末结账"]


def test_a_renewed_or_forged_link_leads_nowhere_and_a_shut_form_takes_nobody(open_to_all: Programme) -> None:
    old, visitor = sign_up(open_to_all), Client()
    open_to_all.page_number += 1
    open_to_all.save()
    assert (visitor.get(old).status_code, visitor.get("/programmes/join/forged/").status_code) == (404, 404)
    open_to_all.takes_seekers = False
    open_to_all.save()

    assert visitor.post(sign_up(open_to_all), TOLD).status_code == 410
    assert not Participant.objects.of(open_to_all.workspace).exists()


def test_an_incomplete_form_is_kept_as_it_was_typed(open_to_all: Programme) -> None:
    answer = Client().post(sign_up(open_to_all), TOLD | {"email": "no address", "languages": []})

    assert answer.status_code == 422
    assert 'value="no address"' in answer.content.decode()
    assert not Participant.objects.of(open_to_all.workspace).exists()


def test_own_questions_are_asked_in_the_readers_language_and_stored_in_the_programmes(open_to_all: Programme) -> None:
    one = IntakeQuestion.objects.create(
        workspace=open_to_all.workspace, audience=Audience.SEEKERS, position=1, kind=QuestionKind.ONE,
        words={"en": "Which centre?", "fr": "Quel centre?"},
        options=[{"en": "North", "fr": "Nord"}, {"en": "South", "fr": "Sud"}], is_required=True,
    )  # fmt: skip
    visitor, address = Client(), sign_up(open_to_all) + "?language=fr"

    page = visitor.get(address).content.decode()
    visitor.post(address, TOLD | {f"asked-{one.pk}": "North"})

    assert ("Quel centre?" in page, ">Nord<" in page) == (True, True)
    assert Participant.objects.of(open_to_all.workspace).get().answers == {str(one.pk): "North"}


def test_an_address_that_is_known_gets_the_same_thanks(open_to_all: Programme) -> None:
    first = Client().post(sign_up(open_to_all), TOLD).content.decode()
    again = Client().post(sign_up(open_to_all), TOLD | {"name": "Mallory"}).content.decode()

    bare = lambda text: re.sub(r'(csrf\w*"?[:=] ?\S+|value="\w{64}")', "", text)  # noqa: E731 # used here only
    assert bare(first) == bare(again)
    assert [row.name for row in Participant.objects.of(open_to_all.workspace)] == ["Wei Zhang"]


def test_the_personal_link_says_what_is_seen_and_all_of_it_is_off(
    programme: Programme, seeker: User, sign_in: SignIn
) -> None:
    page = sign_in(seeker).get(link(make_participant(programme))).content.decode()

    assert re.findall(r'name="share" value="(\w+)"( checked)?', page) == [(item.value, "") for item in ConsentItem]


def test_they_join_with_what_they_ticked(programme: Programme, seeker: User, sign_in: SignIn) -> None:
    row = make_participant(programme, state=ParticipantState.INVITED, active_at=None)

    answer = sign_in(seeker).post(link(row), {"share": ["plan", "story", "nonsense"], "me": "1"})

    row.refresh_from_db()
    assert (answer.headers["Location"], row.seeker_workspace) == ("/programmes/mine/", seeker.workspace)
    assert (row.state, sharing(row)) == (ParticipantState.ACTIVE, {"plan", "story"})


def test_without_an_account_nobody_joins_and_the_page_says_how(programme: Programme) -> None:
    row, visitor = make_participant(programme), Client()

    assert visitor.get(link(row)).status_code == 200
    visitor.post(link(row), {"share": ["plan"]})

    row.refresh_from_db()
    assert (row.seeker_workspace, sharing(row)) == (None, set())


def test_a_link_that_was_used_or_renewed_is_over_for_others(
    programme: Programme, stranger: User, sign_in: SignIn
) -> None:
    row, user = joined(programme)

    assert sign_in(stranger).get(link(row)).status_code == 410
    assert sign_in(user).get(link(row)).headers["Location"] == "/programmes/mine/"
    assert Client().get("/programmes/join/me/forged/").status_code == 404


def test_their_own_page_shows_what_they_told_and_switches_what_is_seen(programme: Programme, sign_in: SignIn) -> None:
    row, user = joined(programme)
    client = sign_in(user)

    client.post(f"/programmes/mine/{row.pk}/share/", {"share": ["plan", "target"]})
    page = client.get("/programmes/mine/").content.decode()
    client.post(f"/programmes/mine/{row.pk}/share/", {"share": ["target"]})

    assert re.findall(r'value="(\w+)" checked', page) == ["target", "plan"]
    assert ("Harbour Connections" in page, "month-end close" in page) == (True, True)
    assert sharing(row) == {"target"}


def test_whoever_comes_from_a_list_is_asked_what_the_form_asks_of_everybody(
    programme: Programme, sign_in: SignIn
) -> None:
    row, user = joined(programme)
    words = ("Do you have <b>a work permit</b>?", "What else?")
    asked, _optional = (
        IntakeQuestion.objects.create(
            workspace=programme.workspace, position=place, words={"en": text}, is_required=place == 0
        )
        for place, text in enumerate(words)
    )
    client = sign_in(user)

    before = client.get("/programmes/mine/").content.decode()
    told = TOLD | {"version": "1", f"asked-{asked.pk}": "Until 2028"}
    assert client.post(f"/programmes/mine/{row.pk}/edit/", told).status_code == 302
    client.get("/programmes/mine/")  # where it is said that it was saved
    after = client.get("/programmes/mine/").content.decode()

    assert "Do you have &lt;b&gt;a work permit&lt;/b&gt;?</li>" in before
    assert ("What else?" in before, "Answer now" in before, "Answer now" in after) == (False, True, False)


def test_they_change_what_they_told_and_leave(programme: Programme, sign_in: SignIn) -> None:
    row, user = joined(programme)
    client = sign_in(user)

    client.post(f"/programmes/mine/{row.pk}/edit/", TOLD | {"version": "1"})
    row.refresh_from_db()
    assert row.name == "Wei Zhang"
    client.post(f"/programmes/mine/{row.pk}/leave/")

    row.refresh_from_db()
    assert (row.state, row.name) == (ParticipantState.LEFT, "")
    client.get("/programmes/mine/")  # where it is said that they left
    assert "Harbour Connections" not in client.get("/programmes/mine/").content.decode()


@pytest.mark.parametrize("what", ["edit/", "share/", "leave/"])
def test_it_is_nobody_elses_page(programme: Programme, owner: User, stranger: User, what: str, sign_in: SignIn) -> None:
    row, _user = joined(programme)

    told = TOLD | {"version": "1", "share": ["plan"]}
    assert [sign_in(one).post(f"/programmes/mine/{row.pk}/{what}", told).status_code for one in (stranger, owner)] == [
        404,
        404,
    ]
    row.refresh_from_db()
    assert (row.name, row.state, sharing(row)) == ("Mei Chen", ParticipantState.ACTIVE, set())


@pytest.mark.parametrize("many", [1, 3])
def test_each_programme_is_asked_by_itself(
    many: int, seeker: User, sign_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Six queries a programme, which a sharded database answers on one node: its rows, what it says of itself and
    asks, what is shared with it, its sessions, and what came of it."""
    for number in range(many):
        programme = make_programme(f"ana{number}@coordinator.example", f"Programme {number}")
        make_participant(programme, seeker_workspace=seeker.workspace)
    client = sign_in(seeker)

    with django_assert_num_queries(3 + 6 * many):
        client.get("/programmes/mine/")


def test_an_account_takes_part_once_a_programme(programme: Programme, sign_in: SignIn) -> None:
    _first, user = joined(programme)
    second = make_participant(programme, "Chen Mei")

    assert sign_in(user).post(link(second), {"me": "1"}).headers["Location"] == "/programmes/mine/"
    second.refresh_from_db()
    assert second.seeker_workspace is None


def test_staff_who_seek_too_join_with_their_own_search(programme: Programme, caseworker: User, sign_in: SignIn) -> None:
    other = make_programme("bea@coordinator.example", "Second Harbour")
    row = make_participant(other)

    sign_in(caseworker).post(link(row), {"me": "1"})

    row.refresh_from_db()
    assert row.seeker_workspace
    assert (row.seeker_workspace.kind, row.seeker_workspace == caseworker.workspace) == ("seeker", False)


def test_who_was_new_an_hour_ago_is_somebody_with_a_workspace(programme: Programme, sign_in: SignIn) -> None:
    user = make_user("new@seeker.example")
    row = make_participant(programme, email="other@seeker.example")

    assert sign_in(user).post(link(row), {"me": "1"}).headers["Location"] == "/programmes/mine/"


def test_somebody_elses_link_joins_nobody_by_one_press(programme: Programme, stranger: User, sign_in: SignIn) -> None:
    row, client = make_participant(programme, "Mahsa Hoang"), sign_in(stranger)

    shown = client.get(link(row)).content.decode()
    refused = client.post(link(row), {"share": ["plan"]})

    row.refresh_from_db()
    assert f"You are signed in as {stranger.email}; this link is for Mahsa Hoang." in shown
    assert (refused.status_code, row.seeker_workspace) == (422, None)
    assert 'value="plan" checked' in refused.content.decode()


def test_whose_address_or_name_it_is_joins_at_once(programme: Programme, sign_in: SignIn) -> None:
    by_address, by_name = make_user("s1@seeker.example"), make_user("other@seeker.example")
    Profile.objects.filter(workspace=by_name.workspace).update(name="Chen Mei")
    first, second = make_participant(programme, "Somebody Else"), make_participant(programme, "Mei Chen")

    for user, row in ((by_address, first), (by_name, second)):
        assert sign_in(user).post(link(row)).headers["Location"] == "/programmes/mine/"


def test_who_works_for_the_programme_says_first_that_it_is_theirs(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    row, client = make_participant(programme, "Ana", email=owner.email), sign_in(owner)

    assert "You work for this programme" in client.get(link(row)).content.decode()
    assert client.post(link(row)).status_code == 422

    row.refresh_from_db()
    assert row.seeker_workspace is None


def test_on_a_laptop_a_visitor_reads_what_is_the_matter_and_whom_to_ask(programme: Programme) -> None:
    programme.email = "talks@harbour.example"
    programme.save()

    page = Client().get(link(make_participant(programme))).content.decode()

    assert "runs on the computer of one person" in page
    assert "mailto:talks@harbour.example" in page


def test_two_errors_are_counted_as_two(open_to_all: Programme) -> None:
    wrong = {"email": "no address", "languages": []}

    assert "2 things need another look" in Client().post(sign_up(open_to_all), TOLD | wrong).content.decode()
