"""The pages on which duplicates are found, decided and parted."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from askwell.accounts.models import User, Workspace
from askwell.people import actions
from askwell.people.choices import Decision
from askwell.people.models import Merge, Pair, PairSearch, Person, Role
from askwell.people.tasks import wake_search
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
HERE = "/people/duplicates/"


@pytest.fixture
def client(seeker: User, sign_in: SignIn) -> Client:
    return sign_in(seeker)


def make_pair(workspace: Workspace) -> Pair:
    """Two titles at one employer."""
    facts = {"given": "Grace", "family": "Okafor", "organisation": "Cedar Foods"}
    one, other = make_person(workspace, **facts, title="Buyer"), make_person(workspace, **facts, title="Senior buyer")
    return actions.open_pair(workspace=workspace, one_id=one.pk, other_id=other.pk, now=timezone.now())


def test_a_search_is_asked_for_and_found_done(client: Client, workspace: Workspace) -> None:
    for given, native in (("Min", ""), ("", "周敏")):
        make_person(workspace, given=given, family="Zhou" if given else "", native=native, emails=["min@cedar.example"])
    assertContains(client.get(HERE), "Is anyone here twice?")

    assertRedirects(client.post(f"{HERE}search/"), HERE)
    assertContains(client.get(HERE), "Comparing everyone")
    wake_search.call(str(workspace.pk))

    page = client.get(HERE)
    assertContains(page, "Everyone is here once")
    assertContains(page, "1 sure one was made one person by itself.")
    assertContains(page, "Part them")


def test_progress_is_shown_while_it_is_sought(client: Client, workspace: Workspace, now) -> None:
    PairSearch.objects.create(
        workspace=workspace, state="searching", total=300, progress=120, asked_at=now, touched_at=now
    )
    assertContains(client.get(HERE), "120 of 300 people")
    assertContains(client.get(f"{HERE}progress/"), "120 of 300 people")


def test_same_person_with_the_title_that_is_current(client: Client, workspace: Workspace) -> None:
    pair = make_pair(workspace)
    page = client.get(HERE)
    assertContains(page, "Which role is current")
    old, new = Role.objects.of(workspace).order_by("id")
    assertContains(page, f'value="{new.pk}" checked')

    client.post(
        f"{HERE}{pair.pk}/answer/", {"answer": "same", "roles": [str(old.pk), str(new.pk)], "current": str(new.pk)}
    )

    person = Person.objects.of(workspace).get()
    assert list(person.roles.order_by("id").values_list("title", "is_current")) == [
        ("Buyer", False),
        ("Senior buyer", True),
    ]
    merge = Merge.objects.of(workspace).get()
    assertContains(client.get(HERE), f"/people/merges/{merge.pk}/undo/")

    client.post(f"/people/merges/{merge.pk}/undo/")
    assert list(Role.objects.of(workspace).values_list("is_current", flat=True)) == [True, True]
    assert Pair.objects.of(workspace).get().decision == Decision.OPEN


def test_two_people_and_its_undo(client: Client, workspace: Workspace) -> None:
    pair = make_pair(workspace)
    client.post(f"{HERE}{pair.pk}/answer/", {"answer": "different"})
    assert Pair.objects.of(workspace).get().decision == Decision.DIFFERENT
    assertContains(client.get(HERE), f"{HERE}{pair.pk}/reopen/")

    client.post(f"{HERE}{pair.pk}/reopen/")
    assertContains(client.get(HERE), "1 pair waits for your answer.")


def test_skipping_goes_round(client: Client, workspace: Workspace) -> None:
    first, second = make_pair(workspace), make_pair(workspace)
    assertContains(client.get(f"{HERE}?pair={second.pk}"), f"{HERE}{second.pk}/answer/")
    assertContains(client.get(f"{HERE}?pair={second.pk}"), f"?after={second.pk}")
    assertContains(client.get(f"{HERE}?after={first.pk}"), f"{HERE}{second.pk}/answer/")
    assertContains(client.get(f"{HERE}?after={second.pk}"), f"{HERE}{first.pk}/answer/")


def test_an_old_address_leads_to_who_they_are_now(client: Client, workspace: Workspace, now) -> None:
    one, other = make_person(workspace, given="Grace"), make_person(workspace, given="Gracie", family="Okafor")
    merge = actions.merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

    assertRedirects(client.get(f"/people/{other.pk}/"), f"/people/{one.pk}/")
    assertContains(client.get(f"/people/{one.pk}/"), "Also found as")

    assertRedirects(client.post(f"/people/merges/{merge.pk}/part/"), f"/people/{other.pk}/")


def test_the_seeker_says_who_is_the_same(client: Client, workspace: Workspace) -> None:
    one, other = make_person(workspace, given="Grace", family="Okafor"), make_person(workspace, given="Gracie")
    page = client.get(f"/people/{one.pk}/same/?q=Gracie")
    assertContains(page, f'value="{other.pk}"')
    assert f'value="{one.pk}"' not in page.content.decode()

    answer = client.post(f"/people/{one.pk}/compare/", {"other": str(other.pk)})
    pair = Pair.objects.of(workspace).get()
    assertRedirects(answer, f"{HERE}?pair={pair.pk}")
    assert client.post(f"/people/{one.pk}/compare/", {"other": str(one.pk)}).status_code == 404


@pytest.mark.parametrize("pairs", [1, 3])
def test_a_pair_costs_the_same_however_many_wait(
    client: Client, workspace: Workspace, django_assert_num_queries, pairs: int
) -> None:
    for _ in range(pairs):
        make_pair(workspace)
    client.get("/people/add/")
    with django_assert_num_queries(21):
        client.get(HERE)
