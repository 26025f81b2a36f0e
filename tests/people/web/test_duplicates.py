"""The pages on which duplicates are found, decided and parted."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from askwell.accounts.models import User, Workspace
from askwell.people import actions
from askwell.people.choices import Decision, SearchState
from askwell.people.models import ImportRow, Merge, Note, Organisation, Pair, PairSearch, Person, Role
from askwell.people.tasks import wake_import, wake_search
from tests.factories.people import import_file, linkedin_csv, make_person

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
    assertContains(page, "1 record was sure, and joined the other by itself.")
    assertContains(page, "The same e-mail")
    assertContains(page, "Part them")


def test_it_says_no_more_than_was_looked_at(client: Client, workspace: Workspace, now) -> None:
    PairSearch.objects.create(workspace=workspace, state="done", asked_at=now, touched_at=now, finished_at=now)
    make_person(workspace, given="Ana", family="Lee", organisation="Harbour Foods", title="Planner", now=now)
    file = linkedin_csv("Ana,Lee,,ana@mail.example,Harbour Foods,Head planner,14 Mar 2024")
    import_file(workspace, file, now=now)
    assertContains(client.get(HERE), "<h1>Everyone among your people is here once</h1>")
    assertContains(client.get(HERE), "1 pair of Connections.csv waits for your answer.")

    make_person(workspace, given="Late", family="Comer", now=now + timedelta(hours=1))
    assertContains(client.get(HERE), "<h1>Is anyone here twice?</h1>")
    assertContains(client.get(HERE), "1 person came since then.")


def test_who_asked_not_to_be_contacted_is_marked_beside_the_other(client: Client, workspace: Workspace, now) -> None:
    pair = make_pair(workspace)
    assertNotContains(client.get(HERE), "asked not to be contacted")
    Person.objects.of(workspace).filter(pk=pair.one_id).update(do_not_contact_at=now)

    assertContains(client.get(HERE), "asked not to be contacted", count=1)


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
    assertContains(client.get(HERE), "Pair 1 of 1.")


def test_skipping_goes_round(client: Client, workspace: Workspace) -> None:
    first, second = make_pair(workspace), make_pair(workspace)
    assertContains(client.get(f"{HERE}?pair={second.pk}"), f"{HERE}{second.pk}/answer/")
    assertContains(client.get(f"{HERE}?pair={second.pk}"), f"?after={second.pk}")
    assertContains(client.get(f"{HERE}?after={first.pk}"), f"{HERE}{second.pk}/answer/")
    assertContains(client.get(f"{HERE}?after={first.pk}"), "Pair 2 of 2.")
    assertContains(client.get(f"{HERE}?after={second.pk}"), f"{HERE}{first.pk}/answer/")


def test_an_old_address_leads_to_who_they_are_now(client: Client, workspace: Workspace, now) -> None:
    one, other = make_person(workspace, given="Grace"), make_person(workspace, given="Gracie", family="Okafor")
    actions.merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

    assertRedirects(client.get(f"/people/{other.pk}/"), f"/people/{one.pk}/", status_code=307)
    assertContains(client.get(f"/people/{one.pk}/"), "Also found as")


def test_parting_stays_with_the_person_names_both_and_can_be_taken_back(
    client: Client, workspace: Workspace, now
) -> None:
    one, other = make_person(workspace, given="Grace"), make_person(workspace, given="Gracie", family="Okafor")
    merge = actions.merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

    answer = client.post(f"/people/merges/{merge.pk}/part/", follow=True)

    assertRedirects(answer, f"/people/{one.pk}/")
    assertContains(answer, "Two people again: Grace Nair and Gracie Okafor, each with what came with them.")
    pair = Pair.objects.of(workspace).get()
    client.post(f"{HERE}{pair.pk}/rejoin/")
    assert list(Person.objects.of(workspace)) == [one]


def test_taking_a_yes_back_shows_that_very_pair(client: Client, workspace: Workspace) -> None:
    make_pair(workspace)
    second = make_pair(workspace)
    answer = client.post(f"{HERE}{second.pk}/answer/", {"answer": "same"}, follow=True)
    assertContains(answer, "Kept as one: ")
    merge = Merge.objects.of(workspace).get()
    page = client.post(f"/people/merges/{merge.pk}/undo/", follow=True)
    assert page.context["pair"].pk == Pair.objects.of(workspace).filter(one__in=[merge.person_id]).get().pk


def test_a_side_shows_every_employer_that_the_comparison_looked_at(client: Client, workspace: Workspace) -> None:
    pair = make_pair(workspace)
    organisation = Organisation.objects.create(workspace=workspace, name="Harbour Foods", key="harbour foods")
    Role.objects.create(workspace=workspace, person=pair.one, organisation=organisation, title="Clerk")
    page = client.get(HERE).content.decode()
    assert "Cedar Foods; Harbour Foods" in page or "Harbour Foods; Cedar Foods" in page


def test_an_answer_from_a_second_tab_is_told_not_lost_in_a_404(client: Client, workspace: Workspace) -> None:
    pair = make_pair(workspace)
    client.post(f"{HERE}{pair.pk}/answer/", {"answer": "same"})
    answer = client.post(f"{HERE}{pair.pk}/answer/", {"answer": "different"}, follow=True)
    assertContains(answer, "This pair was decided already.")


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
    with django_assert_num_queries(23):
        client.get(HERE)


def test_what_is_typed_for_somebody_who_became_part_of_another_is_sent_on(
    client: Client, workspace: Workspace, now
) -> None:
    one, other = make_person(workspace, given="Grace"), make_person(workspace, given="Gracie", family="Okafor")
    actions.merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)

    client.post(f"/people/{other.pk}/note/", {"text": "a long note"}, follow=True)

    assert Note.objects.of(workspace).get().person_id == one.pk
    answer = client.get(f"/people/{other.pk}/write/?kind=first")
    assert (answer.status_code, answer["Location"]) == (307, f"/people/{one.pk}/write/?kind=first")


def test_an_old_address_leads_no_stranger_anywhere(
    client: Client, stranger: User, sign_in: SignIn, workspace: Workspace, now
) -> None:
    one, other = make_person(workspace, given="Grace"), make_person(workspace, given="Gracie")
    actions.merge_persons(workspace=workspace, person_id=one.pk, gone_id=other.pk, now=now)
    assert sign_in(stranger).get(f"/people/{other.pk}/").status_code == 404


def test_a_merged_row_is_parted_from_the_persons_page_and_put_back(client: Client, workspace: Workspace) -> None:
    mine = make_person(workspace, given="Gaby", family="Ferreira", emails=["g@tidewater.example"])
    import_file(workspace, linkedin_csv("Gabriela,Ferreira,,g@tidewater.example,Tidewater Foods,Buyer,"))
    row = ImportRow.objects.of(workspace).get()
    page = client.get(f"/people/{mine.pk}/")
    assertContains(page, "Gabriela Ferreira")
    assertContains(page, "row 1")

    answer = client.post(f"/people/import/rows/{row.pk}/part/", follow=True)

    assertRedirects(answer, f"/people/{mine.pk}/")
    assertContains(answer, "Two people again: Gaby Ferreira and Gabriela Ferreira")
    client.post(f"/people/import/rows/{row.pk}/rejoin/")
    assert list(Person.objects.of(workspace)) == [mine]


def test_an_import_that_is_in_asks_for_a_search(client: Client, workspace: Workspace, now) -> None:
    row = import_file(workspace, linkedin_csv("Ana,Lee,,a@b.example,Harbour,Buyer,"))
    wake_import.call(str(workspace.pk), str(row.pk))
    assert PairSearch.objects.of(workspace).get().state == SearchState.WAITING
