"""The list of seekers and the page of one: who sees whom, and who decides."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from askwell.accounts.models import User
from askwell.outreach.choices import DispatchState
from askwell.outreach.models import Dispatch
from askwell.programmes.actions.calling_off import TO_UNDO
from askwell.programmes.choices import ParticipantState
from askwell.programmes.models import Cohort, Participant, Programme
from tests.conftest import NOW
from tests.factories.programmes import joined, make_participant

SignIn = Callable[[User], Client]
TOLD = {
    "name": "Wei Zhang", "native_name": "张伟", "email": "wei@seeker.example", "field": "Nursing",
    "goals-0-topic": "night shifts", "goals-0-weight": "3", "level": "entry", "languages": ["en", "zh"],
    "windows-2-0-from": "18:00", "windows-2-0-to": "20:00", "zone": "America/Vancouver", "wanted": "2",
    "page_language": "zh-hans",
}  # fmt: skip


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def fresh(row: Participant) -> Participant:
    return Participant.objects.of(row.workspace).get(pk=row.pk)


def test_a_coordinator_sees_all_and_a_caseworker_their_own(
    programme: Programme, owner: User, caseworker: User, sign_in: SignIn
) -> None:
    make_participant(programme, "Mei Chen", caseworker=caseworker)
    make_participant(programme, "Ivan Petrov")

    both, own = page(sign_in(owner), "/programmes/seekers/"), page(sign_in(caseworker), "/programmes/seekers/")

    assert ("Mei Chen" in both, "Ivan Petrov" in both) == (True, True)
    assert ("Mei Chen" in own, "Ivan Petrov" in own) == (True, False)


def test_another_programme_sees_none_of_them(programme: Programme, rival: User, sign_in: SignIn) -> None:
    row = make_participant(programme, "Mei Chen")
    client = sign_in(rival)

    assert "Mei Chen" not in page(client, "/programmes/seekers/")
    assert client.get(f"/programmes/seekers/{row.pk}/").status_code == 404


def test_a_caseworker_opens_only_the_pages_of_their_own(
    programme: Programme, caseworker: User, sign_in: SignIn
) -> None:
    own, other = make_participant(programme, caseworker=caseworker), make_participant(programme, "Ivan Petrov")
    client = sign_in(caseworker)

    assert client.get(f"/programmes/seekers/{own.pk}/").status_code == 200
    assert client.get(f"/programmes/seekers/{other.pk}/").status_code == 404


@pytest.mark.parametrize("what", ["place/", "stand/turned_down/", "link/", "remove/"])
def test_who_is_in_is_not_a_caseworkers_to_say(
    programme: Programme, caseworker: User, what: str, sign_in: SignIn
) -> None:
    row = make_participant(programme, caseworker=caseworker)

    assert sign_in(caseworker).post(f"/programmes/seekers/{row.pk}/{what}").status_code == 404
    assert (fresh(row).state, fresh(row).link_number) == (ParticipantState.ACTIVE, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=applied", {"Ivan Petrov"}),
        ("caseworker=nobody", {"Ivan Petrov"}),
        ("q=s-001", {"Mei Chen"}),
        ("q=nurs+ivan", {"Ivan Petrov"}),
        ("state=nonsense&cohort=x&caseworker=y&page=99", {"Mei Chen", "Ivan Petrov"}),
    ],
)
def test_the_list_is_narrowed(
    programme: Programme, owner: User, caseworker: User, query: str, found: set[str], sign_in: SignIn
) -> None:
    make_participant(programme, "Mei Chen", caseworker=caseworker)
    make_participant(programme, "Ivan Petrov", state=ParticipantState.APPLIED, field="Nursing")

    shown = page(sign_in(owner), f"/programmes/seekers/?{query}")

    assert {name for name in ("Mei Chen", "Ivan Petrov") if name in shown} == found


def test_a_cohort_narrows_it_too(programme: Programme, owner: User, sign_in: SignIn) -> None:
    spring = Cohort.objects.create(workspace=programme.workspace, name="Spring", created_at=NOW)
    make_participant(programme, "Mei Chen", cohort=spring)
    make_participant(programme, "Ivan Petrov")

    shown = page(sign_in(owner), f"/programmes/seekers/?cohort={spring.pk}")

    assert ("Mei Chen" in shown, "Ivan Petrov" in shown) == (True, False)


@pytest.mark.parametrize("many", [1, 3])
def test_a_long_list_asks_no_more_of_the_database(
    programme: Programme, owner: User, many: int, sign_in: SignIn,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    for number in range(many):
        make_participant(programme, f"Seeker {number}")
    client = sign_in(owner)

    with django_assert_num_queries(11):
        client.get("/programmes/seekers/")


def test_fifty_stand_on_a_page(programme: Programme, owner: User, sign_in: SignIn) -> None:
    for number in range(51):
        make_participant(programme, f"Seeker {number:02}", came_at=NOW - timedelta(days=number))
    client = sign_in(owner)

    assert page(client, "/programmes/seekers/").count("<h3>") == 50
    assert page(client, "/programmes/seekers/?page=2").count("<h3>") == 1


def test_one_is_put_on_the_list_by_hand(programme: Programme, owner: User, sign_in: SignIn) -> None:
    answer = sign_in(owner).post("/programmes/seekers/new/", TOLD)

    row = Participant.objects.of(programme.workspace).get()
    assert answer.headers["Location"] == f"/programmes/seekers/{row.pk}/"
    assert (row.number, row.state, row.goals, row.windows) == (
        1,
        "invited",
        {"night shifts": 3},
        [[2, "18:00", "20:00"]],
    )
    assert (row.languages, row.wanted, row.page_language, row.active_at) == (["en", "zh"], 2, "zh-hans", None)


def test_who_said_yes_already_is_in_at_once(programme: Programme, owner: User, sign_in: SignIn) -> None:
    sign_in(owner).post("/programmes/seekers/new/", TOLD | {"agreed": "on"})

    assert Participant.objects.of(programme.workspace).get().state == ParticipantState.ACTIVE


def test_a_form_with_a_flaw_keeps_what_was_typed(programme: Programme, owner: User, sign_in: SignIn) -> None:
    flawed = TOLD | {"name": " ", "windows-2-0-to": "18:10"}

    answer = sign_in(owner).post("/programmes/seekers/new/", flawed)

    assert answer.status_code == 422
    assert all(f'value="{typed}"' in answer.content.decode() for typed in ("张伟", "night shifts", "18:10"))
    assert not Participant.objects.of(programme.workspace).exists()


def test_an_applicant_is_let_in_and_the_undo_takes_it_back(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row = make_participant(programme, state=ParticipantState.APPLIED, active_at=None)
    client = sign_in(owner)

    answer = client.post(f"/programmes/seekers/{row.pk}/stand/active/", follow=True)

    undo = f"/programmes/seekers/{row.pk}/stand/applied/"
    assert f'action="{undo}"' in answer.content.decode()
    assert fresh(row).state == ParticipantState.ACTIVE
    assert fresh(row).active_at is not None
    client.post(undo)
    assert fresh(row).state == ParticipantState.APPLIED


def test_the_undo_of_letting_somebody_in_calls_their_letter_back(
    programme: Programme, owner: User, mailbox: None, sign_in: SignIn
) -> None:
    row = make_participant(programme, state=ParticipantState.APPLIED, active_at=None)
    client = sign_in(owner)

    client.post(f"/programmes/seekers/{row.pk}/stand/active/")
    letter = Dispatch.objects.of(programme.workspace).get()
    assert (letter.due_at - letter.asked_at, fresh(row).asked_at) == (TO_UNDO, letter.asked_at)
    client.post(f"/programmes/seekers/{row.pk}/stand/applied/")

    letter.refresh_from_db()
    assert (letter.state, fresh(row).asked_at) == (DispatchState.CANCELLED, None)


def test_no_press_makes_somebody_gone_or_a_state_up(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row, client = make_participant(programme), sign_in(owner)

    assert client.post(f"/programmes/seekers/{row.pk}/stand/left/").status_code == 404
    assert client.post(f"/programmes/seekers/{row.pk}/stand/king/").status_code == 404


def test_they_are_placed_with_the_programmes_own_only(
    programme: Programme, owner: User, caseworker: User, rival: User, sign_in: SignIn
) -> None:
    row, client = make_participant(programme), sign_in(owner)
    spring = Cohort.objects.create(workspace=programme.workspace, name="Spring", created_at=NOW)
    theirs = Cohort.objects.create(workspace=rival.workspace, name="Theirs", created_at=NOW)
    address = f"/programmes/seekers/{row.pk}/place/"

    client.post(address, {"cohort": str(spring.pk), "caseworker": str(caseworker.pk), "version": "1"})
    refused = [
        client.post(address, {"cohort": str(theirs.pk)}).status_code,
        client.post(address, {"caseworker": str(rival.pk)}).status_code,
    ]

    assert refused == [404, 404]
    assert (fresh(row).cohort, fresh(row).caseworker) == (spring, caseworker)


def test_two_who_change_one_row_are_kept_apart(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row, client = make_participant(programme), sign_in(owner)
    address = f"/programmes/seekers/{row.pk}/edit/"

    first = client.post(address, TOLD | {"version": "1"})
    second = client.post(address, TOLD | {"version": "1", "name": "Somebody Else"})

    assert (first.status_code, second.status_code) == (302, 422)
    assert fresh(row).name == "Wei Zhang"


def test_the_note_and_a_renewed_link_are_kept(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row, client = make_participant(programme), sign_in(owner)
    before = page(client, f"/programmes/seekers/{row.pk}/")

    client.post(f"/programmes/seekers/{row.pk}/note/", {"note": "Calls back on Mondays.", "version": "1"})
    client.post(f"/programmes/seekers/{row.pk}/link/")

    after = page(client, f"/programmes/seekers/{row.pk}/")
    assert "Calls back on Mondays." in after
    link = lambda text: text.split('id="joining" readonly value="')[1].split('"')[0]  # noqa: E731 # used once
    assert link(before) != link(after)


def test_a_second_row_with_the_same_address_is_pointed_at(programme: Programme, owner: User, sign_in: SignIn) -> None:
    first = make_participant(programme, "Mei Chen", email="mei@seeker.example")
    second = make_participant(programme, "Chen Mei", email="MEI@seeker.example")
    client = sign_in(owner)

    assert f"/programmes/seekers/{first.pk}/" in page(client, f"/programmes/seekers/{second.pk}/")


def test_letting_go_says_what_goes_and_then_it_is_gone(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row, _user = joined(programme)
    client = sign_in(owner)

    assert "cannot be undone" in page(client, f"/programmes/seekers/{row.pk}/remove/")
    client.post(f"/programmes/seekers/{row.pk}/remove/")

    assert (fresh(row).state, fresh(row).name, fresh(row).seeker_workspace) == (ParticipantState.LEFT, "", None)
    assert client.get(f"/programmes/seekers/{row.pk}/").status_code == 404


def test_of_two_who_write_the_note_the_second_sees_both(programme: Programme, owner: User, sign_in: SignIn) -> None:
    row, client = make_participant(programme), sign_in(owner)
    address = f"/programmes/seekers/{row.pk}/note/"

    client.post(address, {"note": "Calls back on Mondays.", "version": "1"})
    late = client.post(address, {"note": "Has a car.", "version": "1"})

    assert (late.status_code, fresh(row).note) == (422, "Calls back on Mondays.")
    shown = late.content.decode()
    assert ("Calls back on Mondays." in shown, ">Has a car.</textarea>" in shown) == (True, True)


def test_whoever_was_put_elsewhere_meanwhile_is_not_put_back(
    programme: Programme, owner: User, sign_in: SignIn
) -> None:
    """The second had the page open while the first ticked the seeker into a cohort."""
    row, client = make_participant(programme), sign_in(owner)
    spring = Cohort.objects.create(workspace=programme.workspace, name="Spring", created_at=NOW)

    client.post(f"/programmes/cohorts/{spring.pk}/in/", {"participant": str(row.pk)})
    late = client.post(f"/programmes/seekers/{row.pk}/place/", {"cohort": "", "version": "1"}, follow=True)

    assert fresh(row).cohort == spring
    assert "nothing of yours was saved" in late.content.decode()
